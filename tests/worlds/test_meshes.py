"""Meshes keep the contract of worlds/geometry/mesh.py, at every level, for every cluster of every place."""

import numpy as np
import pytest

from worlds.geometry import Mesh, joined, mesh, moved
from worlds.geometry.build import Forms
from worlds.geometry.mesh import copies, placing
from worlds.plan import places
from worlds.shape import Box, Group, Lathe, Leaves, Place, Prism, Roof, Scatter, Storey, Tree, Tube
from worlds.shape import Facade as Wall

BALL = tuple((float(np.sin(k * np.pi / 6)), 1 - float(np.cos(k * np.pi / 6))) for k in range(7))
FOLDED = 0.005
"""Share of triangles that a sharp crest of a smooth surface may fold over."""
SOLIDS = (
    Box("box", (3, 2, 1), (1, 2, 3), "oak", faces="snewtb", turn=30),
    Box("bevelled", (0, 0, 0), (1, 2, 3), "oak", faces="snewtb", bevel=0.1),
    Lathe("ball", (1, 1, 1), BALL, "white"),
    Leaves("leaves", (0, 0, 0), (1, 2, 0.5), "leaf"),
)


def area_normals(found: Mesh) -> np.ndarray:
    corners = found.position[found.triangles].astype(np.float64)
    return np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])


@pytest.mark.parametrize("level", [0, 1, 2])
@pytest.mark.parametrize("where", places(), ids=lambda p: p.slug)
def test_clusters_are_finite_with_unit_normals_and_triangles_that_turn_the_way_they_look(
    where: Place, level: int
) -> None:
    for part in where.parts:
        found = mesh(part, level)
        for column in ("position", "normal", "colour", "occlusion", "gloss", "glow", "sample"):
            assert np.isfinite(getattr(found, column)).all(), part.name
            assert len(getattr(found, column)) == len(found.position), part.name
        assert np.allclose(np.linalg.norm(found.normal, axis=1), 1, atol=1e-4), part.name
        for column in ("colour", "occlusion", "gloss", "glow"):
            assert getattr(found, column).min(initial=0) >= 0, part.name
            assert getattr(found, column).max(initial=0) <= 1.001, part.name
        assert int(found.triangles.max(initial=0)) < max(len(found.position), 1), part.name
        across = area_normals(found)
        length = np.linalg.norm(across, axis=1, keepdims=True)
        assert (length > 1e-7).all(), part.name
        mean = found.normal[found.triangles].mean(1)
        turned = (across / length * mean).sum(1) <= -0.05
        assert turned.sum() <= FOLDED * len(turned), part.name


@pytest.mark.parametrize("solid", SOLIDS, ids=lambda s: s.name)
def test_a_closed_solid_looks_outward(solid: Box) -> None:
    found = mesh(solid)
    corners = found.position[found.triangles].astype(np.float64)
    corners -= found.position.mean(0)
    volume = (corners[:, 0] * np.cross(corners[:, 1], corners[:, 2])).sum() / 6
    assert volume > 0.1
    assert ((area_normals(found) * corners.mean(1)).sum(1) > 0).all()


@pytest.mark.parametrize("where", places(), ids=lambda p: p.slug)
def test_a_coarser_level_never_has_more_triangles(where: Place) -> None:
    for part in where.parts:
        counts = [len(mesh(part, level).triangles) for level in (0, 1, 2)]
        assert counts == sorted(counts, reverse=True), part.name


def test_the_same_value_gives_the_same_bytes() -> None:
    for where in places()[:4]:
        first, second = mesh(where, 1), mesh(where, 1)
        assert first.position.tobytes() == second.position.tobytes()
        assert first.triangles.tobytes() == second.triangles.tobytes()
        assert first.colour.tobytes() == second.colour.tobytes()


def test_parts_of_one_form_are_made_once_and_as_if_each_were_made_alone() -> None:
    forms = Forms()
    here, there = Box("one", (0, 0, 0), (1, 2, 3), "oak"), Box("two", (5, 0, 1), (1, 2, 3), "oak", turn=30.0)
    assert forms.own(here, 0) is forms.own(there, 0)
    assert forms.own(here, 1) is not forms.own(here, 0)
    assert forms.own(here, 0) is not forms.own(Box("three", (0, 0, 0), (1, 2, 3), "ash"), 0)
    row = Group("row", (0, 0, 0), (here, there, Scatter("s", (0, 0, 0), there, ((1.0, 0.0, 0.0, 0.0, 1.0),))))
    assert forms.own(row, 0).position.tobytes() == mesh(row).position.tobytes()


def test_a_mirrored_mesh_still_looks_outward() -> None:
    found = moved(mesh(SOLIDS[0]), np.diag([-1.0, 1.0, 1.0, 1.0]))
    assert ((area_normals(found) * found.normal[found.triangles[:, 0]]).sum(1) > 0).all()


def test_joining_keeps_every_triangle_and_gives_uv_to_all_or_none() -> None:
    box, tree = mesh(SOLIDS[0]), mesh(Tree("tree", (0, 0, 0), "pine"))
    both = joined([box, tree])
    assert len(both.triangles) == len(box.triangles) + len(tree.triangles)
    assert both.uv is None
    assert joined([]).uv is None


def test_copies_stand_where_they_are_put() -> None:
    matrices = np.array([placing((5, 0, 0)), placing((0, 7, 0), 90, 2)])
    found = copies(mesh(Box("box", (0, 0, 0), (1, 1, 1), "oak")), matrices, np.ones(2))
    half = len(found.position) // 2
    assert np.allclose(found.position[:half].mean(0)[:2], (5, 0))
    assert np.allclose(np.ptp(found.position[half:], axis=0), 2)


def test_an_outline_with_an_inward_corner_keeps_its_area() -> None:
    shape = Prism("corner", (0, 0, 0), ((0, 0), (4, 0), (4, 4), (2, 1), (0, 4)), 2, "oak")
    found = mesh(shape)
    top = found.normal[found.triangles[:, 0], 2] > 0.9
    assert np.isclose(np.linalg.norm(area_normals(found)[top], axis=1).sum() / 2, 10.0)


def test_a_roof_a_facade_and_a_tube_hold_what_they_promise() -> None:
    roof = mesh(Roof("roof", (0, 0, 5), (12, 7), 4, "tile"))
    assert roof.position[:, 2].max() > 9
    storeys = (Storey(0, 4, 1, 3), Storey(4, 8, 5, 7))
    wall = mesh(Wall("wall", (0, 0, 0), 12, storeys, "stone", bay=3, lit=1.0))
    assert wall.glow.max() > 0.5
    assert wall.position[:, 1].max() > 0.3, "windows lie behind the wall's face"
    tube = mesh(Tube("tube", (0, 0, 0), ((0, 0, 0), (0, 0, 3)), (0.1, 0.1), "oak"))
    assert np.allclose(np.ptp(tube.position[:, 2]), 3)
