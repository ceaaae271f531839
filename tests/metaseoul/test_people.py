"""Whom one does not want to hear is not heard: chosen by name, taken back by name."""

from tests.metaseoul.visitors import Visitor, until, visiting


async def beside(one: Visitor, other: Visitor) -> str:
    """Both stand in a place that nobody else is in; the other's number, as one sees it."""
    for visitor in (one, other):
        await visitor.is_here()
        await visitor.goes_to("mayor-office")
    live = one.visit.live
    return await until(lambda: next((str(n) for n in live.people if n != live.me), None), "each other")


async def says(visitor: Visitor, words: str) -> None:
    await visitor.picks("say", of="place")
    await visitor.sees("visit.say.line")
    visitor.types(words)
    await visitor.hears(words)


async def test_somebody_is_blocked_by_name_and_heard_again(own_url: str) -> None:
    async with visiting(own_url) as one, visiting(own_url) as other:
        number = await beside(one, other)
        await says(other, "처음")
        await one.hears("처음")
        await one.picks("people", of="place")
        await one.picks(number, of="people")
        await one.picks("block", of="people.one")
        await one.sees("place")
        await says(other, "막힌 말")
        await one.picks("people", of="place")
        await one.picks(number, of="people")
        view = await one.sees("people.one")
        assert "block" not in [action.name for action in view.actions]
        await one.picks("hear", of="people.one")
        await one.sees("place")
        await says(other, "다시")
        await one.hears("다시")
        assert "막힌 말" not in one.heard


async def test_of_what_one_is_to_somebody_only_the_other_is_offered(own_url: str) -> None:
    async def offered(visitor: Visitor, number: str) -> set[str]:
        await visitor.picks("people", of="place")
        await visitor.picks(number, of="people")
        view = await visitor.sees("people.one")
        return {action.name for action in view.actions} & {"friend", "unfriend"}

    async with visiting(own_url) as one, visiting(own_url) as other:
        number = await beside(one, other)
        assert await offered(one, number) == {"friend", "unfriend"}
        await one.picks("friend", of="people.one")
        await one.hears_text("friend.asked.mine")
        assert await offered(one, number) == {"unfriend"}
        await one.picks("unfriend", of="people.one")
        await one.hears_text("friend.over")
        assert await offered(one, number) == {"friend"}


async def test_somebody_is_muted_without_being_told_and_hears_one_as_before(own_url: str) -> None:
    async with visiting(own_url) as one, visiting(own_url) as other:
        number = await beside(one, other)
        await one.picks("people", of="place")
        await one.picks(number, of="people")
        await one.picks("mute", of="people.one")
        await one.sees("place")
        await says(other, "들리지 않는 말")
        await says(one, "들리는 말")
        await other.hears("들리는 말")
        await one.picks("people", of="place")
        await one.picks(number, of="people")
        await one.picks("unmute", of="people.one")
        await one.sees("place")
        await says(other, "다시")
        await one.hears("다시")
        assert "들리지 않는 말" not in one.heard


async def test_alone_there_is_nobody_to_choose(own_url: str) -> None:
    async with visiting(own_url) as visitor:
        await visitor.is_here()
        await visitor.goes_to("mayor-office")
        await visitor.picks("people", of="place")
        await visitor.hears(visitor.texts("visit.nobody"))
        await visitor.sees("place")
