"""A form is made from what is said over the wire, and says back exactly that; its limits are the wire's limits."""

from typing import Annotated, Literal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metaseoul.civic.documents import RegisterForm
from metaseoul.texts import LANGUAGES, Texts
from metaseoul.ui.views import fields_of, value_of
from tests.metaseoul.visitors import Visitor, visiting
from worlds.civic.documents.wire import RegisterOptions

KOREAN = Texts("ko")
options = st.builds(
    RegisterOptions,
    past_addresses=st.sampled_from(["none", "five-years", "all"]),
    **{name: st.booleans() for name in RegisterOptions.__struct_fields__ if name != "past_addresses"},
)


@given(options)
def test_what_a_form_shows_is_what_it_says_back(value: RegisterOptions) -> None:
    fields = fields_of(value, "documents.issue", KOREAN)
    assert [field.name for field in fields] == list(RegisterOptions.__struct_fields__)
    assert value_of(RegisterOptions, {field.name: field.value for field in fields}) == value


@given(st.text(min_size=1, max_size=60))
def test_a_line_of_text_comes_back_letter_by_letter(purpose: str) -> None:
    form = RegisterForm(purpose=purpose)
    fields = fields_of(form, "documents.issue", KOREAN)
    assert value_of(RegisterForm, {field.name: field.value for field in fields}) == form


@given(st.dictionaries(st.sampled_from([*RegisterForm.__struct_fields__, "stranger"]), st.text(max_size=70)))
def test_whatever_is_filled_in_becomes_a_value_or_names_its_field(values: dict[str, str]) -> None:
    wrong = {"purpose": not 1 <= len(values.get("purpose", "")) <= 60} | {
        "past_addresses": values.get("past_addresses", "none") not in ("none", "five-years", "all")
    }
    if any(wrong.values()):
        with pytest.raises(msgspec.ValidationError) as error:
            value_of(RegisterForm, values)
        assert wrong.get(str(error.value).rpartition("$.")[2].strip("`"), "purpose" not in values)
    else:
        assert isinstance(value_of(RegisterForm, values), RegisterForm)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_and_every_choice_has_words_of_its_own(language: str) -> None:
    texts = Texts(language)
    fields = fields_of(RegisterForm(purpose="-"), "documents.issue", texts)
    labels = [field.label for field in fields]
    assert len(set(labels)) == len(labels)
    assert not [label for label in labels if label.startswith("documents.")]
    for field in fields:
        shown = [choice.label for choice in field.choices]
        assert len(set(shown)) == len(shown)
        assert not [label for label in shown if label.startswith("documents.")]


def test_switches_choices_and_limits_come_from_the_types() -> None:
    class Wish(msgspec.Struct):
        loud: bool
        size: Literal["small", "large"]
        note: Annotated[str, msgspec.Meta(max_length=8)]
        count: int

    loud, size, note, count = fields_of(Wish(True, "large", "hi", 3), "wish", KOREAN)
    assert ([choice.name for choice in loud.choices], loud.value) == (["on", "off"], "on")
    assert ([choice.name for choice in size.choices], size.value) == (["small", "large"], "large")
    assert (note.choices, note.value, note.limit) == ((), "hi", 8)
    assert value_of(Wish, {"loud": "off", "size": "small", "note": "", "count": "12"}) == Wish(False, "small", "", 12)
    assert count.value == "3"


async def entry(visitor: Visitor, name: str) -> str:
    """The number that picks an entry of the form now shown."""
    view = await visitor.sees("documents.issue")
    return str(len(view.actions) + 1 + [field.name for field in view.fields].index(name))


def shown(visitor: Visitor, name: str) -> str:
    return next(field.value for field in visitor.ui.view.fields if field.name == name)


async def test_a_number_turns_a_switch_and_a_choice_over(url: str) -> None:
    async with visiting(url) as visitor:
        visitor.types("등본")
        await visitor.sees("documents.issue")
        assert (shown(visitor, "rrn_back"), shown(visitor, "past_addresses")) == ("off", "none")
        visitor.types(await entry(visitor, "rrn_back"))
        visitor.types(await entry(visitor, "past_addresses"))
        assert (shown(visitor, "rrn_back"), shown(visitor, "past_addresses")) == ("on", "five-years")
        assert visitor.heard.endswith("주민등록번호 뒷자리: 표시\n과거 주소: 최근 5년\n")
        visitor.types(await entry(visitor, "rrn_back"))
        assert shown(visitor, "rrn_back") == "off"


@pytest.mark.parametrize("wrong", ["", "가" * 61])
async def test_a_limit_is_told_with_its_entry_and_what_was_written_is_kept(url: str, wrong: str) -> None:
    async with visiting(url) as visitor:
        visitor.types("등본")
        visitor.types(await entry(visitor, "rrn_back"))
        visitor.types(await entry(visitor, "purpose"))
        visitor.types(wrong)
        await visitor.picks("submit", of="documents.issue")
        await visitor.hears('"용도" 칸을 고쳐 주세요. 1자에서 60자까지')
        await visitor.sees("documents.issue")
        assert (shown(visitor, "purpose"), shown(visitor, "rrn_back")) == (wrong, "on")

        visitor.types(await entry(visitor, "purpose"))
        visitor.types("은행 제출용")
        await visitor.picks("submit", of="documents.issue")
        await visitor.sees("sign-in.sample")


async def test_a_number_or_a_zero_can_be_written_into_an_entry(url: str) -> None:
    async with visiting(url) as visitor:
        visitor.types("등본")
        visitor.types(await entry(visitor, "purpose"))
        visitor.types("0")
        assert shown(visitor, "purpose") == "0"


async def test_going_back_from_a_form_does_nothing(url: str) -> None:
    async with visiting(url) as visitor:
        visitor.types("등본")
        await visitor.sees("documents.issue")
        visitor.types("0")
        await visitor.sees("place")
        assert visitor.visit.session.role == "guest"
