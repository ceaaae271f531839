"""The commands: quick to be asked, clear when they are misused, and never a traceback."""

import json
import os
import signal
import socket
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from metaseoul.__main__ import COMMANDS
from metaseoul.local import office
from metaseoul.texts import LANGUAGES, Texts
from worlds.digest import digest
from worlds.plan import place, places, tree

HELP_SECONDS = 0.6
"""Processor time until help is told; a person waits no longer than for a word."""
HEAVY = {"aiohttp", "direct", "numpy", "panda3d", "pyhanko", "sqlmodel"}
ASK = """
import sys, time
from metaseoul.__main__ import main
try:
    main(sys.argv[1:])
except SystemExit as end:
    code = end.code
print(code, time.process_time(), *sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


def metaseoul(
    *words: str, lines: str = "", display: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    told = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, "-m", "metaseoul", *words],
        input=lines,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**told, **environment, **({"DISPLAY": display} if display else {})},
    )


def refused(told: subprocess.CompletedProcess[str], code: int) -> str:
    """The one clear message of a command that did not do what was asked."""
    assert told.returncode == code
    assert "Traceback" not in told.stderr
    assert told.stderr.strip()
    return told.stderr


def test_an_unknown_command_is_answered_with_those_that_there_are() -> None:
    told = refused(metaseoul("nonsense"), 2)
    assert "nonsense" in told
    assert all(command in told for command in COMMANDS)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_told_at_once_without_loading_the_city(command: str) -> None:
    words = [command, "--help"] if command else ["--help"]
    asked = subprocess.run([sys.executable, "-c", ASK, *words], capture_output=True, text=True, check=True)
    code, seconds, *modules = asked.stderr.splitlines()[-1].split()
    assert code == "0"
    assert float(seconds) < HELP_SECONDS
    assert not HEAVY & set(modules)
    assert "--language" in asked.stdout


def test_the_first_help_lists_every_command() -> None:
    told = metaseoul("--help").stdout
    assert all(f"  {name} " in told and command.does in told for name, command in COMMANDS.items())


@pytest.mark.parametrize("at", [0, 1, 2, 3])
def test_a_language_counts_wherever_it_is_said(at: int) -> None:
    words = ["world", "digest", "atlantis"]
    told = refused(metaseoul(*words[:at], "--language", "zh", *words[at:]), 2)
    assert told.strip() == Texts("zh")(
        "fault.world.unknown-place", place="atlantis", places=", ".join(place.slug for place in places())
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_display_the_city_says_so_and_opens_in_words(language: str, url: str) -> None:
    told = metaseoul("--server", url, "--language", language)
    texts = Texts(language)
    assert (told.returncode, told.stderr.strip()) == (0, texts("text.no-display"))
    assert texts.of(place("plaza").title) in told.stdout


def test_a_display_that_is_not_there_is_no_display() -> None:
    told = metaseoul("--server", "http://127.0.0.1:1", display=":983")
    assert told.returncode == 0
    assert Texts("ko")("text.no-display") in told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_data_folder_that_cannot_be_written_is_said_with_its_path(tmp_path: Path, language: str) -> None:
    (tmp_path / "file").write_text("in the way")
    told = refused(metaseoul("text", "--language", language, METASEOUL_HOME=str(tmp_path / "file")), 1)
    assert told.strip() == Texts(language).fault("data.unwritable", path=tmp_path / "file" / "data")


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_damaged_store_is_said_with_its_path_and_left_as_it_is(own_folders: Path, language: str) -> None:
    with office():
        pass
    file = own_folders / "data" / "office" / "office.db"
    damaged = b"this is no database" * 500
    file.write_bytes(damaged)
    told = refused(metaseoul("text", "--language", language), 1)
    assert told.strip() == Texts(language).fault("store.damaged", path=file)
    assert file.read_bytes() == damaged


def test_a_port_in_use_is_said_with_its_number(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        told = refused(metaseoul("serve", "--port", str(port), "--data", str(tmp_path / "data")), 1)
    assert f"{port}번 포트" in told
    assert f"Port {port}" in told
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("habits", ["", "{", '{"recent": 7}', "[]", '{"language": "xx"}'])
def test_damaged_habits_are_forgotten_and_the_visit_goes_on(own_folders: Path, url: str, habits: str) -> None:
    folder = own_folders / "data"
    folder.mkdir(parents=True)
    (folder / "preferences.json").write_text(habits)
    told = metaseoul("text", "--server", url)
    assert (told.returncode, told.stderr) == (0, "")
    assert "서울광장" in told.stdout


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_ends_the_visit_quietly(url: str, asked: signal.Signals) -> None:
    command = [sys.executable, "-m", "metaseoul", "text", "--server", url]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    inherited = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(command, **pipes, preexec_fn=inherited) as visit:
        while not visit.stdout.readline().startswith(b"6 "):
            pass
        visit.send_signal(asked)
        assert visit.wait(60) == 130
        assert visit.stderr.read() == b""


@pytest.mark.parametrize(
    "words",
    [
        ["--size", "1x1"],
        ["--tier", "golden"],
        ["--language", "xx"],
        ["text", "--nonsense"],
        ["world"],
        ["world", "digest", "nowhere"],
        ["journey", "99"],
        ["journey", "one"],
        ["serve", "--port", "70000"],
    ],
    ids=" ".join,
)
def test_a_wrong_word_is_said_and_ends_with_two(words: list[str]) -> None:
    assert words[-1] in refused(metaseoul(*words), 2) or words == ["world"]


def test_the_world_is_listed_for_people_and_for_programs() -> None:
    listed = json.loads(metaseoul("world", "list", "--json").stdout)
    assert [line["place"] for line in listed] == [where.slug for where in places()]
    for line, where in zip(listed, places(), strict=True):
        assert (line["digest"], line["nodes"], line["title"]) == (digest(where), len(tree(where)), where.title)
    told = metaseoul("--language", "en", "world", "list").stdout
    assert all(where.title["en"] in told for where in places())


def test_every_place_is_whole() -> None:
    told = metaseoul("world", "check")
    assert (told.returncode, told.stdout.count(": ok")) == (0, len(places()))


def test_the_digest_of_a_place_is_told_by_its_name_and_by_its_other_names() -> None:
    assert metaseoul("world", "digest", "lobby").stdout == metaseoul("world", "digest", "city-hall").stdout
