"""Reading in the square: the city's own book, or one that the citizen has with them (EPUB or PDF)."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from metaseoul.faults import Refusal
from metaseoul.folders import documents_folder, kept, path_of
from metaseoul.ui import Back
from metaseoul.ui.views import Action

if TYPE_CHECKING:
    from metaseoul.books import Book
    from metaseoul.visit import Visit

LIMIT = 64 * 2**20
"""Bytes of a file that is opened to be read."""


async def reading(visit: "Visit", handed: str = "") -> None:
    """Which book, then its chapters, one after the other. Raises Back, and Refusal: book.*, sheet.unreadable."""
    ui, texts = visit.ui, visit.texts
    if handed:
        await _own(visit, handed)
        return
    choices = [Action("city", texts("reading.city"), texts("reading.city.note"))]
    if not visit.kiosk:
        choices += [Action("own", texts("reading.own")), Action("keep", texts("reading.keep"))]
    match await ui.choose("reading", choices):
        case "own":
            await _own(visit, await ui.line("reading.file"))
        case "keep":
            await _keep(visit)
        case _:
            from metaseoul.books.city import city_book  # as below: only readers wait for what sets pages

            await _epub(visit, city_book(texts))


async def _own(visit: "Visit", words: str) -> None:
    path = path_of(words)
    try:
        if path.stat().st_size > LIMIT:
            raise Refusal("book.too-large")
        file = await asyncio.to_thread(path.read_bytes)
    except (OSError, ValueError) as error:
        raise Refusal("book.no-file", file=words[:80]) from error
    if file.startswith(b"%PDF"):
        await visit.ui.read("reading.page", file, (Action("done", visit.texts("reading.close")),))
    else:
        await _epub(visit, file)


async def _epub(visit: "Visit", file: bytes) -> None:
    from metaseoul.books import opened

    with visit.ui.busy("reading.opening"):
        book = await asyncio.to_thread(opened, file)
    at: int | None = 0 if len(book.chapters) == 1 else None
    while True:
        if at is None:
            at = await _contents(visit, book)
        try:
            at = await _chapter(visit, book, at)
        except Back:
            if len(book.chapters) == 1:
                raise
            at = None
        if at is not None and at >= len(book.chapters):
            return


async def _contents(visit: "Visit", book: "Book") -> int:
    """The chapter that is chosen."""
    choices = [Action(str(number), chapter.title) for number, chapter in enumerate(book.chapters)]
    body = tuple(line for line in (book.author,) if line)
    return int(await visit.ui.choose("reading.contents", choices, body=body, title=book.title))


async def _chapter(visit: "Visit", book: "Book", at: int) -> int | None:
    """Reads one; the next to be read, None for the contents, past the last when the book is closed."""
    from metaseoul.books import pages_of

    texts, ui = visit.texts, visit.ui
    with ui.busy("reading.opening"):
        pages = await asyncio.to_thread(pages_of, book, book.chapters[at])
    actions = []
    if at + 1 < len(book.chapters):
        actions.append(Action("next", texts("reading.next", title=book.chapters[at + 1].title)))
    if len(book.chapters) > 1:
        actions.append(Action("contents", texts("reading.to-contents")))
    actions.append(Action("close", texts("reading.close")))
    match await ui.read("reading.page", pages, actions, body=(book.title, book.chapters[at].title)):
        case "next":
            return at + 1
        case "contents":
            return None
    return len(book.chapters)


async def _keep(visit: "Visit") -> None:
    """The city's book as a file, to be read on any device."""
    from metaseoul.books.city import city_book

    habits, texts = visit.preferences, visit.texts
    folder = Path(habits.save_folder) if habits.save_folder else documents_folder()
    try:
        name = f"{texts('reading.city')}.epub"
        file = await asyncio.to_thread(kept, folder, name, city_book(texts))
    except OSError as error:
        raise Refusal("documents.not-saved", folder=str(folder)) from error
    visit.ui.say("documents.saved", file=str(file))
