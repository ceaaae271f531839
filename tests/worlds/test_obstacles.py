"""Walk maps are what a plain, slow look at every triangle tells, and extents hold what they stand for."""

from collections.abc import Iterator
from itertools import product
from math import ceil, floor, hypot

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from worlds.extent import extent
from worlds.geometry import mesh, own
from worlds.geometry.mesh import placing
from worlds.obstacles import CLEARANCE, HEAD, KNEE, SLICE, STEP
from worlds.shape import Box, Group, Lathe, Loft, Place, Roof, RoofKind, Scatter, Shape, Sign, Tower, Tree, Tube
from worlds.walk import CELL, walk_map

SIDE = 5.0
GROUND = Box("ground", (0, 0, -0.2), (2 * SIDE, 2 * SIDE, 0.2), "granite", floor=True)

length = st.floats(0.1, 4.0)
across = st.floats(-SIDE, SIDE)
at = st.tuples(across, across, st.floats(-1.0, 3.0))
turn = st.floats(0, 360)
kinds: st.SearchStrategy[RoofKind] = st.sampled_from(("ujingak", "paljak", "matbae", "skirt", "moim"))

boxes = st.builds(
    lambda at, size, turn: Box("box", at, size, "granite", turn=turn), at, st.tuples(length, length, length), turn
)
steps = st.builds(
    lambda x, y, high, size: Box("step", (x, y, 0), (size, size, high), "granite", floor=True),
    across,
    across,
    st.floats(0.05, 0.8),
    st.floats(1.0, 5.0),
)
roofs = st.builds(
    lambda at, wide, kind, lift: Roof(
        "roof", at, (wide + 1.5, wide), wide / 3, "granite", kind=kind, lift=lift, turn=30.0, overhang=0.8
    ),
    at,
    st.floats(1.5, 5.0),
    kinds,
    st.floats(0, 1.2),
)
columns = st.builds(
    lambda at, reach, high: Lathe("column", at, ((reach, 0), (reach * 0.8, high)), "granite"),
    at,
    st.floats(0.1, 0.8),
    length,
)
lofts = st.builds(
    lambda at, wide, high: Loft("cloth", at, (((0, 0, 0), (wide, 0, 0)), ((0, 0.3, high), (wide, 1, high))), "granite"),
    at,
    length,
    length,
)
tubes = st.builds(
    lambda at, end, reach: Tube(
        "rail", at, ((0, 0, 0), (1, 1, end), (3, 1, end + 0.5)), (reach, 0.05, reach), "granite"
    ),
    at,
    st.floats(0.2, 2),
    st.floats(0.05, 0.4),
)
others = st.sampled_from(
    (
        Sign("sign", (1, 1, 0.4), (1.5, 0.6), {}),
        Tower("tower", (-4, -4, 0), (2, 3, 6), "granite"),
        Tree("tree", (2, -2, 0), "pine", size=0.7),
        Box("lawn", (0, 3, 0.05), (2, 2, 0.02), "granite", seasons=("summer",)),
    )
)
single = st.one_of(boxes, roofs, columns, lofts, tubes, others)
scattered = st.builds(
    lambda part, spots: Scatter("some", (0.3, -0.2, 0.1), part, tuple((x, y, z, x * 30, 0.8) for x, y, z in spots)),
    st.one_of(boxes, columns, others),
    st.lists(at, max_size=4),
)
parts = st.one_of(single, single, scattered, steps)


@st.composite
def grounds(draw: st.DrawFn) -> Place:
    """A small place, some of it out of reach or out of its bounds."""
    inner = tuple(draw(st.lists(parts, max_size=6)))
    group = Group("things", (draw(across) / 4, 0, 0), inner, turn=draw(turn))
    bounds = (-SIDE - 1, -SIDE, SIDE, SIDE - 0.5)
    return Place(
        slug="field",
        title={},
        text={},
        bounds=bounds,
        parts=(Group("ground", (0, 0, 0), (GROUND,)), group),
        spawn=(0.1, 0.1, 0),
        views={},
    )


