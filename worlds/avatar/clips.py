"""What a citizen's body does: idle, walk, run, wave, bow, sit, clap, point, each as a loop of 24 poses."""

from collections.abc import Callable
from functools import cache
from math import cos, pi, sin
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from worlds.avatar.skeleton import BONES, Array, posed, turn

FRAMES = 24
"""Poses in one clip; the table repeats the first one at the end so that a reader may blend without wrapping."""


class Pose(NamedTuple):
    """Bone turns by name, and how far the hips are moved, metres."""

    turns: dict[str, Array]
    lift: tuple[float, float, float] = (0.0, 0.0, 0.0)


class Clip(NamedTuple):
    """A movement: cycles a second, whether it plays once and stops, and its pose at a phase of 0..2 pi."""

    rate: float
    once: bool
    pose: Callable[[float], Pose]


def hanging() -> dict[str, Array]:
    """Arms at rest."""
    return {
        "right_arm": turn(0.03, -0.09),
        "left_arm": turn(0.03, 0.09),
        "right_forearm": turn(0.16),
        "left_forearm": turn(0.16),
    }


def idle(w: float) -> Pose:
    """Standing: breathing, looking about a little."""
    return Pose(
        hanging() | {"chest": turn(0.015 * sin(w), 0, 0.03 * sin(w)), "head": turn(0, 0, 0.12 * sin(w + 0.6))},
        (0.0, 0.0, 0.004 * sin(w)),
    )


def striding(w: float, stride: float, knee: float, swing: float, elbow: float, lean: float, bounce: float) -> Pose:
    """A step cycle; walking and running differ only in measure (radians, metres)."""
    thigh = stride * sin(w)
    return Pose(
        {
            "right_thigh": turn(thigh),
            "left_thigh": turn(-thigh),
            "right_shin": turn(-0.12 - knee * max(0.0, cos(w))),
            "left_shin": turn(-0.12 - knee * max(0.0, -cos(w))),
            "right_arm": turn(-swing * sin(w), -0.08),
            "left_arm": turn(swing * sin(w), 0.08),
            "right_forearm": turn(elbow),
            "left_forearm": turn(elbow),
            "chest": turn(-lean, 0, 0.09 * sin(w)),
            "hips": turn(0, 0.03 * sin(w), -0.06 * sin(w)),
            "skirt": turn(0.10 * sin(w)),
        },
        (0.0, 0.0, bounce * cos(2 * w) - bounce / 2),
    )


def walk(w: float) -> Pose:
    """Strolling at about 1.6 m/s."""
    return striding(w, stride=0.50, knee=0.55, swing=0.45, elbow=0.30, lean=0.05, bounce=0.020)


def run(w: float) -> Pose:
    """Running at about 4 m/s."""
    return striding(w, stride=0.82, knee=1.15, swing=0.80, elbow=1.35, lean=0.17, bounce=0.045)


def wave(w: float) -> Pose:
    """A raised right hand, waving."""
    return Pose(
        hanging()
        | {
            "right_arm": turn(0, -2.45) @ turn(0, 0, 0.2),
            "right_forearm": turn(0, -0.30 + 0.50 * sin(2 * w)),
            "head": turn(0, 0.08, 0.05 * sin(w)),
            "chest": turn(0, 0.03 * sin(2 * w)),
        }
    )


def bow(w: float) -> Pose:
    """A polite bow from the waist, hands before the body; stands straight at both ends."""
    depth = 0.5 - 0.5 * cos(w)
    depth = depth * depth * (3 - 2 * depth)
    back = 0.32 * depth
    return Pose(
        {
            "hips": turn(-back),
            "chest": turn(-0.50 * depth),
            "head": turn(-0.25 * depth),
            "right_arm": turn(0.03 + 0.65 * depth, -0.09 + 0.05 * depth, 0.14 * depth),
            "left_arm": turn(0.03 + 0.65 * depth, 0.09 - 0.05 * depth, -0.14 * depth),
            "right_forearm": turn(0.16 + 0.1 * depth, 0, 0.40 * depth),
            "left_forearm": turn(0.16 + 0.1 * depth, 0, -0.40 * depth),
            "right_thigh": turn(back),
            "left_thigh": turn(back),
            "skirt": turn(back),
        },
        (0.0, -0.09 * depth, -0.005 * depth),
    )


def sit(w: float) -> Pose:
    """Seated on a bench of 0.45 m, hands in the lap."""
    return Pose(
        {
            "right_thigh": turn(1.50),
            "left_thigh": turn(1.50),
            "right_shin": turn(-1.50),
            "left_shin": turn(-1.50),
            "right_arm": turn(0.42, -0.04),
            "left_arm": turn(0.42, 0.04),
            "right_forearm": turn(0.75, 0, 0.30),
            "left_forearm": turn(0.75, 0, -0.30),
            "chest": turn(0.02 * sin(w) + 0.04),
            "head": turn(0.04 * sin(w), 0, 0.25 * sin(w)),
            "skirt": turn(0.75),
        },
        (0.0, 0.0, -0.40),
    )


def clap(w: float) -> Pose:
    """Both hands before the chest, four claps a cycle."""
    apart = 0.20 + 0.20 * cos(4 * w)
    return Pose(
        {
            "right_arm": turn(0.62, -0.10, 0.10),
            "left_arm": turn(0.62, 0.10, -0.10),
            "right_forearm": turn(1.05, 0, 0.95 - apart),
            "left_forearm": turn(1.05, 0, -0.95 + apart),
            "chest": turn(0.02 * sin(2 * w)),
            "head": turn(0, 0, 0.08 * sin(w)),
        },
        (0.0, 0.0, 0.004 * sin(2 * w)),
    )


def point(w: float) -> Pose:
    """The right arm stretched ahead: over there."""
    return Pose(
        hanging()
        | {
            "right_arm": turn(1.42 + 0.03 * sin(w), -0.04, -0.10),
            "right_forearm": turn(0.06),
            "head": turn(0.02 * sin(w), 0, -0.10),
            "chest": turn(0, 0, -0.08),
        }
    )


CLIPS: dict[str, Clip] = {
    "idle": Clip(0.35, False, idle),
    "walk": Clip(0.95, False, walk),
    "run": Clip(1.55, False, run),
    "wave": Clip(0.80, False, wave),
    "bow": Clip(0.40, True, bow),
    "sit": Clip(0.25, False, sit),
    "clap": Clip(0.80, False, clap),
    "point": Clip(0.30, False, point),
}
"""By the name that a gesture has on the wire."""


@cache
def bone_table() -> NDArray[np.float32]:
    """Every pose of every clip: (clips, FRAMES + 1, bones, 3, 4); the last frame repeats the first."""
    table = np.empty((len(CLIPS), FRAMES + 1, len(BONES), 3, 4), np.float32)
    for row, clip in enumerate(CLIPS.values()):
        for frame in range(FRAMES + 1):
            pose = clip.pose(2 * pi * (frame % FRAMES) / FRAMES)
            table[row, frame] = posed(pose.turns, pose.lift)
    table.setflags(write=False)
    return table
