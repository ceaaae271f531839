"""What an EPUB file says (EPUB 3.3, W3C Recommendation of 2025; EPUB 2 as well): its chapters, block by block.

Nothing in a file is run, fetched or believed: scripts and styles are left out, no entity leads outside the file, and
what unpacks to more than a book ever has is not unpacked.
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Literal, NamedTuple
from urllib.parse import unquote, urldefrag

import msgspec
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from metaseoul.faults import Refusal

FILE_LIMIT = 32 * 2**20
"""Bytes that one file in a book may unpack to."""
BOOK_LIMIT = 256 * 2**20
"""Bytes that all that is read of a book may unpack to."""
CHAPTERS = 2_000
CONTAINER, LOCKS = "META-INF/container.xml", "META-INF/encryption.xml"
FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""Ways to scramble the letters' files only (EPUB 3.3, 4.3): the words can be read."""
PICTURES = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/svg+xml": "svg", "image/webp": "webp"}
Kind = Literal["heading", "text", "quote", "item", "plain", "rule", "picture"]
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS: dict[str, Kind] = {
    **dict.fromkeys(HEADINGS, "heading"),
    **dict.fromkeys(("p", "dt", "dd", "caption", "figcaption", "tr", "address"), "text"),
    "blockquote": "quote",
    "li": "item",
    "pre": "plain",
}
BLANKS = re.compile(r"[ \t\r\n\f]+")
UNSAID = frozenset(("script", "style", "template", "head", "rt", "rp", "audio", "video", "iframe", "object", "form"))
STRONG, LEANING = frozenset(("b", "strong", "th")), frozenset(("i", "em", "cite", "dfn"))


BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    etree.LxmlError,
    KeyError,
    ValueError,
    EOFError,
    OSError,
    NotImplementedError,  # packed as no book is
    RecursionError,  # nested as no book is
)


class Run(msgspec.Struct, frozen=True):
    """Words in one hand."""

    text: str
    strong: bool = False
    leaning: bool = False


class Block(msgspec.Struct, frozen=True):
    """A paragraph or what stands like one."""

    kind: Kind
    runs: tuple[Run, ...] = ()
    level: int = 0
    """Of a heading, 1 to 6; of an item or a quotation, how deep it stands."""
    picture: str = ""
    """Of a picture: its file's name in the book; the runs say what is to be seen."""

    @property
    def words(self) -> str:
        """The plain text."""
        return "".join(run.text for run in self.runs)


class Chapter(msgspec.Struct, frozen=True):
    """One document of the book, in reading order."""

    title: str
    blocks: tuple[Block, ...]


class Book(msgspec.Struct, frozen=True):
    """A book opened: its words, and the pictures that its blocks name."""

    title: str
    author: str
    language: str
    chapters: tuple[Chapter, ...]
    pictures: dict[str, bytes] = {}


class _Item(NamedTuple):
    """A line of the manifest: where, which kind of file, what it is for."""

    path: str
    media: str
    properties: str


def opened(file: bytes) -> Book:
    """The book in a file. Raises Refusal: book.unreadable, book.locked, book.too-large."""
    try:
        with zipfile.ZipFile(io.BytesIO(file)) as archive:
            return _Reader(archive).book()
    except BROKEN as error:
        raise Refusal("book.unreadable") from error
    except RuntimeError as error:  # zipfile: a file in it wants a password
        raise Refusal("book.locked") from error


