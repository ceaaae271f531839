"""One key: gone for the others, and nothing to be seen, heard or read back; the same key brings one back."""

import asyncio
import io

from metaseoul.texts import Texts
from metaseoul.ui.text import PANIC, TextUi
from tests.metaseoul.pads import CHOICE, Hand
from tests.metaseoul.visitors import until, visiting


async def test_who_hides_leaves_the_place_for_the_others_and_comes_back_on_the_plaza(url: str) -> None:
    async with visiting(url) as other, visiting(url) as visitor:
        await visitor.is_here()
        await other.is_here()
        await visitor.goes_to("city-hall")
        await other.goes_to("city-hall")
        await until(lambda: len(other.visit.live.people) == 2, "each other")
        visitor.types(PANIC)
        await until(lambda: len(other.visit.live.people) == 1, "nobody beside")
        assert visitor.ui.view is None
        assert visitor.ui.told == []
        visitor.types(PANIC)
        await until(lambda: visitor.visit.place.slug == "plaza", "the plaza")
        await visitor.sees("place")
        await visitor.is_here()


async def test_whatever_was_open_is_over_and_nothing_is_told_meanwhile(url: str) -> None:
    async with visiting(url) as visitor:
        visitor.types("등본")
        await visitor.sees("documents.issue")
        before = visitor.heard
        visitor.types(PANIC)
        visitor.types("1")
        visitor.ui.say("photo.taking")
        await asyncio.sleep(0.1)
        assert visitor.heard.strip() == before.strip()
        visitor.types(PANIC)
        await visitor.sees("place")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


async def test_a_terminal_is_cleared_with_all_that_could_be_scrolled_back_to() -> None:
    out = Terminal()
    ui = TextUi(Texts("ko"), out)
    ui.heard(PANIC)
    assert out.getvalue().endswith("\x1b[2J\x1b[3J\x1b[H\n")


async def test_the_windows_key_covers_all_of_it_in_the_same_frame(hand: Hand) -> None:
    ui = hand.ui
    asking = await hand.asked(CHOICE)
    ui.hear(7, "나루", "비밀 이야기")
    ui.base.messenger.send("f12")
    (cover,) = ui.root.find_all_matches("ground")
    low, high = cover.get_tight_bounds(ui.root)
    assert (low.x, high.x, low.z, high.z) == (0, ui.width, -ui.height, 0)
    assert list(ui.root.get_children())[-1] == cover
    assert "비밀 이야기" not in str(ui.root.find_all_matches("**/+TextNode"))
    await asyncio.sleep(0)
    assert asking.done()
    asking.exception()
    ui.base.messenger.send("f12")
    await asyncio.wait_for(ui.until_back(), 1)
    assert ui.root.find_all_matches("ground").is_empty()
