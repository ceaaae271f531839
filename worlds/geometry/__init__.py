"""A shape at a level of detail, as arrays: pure numpy, the same on every machine."""

from worlds.geometry.build import mesh, own
from worlds.geometry.mesh import Mesh, joined, moved

__all__ = ["Mesh", "joined", "mesh", "moved", "own"]
