"""From a value of the vocabulary to its mesh: one line per kind of shape."""

from collections.abc import Callable
from typing import Any

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


def mesh(what: Shape | Place, level: int = 0) -> Mesh:
    """The mesh of a part in its parent's frame, or of a whole place; level 0 is the finest, 2 the coarsest."""
    if isinstance(what, Place):
        return joined(mesh(part, level) for part in what.parts)
    if not drawn(what, level):
        return EMPTY
    if not any(what.at) and not what.turn:
        return own(what, level)
    return moved(own(what, level), placing(what.at, what.turn))


def own(part: Shape, level: int) -> Mesh:
    """The mesh of a part in its own frame: as if it stood at zero, unturned."""
    if isinstance(part, Group):
        return joined(mesh(child, level) for child in part.parts)
    if isinstance(part, Scatter):
        spots = np.array(part.spots, np.float64).reshape(-1, 5)
        matrices = np.array([placing(spot[:3], spot[3], spot[4]) for spot in part.spots])
        tones = 1.0 + part.vary * (even(len(spots), 3) * 2 - 1)
        return copies(mesh(part.of, level), matrices, tones)
    return BUILDERS[type(part)](part, level)


def drawn(part: Shape, level: int) -> bool:
    """Whether a part is there at a level: ornaments are left out at level 2."""
    return part.since <= level <= part.until and not (level == 2 and part.detail is Detail.ORNAMENT)
