"""A chapter as the pages of a PDF: set in A5, whose lines are as long as a book's, tagged for whoever listens."""

import tempfile
from functools import cache
from pathlib import Path

import msgspec
import typst
from pylopdf_fonts_ko import sans_path, serif_path

from metaseoul.books.epub import PICTURES, Block, Book, Chapter
from metaseoul.faults import Refusal

TEMPLATE = Path(__file__).with_name("page.typ")
SERIF = {
    "ko": ("Noto Serif KR", "Noto Serif CJK KR"),
    "zh": ("Noto Serif CJK SC", "Noto Sans CJK SC", "Noto Serif KR"),
    "ja": ("Noto Serif CJK JP", "Noto Sans CJK JP", "Noto Serif KR"),
}
"""Letters by language, the best first; books in other languages take the Korean ones, which have Latin, too."""


def pages_of(book: Book, chapter: Chapter) -> bytes:
    """The PDF of one chapter. Raises Refusal("book.unreadable") when it cannot be set."""
    paths = dict.fromkeys(block.picture for block in chapter.blocks if block.picture in book.pictures)
    names = {path: f"{number}.{_ending(book.pictures[path])}" for number, path in enumerate(paths)}
    told: dict[str, object] = {
        "title": chapter.title,
        "book": book.title,
        "author": book.author,
        "language": (book.language or "ko")[:2].lower(),
        "fonts": SERIF.get(book.language[:2].lower(), SERIF["ko"]),
        "blocks": [_told(block, names) for block in chapter.blocks],
    }
    try:
        return _set(told, {name: book.pictures[path] for path, name in names.items()})
    except typst.TypstError:  # a picture that cannot be drawn must not take the words with it
        told["blocks"] = [_told(block, {}) for block in chapter.blocks]
    try:
        return _set(told, {})
    except typst.TypstError as error:
        raise Refusal("book.unreadable") from error


def _set(told: dict[str, object], pictures: dict[str, bytes]) -> bytes:
    """In a folder of its own, outside which the typesetter sees nothing."""
    inputs = {"chapter": msgspec.json.encode(told).decode()}
    with tempfile.TemporaryDirectory(prefix="book-") as folder:
        for name, content in ((TEMPLATE.name, TEMPLATE.read_bytes()), *pictures.items()):
            Path(folder, name).write_bytes(content)
        page = str(Path(folder, TEMPLATE.name))
        pdf = typst.compile(page, root=folder, format="pdf", sys_inputs=inputs, font_paths=_fonts())
    assert isinstance(pdf, bytes)
    return pdf


def _told(block: Block, names: dict[str, str]) -> dict[str, object]:
    return {
        "kind": block.kind,
        "level": block.level,
        "picture": names.get(block.picture, ""),
        "words": block.words,
        "runs": [{"text": run.text, "strong": run.strong, "leaning": run.leaning} for run in block.runs],
    }


def _ending(picture: bytes) -> str:
    """By what a picture is, whatever its book says that it is."""
    if picture.startswith(b"\x89PNG"):
        return "png"
    if picture.startswith(b"\xff\xd8"):
        return "jpg"
    if picture.startswith(b"GIF8"):
        return "gif"
    if picture[:4] == b"RIFF" and picture[8:12] == b"WEBP":
        return "webp"
    return PICTURES["image/svg+xml"]


@cache
def _fonts() -> typst.Fonts:
    folders = sorted({str(sans_path().parent), str(serif_path().parent)})
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=False, font_paths=folders)
