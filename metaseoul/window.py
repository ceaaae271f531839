"""`metaseoul`: the city in a window; where there is no display it says so and opens the text twin."""

import argparse
import asyncio
import os
import re
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from metaseoul.texts import Texts

TIERS = ("lowest", "middle", "desktop")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    city = parser.add_mutually_exclusive_group()
    city.add_argument("--server", metavar="URL", help="a city elsewhere; without it, one in this very program")
    city.add_argument("--reload", action="store_true", help="for builders: an edited place is seen at once")
    parser.add_argument("--size", type=size, default=(1280, 720), metavar="WxH", help="default: 1280x720")
    parser.add_argument("--tier", choices=TIERS, help="default: what this machine can do")


def size(text: str) -> tuple[int, int]:
    """A window's size, "1280x720"."""
    match = re.fullmatch(r"(\d{3,4})x(\d{3,4})", text)
    if match is None:
        raise argparse.ArgumentTypeError(f"{text}: 1280x720")
    return int(match[1]), int(match[2])


def run(arguments: argparse.Namespace) -> int:
    """One visit; 0 when the citizen left."""
    from metaseoul.local import city  # the city is loaded when one enters it, not to be told how
    from metaseoul.texts import texts_of

    texts = texts_of(arguments)
    if not has_display():
        return _as_text(arguments, texts)
    from metaseoul.stage.workshop import begun

    with begun() as workshop:
        from metaseoul.base import open_window
        from metaseoul.stage.tiers import TIERS as KNOWN

        chosen = KNOWN.get(arguments.tier)
        base = open_window(arguments.size, chosen.samples if chosen else None)
        if base is not None:
            with city(arguments.server) as url:
                from metaseoul.app import visit
                from metaseoul.device import settled

                tier = chosen or settled(base)
                asyncio.run(visit(base, texts, url, tier, workshop, chosen is not None, arguments.reload))
            return 0
    return _as_text(arguments, texts)


def has_display() -> bool:
    """On Linux and BSD a window needs an X server; elsewhere there is always a desktop."""
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY"))


def _as_text(arguments: argparse.Namespace, texts: "Texts") -> int:
    from metaseoul import text_twin

    print(texts("text.no-display"), file=sys.stderr)
    return text_twin.run(arguments)
