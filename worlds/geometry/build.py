"""From a value of the vocabulary to its mesh: one line per kind of shape."""

from collections.abc import Callable
from typing import Any

import msgspec
import numpy as np

from worlds.geometry import curtain, facade, far, ground, plants, roof, shell, solids, tower
from worlds.geometry.finish import even
from worlds.geometry.mesh import EMPTY, Mesh, copies, joined, moved, placing
from worlds.shape import (
    Box,
    Curtain,
    Detail,
    Disc,
    Facade,
    Group,
    Lathe,
    Leaves,
    Loft,
    Place,
    Prism,
    Ridge,
    Ring,
    Roof,
    Scatter,
    Shape,
    Shell,
    Sign,
    Stripe,
    Tower,
    Tree,
    Tube,
    Water,
)

BUILDERS: dict[type, Callable[[Any, int], Mesh]] = {
    Box: solids.box,
    Prism: solids.prism,
    Lathe: solids.lathe,
    Loft: solids.loft,
    Tube: solids.tube,
    Shell: shell.shell,
    Disc: solids.disc,
    Sign: solids.sign,
    Ring: ground.ring,
    Stripe: ground.stripe,
    Water: solids.water,
    Roof: roof.roof,
    Facade: facade.facade,
    Curtain: curtain.curtain,
    Leaves: plants.leaves,
    Tree: plants.tree,
    Tower: tower.tower,
    Ridge: far.ridge,
}

Own = Callable[[Shape, int], Mesh]
"""What makes the mesh of a part in its own frame at a level."""
PLACING = ("name", "at", "turn")
"""What a part's own mesh does not depend on; but of its name the length seeds its chance (see `plants`)."""
_encoder = msgspec.msgpack.Encoder()


def mesh(what: Shape | Place, level: int = 0) -> Mesh:
    """The mesh of a part in its parent's frame, or of a whole place; level 0 is the finest, 2 the coarsest."""
    if isinstance(what, Place):
        return joined(mesh(part, level) for part in what.parts)
    return _standing(what, level, own)


def own(part: Shape, level: int) -> Mesh:
    """The mesh of a part in its own frame: as if it stood at zero, unturned."""
    return _made(part, level, own)


class Forms:
    """Meshes of parts in their own frames, each made once for all parts that differ in where they stand alone."""

    def __init__(self) -> None:
        self._made: dict[tuple[type, int, bytes], Mesh] = {}

    def own(self, part: Shape, level: int) -> Mesh:
        """As the function of that name makes it."""
        form = [getattr(part, name) for name in part.__struct_fields__ if name not in PLACING]
        key = (type(part), level, _encoder.encode([len(part.name), form]))
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = _made(part, level, self.own)
        return made


def _standing(part: Shape, level: int, own: Own) -> Mesh:
    if not drawn(part, level):
        return EMPTY
    if not any(part.at) and not part.turn:
        return own(part, level)
    return moved(own(part, level), placing(part.at, part.turn))


def _made(part: Shape, level: int, own: Own) -> Mesh:
    if isinstance(part, Group):
        return joined(_standing(child, level, own) for child in part.parts)
    if isinstance(part, Scatter):
        spots = np.array(part.spots, np.float64).reshape(-1, 5)
        matrices = np.array([placing(spot[:3], spot[3], spot[4]) for spot in part.spots])
        tones = 1.0 + part.vary * (even(len(spots), 3) * 2 - 1)
        return copies(_standing(part.of, level, own), matrices, tones)
    return BUILDERS[type(part)](part, level)


def drawn(part: Shape, level: int) -> bool:
    """Whether a part is there at a level: ornaments are left out at level 2."""
    return part.since <= level <= part.until and not (level == 2 and part.detail is Detail.ORNAMENT)
