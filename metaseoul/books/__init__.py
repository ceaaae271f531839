"""Books to read in the square: EPUB files as chapters, and a chapter as the pages of a PDF."""

from metaseoul.books.epub import Block, Book, Chapter, Run, opened
from metaseoul.books.pages import pages_of

__all__ = ["Block", "Book", "Chapter", "Run", "opened", "pages_of"]
