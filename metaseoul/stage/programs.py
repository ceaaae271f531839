"""Programs as the engine takes them, each made once."""

from functools import cache

from panda3d.core import Shader


@cache
def program(corners: str, pixels: str) -> Shader:
    """A program of two sources; raises RuntimeError when the engine refuses it."""
    made = Shader.make(Shader.SLGLSL, corners, pixels)
    if made is None:
        raise RuntimeError("the renderer refuses the city's programs")
    return made
