"""The ground floor: values rounded to the millimetre, no import beyond numpy and msgspec, budgets of triangles."""

import ast
import sys
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worlds.geometry import mesh
from worlds.palette import COLOURS, colour
from worlds.plan import place, places
from worlds.rounding import millimetres
from worlds.shape import Box, Group, Place, Scatter, Shape, row

ROOT = Path(__file__).parents[2] / "worlds"
ALLOWED = set(sys.stdlib_module_names) | {"numpy", "msgspec", "worlds"}
CHANCE = {"random", "secrets", "time", "datetime", "uuid", "socket", "subprocess"}
DATED = {"accounts.py", "numbers.py"}
"""Values that are said with a day in them: the type, no clock."""
PURE = [*ROOT.glob("geometry/*.py"), *ROOT.glob("seoul/*.py"), *ROOT.glob("*.py")]
"""How far levels 0 and 1 carry on the lowest tier when this budget is counted; metres."""


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").split(".")[0])
    return found


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT)))
def test_the_ground_floor_leans_on_nothing_but_numpy_and_msgspec(path: Path) -> None:
    assert imports(path) <= ALLOWED


@pytest.mark.parametrize("path", sorted(PURE), ids=lambda p: str(p.relative_to(ROOT)))
def test_places_and_geometry_know_no_clock_no_chance_no_network(path: Path) -> None:
    assert not imports(path) & (CHANCE - {"datetime"} if path.name in DATED else CHANCE)
    assert "numpy.random" not in path.read_text(encoding="utf-8")
    assert "hash(" not in path.read_text(encoding="utf-8").replace("__hash__(", "")


@given(st.floats(-1e5, 1e5), st.floats(-1e5, 1e5), st.floats(0, 1e3))
def test_a_shape_holds_whole_millimetres(x: float, y: float, width: float) -> None:
    box = Box("box", (x, y, -1e-9), (width, 1, 2), "oak", turn=x)
    again = Box("box", box.at, box.size, "oak", turn=box.turn)
    assert box == again
    assert box.at[0] == millimetres(x)
    assert str(box.at[2]) == "0.0"


def test_a_row_stands_in_step_with_names_of_its_own() -> None:
    stools = row(Box("stool", (1, 0, 0), (0.4, 0.4, 0.45), "ash"), 3, (0, 1.2, 0))
    assert [s.name for s in stools] == ["stool-1", "stool-2", "stool-3"]
    assert [s.at for s in stools] == [(1, 0, 0), (1, 1.2, 0), (1, 2.4, 0)]


LIMITS = (400_000, 150_000, 65_000)
"""Triangles of a whole place at each level; a view sees a part of them."""


def parts_of(part: Shape) -> list[Shape]:
    if isinstance(part, Group):
        return [part, *(inner for child in part.parts for inner in parts_of(child))]
    return [part, *(parts_of(part.of) if isinstance(part, Scatter) else [])]


@pytest.mark.parametrize("where", places(), ids=lambda p: p.slug)
def test_every_colour_is_in_the_palette_and_clusters_have_names_of_their_own(where: Place) -> None:
    names = [cluster.name for cluster in where.parts]
    assert len(names) == len(set(names))
    for part in (inner for cluster in where.parts for inner in parts_of(cluster)):
        named = getattr(part, "colour", None)
        assert named is None or named in COLOURS
    assert colour("white")[0] > 0.9


@pytest.mark.parametrize("where", places(), ids=lambda p: p.slug)
def test_a_place_keeps_its_budget_of_triangles(where: Place) -> None:
    counts = tuple(len(mesh(where, level).triangles) for level in (0, 1, 2))
    assert all(count <= limit for count, limit in zip(counts, LIMITS, strict=True)), counts


def test_the_whole_plaza_is_built_in_a_moment() -> None:
    began = process_time()
    mesh(place("plaza"), 0)
    assert process_time() - began < 3.0
