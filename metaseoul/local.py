"""The all-in-one city: the office on a thread of this process, spoken to over loopback like any other."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from metaseoul.faults import Refusal
from metaseoul.folders import data_folder, trust_folder
from services.settings import Settings
from services.start import StartFault, start


@contextlib.contextmanager
def office(data: Path | None = None) -> Iterator[str]:
    """The address of an office that stands while the block runs; its certificate is trusted by this client."""
    folder = data or data_folder() / "office"
    try:
        running = start(Settings(data=folder, port=0, log=folder / "office.log"))
    except StartFault as fault:
        raise Refusal(fault.code, **fault.values) from fault
    try:
        trust(folder / "keys" / "city.pem")
        yield running.url
    finally:
        running.close()


def trust(certificate: Path) -> None:
    """A city one runs oneself is one whose documents one knows."""
    with contextlib.suppress(FileNotFoundError):
        (trust_folder() / "this-machine.pem").write_bytes(certificate.read_bytes())


@contextlib.contextmanager
def city(server: str | None) -> Iterator[str]:
    """The address of the city to visit: the one named, or one opened here for as long as the block runs."""
    if server:
        yield server if "://" in server else f"http://{server}"
    else:
        with office() as url:
            yield url
