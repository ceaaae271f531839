"""One reads in the square: the city's own book, or what one has with one."""

from pathlib import Path

import pytest

from metaseoul.books import opened
from metaseoul.books.city import city_book
from metaseoul.texts import Texts
from tests.metaseoul.test_books import epub
from tests.metaseoul.visitors import Visitor, until, visiting
from worlds import plan


@pytest.fixture
def novel(tmp_path: Path) -> Path:
    file = tmp_path / "봄·봄.epub"
    file.write_bytes(epub(*(f"<html><body><h1>{n}장</h1><p>{n}째 글</p></body></html>" for n in (1, 2))))
    return file


async def own(visitor: Visitor, file: Path | str) -> None:
    await visitor.picks("anchor:reading", of="place")
    await visitor.picks("own", of="reading")
    await visitor.sees("reading.file")
    visitor.types(str(file))


async def test_the_citys_book_is_read_chapter_by_chapter_from_the_shelf_in_the_square(url: str) -> None:
    async with visiting(url) as visitor:
        await visitor.picks("anchor:reading", of="place")
        await visitor.picks("city", of="reading")
        contents = await visitor.sees("reading.contents")
        await visitor.picks(contents.actions[0].name, of="reading.contents")
        await visitor.sees("reading.page")
        for word in plan.place("ddp").text["ko"].split():  # a page breaks lines where it likes
            await visitor.hears(word)
        await visitor.picks("next", of="reading.page")
        second = contents.actions[1].label
        await until(lambda: visitor.ui.view and second in visitor.ui.view.body, second)
        await visitor.picks("contents", of="reading.page")
        await visitor.picks(contents.actions[-1].name, of="reading.contents")
        view = await visitor.sees("reading.page")
        assert "next" not in [action.name for action in view.actions]
        await visitor.picks("close", of="reading.page")
        await visitor.sees("place")


async def test_a_book_of_ones_own_is_read_by_its_path(url: str, novel: Path) -> None:
    async with visiting(url) as visitor:
        await own(visitor, novel)
        assert "메밀꽃 필 무렵" in (await visitor.sees("reading.contents")).heading
        await visitor.picks("1", of="reading.contents")
        await visitor.hears("2째 글")
        visitor.types("0")
        await visitor.sees("reading.contents")
        visitor.types("0")
        await visitor.sees("place")


async def test_a_book_dragged_into_the_line_of_what_one_needs_is_open(url: str, novel: Path) -> None:
    async with visiting(url) as visitor:
        visitor.types(f"'{novel}'")
        await visitor.sees("reading.contents")


async def test_a_pdf_is_read_as_it_is(url: str, tmp_path: Path) -> None:
    import typst

    file = tmp_path / "공고.pdf"
    file.write_bytes(typst.compile(b"Notice 2026"))
    async with visiting(url) as visitor:
        await own(visitor, file)
        await visitor.hears("Notice 2026")
        await visitor.picks("done", of="reading.page")
        await visitor.sees("place")


@pytest.mark.parametrize(("content", "code"), [(None, "book.no-file"), (b"not a book", "book.unreadable")])
async def test_what_is_no_book_is_refused_in_words_and_one_stands_where_one_stood(
    url: str, tmp_path: Path, content: bytes | None, code: str
) -> None:
    file = tmp_path / "x.epub"
    if content is not None:
        file.write_bytes(content)
    async with visiting(url) as visitor:
        await own(visitor, file)
        await visitor.hears(visitor.texts.fault(code, file=str(file)[:80]))
        await visitor.sees("place")


async def test_the_citys_book_is_kept_as_a_file_that_any_reader_opens(url: str, tmp_path: Path) -> None:
    async with visiting(url) as visitor:
        visitor.visit.preferences.save_folder = str(tmp_path / "책")
        await visitor.picks("anchor:reading", of="place")
        await visitor.picks("keep", of="reading")
        await visitor.hears_text("documents.saved")
    (file,) = (tmp_path / "책").iterdir()
    assert file.suffix == ".epub"
    assert opened(file.read_bytes()).title == Texts("ko")("reading.city")
    assert file.read_bytes() == city_book(Texts("ko"))


async def test_a_kiosk_reads_only_what_is_the_citys(url: str) -> None:
    async with visiting(url) as visitor:
        visitor.visit.kiosk = True
        await visitor.picks("anchor:reading", of="place")
        assert [action.name for action in (await visitor.sees("reading")).actions] == ["city"]