class _Reader:
    """Reads one archive, and counts what it unpacks."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive, self._unpacked = archive, 0

    def book(self) -> Book:
        if LOCKS in self._archive.namelist():
            self._refuse_locks()
        root = self._root()
        package = _xml(self._file(root))
        items = self._items(package, posixpath.dirname(root))
        titles = self._titles(package, items)
        pictures: dict[str, bytes] = {}
        chapters: list[Chapter] = []
        for reference in package.iterfind(".//{*}spine/{*}itemref"):
            item = items.get(reference.get("idref", ""))
            if item is None or "html" not in item.media or reference.get("linear") == "no":
                continue
            blocks = tuple(self._blocks(item.path))
            if not blocks:
                continue
            heading = next((block.words for block in blocks if block.kind == "heading"), "")
            chapters.append(Chapter(titles.get(item.path) or heading or str(len(chapters) + 1), blocks))
            if len(chapters) > CHAPTERS:
                raise Refusal("book.too-large")
        if not chapters:
            raise ValueError("nothing to read")
        media = {item.path: PICTURES[item.media] for item in items.values() if item.media in PICTURES}
        for block in (block for chapter in chapters for block in chapter.blocks if block.picture in media):
            pictures.setdefault(block.picture, self._file(block.picture))
        return Book(
            _said(package, "title") or chapters[0].title,
            _said(package, "creator"),
            _said(package, "language"),
            tuple(chapters),
            pictures,
        )

    def _file(self, name: str) -> bytes:
        """Raises KeyError: there is none; Refusal book.too-large."""
        with self._archive.open(name) as file:  # what its header says of its size may be a lie
            found = file.read(FILE_LIMIT + 1)
        self._unpacked += len(found)
        if len(found) > FILE_LIMIT or self._unpacked > BOOK_LIMIT:
            raise Refusal("book.too-large")
        return found

    def _refuse_locks(self) -> None:
        for method in _xml(self._file(LOCKS)).iterfind(".//{*}EncryptionMethod"):
            if method.get("Algorithm") not in FONTS:
                raise Refusal("book.locked")

    def _root(self) -> str:
        file = _xml(self._file(CONTAINER)).find(".//{*}rootfile")
        if file is None:
            raise ValueError("no package")
        return str(file.get("full-path", ""))

    def _items(self, package: etree._Element, folder: str) -> dict[str, _Item]:
        return {
            item.get("id", ""): _Item(
                _path(folder, item.get("href", "")), item.get("media-type", ""), item.get("properties", "")
            )
            for item in package.iterfind(".//{*}manifest/{*}item")
        }

    def _titles(self, package: etree._Element, items: dict[str, _Item]) -> dict[str, str]:
        """What the contents call each document: of EPUB 3 (nav), else of EPUB 2 (NCX)."""
        found: dict[str, str] = {}
        try:
            if nav := next((item for item in items.values() if "nav" in item.properties.split()), None):
                for link in _html(self._file(nav.path)).iterfind(".//a[@href]"):
                    found.setdefault(_path(posixpath.dirname(nav.path), link.get("href", "")), _flat(link))
            spine = package.find(".//{*}spine")
            if not found and spine is not None and (ncx := items.get(spine.get("toc", ""))):
                for point in _xml(self._file(ncx.path)).iterfind(".//{*}navPoint"):
                    content, label = point.find("{*}content"), point.find("{*}navLabel/{*}text")
                    if content is not None and label is not None:
                        path = _path(posixpath.dirname(ncx.path), content.get("src", ""))
                        found.setdefault(path, " ".join((label.text or "").split()))
        except (KeyError, etree.LxmlError):
            return {}  # contents that are broken take no word from the reader
        return found

    def _blocks(self, path: str) -> Iterator[Block]:
        body = _html(self._file(path)).find("body")
        if body is None:
            return
        folder = posixpath.dirname(path)
        for block in _Flow(folder).of(body):
            if block.kind == "picture" and block.picture not in self._archive.namelist():
                if block.words:
                    yield Block("text", block.runs)
            elif block.kind in ("picture", "rule") or block.words.strip():
                yield block


class _Flow:
    """Goes through a document once, and cuts it into blocks where a reader would."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._runs: list[Run] = []

    def of(self, body: HtmlElement) -> Iterator[Block]:
        yield from self._through(body, "text", 0, strong=False, leaning=False)
        yield from self._cut("text", 0)

    def _through(self, element: HtmlElement, kind: Kind, level: int, *, strong: bool, leaning: bool) -> Iterator[Block]:
        self._say(element.text, kind, strong, leaning)
        for child in element:
            tag = child.tag if isinstance(child.tag, str) else ""
            if tag in ("img", "image"):
                yield from self._cut(kind, level)
                source = child.get("src") or child.get("href") or child.get("xlink:href") or ""
                alt = tuple(Run(words) for words in (child.get("alt", "").strip(),) if words)
                yield Block("picture", alt, picture=_path(self._folder, source))
            elif tag == "hr":
                yield from self._cut(kind, level)
                yield Block("rule")
            elif tag == "br":
                self._runs.append(Run("\n"))
            elif tag and tag not in UNSAID:
                inner = BLOCKS.get(tag)
                # words after a block belong to what stands around it, and a division is a block without a kind
                apart = inner is not None or tag in ("div", "section", "article", "ul", "ol", "table", "figure")
                if apart:
                    yield from self._cut(kind, level)
                depth = HEADINGS.index(tag) + 1 if tag in HEADINGS else level + (tag in ("ul", "ol", "blockquote"))
                yield from self._through(
                    child, inner or kind, depth, strong=strong or tag in STRONG, leaning=leaning or tag in LEANING
                )
                if apart:
                    yield from self._cut(inner or kind, depth)
                elif tag in ("td", "th"):
                    self._runs.append(Run("  "))
            self._say(child.tail, kind, strong, leaning)

    def _say(self, text: str | None, kind: Kind, strong: bool, leaning: bool) -> None:
        if not text:
            return
        if kind != "plain":
            text = _folded(text)
        if text.strip() or self._runs:
            self._runs.append(Run(text, strong, leaning))

    def _cut(self, kind: Kind, level: int) -> Iterator[Block]:
        runs, self._runs = _trimmed(self._runs), []
        if runs:
            yield Block(kind, runs, level)


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """Without the blanks at both ends, and without one blank after another between two hands."""
    kept: list[Run] = []
    for run in runs:
        text = run.text.lstrip(" ") if not kept or kept[-1].text[-1:] in (" ", "\n") else run.text
        if text:
            kept.append(Run(text, run.strong, run.leaning))
    while kept and not kept[-1].text.rstrip():
        kept.pop()
    if kept:
        kept[-1] = Run(kept[-1].text.rstrip(), kept[-1].strong, kept[-1].leaning)
    while kept and not kept[0].text.strip():
        kept.pop(0)
    return tuple(kept)


def _folded(text: str) -> str:
    """Every stretch of blanks is one (CSS Text 3, 4.1)."""
    return BLANKS.sub(" ", text)


def _flat(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _path(folder: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(urldefrag(href)[0])))


def _said(package: etree._Element, name: str) -> str:
    found = package.find(f".//{{*}}metadata/{{*}}{name}")
    return " ".join((found.text or "").split()) if found is not None else ""


def _xml(file: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(file, parser)


def _html(file: bytes) -> HtmlElement:
    """By the rules of HTML, since books are rarely the XHTML that they should be."""
    # an XML declaration is taken at its word, but a document without one is UTF-8 (EPUB 3.3, 6.1)
    head = file[:200].lstrip(b"\xef\xbb\xbf \r\n\t")
    encoding = None if head.startswith(b"<?xml") and b"encoding" in head else "utf-8"
    return document_fromstring(file, parser=HTMLParser(encoding=encoding, huge_tree=False, remove_comments=True))
