"""An edited place is seen in the running city; what cannot be read is told in one line, and the old place stays."""

import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import pytest

from metaseoul import reload
from metaseoul.__main__ import main
from services.sessions.ground import city
from tests.metaseoul.visitors import Visitor, visiting
from worlds import plan
from worlds.digest import digest
from worlds.shape import Place

PLAZA = Path("worlds", "seoul", "plaza.py")
TITLE, EDITED = 'TITLES["plaza"]', '{**TITLES["plaza"], "ko": "새로운 광장"}'


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the house whose files can be edited."""
    copy = tmp_path / "house"
    for floor in ("worlds", "metaseoul"):
        shutil.copytree(reload.HOUSE / floor, copy / floor, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(reload, "HOUSE", copy)
    monkeypatch.setattr(plan, "ENTRIES", plan.ENTRIES)
    monkeypatch.setattr(plan, "_BUILT", {"plaza": plan.place("plaza")})
    return copy


@pytest.fixture
async def visitor(house: Path, url: str) -> AsyncIterator[Visitor]:
    async with visiting(url) as someone:
        await someone.is_here()
        with reload.reloading(someone.visit, True):
            yield someone


def edit(house: Path, old: str, new: str) -> None:
    file = house / PLAZA
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


async def test_an_edited_place_is_told_and_the_office_holds_it_true_too(house: Path, visitor: Visitor) -> None:
    plaza = plan.place("plaza")
    edit(house, TITLE, EDITED)
    await visitor.hears("== 새로운 광장")
    assert plan.place("plaza") is not plaza
    assert city()["plaza"].digest == digest(plan.place("plaza")) != digest(plaza)
    visitor.visit.live.renew("plaza")
    await visitor.is_here()


async def test_places_that_nobody_edited_stay_the_very_same(house: Path, visitor: Visitor) -> None:
    lobby = plan.place("documents")
    edit(house, TITLE, EDITED)
    await visitor.hears_text("reload.done")
    assert plan.place("documents") is lobby


async def test_only_places_that_somebody_went_to_are_read_again(house: Path, visitor: Visitor) -> None:
    edit(house, TITLE, EDITED)
    await visitor.hears_text("reload.done")
    assert "gyeongbokgung" not in {place.slug for place in plan.built()}


def test_a_place_that_nobody_went_to_is_read_when_its_own_file_was_written(
    house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan, "_BUILT", {})
    edit(house, TITLE, EDITED)
    (edited,) = reload.read(house, [str(house / PLAZA)])
    (place,) = [msgspec.msgpack.decode(packed, type=Place) for packed in edited.places]
    assert (place.slug, place.title["ko"]) == ("plaza", "새로운 광장")


def test_where_somebody_waits_is_told_before_all_other_places(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "_BUILT", {slug: plan.place(slug) for slug in ("sejong-daero", "plaza")})
    file = house / "worlds" / "seoul" / "centre" / "edges.py"
    text = file.read_text(encoding="utf-8")
    assert '"서울광장"' in text
    file.write_text(text.replace('"서울광장"', '"새로운 광장"'), encoding="utf-8")
    told = [
        [msgspec.msgpack.decode(packed, type=Place).slug for packed in edited.places]
        for edited in reload.read(house, [str(file)], "plaza")
    ]
    assert told == [["plaza"], ["sejong-daero"]]


@pytest.mark.parametrize(("new", "why"), [(f"{TITLE} +", "SyntaxError"), (f"{TITLE} | nobody", "NameError")])
async def test_a_mistake_is_told_in_one_line_and_the_old_place_stays(
    house: Path, visitor: Visitor, new: str, why: str
) -> None:
    before = plan.built()
    edit(house, TITLE, new)
    told = await visitor.hears_text("reload.failed")
    assert "worlds/seoul/plaza.py:" in told
    assert why in told
    assert len(told.splitlines()) == 1
    assert all(plan.place(then.slug) is then for then in before)


async def test_what_is_no_place_needs_a_new_start_and_says_so(house: Path, visitor: Visitor) -> None:
    file = house / "worlds" / "walk.py"
    file.write_text(file.read_text(encoding="utf-8") + "\n# edited\n", encoding="utf-8")
    await visitor.hears_text("reload.restart")


async def test_nobody_is_torn_out_of_a_form_and_sees_the_new_place_afterwards(house: Path, visitor: Visitor) -> None:
    visitor.types("등본")
    await visitor.sees("documents.issue")
    edit(house, TITLE, EDITED)
    await visitor.hears_text("reload.done")
    assert (await visitor.sees("documents.issue")).kind == "form"
    visitor.types("0")
    await visitor.picks("map", of="place")
    assert "새로운 광장" in [action.label for action in (await visitor.sees("map")).actions]


def test_the_watching_process_goes_with_the_one_that_asked() -> None:
    watcher = subprocess.Popen([sys.executable, "-m", "metaseoul.reload"], stdin=subprocess.PIPE, cwd=reload.HOUSE)
    assert watcher.stdin is not None
    reload.write(watcher.stdin, msgspec.msgpack.encode({}))
    watcher.stdin.close()
    assert watcher.wait(timeout=10) == 0


def test_a_city_elsewhere_is_not_reloaded(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["text", "--reload", "--server", "http://localhost:1"])
    assert ended.value.code == 2
    assert "not allowed with" in capsys.readouterr().err
