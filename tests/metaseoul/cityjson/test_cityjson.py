"""Surveyed cities come in whole; what is not valid is refused with its line, and nothing is kept of it."""

import copy
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from metaseoul.__main__ import main
from metaseoul.cityjson import place_of, read
from metaseoul.cityjson.lines import line_of
from metaseoul.faults import Refusal
from worlds import geometry, plan
from worlds.walk import walk_map

CUBE = [[0, 0, 0], [10, 0, 0], [10, 10, 0], [0, 10, 0], [0, 0, 5], [10, 0, 5], [10, 10, 5], [0, 10, 5]]
SIDES = [[[0, 3, 2, 1]], [[4, 5, 6, 7]], [[0, 1, 5, 4]], [[1, 2, 6, 5]], [[2, 3, 7, 6]], [[3, 0, 4, 7]]]
BASE: dict[str, Any] = {
    "type": "CityJSON",
    "version": "2.0",
    "transform": {"scale": [1.0, 1.0, 1.0], "translate": [200000.0, 450000.0, 30.0]},
    "CityObjects": {
        "house": {"type": "Building", "geometry": [{"type": "Solid", "lod": "1.2", "boundaries": [SIDES]}]}
    },
    "vertices": CUBE,
}


def written(folder: Path, city: Any, name: str = "town.city.json") -> Path:
    path = folder / name
    path.write_text(city if isinstance(city, str) else json.dumps(city, indent=1), encoding="utf-8")
    return path


def changed(*path: str | int, to: Any) -> dict[str, Any]:
    """The city with one value changed, or taken out."""
    city = copy.deepcopy(BASE)
    inner: Any = city
    for step in path[:-1]:
        inner = inner[step]
    if to is None:
        del inner[path[-1]]
    else:
        inner[path[-1]] = to
    return city


def area(faces: Any) -> float:
    a, b, c = np.moveaxis(faces.points[faces.triangles], 1, 0)
    return float(np.linalg.norm(np.cross(b - a, c - a), axis=1).sum() / 2)


def volume(faces: Any) -> float:
    points = faces.points - faces.points.mean(0)
    a, b, c = np.moveaxis(points[faces.triangles], 1, 0)
    return float((np.cross(a, b) * c).sum() / 6)


@pytest.mark.parametrize("version", ["1.1", "2.0"])
def test_a_box_keeps_its_size_and_looks_outward(tmp_path: Path, version: str) -> None:
    model = read(written(tmp_path, changed("version", to=version)))
    faces = model.things[0].levels["1.2"]
    assert (area(faces), volume(faces)) == (pytest.approx(400), pytest.approx(500))


def test_a_face_with_a_hole_keeps_the_hole(tmp_path: Path) -> None:
    hole = [[2, 2, 0], [2, 8, 0], [8, 8, 0], [8, 2, 0]]
    city = changed("vertices", to=CUBE + hole)
    body = {"type": "MultiSurface", "lod": "2", "boundaries": [[[0, 1, 2, 3], [8, 9, 10, 11]]]}
    city["CityObjects"]["house"]["geometry"] = [body]
    assert area(read(written(tmp_path, city)).things[0].levels["2"]) == pytest.approx(64)


@pytest.mark.parametrize("kind", ["CompositeSurface", "MultiSolid", "CompositeSolid"])
def test_every_kind_of_body_is_read(tmp_path: Path, kind: str) -> None:
    boundaries: Any = SIDES if kind == "CompositeSurface" else [[SIDES]]
    city = changed("CityObjects", "house", "geometry", to=[{"type": kind, "lod": "2.2", "boundaries": boundaries}])
    assert area(read(written(tmp_path, city)).things[0].levels["2.2"]) == pytest.approx(400)


def test_a_template_is_put_where_the_file_says(tmp_path: Path) -> None:
    city = changed("CityObjects", "house", to=None)
    matrix = [2.0, 0, 0, 0, 0, 2.0, 0, 0, 0, 0, 2.0, 0, 0, 0, 0, 1.0]
    instance = {"type": "GeometryInstance", "template": 0, "boundaries": [1], "transformationMatrix": matrix}
    city["CityObjects"]["tree"] = {"type": "SolitaryVegetationObject", "geometry": [instance]}
    city["geometry-templates"] = {
        "templates": [{"type": "MultiSurface", "lod": "2", "boundaries": [[[0, 1, 2]]]}],
        "vertices-templates": [[0.0, 0.0, 0.0], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0]],
    }
    points = read(written(tmp_path, city)).things[0].levels["2"].points
    assert np.allclose(points, [[200010, 450000, 30], [200012, 450000, 30], [200010, 450002, 30]])


def test_a_sequence_is_the_same_city_as_the_file(tmp_path: Path) -> None:
    head = {**BASE, "CityObjects": {}, "vertices": []}
    feature = {"type": "CityJSONFeature", "id": "house", "CityObjects": BASE["CityObjects"], "vertices": CUBE}
    rows = "\n".join(json.dumps(row) for row in (head, feature))
    one, other = read(written(tmp_path, rows, "town.city.jsonl")), read(written(tmp_path, BASE))
    assert np.array_equal(one.things[0].levels["1.2"].points, other.things[0].levels["1.2"].points)


def test_levels_of_detail_are_drawn_near_and_far(tmp_path: Path) -> None:
    roof = [[0, 0, 5], [10, 0, 5], [10, 10, 5], [0, 10, 5], [5, 5, 9]]
    pyramid = [[[8, 9, 12]], [[9, 10, 12]], [[10, 11, 12]], [[11, 8, 12]]]
    city = changed("vertices", to=CUBE + roof)
    fine = {"type": "MultiSurface", "lod": "2.2", "boundaries": SIDES + pyramid}
    city["CityObjects"]["house"]["geometry"].append(fine)
    place = place_of(written(tmp_path, city))
    counts = [len(geometry.mesh(place.parts[1], level).triangles) for level in (0, 1, 2)]
    assert counts == [16, 12, 12]


