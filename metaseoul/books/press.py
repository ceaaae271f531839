"""Sets one chapter, as a program of its own: `python -m metaseoul.books.press FOLDER`.

The typesetter keeps every font it has looked into in memory, a hundred megabytes and more, and whatever a stranger's
book makes it do ends with this program. The folder holds page.typ, chapter.json and the pictures; nothing outside of it
is seen. The PDF goes to the standard output; exit code 1: it cannot be set.
"""

import sys
from pathlib import Path

import typst
from pylopdf_fonts_ko import sans_path, serif_path


def main(folder: Path) -> int:
    """Sets what lies in the folder."""
    folders = sorted({str(sans_path().parent), str(serif_path().parent)})
    fonts = typst.Fonts(include_system_fonts=True, include_embedded_fonts=False, font_paths=folders)
    inputs = {"chapter": (folder / "chapter.json").read_text("utf-8")}
    try:
        pdf = typst.compile(
            str(folder / "page.typ"), root=str(folder), format="pdf", sys_inputs=inputs, font_paths=fonts
        )
    except typst.TypstError:
        return 1
    assert isinstance(pdf, bytes)
    sys.stdout.buffer.write(pdf)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
