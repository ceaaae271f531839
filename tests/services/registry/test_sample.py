"""The sample register: whole, invented, and nobody's."""

from datetime import date

import pytest

from services.registry.districts import DISTRICTS
from services.registry.impossible import check_digit, impossible_number, is_impossible
from services.registry.port import Standing
from services.registry.sample import SampleRegistry, sample_households, sample_people

HOUSEHOLDS = sample_households()
EVERYONE = [person for household in HOUSEHOLDS for person in household.residents]


def test_there_are_households_in_every_district_of_seoul():
    assert len(DISTRICTS) == 25
    assert {household.code for household in HOUSEHOLDS} == set(DISTRICTS)
    assert len(HOUSEHOLDS) >= 25
    for household in HOUSEHOLDS:
        assert f"서울특별시 {household.district} " in household.residences[-1].address


def test_every_name_is_marked_and_every_road_is_invented():
    assert all(person.name.endswith("(표본)") for person in EVERYONE)
    assert all(" 표본로 " in home.address for household in HOUSEHOLDS for home in household.residences)


def test_no_number_can_be_anybodys_and_no_two_are_alike():
    assert all(is_impossible(person.number) for person in EVERYONE)
    assert all(person.number.startswith(f"{person.born:%y%m%d}-") for person in EVERYONE)
    assert all(person.born.year > 1920 for person in EVERYONE)
    assert len({person.number for person in EVERYONE}) == len(EVERYONE)


@pytest.mark.parametrize("number", ["971013-9019902", "990101-0000014", "910505-0111116"])
def test_the_check_digit_is_that_of_the_published_rule(number):
    digits = number.replace("-", "")
    assert check_digit(digits[:12]) == int(digits[12])


def test_an_impossible_number_bears_all_three_marks():
    number = impossible_number(date(1990, 3, 12), "F", 101)
    assert (number[7], number[12]) == ("0", "0")
    assert is_impossible(number)
    assert not is_impossible("971013-9019902")


def test_subjects_stay_what_they_were():
    assert SampleRegistry().household_of("sample-001-01").residents[0].name == "한가람(표본)"
    assert SampleRegistry().household_of("sample-012-14").residents[13].name == "마순희(표본)"
    assert SampleRegistry().household_of("nobody") is None


def test_many_shapes_of_household_are_there():
    sizes = {len(household.residents) for household in HOUSEHOLDS}
    standings = {person.standing for person in EVERYONE}
    assert {1, 2, 3, 4, 6} <= sizes
    assert max(sizes) >= 12
    assert standings == set(Standing)
    assert any(len(household.residences) >= 8 for household in HOUSEHOLDS)
    assert any(household.residents[0].born > date(2007, 11, 22) for household in HOUSEHOLDS)
    assert any(household.residences[-1].since.on > date(2026, 10, 1) for household in HOUSEHOLDS)


def test_every_household_holds_together():
    for household in HOUSEHOLDS:
        head = household.residents[0]
        moves = [home.since.on for home in household.residences]
        assert (head.relation, head.standing) == ("본인", Standing.MEMBER)
        assert [person.relation for person in household.residents].count("본인") == 1
        assert moves == sorted(moves)
        assert all(person.since.on >= person.born for person in household.residents)


def test_the_sample_provider_vouches_for_who_is_fourteen_or_older():
    people = sample_people()
    assert {person.subject for person in people} <= {person.subject for person in EVERYONE}
    assert max(person.born for person in people) <= "2012-11-22"
    assert {person.district for person in people} == set(DISTRICTS.values())
