"""Every program of the city is GLSL 1.20 that the renderer takes, and GLSL ES 1.00 by its first line alone."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from metaseoul.stage import shaders
from metaseoul.stage.dome import STAR_CORNERS, STAR_PIXELS
from metaseoul.stage.programs import program
from metaseoul.stage.shaders import FAR, HEAD, for_embedded
from metaseoul.stage.water import WATER_CORNERS, WATER_PIXELS
from metaseoul.stage.weather import FLAKE_CORNERS, FLAKE_PIXELS
from tests.conftest import need
from worlds.avatar import FRAMES

CROWD = shaders.CROWD_CORNERS.replace("FRAMES", f"{FRAMES}.")
PROGRAMS = {
    "plain": (shaders.PLAIN_CORNERS, shaders.PLAIN_PIXELS),
    "sign": (shaders.SIGN_CORNERS, shaders.SIGN_PIXELS),
    "ground": (shaders.GROUND_CORNERS, shaders.GROUND_PIXELS),
    "ground with grain": (shaders.GROUND_CORNERS, shaders.GROUND_PIXELS.replace(HEAD, HEAD + "#define GRAIN\n")),
    "facade": (shaders.FACADE_CORNERS, shaders.FACADE_PIXELS),
    "water": (WATER_CORNERS, WATER_PIXELS),
    "sky": (shaders.SKY_CORNERS, shaders.PLAIN_PIXELS),
    "clouds": (shaders.SKY_CORNERS, shaders.CLOUD_PIXELS),
    "stars": (STAR_CORNERS, STAR_PIXELS),
    "weather": (FLAKE_CORNERS, FLAKE_PIXELS),
    "crowd": (CROWD, shaders.PLAIN_PIXELS),
    "far crowd": (CROWD.replace(HEAD, FAR), shaders.PLAIN_PIXELS),
    "shadows": (shaders.SHADOW_CORNERS, shaders.SHADOW_PIXELS),
}
ASKED = HEAD + "#extension GL_ARB_shader_texture_lod : enable\n"
"""The language has texture2DLod for corners by itself; the compiler of the tests wants to be asked for it."""
BEYOND = r"\b(texture|in|out|layout|uint|switch|gl_ModelView\w*|gl_Vertex|gl_Normal|texture3D|gl_FragDepth)\b\s*[\(\s]"
"""Words of other editions of the language."""


@pytest.mark.parametrize("name", PROGRAMS)
def test_no_program_uses_a_word_that_the_embedded_language_lacks(name: str) -> None:
    for source in PROGRAMS[name]:
        assert source.startswith(HEAD)
        assert for_embedded(source).startswith("#version 100\n")
        assert not re.search(BEYOND, source.removeprefix(HEAD))
        assert not re.search(r"[^\w.]\d+\s*[*/]\s*[a-z]", source)  # whole numbers are not made into fractions there


@pytest.mark.parametrize("name", PROGRAMS)
def test_what_one_half_hands_over_the_other_takes(name: str) -> None:
    given, taken = (set(re.findall(r"varying \w+ (\w+);", source)) for source in PROGRAMS[name])
    assert taken <= given


@pytest.mark.parametrize("name", PROGRAMS)
@pytest.mark.parametrize("embedded", [False, True], ids=["desktop", "embedded"])
def test_a_compiler_of_the_language_takes_every_program(name: str, embedded: bool, tmp_path: Path) -> None:
    validator = shutil.which("glslangValidator") or need("glslangValidator")
    files = []
    for source, ending in zip(PROGRAMS[name], ("vert", "frag"), strict=True):
        files.append(tmp_path / f"program.{ending}")
        files[-1].write_text(for_embedded(source) if embedded else source.replace(HEAD, ASKED))
    told = subprocess.run([validator, *map(str, files)], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout


@pytest.mark.window
@pytest.mark.parametrize("name", PROGRAMS)
def test_the_renderer_takes_every_program(base: Any, name: str) -> None:
    made = program(*PROGRAMS[name])
    assert not made.getErrorFlag()
