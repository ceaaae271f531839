"""`metaseoul world`: the world descriptions, listed, named by digest, and checked."""

import argparse
import sys

import msgspec


class Line(msgspec.Struct):
    """One place in `world list --json`."""

    place: str
    digest: str
    nodes: int
    title: dict[str, str]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_subparsers(dest="what", required=True, metavar="list | digest | check")
    listing = what.add_parser("list", help="every place with its digest")
    listing.add_argument("--json", action="store_true")
    one = what.add_parser("digest", help="the digest of one place")
    one.add_argument("place")
    check = what.add_parser("check", help="is every place whole: doors, anchors, texts, walk maps")
    check.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace) -> int:
    from metaseoul.texts import texts_of
    from worlds.digest import digest
    from worlds.plan import ENTRIES, UnknownPlace
    from worlds.plan import place as place_of

    match arguments.what:
        case "list":
            return _list(arguments)
        case "digest":
            try:
                print(digest(place_of(arguments.place)))
            except UnknownPlace:
                names = ", ".join(entry.slug for entry in ENTRIES)
                print(
                    texts_of(arguments)("fault.world.unknown-place", place=arguments.place, places=names),
                    file=sys.stderr,
                )
                return 2
            return 0
        case _:
            return _check(arguments)


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
