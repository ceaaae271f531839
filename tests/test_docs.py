"""The pages say what the city does: every service, setting, code, command and link, and the README's words work."""

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from metaseoul.__main__ import COMMANDS, WINDOW
from metaseoul.texts import catalogue
from services.app import DESKS
from services.settings import Settings
from worlds.civic import ROOMS

HOUSE = Path(__file__).parent.parent
DOCS = HOUSE / "docs"
READMES = ("README.md", "README.ko.md")
SLUGS = [room.slug for room in ROOMS]
CODE = re.compile(r"[a-z0-9-]+\.[a-z0-9-]+")
LINK = re.compile(r"\]\(([^)#]*)(?:#[^)]*)?\)")
MENTIONED = re.compile(r"`((?:docs|tests|scripts|worlds|services|metaseoul|\.ci)/[\w./-]+)`")
RUN, TEST = "pip install uv && uv run metaseoul", "uv run scripts/check"


def page(name: str) -> str:
    return (HOUSE / name).read_text(encoding="utf-8")


def pages() -> list[Path]:
    return [*HOUSE.glob("*.md"), *DOCS.rglob("*.md")]


def raised() -> Iterator[tuple[str, str]]:
    """(code, module) of everything that is refused with a code written in the code."""
    for floor in ("worlds", "services", "metaseoul"):
        for module in (HOUSE / floor).rglob("*.py"):
            for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                    name = ast.unparse(node.func).rpartition(".")[2]
                    code = node.args[0].value
                    if name in ("Refusal", "StartFault", "Goodbye", "Refused") and CODE.fullmatch(str(code)):
                        yield str(code), module.relative_to(HOUSE).as_posix()


def listed(text: str) -> set[str]:
    """The codes that stand first in a row of a table."""
    return set(re.findall(r"^\| `([a-z0-9.-]+)`", text, re.MULTILINE))


@pytest.mark.parametrize("slug", SLUGS)
def test_a_service_has_a_page_with_all_its_paths(slug: str) -> None:
    text = page(f"docs/civic/{slug}.md")
    [desk] = [desk for desk in DESKS if desk.slug == slug]
    missing = [f"{route.method} {route.path}" for route in desk.routes if f"`{route.method} {route.path}`" not in text]
    assert not missing, f"docs/civic/{slug}.md does not name {missing}"


@pytest.mark.parametrize("slug", SLUGS)
def test_a_service_has_a_page_with_all_its_faults(slug: str) -> None:
    codes = {code for code, _ in raised() if code.startswith(f"{slug}.")}
    missing = codes - listed(page(f"docs/civic/{slug}.md"))
    assert not missing, f"docs/civic/{slug}.md has no row for {sorted(missing)}"


def test_every_fault_is_told_when_it_comes_and_what_to_do() -> None:
    told = listed(page("docs/faults.md"))
    known = {key.removeprefix("fault."): "a text" for key in catalogue("ko") if key.startswith("fault.")}
    known |= dict(raised())
    missing = {code: where for code, where in known.items() if code not in told and code.partition(".")[0] not in SLUGS}
    assert not missing, f"docs/faults.md has no row for {missing}"
    gone = told - set(known)
    assert not gone, f"docs/faults.md tells of {sorted(gone)}, which nobody refuses with"


@pytest.mark.parametrize("setting", list(Settings.__struct_fields__))
def test_every_setting_is_in_the_operators_page(setting: str) -> None:
    assert f"`METASEOUL_{setting.upper()}`" in page("docs/running.md"), f"docs/running.md does not tell of {setting}"


@pytest.mark.parametrize("command", [None, *COMMANDS])
def test_every_command_is_on_its_page_with_its_options(command: str | None) -> None:
    import argparse

    text = page("docs/commands.md")
    assert f"`metaseoul{' ' + command if command else ''}" in text
    if command == "serve":  # its options are the operator's settings
        return
    parser = argparse.ArgumentParser()
    importlib.import_module((COMMANDS[command] if command else WINDOW).module).add_arguments(parser)
    options = {
        word
        for action in parser._actions
        for word in action.option_strings
        if word.startswith("--") and word != "--help" and action.help is not argparse.SUPPRESS
    }
    missing = sorted(option for option in options if option not in text)
    assert not missing, f"docs/commands.md does not tell of {missing} of metaseoul {command or ''}"


@pytest.mark.parametrize("readme", READMES)
def test_the_readme_has_two_commands_to_run_and_to_test(readme: str) -> None:
    [block, *_] = re.findall(r"```\n(.*?)```", page(readme), re.DOTALL)
    assert block.splitlines() == [RUN, TEST]


def test_the_commands_of_the_readme_are_there() -> None:
    import tomllib

    project = tomllib.loads(page("pyproject.toml"))["project"]
    assert project["scripts"]["metaseoul"] == "metaseoul.__main__:main"
    assert (HOUSE / "scripts" / "check").stat().st_mode & 0o111, "scripts/check cannot be run"
    assert (HOUSE / "scripts" / "new_service").stat().st_mode & 0o111, "scripts/new_service cannot be run"
    assert TEST in page(".ci/run"), "continuous integration runs another line than the README's"


def test_both_readmes_say_the_same_and_lead_to_each_other() -> None:
    english, korean = (page(readme) for readme in READMES)
    for pattern in (r"^#+ ", r"^\| ", r"```"):
        assert len(re.findall(pattern, english, re.MULTILINE)) == len(re.findall(pattern, korean, re.MULTILINE))
    links = [set(LINK.findall(text)) - set(READMES) for text in (english, korean)]
    assert links[0] == links[1]
    assert "README.ko.md" in english
    assert "README.md" in korean


def test_the_picture_of_the_plaza_weighs_little() -> None:
    assert (DOCS / "pictures" / "plaza.png").stat().st_size <= 400 * 1024


@pytest.mark.parametrize("where", pages(), ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_every_link_and_every_file_that_is_named_is_there(where: Path) -> None:
    text = where.read_text(encoding="utf-8")
    links = [link for link in LINK.findall(text) if link and "://" not in link]
    broken = [link for link in links if not (where.parent / link).exists()]
    assert not broken, f"{where.relative_to(HOUSE)} links to {broken}"
    gone = [name for name in MENTIONED.findall(text) if not (HOUSE / name).exists()]
    assert not gone, f"{where.relative_to(HOUSE)} names {gone}"


def test_decisions_are_numbered_once_and_say_context_decision_and_consequences() -> None:
    files = sorted((DOCS / "decisions").glob("*.md"))
    numbers = [file.name[:4] for file in files]
    assert len(numbers) == len(set(numbers)), "two decisions have one number"
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", file.name), f"{file.name}: NNNN-some-words.md"
        assert text.startswith(f"# {file.name[:4]} "), f"{file.name}: its title begins with its number"
        for part in ("**Context.**", "**Decision.**", "**Consequences.**"):
            assert part in text, f"{file.name} has no {part}"


def test_every_numbered_decision_that_the_code_names_is_there() -> None:
    known = {file.name[:4] for file in (DOCS / "decisions").glob("*.md")}
    for floor in ("worlds", "services", "metaseoul", "tests"):
        for module in (HOUSE / floor).rglob("*.py"):
            named = set(re.findall(r"decisions/(\d{4})", module.read_text(encoding="utf-8")))
            assert named <= known, f"{module.relative_to(HOUSE)} names decisions {sorted(named - known)}"


def test_the_changelog_has_a_place_for_what_comes_next() -> None:
    assert "## [Unreleased]" in page("CHANGELOG.md")
