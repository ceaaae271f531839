"""Reads a surveyed city out of CityJSON 1.1 or 2.0, whole files and sequences; what is not valid is refused with
the line in which it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import numpy as np
from numpy.typing import NDArray

from metaseoul.cityjson import lines
from metaseoul.cityjson.faces import Faces, Ringed, faces_of
from metaseoul.cityjson.wire import (
    FIRST_LEVEL,
    SECOND_LEVEL,
    VERSIONS,
    Body,
    CityObject,
    Feature,
    GeometryInstance,
    Head,
    MultiLineString,
    MultiPoint,
    Semantics,
    Templates,
)
from metaseoul.faults import Refusal

T = TypeVar("T")
Corners = NDArray[np.float64]
MISSING = "missing required field `"


@dataclass(frozen=True)
class Thing:
    """One object of the city: its faces at each level of detail, by the level's name ("1.2")."""

    name: str
    kind: str
    levels: dict[str, Faces]


@dataclass(frozen=True)
class Model:
    """A surveyed city, in metres of its own reference system."""

    version: str
    system: str
    things: tuple[Thing, ...]


class _Kinds(msgspec.Struct):
    """What is looked at first."""

    type: str
    version: str


def read(path: Path) -> Model:
    """The city in a file. Raises Refusal with a code `cityjson.*`, and the line where there is one."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise Refusal("cityjson.unreadable", file=path.name) from None
    return _sequence(text) if path.suffix.lower() == ".jsonl" else _whole(text)


def _whole(text: str) -> Model:
    page = _Page(text, 0)
    head = page.head()
    return Model(head.version, _system(head), tuple(page.things(head.objects, head.vertices, head)))


def _sequence(text: str) -> Model:
    """A first line with the transform, then one feature a line."""
    rows = [(number, line) for number, line in enumerate(text.splitlines()) if line.strip()]
    if not rows:
        raise Refusal("cityjson.not-json", line=1)
    first = _Page(rows[0][1], rows[0][0])
    head = first.head()
    things = list(first.things(head.objects, head.vertices, head))
    for number, line in rows[1:]:
        page = _Page(line, number)
        feature = page.decoded(Feature)
        if feature.type != "CityJSONFeature":
            page.refuse(("type",), f"`{feature.type[:40]}`")
        things += page.things(feature.objects, feature.vertices, head)
    return Model(head.version, _system(head), tuple(things))


def _system(head: Head) -> str:
    return head.metadata.system if head.metadata is not None else ""


class _Page:
    """A JSON text, and the lines before it."""

    def __init__(self, text: str, before: int) -> None:
        self._text, self._before = text, before

    def head(self) -> Head:
        """The file's own values, its version looked at first."""
        kinds = self.decoded(_Kinds)
        if kinds.type != "CityJSON":
            self.refuse(("type",), f"`{kinds.type[:40]}`")
        if kinds.version not in VERSIONS:
            raise Refusal("cityjson.version", version=kinds.version[:20], known=", ".join(VERSIONS))
        return self.decoded(Head)

    def decoded(self, kind: type[T]) -> T:
        """The whole text as a type."""
        try:
            return msgspec.json.decode(self._text.encode(), type=kind)
        except msgspec.ValidationError as error:
            raise self._wrong(error, ()) from None
        except (msgspec.DecodeError, RecursionError) as error:
            at = str(error).rpartition("(byte ")[2].rstrip(")")
            before = self._text.encode()[: int(at)].count(b"\n") if at.isdigit() else self._text.rstrip().count("\n")
            raise Refusal("cityjson.not-json", line=self._before + before + 1) from None

    def things(
        self, objects: dict[str, msgspec.Raw], vertices: Sequence[tuple[int, int, int]], head: Head
    ) -> Iterator[Thing]:
        """Every object, checked, with its faces in metres."""
        scale, shift = np.array(head.transform.scale), np.array(head.transform.translate)
        corners = np.array(vertices, np.float64).reshape(-1, 3) * scale + shift
        shared = self._templates(head.templates)
        for name, raw in objects.items():
            path: lines.Path = ("CityObjects", name)
            try:
                thing = msgspec.json.decode(raw, type=CityObject)
            except msgspec.ValidationError as error:
                raise self._wrong(error, path) from None
            self._placed(thing, objects, path)
            levels: dict[str, Faces] = {}
            for number, body in enumerate(thing.geometry):
                where = (*path, "geometry", number)
                if isinstance(body, GeometryInstance):
                    lod, faces = self._instance(body, corners, shared, where)
                else:
                    self._within(body.boundaries, len(corners), (*where, "boundaries"))
                    lod, faces = body.lod, faces_of(_ringed(body), corners)
                levels[lod] = levels[lod].with_(faces) if lod in levels else faces
            yield Thing(name, thing.type, levels)

    def refuse(self, path: lines.Path, why: str) -> None:
        """Raises what is wrong at a path."""
        raise Refusal("cityjson.wrong", line=self._line(path), path=_told(path), why=why)

    # --- inside

    def _placed(self, thing: CityObject, objects: dict[str, msgspec.Raw], path: lines.Path) -> None:
        """An object is of a known kind, and a part names the object that it belongs to."""
        if thing.type in SECOND_LEVEL:
            if not thing.parents:
                raise Refusal("cityjson.missing", line=self._line(path), path=_told(path), field="parents")
            for number, parent in enumerate(thing.parents):
                if parent not in objects:
                    self.refuse((*path, "parents", number), f"`{parent[:40]}`")
        elif thing.type not in FIRST_LEVEL and not thing.type.startswith("+"):
            self.refuse((*path, "type"), f"`{thing.type[:40]}`")

    def _templates(self, shared: Templates | None) -> list[tuple[str, Faces]]:
        """The shared shapes, each with its level of detail."""
        if shared is None:
            return []
        corners = np.array(shared.vertices, np.float64).reshape(-1, 3)
        found = []
        for number, body in enumerate(shared.templates):
            path = ("geometry-templates", "templates", number, "boundaries")
            self._within(body.boundaries, len(corners), path)
            found.append((body.lod, faces_of(_ringed(body), corners)))
        return found

    def _instance(
        self, body: GeometryInstance, corners: Corners, shared: list[tuple[str, Faces]], path: lines.Path
    ) -> tuple[str, Faces]:
        self._within(body.boundaries, len(corners), (*path, "boundaries"))
        self._within([body.template], len(shared), (*path, "template"))
        lod, faces = shared[body.template]
        return lod, faces.moved(np.array(body.matrix).reshape(4, 4), corners[body.boundaries[0]])

    def _within(self, numbers: Any, count: int, path: lines.Path) -> None:
        """Every number in nested lists is one of `count` things."""
        for number, inner in enumerate(numbers):
            if isinstance(inner, list):
                self._within(inner, count, (*path, number))
            elif inner >= count:
                where = path if path[-1] == "template" else (*path, number)
                raise Refusal(
                    "cityjson.out-of-range", line=self._line(where), path=_told(where), number=inner, count=count
                )

    def _wrong(self, error: msgspec.ValidationError, path: lines.Path) -> Refusal:
        """What the decoder found, as a refusal with its line."""
        why, _, inner = str(error).partition(" - at `")
        at = (*path, *lines.steps(inner.rstrip("`")))
        if MISSING in why:
            field = why.partition(MISSING)[2].rstrip("`")
            return Refusal("cityjson.missing", line=self._line(at), path=_told(at), field=field)
        return Refusal("cityjson.wrong", line=self._line(at), path=_told(at), why=why)

    def _line(self, path: lines.Path) -> int:
        return self._before + lines.line_of(self._text, path)


def _told(path: lines.Path) -> str:
    """A path in words: CityObjects.tower.geometry[0]."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")[:120] or "$"


def _ringed(body: Body) -> list[Ringed]:
    """The surfaces of a geometry, each with its kind; points and lines have none."""
    if isinstance(body, MultiPoint | MultiLineString):
        return []
    return list(_surfaces(body.boundaries, body.semantics, body.semantics.values if body.semantics else None))


def _surfaces(boundaries: Any, semantics: Semantics | None, values: Any) -> Iterator[Ringed]:
    """Down to lists of rings; `values` goes down beside them and may end early."""
    for number, inner in enumerate(boundaries):
        value = values[number] if isinstance(values, list) and number < len(values) else None
        if inner and inner[0] and isinstance(inner[0][0], int):
            kinds = semantics.surfaces if semantics is not None else []
            yield inner, kinds[value].type if isinstance(value, int) and 0 <= value < len(kinds) else ""
        else:
            yield from _surfaces(inner, semantics, value)