def test_a_surveyed_city_can_be_walked_in_and_its_houses_stand_in_the_way(tmp_path: Path) -> None:
    place = place_of(written(tmp_path, BASE))
    ways = walk_map(place)
    assert ways.free(*place.spawn[:2])
    assert not ways.free(0, 0)


def test_a_valid_city_without_a_face_is_an_open_plain(tmp_path: Path) -> None:
    place = place_of(written(tmp_path, changed("CityObjects", to={}) | {"vertices": []}))
    assert walk_map(place).free(*place.spawn[:2])


LOD = ("CityObjects", "house", "geometry", 0, "lod")
RING = ("CityObjects", "house", "geometry", 0, "boundaries", 0, 2, 0)


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        (("type",), None, "cityjson.missing"),
        (("transform",), None, "cityjson.missing"),
        (("CityObjects",), None, "cityjson.missing"),
        (("vertices",), None, "cityjson.missing"),
        (("CityObjects", "house", "type"), None, "cityjson.missing"),
        (LOD, None, "cityjson.missing"),
        (("type",), "GeoJSON", "cityjson.wrong"),
        (("version",), "1.0", "cityjson.version"),
        (("version",), 2, "cityjson.wrong"),
        (("CityObjects", "house", "type"), "Castle", "cityjson.wrong"),
        (("CityObjects", "house", "type"), "BuildingPart", "cityjson.missing"),
        (LOD, 1, "cityjson.wrong"),
        ((*LOD[:-1], "type"), "Sphere", "cityjson.wrong"),
        (RING, [0, 1], "cityjson.wrong"),
        (RING, [0, 1, 99, 4], "cityjson.out-of-range"),
        (RING, [0, -1, 5, 4], "cityjson.wrong"),
        (("vertices", 3), [0.5, 1, 2], "cityjson.wrong"),
        (("vertices", 3), [1, 2], "cityjson.wrong"),
        (("transform", "scale"), [1.0, "a", 1.0], "cityjson.wrong"),
    ],
    ids=str,
)
def test_what_is_not_valid_is_refused_with_its_line(tmp_path: Path, path: Any, value: Any, code: str) -> None:
    city = changed(*path, to=value)
    text = json.dumps(city, indent=1)
    with pytest.raises(Refusal) as refusal:
        read(written(tmp_path, text))
    assert refusal.value.code == code
    if code != "cityjson.version":
        line = refusal.value.values["line"]
        where = path if value is not None and value != "BuildingPart" else path[:-1]
        assert abs(int(line) - line_of(text, where)) <= (3 if code == "cityjson.out-of-range" else 2)


@pytest.mark.parametrize("cut", [0, 1, 40, 300, -2])
def test_a_file_that_breaks_off_is_refused(tmp_path: Path, cut: int) -> None:
    with pytest.raises(Refusal) as refusal:
        read(written(tmp_path, json.dumps(BASE, indent=1)[:cut]))
    assert refusal.value.code == "cityjson.not-json"


def test_a_flaw_in_a_sequence_is_told_by_its_line_in_the_file(tmp_path: Path) -> None:
    head = {**BASE, "CityObjects": {}, "vertices": []}
    feature = {"type": "CityJSONFeature", "id": "house", "CityObjects": BASE["CityObjects"], "vertices": CUBE[:3]}
    rows = "\n".join(json.dumps(row) for row in (head, feature))
    with pytest.raises(Refusal) as refusal:
        read(written(tmp_path, rows, "town.jsonl"))
    assert (refusal.value.code, refusal.value.values["line"]) == ("cityjson.out-of-range", 2)


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "town.json").write_bytes(b"\xff\xfe\x00\x80")
    for path in (tmp_path / "town.json", tmp_path / "nothing.json"):
        with pytest.raises(Refusal) as refusal:
            read(path)
        assert refusal.value.code == "cityjson.unreadable"


def test_deeply_nested_lists_are_refused_and_end_nothing(tmp_path: Path) -> None:
    with pytest.raises(Refusal):
        read(written(tmp_path, '{"type":"CityJSON","version":"2.0","x":' + "[" * 100_000 + "]" * 100_000 + "}"))


def test_a_city_brought_in_is_a_place_like_any_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan, "ENTRIES", plan.ENTRIES)
    monkeypatch.setattr(plan, "_BUILT", dict(plan._BUILT))
    assert main(["world", "import", str(written(tmp_path, BASE)), "--json"]) == 0
    brought = json.loads(capsys.readouterr().out)
    assert (brought["place"], brought["objects"], brought["triangles"]) == ("town", {"Building": 1}, 12)
    assert main(["world", "digest", "town"]) == 0
    digest = capsys.readouterr().out
    assert main(["world", "digest", str(tmp_path / "town.city.json")]) == 0
    assert capsys.readouterr().out == digest
    assert "town" in {entry.slug for entry in plan.ENTRIES}


def test_a_file_called_as_a_place_of_seoul_is_refused_and_not_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], own_folders: Path
) -> None:
    assert main(["world", "import", str(written(tmp_path, BASE, "plaza.json"))]) == 1
    assert "plaza" in capsys.readouterr().err
    assert not list(own_folders.rglob("plaza.json"))


def test_a_refused_file_is_told_by_its_line_and_not_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], own_folders: Path
) -> None:
    assert main(["world", "import", str(written(tmp_path, changed(*LOD, to=1)))]) == 1
    assert "번째 줄" in capsys.readouterr().err
    assert not list(own_folders.rglob("town.json"))
