"""The city's own book, an EPUB in the reader's language: what its places say of themselves, and what is told on the
rounds of its tour bus. It is written when it is asked for, out of the descriptions that the city itself is built from.
"""

import io
import zipfile
from collections.abc import Iterator
from html import escape

from metaseoul.texts import Texts
from worlds import plan
from worlds.seoul.tour import COURSES
from worlds.shape import Words

MIME = "application/epub+zip"
MOMENT = (2026, 1, 1, 0, 0, 0)
"""Of every file inside: the same words give the same bytes."""
CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)


def city_book(texts: Texts) -> bytes:
    """The book as a file (EPUB 3.3)."""
    language, chapters = texts.language, list(_chapters(texts))
    title = str(texts("reading.city"))
    names = [f"{number:02}.xhtml" for number in range(1, len(chapters) + 1)]
    manifest = "".join(f'<item id="c{name[:2]}" href="{name}" media-type="application/xhtml+xml"/>' for name in names)
    package = (
        '<?xml version="1.0" encoding="utf-8"?>'
        f'<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{language}">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">urn:metaseoul:city-book:{language}</dc:identifier>'
        f"<dc:title>{escape(title)}</dc:title><dc:language>{language}</dc:language>"
        f"<dc:creator>{escape(str(texts('reading.author')))}</dc:creator>"
        '<meta property="dcterms:modified">2026-01-01T00:00:00Z</meta></metadata>'
        f'<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>{manifest}'
        f"</manifest><spine>{''.join(f'<itemref idref={chr(34)}c{name[:2]}{chr(34)}/>' for name in names)}</spine>"
        "</package>"
    )
    entries = "".join(
        f'<li><a href="{name}">{escape(heading)}</a></li>' for name, (heading, _) in zip(names, chapters, strict=True)
    )
    nav = f'<nav xmlns:epub="http://www.idpf.org/2007/ops" epub:type="toc"><ol>{entries}</ol></nav>'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype", MOMENT), MIME, zipfile.ZIP_STORED)  # first, and not packed
        for name, text in (
            ("META-INF/container.xml", CONTAINER),
            ("book.opf", package),
            ("nav.xhtml", _page(language, title, nav)),
            *((name, _page(language, *chapter)) for name, chapter in zip(names, chapters, strict=True)),
        ):
            archive.writestr(zipfile.ZipInfo(name, MOMENT), text, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _page(language: str, title: str, body: str) -> str:
    return (
        f'<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" lang="{language}">'
        f"<head><title>{escape(title)}</title></head><body>{body}</body></html>"
    )


def _chapters(texts: Texts) -> Iterator[tuple[str, str]]:
    """Heading and body of each."""
    heading = str(texts("reading.places"))
    yield heading, _body(heading, ((place.title, place.text) for place in plan.places()), texts)
    for course in COURSES:
        heading = str(texts.of(course.name))
        told = ((stop.name, stop.told or _place_text(stop.place)) for stop in course.stops)
        yield heading, _body(heading, told, texts)


def _place_text(slug: str) -> Words:
    return plan.place(slug).text if slug else {}


def _body(heading: str, parts: Iterator[tuple[Words, Words]], texts: Texts) -> str:
    told = "".join(f"<h2>{escape(texts.of(name))}</h2><p>{escape(texts.of(text))}</p>" for name, text in parts if text)
    return f"<h1>{escape(heading)}</h1>{told}"
