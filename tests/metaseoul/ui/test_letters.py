"""Pictures of letters: those that are shown stay as they are, the others make room."""

from panda3d.core import NodePath

from metaseoul.ui import fonts
from metaseoul.ui.draw import forget_letters, printed

PIXELS = 19
WHITE = (1.0, 1.0, 1.0, 1.0)


def syllables(first: int, count: int = 150) -> str:
    return "".join(chr(0xAC00 + first + number) for number in range(count))


def test_ten_thousand_syllables_one_after_the_other_take_no_more_pages_than_a_few() -> None:
    fonts._fonts.pop((PIXELS, fonts.forms()), None)
    pages = []
    for first in range(0, 10_000, 150):
        shown = NodePath("shown")
        printed(shown, 0, 0, syllables(first), PIXELS, WHITE)
        shown.flatten_strong()
        pages.append(fonts.font(PIXELS).get_num_pages())
        shown.remove_node()
        forget_letters()
    assert max(pages) == pages[0]


def test_letters_that_are_shown_keep_their_pictures() -> None:
    fonts._fonts.pop((PIXELS, fonts.forms()), None)
    shown = NodePath("shown")
    printed(shown, 0, 0, "가나다", PIXELS, WHITE)
    shown.flatten_strong()
    printed(NodePath("gone"), 0, 0, syllables(300), PIXELS, WHITE)
    forget_letters()
    page = fonts.font(PIXELS).get_page(0)
    kept = bytes(page.get_ram_image())
    assert any(kept), "erased while it was shown"
    printed(NodePath("next"), 0, 0, syllables(900, 40), PIXELS, WHITE)
    later = bytes(page.get_ram_image())
    assert all(now == then for now, then in zip(later, kept, strict=True) if then), "written over while it was shown"
