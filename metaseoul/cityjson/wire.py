"""CityJSON 1.1 and 2.0 as types: what a valid file holds, as far as a city of bodies needs it.

Source: CityJSON Specifications 2.0.1 (cityjson.org/specs), chapters 2-4; CityJSONSeq is chapter 9's text sequence.
Whatever else a file holds (attributes, textures, extensions) is left alone.
"""

from typing import Annotated, Any

import msgspec
from msgspec import Meta

VERSIONS = ("1.1", "2.0")
FIRST_LEVEL = frozenset(
    {"Bridge", "Building", "CityObjectGroup", "CityFurniture", "GenericCityObject", "LandUse", "OtherConstruction"}
    | {"PlantCover", "SolitaryVegetationObject", "TINRelief", "TransportSquare", "Railway", "Road", "Tunnel"}
    | {"WaterBody", "Waterway"}
)
PARTS_OF = {
    "Bridge": "Part Installation ConstructiveElement Room Furniture",
    "Building": "Part Installation ConstructiveElement Furniture Storey Room Unit",
    "Tunnel": "Part Installation ConstructiveElement HollowSpace Furniture",
}
SECOND_LEVEL = frozenset(whole + part for whole, parts in PARTS_OF.items() for part in parts.split())
"""Kinds that are a part of another object and must name it."""

Index = Annotated[int, Meta(ge=0)]
Ring = Annotated[list[Index], Meta(min_length=3)]
Surface = Annotated[list[Ring], Meta(min_length=1)]
LevelOfDetail = Annotated[str, Meta(pattern=r"^[0-4](\.[0-9])?$")]
Three = tuple[float, float, float]


class Semantic(msgspec.Struct):
    """What a surface is: "RoofSurface", "WallSurface", ..."""

    type: str


class Semantics(msgspec.Struct):
    """The kinds of a geometry's surfaces, nested as its boundaries are, without their rings."""

    surfaces: list[Semantic]
    values: list[Any] | None = None
    """Numbers, nulls and lists of them."""


class Geometry(msgspec.Struct, tag_field="type", kw_only=True):
    """What every geometry with a level of detail may say."""

    lod: LevelOfDetail
    semantics: Semantics | None = None


class MultiPoint(Geometry, tag="MultiPoint"):
    boundaries: list[Index]


class MultiLineString(Geometry, tag="MultiLineString"):
    boundaries: list[Annotated[list[Index], Meta(min_length=2)]]


class MultiSurface(Geometry, tag="MultiSurface"):
    boundaries: list[Surface]


class CompositeSurface(Geometry, tag="CompositeSurface"):
    boundaries: list[Surface]


class Solid(Geometry, tag="Solid"):
    boundaries: list[list[Surface]]


class MultiSolid(Geometry, tag="MultiSolid"):
    boundaries: list[list[list[Surface]]]


class CompositeSolid(Geometry, tag="CompositeSolid"):
    boundaries: list[list[list[Surface]]]


class GeometryInstance(msgspec.Struct, tag_field="type", tag="GeometryInstance"):
    """A template put at a point of the file."""

    template: Index
    boundaries: Annotated[list[Index], Meta(min_length=1, max_length=1)]
    matrix: Annotated[list[float], Meta(min_length=16, max_length=16)] = msgspec.field(name="transformationMatrix")
    """Row by row."""


Body = MultiPoint | MultiLineString | MultiSurface | CompositeSurface | Solid | MultiSolid | CompositeSolid


class CityObject(msgspec.Struct):
    """One thing of the city."""

    type: str
    geometry: list[Body | GeometryInstance] = []
    parents: list[str] = []


class Transform(msgspec.Struct):
    """From whole numbers to metres: each times `scale` plus `translate`."""

    scale: Three
    translate: Three


class Templates(msgspec.Struct):
    """Shapes that several objects share, in their own metres."""

    templates: list[Body]
    vertices: list[Three] = msgspec.field(name="vertices-templates")


class Metadata(msgspec.Struct):
    """The one thing of it that is told: in which reference system the numbers are."""

    system: str = msgspec.field(name="referenceSystem", default="")


class Head(msgspec.Struct):
    """A file, or the first line of a sequence."""

    type: str
    version: str
    transform: Transform
    objects: dict[str, msgspec.Raw] = msgspec.field(name="CityObjects")
    vertices: list[tuple[int, int, int]]
    templates: Templates | None = msgspec.field(name="geometry-templates", default=None)
    metadata: Metadata | None = None


class Feature(msgspec.Struct):
    """A further line of a sequence, with corners of its own."""

    type: str
    id: str
    objects: dict[str, msgspec.Raw] = msgspec.field(name="CityObjects")
    vertices: list[tuple[int, int, int]]
