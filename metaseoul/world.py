"""`metaseoul world`: the world descriptions, listed, named by digest, checked, given out and brought in."""

import argparse
import sys
from collections import Counter
from pathlib import Path

import msgspec

from worlds.season import SEASONS


class Line(msgspec.Struct):
    """One place in `world list --json`."""

    place: str
    digest: str
    nodes: int
    title: dict[str, str]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_subparsers(dest="what", required=True, metavar="list | digest | check | export | import")
    listing = what.add_parser("list", help="every place with its digest")
    listing.add_argument("--json", action="store_true")
    one = what.add_parser("digest", help="the digest of one place")
    one.add_argument("place")
    export = what.add_parser("export", help="a place as glTF 2.0, for other programs")
    export.add_argument("place", help="a place, or a CityJSON file")
    export.add_argument("--gltf", type=Path, required=True, metavar="F", help="F.glb, or F.gltf")
    export.add_argument("--season", choices=SEASONS, default="spring", help="default: spring")
    export.add_argument("--level", type=int, choices=(0, 1, 2), default=0, help="of detail, 0 is the finest")
    export.add_argument("--json", action="store_true")
    bring = what.add_parser("import", help="a surveyed city (CityJSON 1.1, 2.0) as a further place")
    bring.add_argument("file", type=Path)
    bring.add_argument("--json", action="store_true")
    check = what.add_parser("check", help="is every place whole: doors, anchors, texts, walk maps")
    check.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace) -> int:
    from metaseoul import cities
    from metaseoul.texts import texts_of
    from worlds.plan import ENTRIES, UnknownPlace

    cities.join()
    try:
        return ACTIONS[arguments.what](arguments)
    except UnknownPlace:
        names = ", ".join(entry.slug for entry in ENTRIES)
        print(texts_of(arguments)("fault.world.unknown-place", place=arguments.place, places=names), file=sys.stderr)
        return 2


def _digest(arguments: argparse.Namespace) -> int:
    from metaseoul.cities import named
    from worlds.digest import digest

    print(digest(named(arguments.place)))
    return 0


def _export(arguments: argparse.Namespace) -> int:
    from metaseoul import gltf
    from metaseoul.cities import named
    from metaseoul.faults import Refusal
    from metaseoul.texts import texts_of

    if arguments.gltf.suffix.lower() not in (".glb", ".gltf"):
        raise Refusal("world.not-gltf", file=arguments.gltf.name)
    place = named(arguments.place)
    try:
        triangles = gltf.export(place, arguments.gltf, arguments.season, arguments.level)
    except OSError:
        raise Refusal("world.unwritable", file=str(arguments.gltf)) from None
    if arguments.json:
        print(gltf.told(place, arguments.gltf, triangles).decode())
    else:
        print(texts_of(arguments)("world.exported", file=str(arguments.gltf), triangles=triangles))
    return 0


class Brought(msgspec.Struct):
    """What a surveyed city holds, in `world import --json`."""

    place: str
    version: str
    system: str
    objects: dict[str, int]
    levels: dict[str, int]
    triangles: int


def _import(arguments: argparse.Namespace) -> int:
    from metaseoul import cities, cityjson
    from metaseoul.texts import texts_of

    cities.refuse_taken(arguments.file)
    model = cityjson.read(arguments.file)
    place = cities.bring_in(arguments.file)
    levels = [(lod, len(faces.triangles)) for thing in model.things for lod, faces in thing.levels.items()]
    brought = Brought(
        place.slug,
        model.version,
        model.system,
        dict(Counter(thing.kind for thing in model.things)),
        dict(sorted(Counter(lod for lod, _ in levels).items())),
        sum(count for _, count in levels),
    )
    if arguments.json:
        print(msgspec.json.encode(brought).decode())
    else:
        told = ", ".join(f"{kind} {count}" for kind, count in brought.objects.items()) or "-"
        detail = ", ".join(f"LoD{lod} {count}" for lod, count in brought.levels.items()) or "-"
        print(texts_of(arguments)("world.imported", place=place.slug, objects=told, levels=detail))
    return 0


def _list(arguments: argparse.Namespace) -> int:
    from metaseoul.texts import texts_of
    from worlds.digest import digest
    from worlds.plan import places, tree

    lines = [Line(place.slug, digest(place), len(tree(place)), place.title) for place in places()]
    if arguments.json:
        print(msgspec.json.encode(lines).decode())
    else:
        texts = texts_of(arguments)
        for line in lines:
            print(f"{line.place:16} {line.digest}  {line.nodes:5}  {texts.of(line.title)}")
    return 0


def _check(arguments: argparse.Namespace) -> int:
    from metaseoul.world_check import flaws
    from worlds.plan import places

    found = {place.slug: flaws(place) for place in places()}
    if arguments.json:
        print(msgspec.json.encode(found).decode())
    else:
        for slug, all_flaws in found.items():
            print(f"{slug}: {', '.join(all_flaws) or 'ok'}")
    return 1 if any(found.values()) else 0


ACTIONS = {"list": _list, "digest": _digest, "check": _check, "export": _export, "import": _import}
"""What each word of `metaseoul world` does."""
