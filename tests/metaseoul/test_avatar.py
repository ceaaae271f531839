"""A citizen chooses how they look, in ten ways; sees it at once, and so do the others."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metaseoul.flow.avatar import Figure, dyes, figure_of, look_of
from metaseoul.texts import LANGUAGES, Texts
from metaseoul.ui.views import fields_of
from tests.metaseoul.visitors import until, visiting
from worlds.avatar import sample_look
from worlds.avatar.wardrobe import palette, rgb
from worlds.sessions.wire import Look

looks = st.builds(Look, **{name: st.integers(-20, 1000) for name in Look.__struct_fields__})


@given(looks)
def test_any_look_of_the_wire_can_be_opened_and_is_kept_by_the_form(look: Look) -> None:
    figure = figure_of(look)
    assert figure_of(look_of(figure)) == figure


@given(looks)
def test_the_colours_that_the_form_shows_are_those_that_are_worn(look: Look) -> None:
    figure = figure_of(look)
    worn = palette(look_of(figure))
    for name, colours in dyes(figure).items():
        assert name in Figure.__struct_fields__
        for colour in colours:
            assert np.isclose(worn, rgb(colour)).all(1).any()


def test_there_are_ten_things_to_choose_and_three_hanbok_among_the_clothes() -> None:
    fields = fields_of(figure_of(Look()), "avatar", Texts("ko"))
    assert len(fields) == 10
    assert all(len(field.choices) >= 3 for field in fields)
    clothes = next(field for field in fields if field.name == "clothes")
    assert sum("한복" in choice.label for choice in clothes.choices) >= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_has_a_name(language: str) -> None:
    for field in fields_of(figure_of(Look()), "avatar", Texts(language)):
        assert not [choice.label for choice in field.choices if choice.label.startswith("avatar.")]


async def test_what_is_chosen_is_seen_by_the_others_and_kept(url: str) -> None:
    async with visiting(url) as one, visiting(url) as other:
        await one.is_here()
        await other.is_here()
        await other.picks("avatar", of="place")
        view = await other.sees("avatar")
        before = other.visit.preferences.look
        number = len(view.actions) + 1 + [field.name for field in view.fields].index("extra")
        other.types(str(number))
        assert other.visit.preferences.look.extra == (before.extra + 1) % 4
        other.types("1")
        await other.hears_text("avatar.done")
        chosen = other.visit.preferences.look
        await other.is_here()
        people = one.visit.live
        await until(lambda: chosen in [person.look for person in people.people.values()], "the new look")


async def test_going_back_leaves_all_as_it_was(url: str) -> None:
    async with visiting(url) as visitor:
        await visitor.picks("avatar", of="place")
        view = await visitor.sees("avatar")
        before = figure_of(visitor.visit.preferences.look)
        visitor.types(str(len(view.actions) + 1))
        assert figure_of(visitor.visit.preferences.look) != before
        visitor.types("0")
        await visitor.sees("place")
        assert figure_of(visitor.visit.preferences.look) == before


def test_newcomers_differ_in_all_of_it() -> None:
    figures = [figure_of(sample_look(number)) for number in range(300)]
    for name in Figure.__struct_fields__:
        if name != "tint":
            assert len({getattr(figure, name) for figure in figures}) > 2, name
