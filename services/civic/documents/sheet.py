"""The sheet itself: facts and their seal become an A4 PDF, tagged for screen readers (PDF/UA-1), Korean letters inside.

The same facts, seal and moment give the same bytes. The letters are those of a package, not of the machine, so a
sheet looks alike wherever it is issued (docs/decisions/0040-sheets-by-typst.md).
"""

import re
import threading
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec
import segno
import typst
from pylopdf_fonts_ko import sans_path, serif_path

from services.civic.documents.rules import MARK
from services.faults import Refusal
from worlds.civic.documents.facts import Facts

TEMPLATE = Path(__file__).with_name("sheet.typ")
STANDARD: Literal["ua-1"] = "ua-1"
WATERMARK = "#set page(width: auto, height: auto, margin: 1pt, fill: none)\n"
WATERMARK += '#text(font: "Noto Sans KR", fill: rgb("#e9edf2"), top-edge: "bounds", bottom-edge: "bounds", "%s")'
MASK = 3
"""One of the eight patterns of a QR, fixed: trying all of them took 7 ms a sheet and scans no better."""

_DARK = re.compile(rb"\x01+")
_desk = threading.local()


def facts_file(facts: Facts) -> bytes:
    """The facts as they travel in the sheet, and as the seal's digest is taken of them."""
    return msgspec.json.encode(facts)


def sheet(facts: bytes, seal: str, at: datetime) -> bytes:
    """The unsigned PDF, dated `at`. Raises documents.letters when a word has letters that no font here can draw."""
    inputs = {"facts": facts.decode(), "seal": seal, "qr": qr(seal), "watermark": _watermark()}
    try:
        pdf = _compiler().compile(
            format="pdf", sys_inputs=inputs, pdf_standards=[STANDARD], timestamp=int(at.timestamp())
        )
    except typst.TypstError as error:
        raise Refusal("documents.letters", 400) from error
    assert isinstance(pdf, bytes)
    return pdf


def qr(text: str) -> str:
    """A QR code as SVG, one line per run of dark modules; without its quiet zone, as the sheet leaves it white."""
    rows = segno.make(text, error="m", mask=MASK, boost_error=False).matrix
    runs = (
        f"M{run.start()} {y}.5h{run.end() - run.start()}" for y, row in enumerate(rows) for run in _DARK.finditer(row)
    )
    size = len(rows)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges">'
        f'<path stroke="#000" d="{"".join(runs)}"/></svg>'
    )


def _compiler() -> typst.Compiler:
    """Each thread's own: a compiler keeps the template ready, and serves one caller at a time."""
    compiler: typst.Compiler | None = getattr(_desk, "compiler", None)
    if compiler is None:
        compiler = _desk.compiler = typst.Compiler(str(TEMPLATE), font_paths=_fonts())
    return compiler


@cache
def _watermark() -> str:
    drawn = typst.Compiler(font_paths=_fonts()).compile((WATERMARK % MARK).encode(), format="svg")
    assert isinstance(drawn, bytes)
    return drawn.decode()


@cache
def _fonts() -> typst.Fonts:
    folders = sorted({str(sans_path().parent), str(serif_path().parent)})
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
