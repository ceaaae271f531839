"""Bodies given face by face, with flat shading."""

import numpy as np

from worlds.geometry.finish import finish, paint
from worlds.geometry.mesh import EMPTY, Mesh, crossed, mesh_of
from worlds.shape import Shell


def shell(part: Shell, level: int) -> Mesh:
    """Every face with three corners of its own; the same at each level."""
    if not part.faces:
        return EMPTY
    look = finish(part, part.colours[0])
    paints = np.stack([paint(name) for name in part.colours]) * np.float32(part.tone)
    corners = np.array(part.points, np.float64)[np.array(part.faces)]
    normal = crossed(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-9)
    lowest = corners[:, :, 2].min()
    return mesh_of(
        corners.reshape(-1, 3),
        np.repeat(normal, 3, 0),
        np.repeat(paints[np.array(part.tints)], 3, 0),
        np.arange(len(corners) * 3).reshape(-1, 3),
        occlusion=np.where(corners.reshape(-1, 3)[:, 2] < lowest + 0.3, look.foot, 1.0),
        gloss=look.gloss,
        glow=look.glow,
        sample=(corners * 0.86 + corners.mean(1, keepdims=True) * 0.14).reshape(-1, 3),
    )
