"""The city in numbers: opened by everyday words or a key, read as lines, one bar or column a figure."""

from tests.metaseoul.visitors import visiting


async def test_who_is_here_and_what_was_today_is_told_as_it_was_counted(url: str) -> None:
    async with visiting(url) as visitor:
        await visitor.is_here()
        visitor.types("이용 현황")
        view = await visitor.sees("numbers")
        here, visits, documents = view.charts
        assert [bar.told for bar in here.bars] == ["1명"]
        assert len(visits.bars) == len(documents.bars) == 7
        assert visits.bars[-1].value >= 1
        assert f"{here.bars[0].label}: 1명" in visitor.heard
