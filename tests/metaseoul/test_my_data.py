"""A citizen sees who looked, takes all of it away, and ends it, in words as in the window."""

import json
import zipfile
from pathlib import Path

from tests.metaseoul.visitors import Visitor, until, visiting


async def known(visitor: Visitor) -> None:
    """A document was issued: from then on the office knows who this is."""
    visitor.types("등본")
    await visitor.picks("submit", of="documents.issue")
    await visitor.sees("sign-in.sample")
    visitor.types("1")
    await visitor.sees("documents.desk")
    visitor.types("0")
    await visitor.sees("place")


async def test_who_looked_is_told_in_words_and_all_of_it_is_taken(url: str, tmp_path: Path) -> None:
    async with visiting(url) as visitor:
        visitor.visit.preferences.save_folder = str(tmp_path)
        await known(visitor)
        visitor.types("누가 내 정보를 봤나")
        view = await visitor.sees("my-data")
        told = "\n".join(view.body)
        for act in ("document.issued", "register.read", "identity.confirmed", "document.fetched"):
            assert visitor.texts(f"my-data.act.{act}") in told
        await visitor.picks("take", of="my-data")
        await visitor.hears_text("documents.saved")
    (file,) = tmp_path.glob("*.zip")  # noqa: ASYNC240
    with zipfile.ZipFile(file) as packed:
        assert json.loads(packed.read("my-file.json"))["documents"]


async def test_many_looks_are_turned_over_page_by_page(url: str) -> None:
    async with visiting(url) as visitor:
        await known(visitor)
        for _ in range(12):
            await visitor.visit.link.fetch("/documents")
        await visitor.picks("my-data", of="place")
        view, lines = await visitor.sees("my-data"), 0
        while "older" in [action.name for action in view.actions]:
            lines, before = lines + len(view.body) - 1, view.body
            await visitor.picks("older", of="my-data")
            await until(lambda before=before: visitor.ui.view and visitor.ui.view.body != before, "the older ones")
            view = await visitor.sees("my-data")
        assert str(lines + len(view.body) - 1) in view.body[0]
        assert lines >= 10


async def test_a_guest_is_asked_who_they_are_first_and_then_sees_their_file(url: str) -> None:
    async with visiting(url) as visitor:
        await visitor.picks("my-data", of="place")
        await visitor.sees("sign-in.sample")
        visitor.types("1")
        view = await visitor.sees("my-data")
        assert visitor.texts("my-data.act.identity.confirmed") in "\n".join(view.body)


async def test_erasing_is_asked_twice_and_says_what_is_kept(url: str) -> None:
    async with visiting(url) as visitor:
        await known(visitor)
        await visitor.picks("my-data", of="place")
        await visitor.picks("erase", of="my-data")
        await visitor.sees("my-data.sure")
        visitor.types("0")
        await visitor.picks("erase", of="my-data")
        await visitor.picks("erase", of="my-data.sure")
        await visitor.hears_text("my-file.erased")
        await visitor.hears_text("my-data.remains.issued")
        await visitor.sees("place")
        assert visitor.visit.session is not None
        assert visitor.visit.session.role == "guest"
        await visitor.picks("my-data", of="place")
        await visitor.sees("sign-in.sample")


async def test_on_a_kiosk_nothing_is_put_into_a_file(url: str) -> None:
    async with visiting(url) as visitor:
        visitor.visit.kiosk = True
        await visitor.picks("my-data", of="place")
        await visitor.sees("sign-in.sample")
        visitor.types("1")
        assert [action.name for action in (await visitor.sees("my-data")).actions] == ["erase", "guardian"]
