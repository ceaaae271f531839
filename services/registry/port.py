"""The resident register as the city's desks see it: a port, and what passes through it.

The real register (주민등록 전산망) is closed to an open project; whoever may reach it writes one class with
`household_of` and `sample = False`, and names it in `services.app`. What is shipped is `services.registry.sample`.
"""

from datetime import date
from enum import StrEnum
from typing import Protocol

import msgspec


class Standing(StrEnum):
    """How a person stands on the sheet of a household (주민등록법 시행규칙 별지 제7호서식, items 7 and 8)."""

    MEMBER = "member"
    COHABITANT = "cohabitant"
    FOREIGN_FAMILY = "foreign-family"


class Event(msgspec.Struct, frozen=True):
    """Since when, and why: 전입일/변동일 and 변동사유."""

    on: date
    reason: str


class Residence(msgspec.Struct, frozen=True):
    """An address and the day the household moved there."""

    address: str
    since: Event


class Resident(msgspec.Struct, frozen=True):
    """One person of a household. `number` is the 주민등록번호 (foreign family: 외국인등록번호), `NNNNNN-NNNNNNN`."""

    subject: str
    name: str
    hanja: str
    born: date
    number: str
    relation: str
    standing: Standing
    since: Event


class Household(msgspec.Struct, frozen=True):
    """A household as registered; the head is the first resident, the last residence is where they live now."""

    code: str
    """District code of the Ministry of the Interior, five digits."""
    district: str
    formed: Event
    residences: tuple[Residence, ...]
    residents: tuple[Resident, ...]


class Registry(Protocol):
    """Where households are looked up. `sample`: invented people, to be said wherever they are shown."""

    @property
    def sample(self) -> bool: ...

    def household_of(self, person_id: str) -> Household | None:
        """The household that this person (the subject that the identity provider vouches for) lives in."""
        ...
