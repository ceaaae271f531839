"""A place given out as glTF: valid by Khronos' own validator, whole, upright, in true colours."""

import json
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pygltflib import GLTF2

from metaseoul import gltf
from metaseoul.__main__ import main
from tests.conftest import lacking, need
from worlds import geometry
from worlds.plan import place
from worlds.shape import Box, Group, Place, Tower, View

PEERS = Path(__file__).parents[1] / "peers"
RED = Box("red", (1, 2, 0), (1, 1, 1), "palace_red")
LAMP = Box("lamp", (0, 0, 3), (1, 1, 1), "lamp", glow=1.0)
PANE = Box("pane", (0, 4, 0), (1, 0.1, 1), "glass", gloss=1.0)
TOWER = Tower("tower", (20, 20, 0), (12, 12, 40), "tower_sand")


@pytest.fixture
def square() -> Place:
    group = Group("things", (0, 0, 0), (RED, LAMP, PANE, TOWER))
    winter = Group("ice", (0, 0, 0), (Box("ice", (0, 0, 0), (4, 4, 0.1), "ice"),), seasons=("winter",))
    views = {"eye": View((0, -5, 2), (0, 0, 1))}
    return Place(
        slug="square",
        title={"ko": "광장", "en": "Square", "zh": "广场", "ja": "広場"},
        text={},
        bounds=(-5, -5, 5, 5),
        parts=(group, winter),
        spawn=(0, 0, 0),
        views=views,
    )


def issues(path: Path) -> dict[str, Any]:
    """What Khronos' validator says."""
    node = need("node")
    if not (PEERS / "node_modules" / "gltf-validator").is_dir():
        lacking("gltf-validator (npm ci --prefix tests/peers)")
    told = subprocess.run([node, PEERS / "validate.cjs", path], capture_output=True, text=True, check=True, cwd=PEERS)
    return dict(json.loads(told.stdout)["issues"])


def rows(model: GLTF2, accessor: int, kind: str, width: int) -> np.ndarray:
    view = model.bufferViews[model.accessors[accessor].bufferView]
    data = model.binary_blob()[view.byteOffset : view.byteOffset + view.byteLength]
    return np.frombuffer(data, kind).reshape(-1, width)


@pytest.mark.parametrize("name", ["square.glb", "square.gltf"])
def test_what_is_given_out_has_no_error_and_no_warning(square: Place, tmp_path: Path, name: str) -> None:
    gltf.export(square, tmp_path / name)
    told = issues(tmp_path / name)
    assert (told["numErrors"], told["numWarnings"]) == (0, 0), told["messages"]


@pytest.mark.parametrize("slug", ["plaza", "documents"])
def test_real_places_are_valid_at_every_level(slug: str, tmp_path: Path) -> None:
    for level in (0, 2):
        gltf.export(place(slug), tmp_path / "place.glb", level=level)
        assert issues(tmp_path / "place.glb")["numErrors"] == 0


def test_every_triangle_and_every_cluster_is_in_the_file(square: Place, tmp_path: Path) -> None:
    count = gltf.export(square, tmp_path / "square.glb")
    model = GLTF2().load(str(tmp_path / "square.glb"))
    assert count == len(geometry.mesh(square.parts[0]).triangles)
    assert sum(model.accessors[p.indices].count for m in model.meshes for p in m.primitives) == 3 * count
    assert [node.name for node in model.nodes] == ["square", "things"]
    assert model.nodes[0].extras["title"]["ko"] == "광장"


def test_a_season_brings_what_stands_in_it(square: Place, tmp_path: Path) -> None:
    gltf.export(square, tmp_path / "square.glb", season="winter")
    assert [node.name for node in GLTF2().load(str(tmp_path / "square.glb")).nodes] == ["square", "things", "ice"]


def test_up_stays_up_and_colours_are_linear(square: Place, tmp_path: Path) -> None:
    gltf.export(square, tmp_path / "square.glb")
    model = GLTF2().load(str(tmp_path / "square.glb"))
    x, y, z, w = model.nodes[0].rotation
    turned = np.array([0, 2 * (y * z - x * w), 1 - 2 * (x * x + y * y)])  # where (0, 0, 1) goes, in glTF's frame
    turned[1] = 2 * (y * z - x * w)
    assert np.allclose(turned, [0, 1, 0], atol=1e-6)
    materials = {model.materials[p.material].name: p for p in model.meshes[0].primitives}
    assert set(materials) == {"matt", "glass", "shining", "facade"}
    colours = rows(model, materials["glass"].attributes.COLOR_0, "<u2", 4)
    assert np.allclose(colours[0, :3] / 65535, (np.array([0x7F, 0xB2, 0xC0]) / 255) ** 2.2, atol=0.02)


def test_a_wrong_name_and_a_folder_that_cannot_be_written_are_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["world", "export", "documents", "--gltf", str(tmp_path / "room.obj")]) == 1
    assert ".glb" in capsys.readouterr().err
    assert main(["world", "export", "documents", "--gltf", str(tmp_path / "no" / "room.glb")]) == 1
    assert "room.glb" in capsys.readouterr().err
    assert main(["world", "export", "atlantis", "--gltf", str(tmp_path / "room.glb")]) == 2


def test_the_command_tells_what_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "room.glb"
    assert main(["world", "export", "documents", "--gltf", str(out), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["bytes"] == out.stat().st_size
    assert told["triangles"] == sum(len(geometry.mesh(part).triangles) for part in place("documents").parts)
