"""A row to write and to look for, where a test cares for the records and not for what they hold."""

from sqlalchemy import text
from sqlmodel import Session


def insert(session: Session, name: str) -> str:
    session.execute(text("INSERT INTO citizen (id, since) VALUES (:id, '2026-01-01')"), {"id": name})
    return name


def names(session: Session) -> list[str]:
    return list(session.execute(text("SELECT id FROM citizen ORDER BY id")).scalars())
