"""Roofs of every kind are symmetric, reach the heights they are told, and keep their silhouette at every level."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from worlds.geometry import mesh
from worlds.geometry.roof import framed
from worlds.palette import colour
from worlds.shape import Roof, RoofKind

KINDS: tuple[RoofKind, ...] = ("ujingak", "paljak", "matbae", "skirt", "moim")


def made(kind: RoofKind, width: float = 24.0, depth: float = 14.0, rise: float = 6.0) -> Roof:
    inset = 5.0 if kind == "skirt" else 0.0
    return Roof("roof", (0, 0, 0), (width, depth), rise, "tile", overhang=2.5, lift=0.9, kind=kind, inset=inset)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("level", [0, 1, 2])
def test_a_roof_is_the_same_from_both_sides(kind: RoofKind, level: int) -> None:
    found = mesh(made(kind), level).position.astype(np.float64)
    for axis in (0, 1):
        assert found[:, axis].max() == pytest.approx(-found[:, axis].min(), abs=0.01)
    assert abs(found.mean(0)[:2]).max() < 0.3


@given(st.sampled_from(KINDS), st.floats(8, 40), st.floats(5, 24), st.floats(2, 9))
@settings(max_examples=40, deadline=None)
def test_eaves_and_ridge_are_as_high_as_told(kind: RoofKind, width: float, depth: float, rise: float) -> None:
    roof = made(kind, max(width, depth), depth, rise)
    frame = framed(roof)
    deepest = np.array([0.0, frame.depth])
    low, high = frame.height(deepest)
    assert (low, high) == pytest.approx((0.0, rise), abs=0.001)
    crest = mesh(roof, 1).position[:, 2].max()
    assert rise - frame.sag <= crest < rise + 0.2 * depth + 1.6


@given(st.sampled_from(KINDS), st.floats(5, 40), st.floats(5, 30), st.floats(1.5, 10))
@settings(max_examples=40, deadline=None)
def test_no_tile_is_twisted_inside_out(kind: RoofKind, width: float, depth: float, rise: float) -> None:
    found = mesh(made(kind, max(width, depth), depth, rise), 0)
    corners = found.position[found.triangles].astype(np.float64)
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    across /= np.linalg.norm(across, axis=1, keepdims=True)
    assert ((across * found.normal[found.triangles].mean(1)).sum(1) > -0.05).all()


@pytest.mark.parametrize("kind", KINDS)
def test_a_coarser_level_keeps_the_silhouette_with_far_fewer_triangles(kind: RoofKind) -> None:
    fine, middle, coarse = (mesh(made(kind), level) for level in (0, 1, 2))
    for other in (middle, coarse):
        assert np.allclose(fine.position.min(0), other.position.min(0), atol=0.06)
        assert np.allclose(fine.position.max(0)[:2], other.position.max(0)[:2], atol=0.06)
        assert fine.position.max(0)[2] == pytest.approx(other.position.max(0)[2], abs=0.5)
    assert len(middle.triangles) < 0.45 * len(fine.triangles)
    assert len(coarse.triangles) < 520


@pytest.mark.parametrize("kind", ["ujingak", "paljak", "moim"])
def test_from_above_no_gap_is_seen_in_the_tiles(kind: RoofKind) -> None:
    """Upright rays through the body meet a face that looks up, at every level."""
    for level in (0, 1, 2):
        found = mesh(made(kind, 20, 20 if kind == "moim" else 14), level)
        corners = found.position[found.triangles].astype(np.float64)
        across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        up = corners[across[:, 2] > 1e-9]
        for x in np.linspace(-8.3, 8.3, 17):
            for y in np.linspace(-6.1, 6.1, 13):
                p, q, r = up[:, 0, :2] - (x, y), up[:, 1, :2] - (x, y), up[:, 2, :2] - (x, y)
                signs = [a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0] for a, b in ((p, q), (q, r), (r, p))]
                assert (np.array(signs) >= -1e-6).all(0).any(), (level, x, y)


def test_a_gable_stands_only_on_roofs_that_have_one() -> None:
    brick = np.array(colour("gable_brick"))
    for kind in KINDS:
        near = np.abs(mesh(made(kind), 1).colour - brick).max(1) < 0.01
        assert near.any() == (kind in ("paljak", "matbae"))


def test_a_models_roof_has_a_models_ridges() -> None:
    roof = Roof("roof", (0, 0, 0), (0.24, 0.14), 0.06, "tile", overhang=0.025, lift=0.009, kind="paljak")
    assert mesh(roof, 0).position[:, 2].max() < 0.1
    assert np.isfinite(mesh(roof, 2).position).all()
