"""The 문서확인번호 and the seal: what goes in comes out, and nothing else passes for it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worlds.civic.documents.facts import spoken
from worlds.civic.documents.number import is_number, number_of, value_of
from worlds.civic.documents.seal import NotASeal, Seal, code, read

VALUES = st.integers(0, 10**15 - 1)
SEALS = st.builds(
    Seal,
    number=VALUES.map(number_of),
    kind=st.sampled_from(["resident-register", "another"]),
    issued_on=st.dates(date(2080, 1, 1), date(2100, 4, 1)),
    valid_until=st.just(date(2100, 4, 1)),
    name=st.text(max_size=20),
    facts=st.binary(min_size=16, max_size=16),
    issuer=st.binary(min_size=8, max_size=8),
    sample=st.booleans(),
)
SIGNATURE = bytes(range(64))
SEAL = Seal(
    number_of(42), "resident-register", date(2026, 11, 23), date(2027, 2, 21), "한*람(표본)", b"f" * 16, b"i" * 8, True
)


@given(VALUES)
def test_a_number_is_sixteen_digits_in_four_groups_and_gives_its_value_back(value):
    number = number_of(value)
    assert [len(group) for group in number.split("-")] == [4, 4, 4, 4]
    assert is_number(number)
    assert value_of(number) == value


@given(VALUES, st.integers(0, 15), st.integers(1, 9))
def test_any_single_wrong_digit_is_noticed(value, place, more):
    digits = number_of(value).replace("-", "")
    wrong = digits[:place] + str((int(digits[place]) + more) % 10) + digits[place + 1 :]
    assert not is_number("-".join(wrong[start : start + 4] for start in range(0, 16, 4)))


@given(VALUES, st.integers(0, 14))
def test_any_swap_of_neighbours_is_noticed(value, place):
    digits = number_of(value).replace("-", "")
    swapped = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
    assert is_number("-".join(swapped[start : start + 4] for start in range(0, 16, 4))) == (swapped == digits)


@pytest.mark.parametrize(
    "text", ["", "1728450122673390", "1728-4501-2267-339a", "1728-4501-2267", "１７２８-4501-2267-3390"]
)
def test_what_is_not_four_groups_of_digits_is_no_number(text):
    assert not is_number(text)


@given(SEALS)
def test_a_seal_comes_out_of_its_code_as_it_went_in(seal):
    assert read(code(seal, SIGNATURE)) == (seal, SIGNATURE)


def test_a_code_is_short_and_of_the_letters_a_qr_packs_tightest():
    text = code(SEAL, SIGNATURE)
    assert len(text) < 240
    assert set(text) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


@given(st.integers(7, 200), st.sampled_from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"))
def test_a_code_with_another_letter_is_another_seal_or_none(place, letter):
    text = code(SEAL, SIGNATURE)
    changed = text[:place] + letter + text[place + 1 :]
    try:
        found = read(changed)
    except NotASeal:
        return
    assert (found == (SEAL, SIGNATURE)) == (changed == text)


@pytest.mark.parametrize(
    "text", ["", "SEOUL1:", "SEOUL1:abc", "SEOUL1:" + "0" * 30, "SEOUL2:" + "A" * 200, "SEOUL1:" + "A" * 9999]
)
def test_what_is_no_code_is_told_apart(text):
    with pytest.raises(NotASeal):
        read(text)


def test_a_number_that_does_not_hold_is_never_sealed():
    with pytest.raises(NotASeal):
        code(
            Seal(
                "1728-4501-2267-3391",
                "k",
                SEAL.issued_on,
                SEAL.issued_on + timedelta(days=1),
                "",
                b"f" * 16,
                b"i" * 8,
                True,
            ),
            SIGNATURE,
        )


def test_facts_are_spoken_field_by_field_and_silent_ones_are_left_out():
    facts = b'{"number":"1","kind":"k","past":[{"order":"1","address":"a"}],"head":"","valid_until":"2027-01-01"}'
    assert list(spoken(facts)) == [("number", "1"), ("past", "1"), ("past", "a")]
    with pytest.raises(ValueError, match="facts"):
        list(spoken(b"{"))
