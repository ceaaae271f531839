"""`metaseoul kiosk`: full screen, by touch, watched over, and as if new for everyone who comes."""

import argparse
import sys

from metaseoul.window import TIERS, size


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `metaseoul kiosk`."""
    parser.add_argument("--server", metavar="URL", help="the city; without it, one in this very program")
    parser.add_argument("--name", default="", help="what the console calls this kiosk: small letters, figures, hyphens")
    parser.add_argument("--size", type=size, metavar="WxH", help="a window of that size; default: the whole screen")
    parser.add_argument("--screen-mm", type=float, metavar="H", help="height of the screen in millimetres")
    parser.add_argument("--foot-mm", type=float, default=600, metavar="H", help="its foot over the floor (%(default)s)")
    parser.add_argument("--tier", choices=TIERS, help="default: what this machine can do")
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)


def run(arguments: argparse.Namespace) -> int:
    """Watches over the kiosk's program; 0 when it was told to end. `--alone`: is that program."""
    if not arguments.alone:
        from metaseoul.kiosk.watch import watch
        from metaseoul.texts import texts_of

        texts = texts_of(arguments)
        command = [sys.executable, "-m", "metaseoul", *sys.argv[1:], "--alone"]
        return watch(command, lambda key: print(texts(f"kiosk.watch.{key}"), file=sys.stderr, flush=True))
    return _alone(arguments)


def _alone(arguments: argparse.Namespace) -> int:
    import asyncio

    from metaseoul.faults import Refusal
    from metaseoul.kiosk.post import Post, badge
    from metaseoul.local import city
    from metaseoul.stage.workshop import begun
    from metaseoul.texts import texts_of
    from metaseoul.ui.frame import Screen

    texts = texts_of(arguments)
    screen = Screen(arguments.screen_mm, arguments.foot_mm) if arguments.screen_mm else None
    who = badge(arguments.name)
    with begun() as workshop:
        from metaseoul.base import open_window, screen_size
        from metaseoul.stage.tiers import TIERS as KNOWN

        chosen = KNOWN.get(arguments.tier)
        whole = arguments.size is None
        base = open_window(arguments.size or screen_size(), chosen.samples if chosen else None, whole_screen=whole)
        if base is None:
            raise Refusal("window.no-renderer")
        with city(arguments.server) as url:
            from metaseoul.device import settled
            from metaseoul.kiosk.app import Kiosk

            tier = chosen or settled(base)

            async def day() -> None:
                await Kiosk(base, texts, url, tier, workshop, chosen is not None, screen, Post(url, who)).run()

            asyncio.run(day())
    return 0
