"""Days that were announced, and hours of services: they win over the library and the catalogue (services/hours.py)."""

from collections.abc import Mapping
from datetime import date

import msgspec
from sqlmodel import Field, Session, SQLModel, col, delete, select


class HolidayRow(SQLModel, table=True):
    __tablename__ = "holiday"
    day: date = Field(primary_key=True)
    shut: bool
    name: str
    source: str
    """Where it was announced."""


class HoursRow(SQLModel, table=True):
    __tablename__ = "service_hours"
    slug: str = Field(primary_key=True)
    hours: str


class Holiday(msgspec.Struct, frozen=True):
    """A day on which the offices are shut though the library says otherwise, or open though it does."""

    day: date
    shut: bool
    name: str
    source: str


def listed(session: Session) -> tuple[Holiday, ...]:
    """All of them, by day."""
    rows = session.exec(select(HolidayRow).order_by(col(HolidayRow.day))).all()
    return tuple(Holiday(row.day, row.shut, row.name, row.source) for row in rows)


def announced(session: Session) -> Mapping[date, bool]:
    """Whether each of these days is a holiday."""
    return {one.day: one.shut for one in listed(session)}


def put(session: Session, one: Holiday) -> None:
    """Announced, or announced otherwise."""
    session.merge(HolidayRow(day=one.day, shut=one.shut, name=one.name, source=one.source))
    session.flush()


def drop(session: Session, day: date) -> None:
    """As the library says again."""
    session.exec(delete(HolidayRow).where(col(HolidayRow.day) == day))


def hours(session: Session) -> Mapping[str, str]:
    """Of services whose hours are other than the catalogue's."""
    return {row.slug: row.hours for row in session.exec(select(HoursRow)).all()}


def put_hours(session: Session, slug: str, hours: str) -> None:
    """From now on; "": the catalogue's again."""
    session.exec(delete(HoursRow).where(col(HoursRow.slug) == slug))
    if hours:
        session.add(HoursRow(slug=slug, hours=hours))
    session.flush()


def opening(session: Session) -> tuple[Mapping[date, bool], Mapping[str, str]]:
    """Both, at one moment."""
    return announced(session), hours(session)