def plain(place: Place) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Heights and blocked cells, by looking at everything everywhere."""
    x0, y0, x1, y1 = place.bounds
    rows, columns = round((y1 - y0) / CELL), round((x1 - x0) / CELL)
    height = np.full((rows, columns), np.nan, np.float32)
    solid: list[NDArray[np.float64]] = []
    for part, matrix in standing(place.parts):
        made = own(part, 1)
        points = (made.position @ matrix[:3, :3].T + matrix[:3, 3]).astype(np.float32)
        corners = points[made.triangles].astype(np.float64)
        if (part.of if isinstance(part, Scatter) else part).floor:
            for face in corners[made.normal[made.triangles[:, 0], 2] > 0.5]:
                raise_cells(height, face, (x0, y0))
        else:
            solid += list(corners)
    blocked = np.isnan(height)
    for row, column in product(range(rows), range(columns)):
        for beside in ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)):
            if 0 <= beside[0] < rows and 0 <= beside[1] < columns:
                blocked[row, column] |= abs(height[row, column] - height[beside]) > STEP
    for face in solid:
        cut(blocked, height, face, (x0, y0))
    start = floor((place.spawn[1] - y0) / CELL), floor((place.spawn[0] - x0) / CELL)
    reached, waiting = {start}, [start]
    while waiting and not blocked[start]:
        row, column = waiting.pop()
        for beside in ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)):
            if 0 <= beside[0] < rows and 0 <= beside[1] < columns and beside not in reached and not blocked[beside]:
                reached.add(beside)
                waiting.append(beside)
    free = np.zeros_like(blocked)
    for cell in reached:
        free[cell] = not blocked[cell]
    return np.nan_to_num(height, nan=0.0), ~free


def standing(
    shapes: tuple[Shape, ...], inside: NDArray[np.float64] | None = None
) -> Iterator[tuple[Shape, NDArray[np.float64]]]:
    for part in shapes:
        matrix = (np.eye(4) if inside is None else inside) @ placing(part.at, part.turn)
        if part.seasons:
            continue
        if isinstance(part, Group):
            yield from standing(part.parts, matrix)
        else:
            yield part, matrix


def raise_cells(height: NDArray[np.float32], face: NDArray[np.float64], origin: tuple[float, float]) -> None:
    (ax, ay), (bx, by), (cx, cy) = (face[:, :2] - np.array(origin)) / CELL - 0.5
    area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
    if abs(area) < 1e-9:
        return
    for y, x in product(range(height.shape[0]), range(height.shape[1])):
        second = ((x - ax) * (cy - ay) - (y - ay) * (cx - ax)) / area
        third = ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / area
        outer = min(ax, bx, cx) <= x <= max(ax, bx, cx) and min(ay, by, cy) <= y <= max(ay, by, cy)
        if outer and second >= -1e-6 and third >= -1e-6 and second + third <= 1 + 1e-6:
            z = np.float32(face[0, 2] + second * (face[1, 2] - face[0, 2]) + third * (face[2, 2] - face[0, 2]))
            height[y, x] = np.fmax(height[y, x], z)


def cut(
    blocked: NDArray[np.bool_], height: NDArray[np.float32], face: NDArray[np.float64], origin: tuple[float, float]
) -> None:
    rows, columns = blocked.shape
    low, high = face[:, 2].min(), face[:, 2].max()
    for number in range(floor(low / SLICE) - 1, ceil(high / SLICE) + 1):
        plane = number * SLICE + 0.01
        if not low <= plane < high:
            continue
        above = face[:, 2] > plane
        alone = int(above.argmax()) if above.sum() == 1 else int((~above).argmax())
        lone, ends = face[alone], []
        for other in (face[(alone + 1) % 3], face[(alone + 2) % 3]):
            share = (plane - lone[2]) / (other[2] - lone[2])
            ends.append(lone[:2] + share * (other - lone)[:2])
        count = max(ceil(np.linalg.norm(ends[1] - ends[0]) / (CELL / 2)), 1)
        for step in range(count + 1):
            x, y = (ends[0] + step / count * (ends[1] - ends[0]) - np.array(origin)) / CELL
            if not (0 <= floor(y) < rows and 0 <= floor(x) < columns):
                continue
            for row, column in product(range(floor(y) - 2, floor(y) + 3), range(floor(x) - 2, floor(x) + 3)):
                if 0 <= row < rows and 0 <= column < columns:
                    near = hypot(column + 0.5 - x, row + 0.5 - y) <= CLEARANCE / CELL
                    over = np.float32(plane) - height[row, column]
                    blocked[row, column] |= bool(near and np.float32(KNEE) < over < np.float32(HEAD))


@settings(max_examples=20, deadline=None)
@given(grounds())
def test_a_walk_map_is_what_a_plain_look_at_every_triangle_tells(place: Place) -> None:
    ways = walk_map(place)
    height, blocked = plain(place)
    assert np.array_equal(ways.height, height)
    assert np.array_equal(ways.blocked, blocked)


@settings(max_examples=200, deadline=None)
@given(st.one_of(single, scattered))
def test_an_extent_holds_the_whole_mesh(part: Shape) -> None:
    box, made = extent(part), own(part, 1)
    if box is not None and len(made.position):
        assert (made.position >= box[0] - 1e-3).all()
        assert (made.position <= box[1] + 1e-3).all()


def test_an_extent_holds_every_kind_of_roof() -> None:
    for kind, wide in product(("ujingak", "paljak", "matbae", "skirt", "moim"), (2.0, 8.0, 40.0)):
        part = Roof("roof", (0, 0, 0), (wide * 1.6, wide), wide / 4, "granite", kind=kind)  # type: ignore[arg-type]
        box, made = extent(part), mesh(part, 1)
        assert box is not None
        assert (made.position >= box[0]).all()
        assert (made.position <= box[1]).all()
