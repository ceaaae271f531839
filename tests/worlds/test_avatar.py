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
    dress,
    figure_of,
    palette,
    sample_look,
)
from worlds.avatar.dress import TRIANGLES
from worlds.avatar.head import EYE_LINE
from worlds.avatar.wardrobe import BODIES, EXTRAS, EYES, FACES
from worlds.sessions.wire import Gesture, Look


@pytest.mark.parametrize("level", range(LEVELS))
def test_no_citizen_has_more_triangles_than_the_level_allows(level: int) -> None:
    for outfit in range(len(OUTFITS)):
        for hair in range(len(HAIR)):
            for extra in range(len(EXTRAS)):
                look = Look(outfit, 0, hair, 0, extra=extra)
                assert len(figure_of(look, level).triangles) <= TRIANGLES[level]


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
    for look in (Look(*[10**6] * 10), Look(*range(-1, -11, -1))):
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


def test_body_face_eyes_and_extras_change_the_figure_and_nothing_else_of_it() -> None:
    plain = figure_of(Look(), 0)
    for changed in (
        *(Look(body=number) for number in range(1, len(BODIES))),
        *(Look(face=number) for number in range(1, len(FACES))),
        *(Look(eyes=number) for number in range(1, len(EYES))),
    ):
        figure = figure_of(changed, 0)
        assert figure.position.shape == plain.position.shape
        assert not np.array_equal(figure.position, plain.position)
        assert np.array_equal(figure.triangles, plain.triangles)
    for extra in range(1, len(EXTRAS)):
        assert len(figure_of(Look(extra=extra), 0).position) > len(plain.position)


@pytest.mark.parametrize("level", [0, 1])
def test_eyes_are_marked_so_that_they_can_look_about_and_shut(level: int) -> None:
    figure = figure_of(Look(), level)
    assert 0 < figure.eyes.sum() < 60
    assert np.abs(figure.position[figure.eyes, 2] - EYE_LINE).max() < 0.04
    assert not figure_of(Look(), 3).eyes.any()


def test_nobody_sees_from_afar_what_is_on_a_face() -> None:
    assert figure_of(Look(eyes=2, face=1, extra=1), 3) is figure_of(Look(), 3)


def test_figures_that_were_made_are_not_kept_without_end_and_go_when_told() -> None:
    for face in range(3):
        figure_of(Look(face=face), 0)
    assert dress._figure.cache_info().currsize >= 3
    assert dress._figure.cache_info().maxsize == dress._dressed.cache_info().maxsize == dress.KEPT
    before = figure_of(Look(face=1), 0)
    dress.forget_figures()
    assert dress._figure.cache_info().currsize == dress._dressed.cache_info().currsize == 0
    assert (figure_of(Look(face=1), 0).position == before.position).all()
