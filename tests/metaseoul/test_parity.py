"""Whatever stands in a place is an action of its text, opens something real, and is two steps away from anywhere."""

import inspect

import pytest

from metaseoul.civic import SCREENS
from metaseoul.flow.find import goals, matches
from metaseoul.texts import LANGUAGES, Texts
from metaseoul.visit import FLOWS
from tests.metaseoul.visitors import until, visiting
from worlds.civic import ROOMS
from worlds.plan import place as place_of
from worlds.plan import places
from worlds.shape import Place

by_slug = pytest.mark.parametrize("place", places(), ids=lambda place: place.slug)
SERVICES = [f"{room.slug}.{anchor.opens}" for room in ROOMS for anchor in room.anchors]


async def stand_in(visitor, place: Place) -> None:
    await visitor.visit.enter(place, place.spawn[:2], place.spawn[2])


@by_slug
async def test_every_anchor_and_every_gate_is_an_action_of_its_place(url: str, place: Place) -> None:
    async with visiting(url) as visitor:
        await stand_in(visitor, place)
        actions = {action.name: action for action in visitor.visit.here().actions}
        for anchor in place.anchors:
            assert actions[f"anchor:{anchor.opens}"].at == anchor.at
        for gate in place.gates:
            assert actions[f"gate:{gate.name}"].at == gate.at
        assert {"find", "say", "map", "language", "leave"} <= set(actions)
        assert len({action.label for action in actions.values()}) >= len(actions) - 1  # find stands at two spots


@by_slug
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_action_of_a_place_has_words_in_every_language(url: str, place: Place, language: str) -> None:
    async with visiting(url, language) as visitor:
        await stand_in(visitor, place)
        for action in visitor.visit.here().actions:
            assert action.label not in ("", action.name)
            assert not action.label.startswith(("visit.", f"{place.slug}."))


@by_slug
def test_every_anchor_opens_something_real(place: Place) -> None:
    screens = {screen.room.slug: screen for screen in SCREENS}
    for anchor in place.anchors:
        if anchor.opens not in ("find", *FLOWS):
            assert inspect.iscoroutinefunction(getattr(screens[place.slug], anchor.opens)), anchor.name


@by_slug
async def test_every_gate_leads_to_where_it_says_and_can_be_taken_by_its_number(url: str, place: Place) -> None:
    for gate in place.gates:
        async with visiting(url) as visitor:
            await visitor.goes_to(place.slug)
            await visitor.picks(f"gate:{gate.name}", of="place")
            await until(lambda: visitor.visit.place is place_of(gate.to) and visitor.ui.view, gate.to)  # noqa: B023


@by_slug
@pytest.mark.parametrize("service", SERVICES)
async def test_any_service_is_one_line_away_in_words_from_anywhere(url: str, place: Place, service: str) -> None:
    async with visiting(url) as visitor:
        await visitor.goes_to(place.slug)
        visitor.types(visitor.texts(service))
        view = await until(
            lambda: visitor.ui.view if visitor.ui.view and visitor.ui.view.key != "place" else None, "it"
        )
        assert view.key.startswith(service)


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_any_service_is_two_steps_away_by_keys_in_every_language(service: str, language: str) -> None:
    """F, and its line on the first page of what is offered; or its name."""
    known = goals(Texts(language))
    assert service in [goal.name for goal in known]
    assert [goal.name for goal in matches(Texts(language)(service), known)] == [service]


@pytest.mark.parametrize("on_line", [False, True], ids=["at once", "on the line"])
async def test_whoever_is_taken_to_a_counter_stands_before_it(url: str, on_line: bool) -> None:
    async with visiting(url) as visitor:
        if on_line:
            await visitor.is_here()
        visitor.types("등본")
        await visitor.sees("documents.issue")
        assert visitor.visit.place.slug == "documents"
        visitor.types("0")
        await visitor.sees("place")
        await visitor.is_here()
        desk = next(anchor for anchor in visitor.visit.place.anchors if anchor.opens == "issue")

        def near() -> bool:
            me = visitor.visit.live.people.get(visitor.visit.live.me)
            return me is not None and (me.x - desk.at[0]) ** 2 + (me.y - desk.at[1]) ** 2 <= desk.reach**2

        await until(near, "being taken to the desk")


async def test_what_stands_in_a_place_is_done_without_walking_to_it(url: str) -> None:
    async with visiting(url) as visitor:
        await visitor.sees("place")
        visitor.ui.answer("here")  # the window's key G; in words the place itself lists them
        view = await visitor.sees("here")
        gates = [f"gate:{gate.name}" for gate in place_of("plaza").gates]
        names = [action.name for action in view.actions]
        assert names == ["anchor:reading", *gates, "leave"]
        visitor.types(str(names.index("gate:city-hall") + 1))
        await until(lambda: visitor.ui.view and visitor.ui.view.heading == "서울시청 로비", "the lobby")
