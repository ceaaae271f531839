"""The sample register: invented households, each person marked "(표본)" wherever a name is shown."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from services.registry.districts import DISTRICTS
from services.registry.impossible import impossible_number
from services.registry.port import Event, Household, Residence, Resident, Standing
from worlds.accounts import Someone

MARK = "(표본)"
YOUNGEST = date(2012, 11, 22)
"""Only who was fourteen when the city opened can sign in alone (개인정보 보호법 제22조의2)."""


class _Home(msgspec.Struct, frozen=True, array_like=True):
    address: str
    since: date
    reason: str


class _Person(msgspec.Struct, frozen=True, array_like=True):
    name: str
    hanja: str
    born: date
    sex: Literal["M", "F"]
    relation: str
    since: date
    reason: str
    standing: Standing = Standing.MEMBER


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    serial: int
    district: str
    formed: tuple[date, str]
    homes: tuple[_Home, ...]
    residents: tuple[_Person, ...]


class _File(msgspec.Struct, frozen=True):
    household: tuple[_Entry, ...]


class SampleRegistry:
    """A `Registry` that looks into sample.toml."""

    sample = True

    def household_of(self, person_id: str) -> Household | None:
        return _by_subject().get(person_id)


@cache
def sample_households() -> tuple[Household, ...]:
    """Every household of the sample register, in the order of the file."""
    file = msgspec.toml.decode(Path(__file__).with_name("sample.toml").read_bytes(), type=_File)
    return tuple(_household(entry) for entry in file.household)


def sample_people() -> tuple[Someone, ...]:
    """Whom the sample identity provider can vouch for: everyone in the register who is fourteen or older."""
    return tuple(
        Someone(person.subject, person.name, person.born.isoformat(), household.district)
        for household in sample_households()
        for person in household.residents
        if person.born <= YOUNGEST
    )


@cache
def _by_subject() -> dict[str, Household]:
    return {person.subject: household for household in sample_households() for person in household.residents}


def _household(entry: _Entry) -> Household:
    return Household(
        code=entry.district,
        district=DISTRICTS[entry.district],
        formed=Event(*entry.formed),
        residences=tuple(Residence(home.address, Event(home.since, home.reason)) for home in entry.homes),
        residents=tuple(_resident(entry.serial, place, person) for place, person in enumerate(entry.residents, 1)),
    )


def _resident(serial: int, place: int, person: _Person) -> Resident:
    """Subject and number come from the household's serial and the person's place in it: the same every time."""
    return Resident(
        subject=f"sample-{serial:03}-{place:02}",
        name=person.name + MARK,
        hanja=person.hanja,
        born=person.born,
        number=impossible_number(person.born, person.sex, serial * 100 + place),
        relation=person.relation,
        standing=person.standing,
        since=Event(person.since, person.reason),
    )
