"""`metaseoul notice`: a word of the operator to everyone in the city, on every machine of it."""

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `metaseoul notice`."""
    parser.add_argument("text", help="up to 300 characters")
    parser.add_argument(
        "--server", default="http://127.0.0.1:8417", metavar="URL", help="an office on this machine (%(default)s)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Hands it to the office, and says how many people are in the city to hear it."""
    import asyncio

    from metaseoul.link import Link
    from metaseoul.texts import texts_of
    from worlds.sessions.wire import Noticed, ToAll

    link = Link(arguments.server.rstrip("/"))
    try:
        told = asyncio.run(link.post("/console/notices", ToAll(arguments.text), Noticed))
    finally:
        link.close()
    print(texts_of(arguments)("notice.told", people=told.people))
    return 0
