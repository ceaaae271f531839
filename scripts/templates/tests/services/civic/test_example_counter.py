"""What is missing at this counter: each test fails, with a sentence, until its part is filled."""

from pathlib import Path

from services.catalogue import CATALOGUE
from services.civic.example_counter import rules
from tests.services.conftest import Office
from worlds.civic.example_counter.room import ROOM
from worlds.civic.example_counter.wire import Wish

PAGE = Path(__file__).parents[3] / "docs" / "civic" / "example-counter.md"
PREPARING = "준비 중"


def test_the_room_says_what_it_is_for() -> None:
    assert PREPARING not in ROOM.text["ko"], "room.py: say in four languages what can be done in this room"


def test_the_catalogue_says_what_only_this_counter_can_do() -> None:
    [entry] = [entry for entry in CATALOGUE if entry.slug == ROOM.slug]
    assert PREPARING not in entry.advantage["ko"], "catalogue.py: name the one thing that phone and web cannot do"


def test_the_rules_say_where_they_stand() -> None:
    assert rules.SOURCE, "rules.py: SOURCE names the statute, standard or paper, and the day it was read"


async def test_what_is_asked_is_answered_and_filed(office: Office) -> None:
    token = await office.join_as("sample-1")
    answer = await office.post("/example-counter", Wish("예"), token)
    assert answer.status == 201, f"rules.py: `answer` decides nothing yet: {await answer.text()}"
    filed = await answer.json()
    assert await (await office.get("/example-counter", token)).json() == [filed]


def test_the_page_says_what_the_counter_does() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert PREPARING not in page, "docs/civic: say what the counter does, by which law, and what it leaves out"
