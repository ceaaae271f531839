"""A chapter as the pages of a PDF: set in A5, whose lines are as long as a book's, tagged for whoever listens."""

import subprocess
import sys
import tempfile
from pathlib import Path

import msgspec

from metaseoul.books.epub import PICTURES, Block, Book, Chapter
from metaseoul.faults import Refusal

PATIENCE = 60.0
"""Seconds that a chapter may take to be set."""
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
    pages = _set(told, {name: book.pictures[path] for path, name in names.items()})
    if pages is None:  # a picture that cannot be drawn must not take the words with it
        told["blocks"] = [_told(block, {}) for block in chapter.blocks]
        pages = _set(told, {})
    if pages is None:
        raise Refusal("book.unreadable")
    return pages


def _set(told: dict[str, object], pictures: dict[str, bytes]) -> bytes | None:
    """By the press, in a folder of its own; None: it cannot be set, or not in time."""
    with tempfile.TemporaryDirectory(prefix="book-") as folder:
        chapter = {TEMPLATE.name: TEMPLATE.read_bytes(), "chapter.json": msgspec.json.encode(told)}
        for name, content in (chapter | pictures).items():
            Path(folder, name).write_bytes(content)
        command = [sys.executable, "-m", "metaseoul.books.press", folder]
        try:
            made = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE, check=False)
        except subprocess.TimeoutExpired:
            return None
    return made.stdout if made.returncode == 0 else None


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
