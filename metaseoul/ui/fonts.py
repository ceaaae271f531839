"""Letters for the window: the system's Korean font, else the packaged one; crisp at every size.

Crisp means: one font per whole pixel size, drawn at whole pixels plus a half. All sizes share one copy of the file,
and glyph pages stay small: Panda3D packs big ones superlinearly (3,000 syllables: 0.2 s at 256, 19 s at 1024).
"""

import subprocess
import sys
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from panda3d.core import DynamicTextFont, Filename, SamplerState

from metaseoul.faults import Refusal

PAGE = 256
SYSTEM_FONTS = {
    "win32": (Path("C:/Windows/Fonts/malgun.ttf"),),
    "darwin": (Path("/System/Library/Fonts/AppleSDGothicNeo.ttc"),),
}


FORMS = {"ko": "ko", "en": "ko", "zh": "zh-cn", "ja": "ja"}
"""Whose forms of the Chinese characters a language is written in, as fontconfig names it: one code, four hands."""


class FontFile(NamedTuple):
    """A file, and which of its faces speaks a language."""

    path: Path
    face: int = 0


def use(language: str) -> None:
    """What is written from now on has the forms of this language."""
    global _forms
    _forms = FORMS[language]


def forms() -> str:
    """Whose forms letters have now."""
    return _forms


_forms = "ko"


@cache
def font_file(forms: str = "ko") -> FontFile:
    """Raises Refusal("fonts.none") when this machine has no Korean letters at all."""
    for path in SYSTEM_FONTS.get(sys.platform, ()):
        if path.is_file():
            return FontFile(path)
    return _asked(forms) or _asked("ko") or _packaged() or _none()


def font(pixels: int) -> DynamicTextFont:
    """The font at one size, in whole pixels, in the forms of the language now used."""
    key = (pixels, _forms)
    if key not in _fonts:
        _fonts[key] = _made(*key)
    return _fonts[key]


_fonts: dict[tuple[int, str], DynamicTextFont] = {}


def forget() -> None:
    """Letters that are shown nowhere are erased from their pages, which have room for others then. A font that is only
    dropped leaves its pages behind: a page holds its letters, and each letter its page."""
    for one in _fonts.values():
        one.garbage_collect()


def _made(pixels: int, forms: str) -> DynamicTextFont:
    made = _base(forms).make_copy()
    made.set_scale_factor(1)
    made.set_native_antialias(True)
    made.set_pixels_per_unit(pixels)
    made.set_page_size(PAGE, PAGE)
    made.set_line_height(1.4)
    # a letter is drawn at the size it was made for, pixel by pixel: no other texel has a say in it
    made.set_minfilter(SamplerState.FT_nearest)
    made.set_magfilter(SamplerState.FT_nearest)
    return made


@cache
def _base(forms: str) -> DynamicTextFont:
    file = font_file(forms)
    return DynamicTextFont(Filename.from_os_specific(str(file.path)), file.face)


def _asked(forms: str) -> FontFile | None:
    """What fontconfig holds for a language, when there is one and it really speaks it, and Korean as well."""
    try:
        told = subprocess.run(
            ["fc-match", "-f", "%{file}|%{index}|%{lang}", f"sans:lang={forms}"],
            capture_output=True,
            text=True,
            timeout=5,
            check=True,
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return None
    path, index, *languages = told.split("|")
    return FontFile(Path(path), int(index)) if {"ko", forms} <= set(languages) else None


def _packaged() -> FontFile | None:
    try:
        folder = files("pylopdf_fonts_ko")
    except ModuleNotFoundError:
        return None
    found = sorted(Path(str(folder)).rglob("NotoSansKR*.otf"))
    return FontFile(found[0]) if found else None


def _none() -> FontFile:
    raise Refusal("fonts.none")
