"""The all-in-one city: the office on a thread of this process, spoken to over loopback like any other."""

import argparse
import asyncio
import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from metaseoul.faults import Refusal
from metaseoul.folders import data_folder, trust_folder

if TYPE_CHECKING:
    from services.archive import Manifest
    from services.audit import Chain

PUBLIC = Path("keys", "city.pem")
"""Where an office keeps its public certificates, in its data folder."""


@contextlib.contextmanager
def city(server: str | None) -> Iterator[str]:
    """The address of the city to visit: the one named, or one opened here for as long as the block runs."""
    if server:
        yield server if "://" in server else f"http://{server}"
    else:
        with office() as url:
            yield url


@contextlib.contextmanager
def office() -> Iterator[str]:
    """The address of an office of this process, on a free port; this client trusts its certificate."""
    from metaseoul.cities import join
    from services.settings import Settings  # the office is heavy: a client of a city elsewhere never loads it
    from services.start import start
    from services.unopened import StartFault

    folder = data_folder() / "office"
    join()
    try:
        running = start(Settings(data=folder, port=0))
    except StartFault as fault:
        raise Refusal(fault.code, **fault.values) from fault
    try:
        trust(folder)
        yield running.url
    finally:
        running.close()


def trust(office_folder: Path) -> None:
    """A city one runs oneself is one whose documents one knows."""
    (trust_folder() / "this-machine.pem").write_bytes((office_folder / PUBLIC).read_bytes())


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The office's own settings, for `metaseoul serve`."""
    from services import settings

    settings.add_arguments(parser)


def serve(arguments: argparse.Namespace) -> int:
    """The office alone, until it is asked to stop."""
    from services import settings
    from services.start import run

    return run(settings.chosen(arguments))


def archived(data: Path, file: Path, postgresql: str = "") -> "Manifest":
    """The city of an office's data folder (and of its PostgreSQL), written to a file. Raises Refusal."""
    from services.archive import archive

    with _refused_here():
        return archive(data, file, postgresql)


def audited(data: Path, postgresql: str = "", kept: str = "") -> "Chain":
    """What a check of the log of looks found. Raises Refusal."""
    from services.audit import checked
    from services.store import open_store

    records = _records(data, postgresql)

    async def read() -> "Chain":
        store = await open_store(records)
        try:
            return await store.look_up(checked, kept)
        finally:
            await store.close()

    with _refused_here():
        return asyncio.run(read())


def rekeyed(data: Path, postgresql: str = "") -> tuple[int, int]:
    """Gives the office a new key and seals every citizen's by it; its number, and how many there were. The key before
    it stays for an office that is just using it; those before that one go. Raises Refusal."""
    from services.accounts.store import renew_keys
    from services.store import open_store
    from services.vault import open_vault

    records = _records(data, postgresql)

    async def renew() -> tuple[int, int]:
        store = await open_store(records)
        try:
            number, last, count = vault.add_office_key(), "", 0
            while True:
                last, renewed = await store.transact(renew_keys, last, vault)
                count += renewed
                if not last:
                    break
            vault.forget_older(frozenset({number - 1}))
            return number, count
        finally:
            await store.close()

    with _refused_here():
        vault = open_vault(data / "keys")
        return asyncio.run(renew())


def invited_staff(data: Path, postgresql: str, name: str, role: str, department: str = "") -> str:
    """Invites somebody of the staff; the word of their link. Raises Refusal."""
    from services.accounts.sessions import hashed, new_token
    from services.clock import real
    from services.staff.store import ROLES, invite

    word, chosen = new_token(), next(one for one in ROLES if one == role)
    _written(data, postgresql, invite, name, chosen, hashed(word), real(), department)
    return word


def listed_staff(data: Path, postgresql: str) -> list[tuple[str, str, int]]:
    """Name, role and how many passkeys of each of the staff. Raises Refusal."""
    from services.staff.store import listed

    return [(one.name, one.role, one.passkeys) for one in _written(data, postgresql, listed)]


def removed_staff(data: Path, postgresql: str, name: str) -> bool:
    """Somebody is not of the staff any more, at once; False: nobody has that name. Raises Refusal."""
    from services.staff.store import remove

    return bool(_written(data, postgresql, remove, name))


def moderator_signed_in() -> tuple[str, str]:
    """For the scripted journeys: a moderator of this machine's own office who has signed in already; name and value of
    their cookie. Raises Refusal."""
    from services.accounts.sessions import hashed, new_token
    from services.clock import real
    from services.staff.desk import COOKIE
    from services.staff.store import begin

    name, token, data = "journey", new_token(), data_folder() / "office"
    invited_staff(data, "", name, "moderator")
    _written(data, "", begin, name, hashed(token), new_token(), real())
    return COOKIE, token


def _written(data: Path, postgresql: str, fn: Callable[..., Any], *arguments: object) -> Any:
    """Runs `fn` on an office's records, which may be in use. Raises Refusal."""
    from services.store import open_store

    records = _records(data, postgresql)

    async def work() -> Any:
        store = await open_store(records)
        try:
            return await store.transact(fn, *arguments)
        finally:
            await store.close()

    with _refused_here():
        return asyncio.run(work())


def _records(data: Path, postgresql: str) -> str:
    """The address of an office's records that are there already. Raises Refusal."""
    from services.archive import DATABASE

    if not postgresql and not (data / DATABASE).is_file():
        raise Refusal("archive.nothing", path=str(data / DATABASE))
    return postgresql or f"sqlite:///{data / DATABASE}"


def restored(file: Path, data: Path, postgresql: str = "") -> "Manifest":
    """The city of a file, brought back into a data folder (and a PostgreSQL). Raises Refusal."""
    from services.archive import restore

    with _refused_here():
        return restore(file, data, postgresql)


@contextlib.contextmanager
def _refused_here() -> Iterator[None]:
    """What the office's code refuses, this program refuses."""
    from services.faults import Refusal as Refused

    try:
        yield
    except Refused as refused:
        raise Refusal(refused.code, **refused.values) from refused
