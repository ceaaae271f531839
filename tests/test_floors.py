"""The house stands: no import leans upward, and a service has one name on every floor."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from metaseoul.civic import SCREENS
from worlds.civic import ROOMS

HOUSE = Path(__file__).parent.parent
FLOORS = ("worlds", "services", "metaseoul")
GROUND_MAY = {"numpy", "msgspec", "worlds"}
ABOVE = {"worlds": {"services", "metaseoul", "panda3d", "direct"}, "services": {"metaseoul", "panda3d", "direct"}}
OFFICE_DOOR = "metaseoul/local.py"


def modules(floor: str) -> Iterator[Path]:
    return (HOUSE / floor).rglob("*.py")


def imported(module: Path) -> set[str]:
    """The top-level names a module imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found


@pytest.mark.parametrize("floor", ["worlds", "services"])
def test_no_import_leans_upward(floor: str) -> None:
    for module in modules(floor):
        leaning = imported(module) & ABOVE[floor]
        assert not leaning, f"{module.relative_to(HOUSE)} leans on {', '.join(leaning)}, which stands above {floor}/"


def test_the_ground_needs_only_numpy_and_msgspec() -> None:
    import sys

    for module in modules("worlds"):
        foreign = imported(module) - set(sys.stdlib_module_names) - GROUND_MAY
        assert not foreign, (
            f"{module.relative_to(HOUSE)} needs {', '.join(foreign)}; the ground has only numpy and msgspec"
        )


@pytest.mark.parametrize("name", ["random", "time", "socket", "os", "subprocess"])
def test_the_ground_has_no_clock_no_chance_and_no_files(name: str) -> None:
    for module in modules("worlds"):
        assert name not in imported(module), f"{module.relative_to(HOUSE)} imports {name}: the ground is pure"


def test_the_client_meets_the_office_at_one_door() -> None:
    for module in modules("metaseoul"):
        path = module.relative_to(HOUSE).as_posix()
        if path != OFFICE_DOOR:
            assert "services" not in imported(module), f"{path} imports services; only {OFFICE_DOOR} may"


def test_widgets_stay_in_the_kit() -> None:
    for module in modules("metaseoul"):
        path = module.relative_to(HOUSE).as_posix()
        if not path.startswith("metaseoul/ui/"):
            text = module.read_text(encoding="utf-8")
            assert "direct.gui" not in text, f"{path} uses DirectGUI; only metaseoul/ui/ may"


def test_a_service_has_one_name_on_every_floor() -> None:
    slugs = [room.slug for room in ROOMS]
    assert [screen.room.slug for screen in SCREENS] == slugs, (
        "ROOMS and SCREENS name different services, or in another order"
    )
    for slug in slugs:
        name = slug.replace("-", "_")
        for place in (
            f"worlds/civic/{name}/room.py",
            f"worlds/civic/{name}/wire.py",
            f"services/civic/{name}/rules.py",
            f"services/civic/{name}/store.py",
            f"services/civic/{name}/desk.py",
            f"metaseoul/civic/{name}.py",
            f"docs/civic/{slug}.md",
        ):
            assert (HOUSE / place).is_file(), f"the service {slug} is missing on a floor: {place}"
    for floor in ("worlds", "services"):
        built = {folder.name for folder in (HOUSE / floor / "civic").iterdir() if (folder / "__init__.py").is_file()}
        assert built == {slug.replace("-", "_") for slug in slugs}, (
            f"{floor}/civic holds a service that is not registered"
        )


def test_every_anchor_opens_a_method_of_its_screen() -> None:
    for screen in SCREENS:
        for anchor in screen.room.anchors:
            method = getattr(screen, anchor.opens, None)
            assert callable(method), (
                f"{screen.room.slug}: the anchor {anchor.name} opens {anchor.opens}, which {screen.__name__} lacks"
            )


def test_no_module_is_longer_than_five_hundred_lines() -> None:
    for floor in FLOORS:
        for module in modules(floor):
            length = len(module.read_text(encoding="utf-8").splitlines())
            assert length <= 500, f"{module.relative_to(HOUSE)} has {length} lines; a newcomer is lost after 300"
