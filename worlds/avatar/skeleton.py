"""The bones of a citizen: twelve of them, where each turns, and how a pose becomes matrices.

Metres, z up; a citizen faces +y, their right hand is at +x, their feet stand on z = 0.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

BONES = (
    "hips",
    "chest",
    "head",
    "right_arm",
    "right_forearm",
    "left_arm",
    "left_forearm",
    "right_thigh",
    "right_shin",
    "left_thigh",
    "left_shin",
    "skirt",
)
PARENT = (-1, 0, 1, 1, 3, 1, 5, 0, 7, 0, 9, 0)
(HIPS, CHEST, HEAD, RIGHT_ARM, RIGHT_FOREARM, LEFT_ARM, LEFT_FOREARM) = range(7)
(RIGHT_THIGH, RIGHT_SHIN, LEFT_THIGH, LEFT_SHIN, SKIRT) = range(7, 12)

PIVOT: Array = np.array(
    [
        (0, 0, 0.90),
        (0, 0, 1.04),
        (0, 0, 1.42),
        (0.170, 0, 1.350),
        (0.215, 0, 1.09),
        (-0.170, 0, 1.350),
        (-0.215, 0, 1.09),
        (0.085, 0, 0.88),
        (0.085, 0, 0.48),
        (-0.085, 0, 0.88),
        (-0.085, 0, 0.48),
        (0, 0, 0.95),
    ]
)
"""Where each bone turns in the rest pose: (12, 3) metres."""


def turn(forward: float = 0.0, side: float = 0.0, about: float = 0.0) -> Array:
    """A rotation, radians: about x (a hanging arm swings forward), then y, then z: (3, 3)."""
    cx, sx, cy, sy, cz, sz = (f(angle) for angle in (forward, side, about) for f in (np.cos, np.sin))
    about_x = np.array([[1, 0, 0], [0, cx, -sx], [0, sx, cx]])
    about_y = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    about_z = np.array([[cz, -sz, 0], [sz, cz, 0], [0, 0, 1]])
    return np.asarray(about_z @ about_y @ about_x, np.float64)


def posed(turns: Mapping[str, Array], lift: tuple[float, float, float] = (0.0, 0.0, 0.0)) -> Array:
    """Bone matrices of a pose: rest position -> posed position, (12, 3, 4). `lift` moves the hips, metres."""
    matrices = np.zeros((len(BONES), 4, 4))
    for bone, (name, parent) in enumerate(zip(BONES, PARENT, strict=True)):
        rotation = turns.get(name, np.eye(3))
        local = np.eye(4)
        local[:3, :3] = rotation
        local[:3, 3] = PIVOT[bone] - rotation @ PIVOT[bone]
        if parent < 0:
            local[:3, 3] += lift
            matrices[bone] = local
        else:
            matrices[bone] = matrices[parent] @ local
    return matrices[:, :3]
