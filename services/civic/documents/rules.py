"""The law of the 주민등록표등본: who may have one, what it shows, how long the office answers for it, what it costs.

주민등록법 제29조 (2항: the person or one of the household; 3항: by electronic means nobody else),
주민등록법 시행규칙 제17조 4항 (fees), 별지 제7호서식 (what may be left out), 제18호서식 (the sheet).
"""

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Literal

from services.faults import Refusal
from services.registry.port import Event, Household, Resident, Standing
from worlds.civic.documents.facts import Facts, Home, Line
from worlds.civic.documents.wire import RegisterOptions

KIND = "resident-register"
TITLE = "주민등록표(등본)"
ISSUER = "메타버스 서울 시험발급소"
MARK = "시험용 · 법적 효력 없음"
CHECKABLE = timedelta(days=90)
"""The state checks what it issued for 90 days (정부24). A paper itself has no term; whoever takes it sets one."""
YEARS_BACK = 5
NUMBERS = 10**15
FEES = {"electronic": 0, "kiosk": 200, "window": 400}
"""Won (주민등록법 시행규칙 제17조 4항)."""
FRONT_DIGITS = 6

Channel = Literal["electronic", "kiosk", "window"]


def applicant(subject: str, household: Household | None) -> Resident:
    """The resident who asks, for the sheet of their own household: 제29조 3항. Raises documents.no-register."""
    people = household.residents if household else ()
    for person in people:
        if person.subject == subject:
            return person
    raise Refusal("documents.no-register", 404)


def fee(channel: Channel) -> int:
    """What one sheet costs, in won."""
    return FEES[channel]


def valid_until(issued_on: date) -> date:
    """The last day on which the office answers for a sheet."""
    return issued_on + CHECKABLE


def checkable(issued_on: date, day: date) -> bool:
    """Whether the office answers for a sheet on this day: from the day of issue to the last day, both included."""
    return issued_on <= day <= valid_until(issued_on)


def hidden_number(number: str) -> str:
    """A 주민등록번호 without its seven back digits: 개인정보 보호법 제24조의2, and what online services do."""
    return number[:FRONT_DIGITS] + "-" + "*" * 7


def masked_name(name: str) -> str:
    """한가람 -> 한*람, 설윤 -> 설*, KIM MIN SU -> K*********; a mark in brackets stays."""
    bare, bracket, mark = name.partition("(")
    last = bare[-1] if len(bare) > 2 and not bare.isascii() else ""
    return bare[:1] + "*" * (len(bare) - 1 - len(last)) + last + bracket + mark


def purpose_of(text: str) -> str:
    """The purpose as it is printed: one line, composed letters. Raises documents.purpose when nothing is left."""
    words = " ".join(unicodedata.normalize("NFC", text).split())
    if not words or not words.isprintable():
        raise Refusal("documents.purpose", 400)
    return words


def facts(
    number: str, household: Household, who: Resident, options: RegisterOptions, purpose: str, today: date, sample: bool
) -> Facts:
    """Everything the sheet says, with what the citizen left out left out."""
    head = household.residents[0]
    names_head = options.members or head is who
    *past, home = _homes(household, options, today)
    return Facts(
        number=number,
        kind=KIND,
        title=TITLE,
        head=head.name if names_head else "",
        head_hanja=head.hanja if names_head else "",
        formation=household.formed.reason if options.formation else "",
        formed_on=_day(household.formed.on) if options.formation else "",
        past=tuple(past),
        home=home,
        members=tuple(_lines(shown(household, who, options), who, options)),
        applicant=f"{who.name} ({_day(who.born)})",
        purpose=purpose_of(purpose),
        issued_on=f"{today.year}년 {today.month}월 {today.day}일",
        issuer=ISSUER,
        valid_until=valid_until(today),
        sample=sample,
    )


def shown(household: Household, who: Resident, options: RegisterOptions) -> Iterator[Resident]:
    """Who stands on the sheet: members always, others when asked for, and the one who asks in any case."""
    wanted = {
        Standing.MEMBER: True,
        Standing.COHABITANT: options.cohabitants,
        Standing.FOREIGN_FAMILY: options.foreign_family,
    }
    return (person for person in household.residents if wanted[person.standing] or person is who)


def years_before(day: date, years: int) -> date:
    """The same day some years ago; where there is none (29 February), the month's last day (민법 제160조 3항)."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def _homes(household: Household, options: RegisterOptions, today: date) -> Iterator[Home]:
    """Past addresses, oldest first, then where they live now. A past one ends on the day the next began."""
    first_day = {"none": date.max, "five-years": years_before(today, YEARS_BACK), "all": date.min}
    *past, home = household.residences
    ends = (later.since.on for later in household.residences[1:])
    kept = [place for place, end in zip(past, ends, strict=True) if end >= first_day[options.past_addresses]]
    for order, place in enumerate(kept, 1):
        yield Home(str(order), place.address, *_change(place.since, options))
    yield Home("현주소", home.address, *_change(home.since, options))


def _lines(people: Iterable[Resident], who: Resident, options: RegisterOptions) -> Iterator[Line]:
    for order, person in enumerate(people, 1):
        named = options.members or person is who
        yield Line(
            order=str(order),
            relation=person.relation if options.relation else "",
            name=person.name if named else "",
            hanja=person.hanja if named else "",
            number=person.number if options.rrn_back and named else hidden_number(person.number),
            since="" if not options.moved_in else _day(person.since.on),
            reason="" if not options.moved_in else person.since.reason,
        )


def _change(event: Event, options: RegisterOptions) -> tuple[str, str]:
    return (_day(event.on), event.reason) if options.moved_in else ("", "")


def _day(day: date) -> str:
    return day.isoformat()
