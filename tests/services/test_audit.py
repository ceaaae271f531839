"""Every look at a citizen's file is noted where nobody can change it unseen."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, SQLModel, create_engine

from services import audit
from services.accounts.store import CitizenRow
from services.store import Store

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)


def born(session: Session, citizen: str) -> None:
    session.add(CitizenRow(id=citizen, since=date(2026, 11, 27)))
    session.flush()


def noted(session: Session, citizen: str, count: int) -> None:
    for number in range(count):
        at = NOON + timedelta(seconds=number)
        audit.note(session, audit.Entry(citizen, at, "office", "register.read", about=f"{number}"))


@pytest.fixture
def past_the_triggers():
    """A database whose triggers are gone, as for somebody who has its file."""
    engine = create_engine("sqlite://")
    SQLModel.metadata.create_all(engine)
    with Session(engine) as session:
        born(session, "가")
        born(session, "나")
        yield session
    engine.dispose()


async def test_looks_are_told_newest_first_and_only_to_whom_they_are_about(store: Store) -> None:
    await store.transact(born, "가")
    await store.transact(born, "나")
    await store.transact(noted, "가", 3)
    await store.transact(noted, "나", 1)
    looks = await store.look_up(audit.of, "가")
    assert [look.about for look in looks] == ["2", "1", "0"]
    assert looks[0].at == "2026-11-27T21:00:02+09:00"
    assert await store.look_up(audit.of, "다") == ()


async def test_the_database_refuses_to_change_or_remove_a_look(store: Store) -> None:
    await store.transact(born, "가")
    await store.transact(noted, "가", 2)
    for order in ("UPDATE audit SET who = 'self'", "DELETE FROM audit WHERE number = 2"):
        with pytest.raises(DBAPIError, match="never changed"):
            await store.transact(lambda session, order=order: session.execute(text(order)))
    assert (await store.look_up(audit.checked)).broken is None


async def test_what_is_refused_is_not_noted(store: Store) -> None:
    await store.transact(born, "가")

    def refused(session: Session) -> None:
        raise LookupError

    with pytest.raises(LookupError):
        await store.transact(audit.audited, audit.Entry("가", NOON, "self", "document.fetched"), refused)
    assert await store.look_up(audit.of, "가") == ()


def test_ten_thousand_rows_are_checked_and_a_changed_one_is_named(past_the_triggers: Session) -> None:
    session = past_the_triggers
    noted(session, "가", 10_000)
    whole = audit.checked(session)
    assert (whole.rows, whole.broken) == (10_000, None)
    session.execute(text("UPDATE audit SET about = 'nothing' WHERE number = 7311"))
    assert audit.checked(session).broken == 7311


@pytest.mark.parametrize(
    ("order", "named"),
    [
        ("DELETE FROM audit WHERE number = 5", 5),
        ("UPDATE audit SET number = 99 WHERE number = 5", 5),
        ("UPDATE audit SET at = at + 1 WHERE number = 1", 1),
        ("UPDATE audit SET digest = x'00' WHERE number = 9", 9),
        ("UPDATE audit SET file = 'another' WHERE number = 3", 3),
    ],
)
def test_whatever_is_done_to_a_row_is_found(past_the_triggers: Session, order: str, named: int) -> None:
    noted(past_the_triggers, "가", 10)
    past_the_triggers.execute(text(order))
    assert audit.checked(past_the_triggers).broken == named


def test_rows_cut_off_at_the_end_are_found_by_who_kept_the_last_digest(past_the_triggers: Session) -> None:
    noted(past_the_triggers, "가", 10)
    kept = audit.checked(past_the_triggers).last
    past_the_triggers.execute(text("DELETE FROM audit WHERE number > 8"))
    cut = audit.checked(past_the_triggers, kept)
    assert (cut.broken, cut.cut) == (None, True)
    noted(past_the_triggers, "가", 5)
    assert audit.checked(past_the_triggers, kept).cut
    assert not audit.checked(past_the_triggers, cut.last).cut


def test_a_file_that_is_forgotten_leads_from_no_row_to_anybody(past_the_triggers: Session) -> None:
    session = past_the_triggers
    noted(session, "가", 2)
    owner = session.get(CitizenRow, "가")
    assert owner is not None
    owner.file = None
    session.flush()
    assert audit.of(session, "가") == ()
    noted(session, "가", 1)
    assert len(audit.of(session, "가")) == 1
    assert audit.checked(session).rows == 3
