"""A new service is written whole, or not at all; what is written stands in the house and says what is missing in it."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
ROOMS = ("metaseoul", "worlds", "services", "scripts", "docs", "tests")
SLUG, NAME = "lost-property", "lost_property"
SENTENCES = (
    "room.py: say in four languages what can be done in this room",
    "catalogue.py: name the one thing that phone and web cannot do",
    "rules.py: SOURCE names the statute, standard or paper",
    "rules.py: `answer` decides nothing yet",
    "docs/civic: say what the counter does, by which law",
)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The house, copied, with one new service in it."""
    copy = tmp_path_factory.mktemp("copy") / "house"
    for room in ROOMS:
        shutil.copytree(HOUSE / room, copy / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(HOUSE / ".ci", copy / ".ci")
    for file in ("pyproject.toml", "LICENSE", *(page.name for page in HOUSE.glob("*.md"))):
        shutil.copy(HOUSE / file, copy)
    if (HOUSE / ".mypy_cache").is_dir():
        shutil.copytree(HOUSE / ".mypy_cache", copy / ".mypy_cache")  # saves a minute
    written = new_service(copy, SLUG, "--title-ko", "유실물 창구", "--title-en", "Lost property")
    assert written.returncode == 0, written.stderr
    return copy


def new_service(house: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return python(house, "scripts/new_service", *words)


def python(house: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, *words], cwd=house, capture_output=True, text=True, check=False)


def everything(house: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(house)): path.read_bytes()
        for room in ROOMS
        for path in (house / room).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_a_new_service_has_one_name_on_every_floor(copy: Path) -> None:
    house = ("tests/test_floors.py", "tests/test_docs.py", "tests/test_texts.py")
    stands = python(copy, "-m", "pytest", "-p", "no:cacheprovider", *house)
    assert stands.returncode == 0, stands.stdout
    fresh = {path for path in everything(copy) if SLUG in path or NAME in path}
    assert fresh == {
        f"worlds/civic/{NAME}/__init__.py",
        f"worlds/civic/{NAME}/room.py",
        f"worlds/civic/{NAME}/wire.py",
        f"services/civic/{NAME}/__init__.py",
        f"services/civic/{NAME}/rules.py",
        f"services/civic/{NAME}/store.py",
        f"services/civic/{NAME}/desk.py",
        *(path for path in fresh if path.startswith("services/migrations/versions/")),
        f"metaseoul/civic/{NAME}.py",
        *(f"metaseoul/texts/{language}/{SLUG}.po" for language in ("ko", "en", "zh", "ja")),
        f"docs/civic/{SLUG}.md",
        f"tests/services/civic/test_{NAME}.py",
    }


def test_its_tests_fail_until_it_is_filled_with_a_sentence_each(copy: Path) -> None:
    told = python(copy, "-m", "pytest", "-p", "no:cacheprovider", f"tests/services/civic/test_{NAME}.py")
    assert told.returncode == 1
    # the one that needs an office runs on each kind of records, where this machine has them
    assert re.search(rf"{len(SENTENCES)} failed|{len(SENTENCES) + 1} failed", told.stdout)
    assert "passed" not in told.stdout
    assert [sentence for sentence in SENTENCES if sentence not in told.stdout] == []


def test_what_is_written_is_formatted_clean_and_typed(copy: Path) -> None:
    fresh = sorted(path for path in everything(copy) if NAME in path and path.endswith(".py"))
    lists = ["worlds/civic/__init__.py", "services/app.py", "services/catalogue.py", "metaseoul/civic/__init__.py"]
    typed = [path for path in fresh if not path.startswith("tests/")]
    for command in (
        ["ruff", "format", "--check", *fresh, *lists],
        ["ruff", "check", *fresh, *lists],
        ["mypy", *typed, *lists],
    ):
        told = python(copy, "-m", *command)
        assert told.returncode == 0, told.stdout


def test_the_city_stands_with_its_new_room_and_its_new_table(copy: Path) -> None:
    for command in (
        ["metaseoul", "world", "check"],
        ["pytest", "-p", "no:cacheprovider", "tests/worlds/test_places.py", "tests/services/test_store.py"],
    ):
        told = python(copy, "-m", *command)
        assert told.returncode == 0, told.stdout
        assert command[-1] != "check" or f"{SLUG}: ok" in told.stdout


def test_the_new_counter_opens_and_says_that_it_is_not_open_yet(copy: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "metaseoul", "text", "--language", "ko"],
        cwd=copy,
        input="유실물 창구에 말하기\n2\n우산\n1\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert "아직 열지 않은 창구입니다" in told.stdout, told.stdout + told.stderr


@pytest.mark.parametrize(
    ("slug", "why"),
    [
        (SLUG, "there is one already"),
        ("documents", "there is one already"),
        ("lobby", "there is one already"),
        ("Lost_Property", "lower-case words with hyphens"),
        ("two--hyphens", "lower-case words with hyphens"),
        ("../elsewhere", "lower-case words with hyphens"),
        ("a" * 31, "lower-case words with hyphens"),
        ("class", "a word of Python"),
        ("ui", "ui.po is there already"),
        ("web", "calls something else web"),
    ],
)
def test_a_name_that_cannot_be_used_is_refused_in_one_sentence_and_nothing_is_written(
    copy: Path, slug: str, why: str
) -> None:
    before = everything(copy)
    told = new_service(copy, slug)
    assert told.returncode == 2
    assert told.stdout == ""
    assert why in told.stderr
    assert len(told.stderr.splitlines()) == 1
    assert everything(copy) == before


def test_a_title_that_cannot_be_printed_is_refused(copy: Path) -> None:
    told = new_service(copy, "umbrellas", "--title-en", 'say "hello"')
    assert told.returncode == 2
    assert "title" in told.stderr
    assert not (copy / "worlds/civic/umbrellas").exists()
