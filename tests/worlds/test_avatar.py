"""Citizens: their bodies keep the budget, hang on their bones, and come cheaply."""

import msgspec
import numpy as np
import pytest

from worlds.avatar import (
    BONES,
    CLIPS,
    FRAMES,
    HAIR,
    LEVELS,
    OUTFITS,
    SKINS,
    bone_table,
    figure_of,
    palette,
    sample_look,
)
from worlds.avatar.dress import TRIANGLES
from worlds.sessions.wire import Gesture, Look


@pytest.mark.parametrize("level", range(LEVELS))
def test_no_citizen_has_more_triangles_than_the_level_allows(level: int) -> None:
    for outfit in range(len(OUTFITS)):
        for hair in range(len(HAIR)):
            assert len(figure_of(Look(outfit, 0, hair, 0), level).triangles) <= TRIANGLES[level]


@pytest.mark.parametrize("outfit", range(len(OUTFITS)))
def test_a_body_is_whole_and_stands_on_the_ground(outfit: int) -> None:
    for level in range(LEVELS):
        figure = figure_of(Look(outfit, 0, outfit, 0), level)
        assert figure.triangles.max() < len(figure.position)
        assert np.allclose(np.linalg.norm(figure.normal, axis=1), 1, atol=1e-3)
        assert figure.bones.max() < len(BONES)
        assert (figure.weight >= 0).all()
        assert (figure.weight <= 1).all()
        assert -0.02 <= figure.position[:, 2].min() <= 0.06
        assert 1.6 <= figure.position[:, 2].max() <= 1.9


def test_triangles_look_to_the_side_of_their_normals() -> None:
    for outfit in range(len(OUTFITS)):
        figure = figure_of(Look(outfit, 0, outfit, 0), 0)
        a, b, c = (figure.position[figure.triangles[:, corner]] for corner in range(3))
        toward = (np.cross(b - a, c - a) * figure.normal[figure.triangles].mean(1)).sum(1)
        assert (toward >= 0).all()


def test_every_gesture_of_the_wire_has_a_clip() -> None:
    for gesture in CLIPS:
        assert msgspec.convert(gesture, Gesture) == gesture
    assert len(CLIPS) == 8


def test_clips_are_loops_of_rigid_turns() -> None:
    table = bone_table()
    assert table.shape == (len(CLIPS), FRAMES + 1, len(BONES), 3, 4)
    assert np.array_equal(table[:, 0], table[:, -1])
    turns = table[..., :3]
    assert np.allclose(np.einsum("...ij,...kj->...ik", turns, turns), np.eye(3), atol=1e-4)
    assert table.nbytes <= 128 * 1024


def test_feet_do_not_sink_when_walking() -> None:
    figure = figure_of(Look(0, 0, 0, 0), 0)
    point = np.concatenate([figure.position, np.ones((len(figure.position), 1))], 1)
    for clip in ("idle", "walk", "run", "bow"):
        for pose in bone_table()[list(CLIPS).index(clip)]:
            first, second = (np.einsum("nij,nj->ni", pose[figure.bones[:, b]], point) for b in (0, 1))
            height = (first * figure.weight[:, None] + second * (1 - figure.weight[:, None]))[:, 2]
            assert height.min() > -0.09, clip


def test_two_citizens_in_one_cut_share_their_figure_but_not_their_colours() -> None:
    minji, junho = Look(0, 1, 0, 0), Look(0, 2, 0, 3)
    assert figure_of(minji, 1) is figure_of(junho, 1)
    assert not np.array_equal(palette(minji), palette(junho))


def test_a_look_from_anywhere_on_the_wire_is_somebody() -> None:
    for look in (Look(10**6, 10**6, 10**6, 10**6), Look(-1, -7, -3, -9)):
        assert len(figure_of(look, 3).triangles)
        colours = palette(look)
        assert (colours >= 0).all()
        assert (colours <= 1).all()


def test_sample_looks_are_many_and_always_the_same() -> None:
    looks = [sample_look(number) for number in range(300)]
    assert looks == [sample_look(number) for number in range(300)]
    assert len({look.outfit for look in looks}) == len(OUTFITS)
    assert len({look.skin for look in looks}) == len(SKINS)
    assert len(set(looks)) > 150
