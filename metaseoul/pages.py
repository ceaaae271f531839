"""The pages of a PDF: as words for the text twin, as pictures for the window."""

import contextlib
import io
import threading
from collections.abc import Iterator
from typing import cast

import numpy as np
import numpy.typing as npt
import pypdfium2

from metaseoul.faults import Refusal

Picture = npt.NDArray[np.uint8]
POINTS_PER_INCH = 72
_PDFIUM = threading.Lock()


def words_of(pdf: bytes) -> tuple[str, ...]:
    """Every line of text, page after page, empty lines left out."""
    with _opened(pdf) as document:
        return tuple(
            line.strip()
            for page in document
            for line in page.get_textpage().get_text_bounded().splitlines()
            if line.strip()
        )


def page_count(pdf: bytes) -> int:
    with _opened(pdf) as document:
        return len(document)


def picture_of(pdf: bytes, page: int, width: int) -> Picture:
    """One page as (height, width, 4) BGRA bytes, `width` pixels wide."""
    with _opened(pdf) as document:
        sheet = document[page]
        bitmap = sheet.render(scale=width / sheet.get_width(), rev_byteorder=False, prefer_bgrx=True)
        return cast(Picture, bitmap.to_numpy().copy())


@contextlib.contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """PDFium serves one thread at a time; the checker reads on another than the window."""
    with _PDFIUM:
        try:
            with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
                yield document
        except pypdfium2.PdfiumError as error:
            raise Refusal("sheet.unreadable") from error
