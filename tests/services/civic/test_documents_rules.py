"""The law of the sheet, with no office around it."""

from datetime import date

import pytest

from services.civic.documents import rules
from services.faults import Refusal
from services.registry.sample import SampleRegistry
from worlds.civic.documents.number import number_of
from worlds.civic.documents.wire import RegisterOptions

DAY = date(2026, 11, 23)
REGISTRY = SampleRegistry()
NUMBER = number_of(7)


def facts(subject, day=DAY, purpose="제출용", **options):
    household = REGISTRY.household_of(subject)
    who = rules.applicant(subject, household)
    return rules.facts(NUMBER, household, who, RegisterOptions(**options), purpose, day, True)


def test_a_sheet_is_answered_for_from_its_day_to_the_ninetieth_day_after():
    issued, last = date(2026, 8, 24), date(2026, 11, 22)
    assert rules.valid_until(issued) == last
    assert not rules.checkable(issued, date(2026, 8, 23))
    assert rules.checkable(issued, issued)
    assert rules.checkable(issued, date(2026, 11, 21))
    assert rules.checkable(issued, last)
    assert not rules.checkable(issued, date(2026, 11, 23))


def test_the_electronic_sheet_is_free_and_the_others_cost_what_the_rule_says():
    assert [rules.fee(channel) for channel in ("electronic", "kiosk", "window")] == [0, 200, 400]


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("홍길동", "홍*동"),
        ("이산", "이*"),
        ("Kim Min Su", "K*********"),
        ("한가람(표본)", "한*람(표본)"),
        ("황보빛나라온누리(표본)", "황******리(표본)"),
        ("", ""),
    ],
)
def test_a_masked_name_keeps_its_ends_and_its_length(name, masked):
    assert rules.masked_name(name) == masked


def test_only_who_lives_in_the_household_may_ask_for_it():
    household = REGISTRY.household_of("sample-002-01")
    assert rules.applicant("sample-002-02", household).name == "서이안(표본)"
    for other, place in (("sample-001-01", household), ("sample-001-01", None)):
        with pytest.raises(Refusal) as refusal:
            rules.applicant(other, place)
        assert (refusal.value.code, refusal.value.status) == ("documents.no-register", 404)


def test_without_a_wish_the_sheet_shows_the_forms_defaults():
    sheet = facts("sample-004-01")
    assert [line.name for line in sheet.members] == ["문서윤(표본)"]
    assert sheet.members[0].number == "960617-*******"
    assert (sheet.formation, sheet.formed_on) == ("전입세대구성", "2023-01-30")
    assert sheet.members[0].relation == "본인"
    assert sheet.past == ()


def test_back_digits_are_hidden_until_asked_for():
    assert all(line.number.endswith("-*******") for line in facts("sample-012-01").members)
    assert not any("*" in line.number for line in facts("sample-012-01", rrn_back=True).members)


def test_cohabitants_and_foreign_family_come_only_when_asked_for():
    assert len(facts("sample-004-01", cohabitants=True).members) == 3
    assert len(facts("sample-005-01").members) == 2
    assert len(facts("sample-005-01", foreign_family=True).members) == 3


def test_who_asks_is_always_on_the_sheet():
    names = [line.name for line in facts("sample-004-02").members]
    assert names == ["문서윤(표본)", "배하람(표본)"]
    named = [line.name for line in facts("sample-002-02", members=False).members]
    assert named == ["", "서이안(표본)"]


def test_names_left_out_are_left_out_everywhere_and_their_numbers_stay_hidden():
    sheet = facts("sample-002-02", members=False, rrn_back=True)
    assert (sheet.head, sheet.head_hanja) == ("", "")
    assert sheet.members[0].hanja == ""
    assert sheet.members[0].number == "880721-*******"


def test_what_is_struck_from_the_form_is_empty_on_the_sheet():
    sheet = facts("sample-003-01", formation=False, relation=False, moved_in=False)
    assert (sheet.formation, sheet.formed_on, sheet.home.since, sheet.home.reason) == ("", "", "", "")
    assert {(line.relation, line.since, line.reason) for line in sheet.members} == {("", "", "")}


def test_an_address_counts_in_the_last_five_years_to_the_day_it_was_left():
    def past(day):
        return [home.address for home in facts("sample-024-01", day, past_addresses="five-years").past]

    left = date(2021, 11, 22)  # 가락동 was left for 방이동
    assert any("가락동" in home for home in past(left.replace(year=2026, day=21)))
    assert any("가락동" in home for home in past(left.replace(year=2026)))
    assert not any("가락동" in home for home in past(left.replace(year=2026, day=23)))


def test_all_past_addresses_are_numbered_from_the_oldest_and_the_current_one_stands_last():
    sheet = facts("sample-012-01", past_addresses="all")
    assert [home.order for home in sheet.past] == [str(order) for order in range(1, 10)]
    assert "죽교동" in sheet.past[0].address
    assert (sheet.home.order, "진관동" in sheet.home.address) == ("현주소", True)


def test_five_years_before_a_leap_day_is_the_last_of_february():
    assert rules.years_before(date(2024, 2, 29), 5) == date(2019, 2, 28)


def test_a_purpose_is_one_line_of_letters():
    assert rules.purpose_of("  은행\n 제출용 ") == "은행 제출용"
    for empty in ("", "  ", "\x00", "a\u200eb"):
        with pytest.raises(Refusal):
            rules.purpose_of(empty)
