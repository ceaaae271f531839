"""A surveyed city as a place that one can see and walk in."""

import re
from collections import defaultdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from metaseoul.cityjson.faces import Faces
from metaseoul.cityjson.read import Model, Thing, read
from metaseoul.texts import LANGUAGES, catalogue
from worlds.shape import ESSENTIAL, SETTING, Box, Group, Place, Shape, Shell, View

WALLS = ("tower_sand", "tower_mist", "tower_cream", "tower_tan", "plaster", "brick")
ROOFS = ("tile", "tower_rust", "roof", "tile_light")
OTHER = {"WaterBody": "water", "Waterway": "water", "PlantCover": "grass", "LandUse": "paving", "TINRelief": "grass"}
OTHER |= {"Road": "asphalt", "Railway": "street", "TransportSquare": "paving", "SolitaryVegetationObject": "leaf"}
FLOORS = ("LandUse", "TINRelief", "Road", "Railway", "TransportSquare", "PlantCover")
GOLDEN = 0.6180339887498949
EDGE, FARTHEST = 15.0, 200.0
"""Metres of open ground round the city, and from its middle to where people can walk at most."""
CLUSTER = 60.0
"""Metres: things this near to each other are drawn together, as long as there are few clusters."""
MOST_ACROSS = 6
UPRIGHT = 0.35
"""Up-component of a face's normal below which it is a wall, where the file does not say."""


def place_of(path: Path) -> Place:
    """The place in a CityJSON file, called as the file is. Raises Refusal."""
    model = read(path)
    things = [thing for thing in model.things if _seen(thing)]
    points = np.concatenate([faces.points for thing in things for faces in _seen(thing)] or [np.zeros((1, 3))])
    low, high = points.min(0), points.max(0)
    feet = [min(float(faces.points[:, 2].min()) for faces in _seen(thing)) for thing in things] or [0.0]
    origin = np.array([(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, float(np.percentile(feet, 10))])
    half = (high - low)[:2] / 2
    name = path.name.split(".")[0]
    reach = np.minimum(half + EDGE, FARTHEST)
    top = float(high[2] - origin[2])
    size = float(np.clip(max(half.max(), top), 10.0, FARTHEST))
    return Place(
        slug=slug_of(path),
        title=dict.fromkeys(LANGUAGES, name),
        text=_told(model),
        bounds=(-float(reach[0]), -float(reach[1]), float(reach[0]), float(reach[1])),
        parts=(_ground(half + 4 * size), *_clusters(things, origin, half)),
        spawn=(*_free_spot(things, origin, reach), 0.0),
        views={
            "aerial": View((-1.0 * size, -1.5 * size, 0.9 * size), (0, 0, top * 0.3), 45),
            "eye": View((0.0, -half[1] - EDGE / 2, 1.7), (0, 0, max(top * 0.35, 1.7)), 60),
            "east": View((2.2 * size, 0.4 * size, 0.6 * size), (0, 0, top * 0.3), 45),
        },
        origin=(0.0, 0.0, 0.0),
    )


def slug_of(path: Path) -> str:
    """What a file's place is called in commands."""
    return re.sub(r"[^a-z0-9]+", "-", path.name.split(".")[0].lower()).strip("-") or "city"


def _told(model: Model) -> dict[str, str]:
    """That this was brought in, from what, and how much of it there is."""
    return {
        language: catalogue(language)["world.brought-in"].format(version=model.version, count=len(model.things))
        for language in LANGUAGES
    }


def _free_spot(things: list[Thing], origin: NDArray[np.float64], reach: NDArray[np.float64]) -> tuple[float, float]:
    """The southernmost spot of the middle line, or beside it, that no thing stands on."""
    boxes = np.array(
        [(*_seen(thing)[0].points[:, :2].min(0), *_seen(thing)[0].points[:, :2].max(0)) for thing in things]
    )
    boxes = boxes.reshape(-1, 4) - np.tile(origin[:2], 2)
    for away in np.arange(5.0, 2 * float(reach[1]), 2.0):
        for aside in (0.0, 8.0, -8.0, 24.0, -24.0):
            x, y = aside, float(reach[1]) * -1 + away
            standing = (boxes[:, 0] - 1 < x) & (x < boxes[:, 2] + 1) & (boxes[:, 1] - 1 < y) & (y < boxes[:, 3] + 1)
            if abs(x) < reach[0] and not standing.any():
                return (x, y)
    return (0.0, 5.0 - float(reach[1]))


def _seen(thing: Thing) -> list[Faces]:
    """The levels of a thing that have faces, coarse ones first."""
    return [faces for _, faces in sorted(thing.levels.items()) if len(faces.triangles)]


def _ground(half: NDArray[np.float64]) -> Group:
    """Open ground under everything."""
    floor = Box("plain", (0, 0, -0.2), (2 * half[0], 2 * half[1], 0.15), "paving", ESSENTIAL, faces="t", floor=True)
    return Group("ground", (0, 0, 0), (floor,), ESSENTIAL)


def _clusters(things: list[Thing], origin: NDArray[np.float64], half: NDArray[np.float64]) -> list[Group]:
    """Things that stand near each other, drawn together."""
    across = np.clip(np.ceil(2 * half / CLUSTER), 1, MOST_ACROSS)
    found: dict[tuple[int, int], list[Shape]] = defaultdict(list)
    for number, thing in enumerate(things):
        levels = _seen(thing)
        middle = levels[0].points[:, :2].mean(0) - origin[:2]
        cell = np.clip((middle + half) / np.maximum(2 * half, 1e-6) * across, 0, across - 1).astype(int)
        found[int(cell[0]), int(cell[1])] += _bodies(thing, levels, origin, number)
    return [Group(f"part-{x}-{y}", (0, 0, 0), tuple(parts), SETTING) for (x, y), parts in sorted(found.items())]


def _bodies(thing: Thing, levels: list[Faces], origin: NDArray[np.float64], number: int) -> list[Shape]:
    """The finest level near by, the coarsest far off, and the one between when there are three."""
    if len(levels) == 1:
        chosen = [(levels[0], 0, 2)]
    elif len(levels) == 2:
        chosen = [(levels[1], 0, 0), (levels[0], 1, 2)]
    else:
        chosen = [(levels[-1], 0, 0), (levels[len(levels) // 2], 1, 1), (levels[0], 2, 2)]
    colours = (OTHER.get(thing.kind, WALLS[int(number * GOLDEN * 97) % len(WALLS)]), ROOFS[number % len(ROOFS)])
    tone = 0.92 + 0.14 * ((number * GOLDEN) % 1.0)
    return [
        Shell(
            f"{thing.name}-{since}",
            (0, 0, 0),
            tuple((float(x), float(y), float(z)) for x, y, z in faces.points - origin),
            tuple((int(a), int(b), int(c)) for a, b, c in faces.triangles),
            tuple(int(roof) for roof in _is_roof(thing, faces)),
            colours,
            ESSENTIAL,
            tone=tone,
            since=since,
            until=until,
            shade=0.75,
            floor=thing.kind in FLOORS,
        )
        for faces, since, until in chosen
    ]


def _is_roof(thing: Thing, faces: Faces) -> NDArray[np.bool_]:
    """Which faces are roof: as the file says, else those of a building that look up."""
    if thing.kind in OTHER:
        return np.zeros(len(faces.triangles), bool)
    corners = faces.points[faces.triangles]
    normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    up = normal[:, 2] > UPRIGHT * np.linalg.norm(normal, axis=1)
    return np.array(
        [kind == "RoofSurface" or (not kind and above) for kind, above in zip(faces.kinds, up, strict=True)]
    )
