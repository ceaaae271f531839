"""The staff come in by a passkey and by nothing else; a page is theirs by their role, a form by the page it was on."""

from datetime import timedelta

import pytest

from services import holidays
from services.office import CALENDAR, STORE, kept
from services.staff import store
from tests.services.authenticator import PRESENT, Authenticator
from tests.services.conftest import HandSet, Office
from tests.services.staff import Member, invited, origin, question, registered, signed_in


async def fault(answer: object) -> tuple[int, str]:
    return answer.status, (await answer.json())["fault"]  # type: ignore[attr-defined]


async def test_a_passkey_lets_one_in_and_the_cookie_is_out_of_a_scripts_reach(office: Office) -> None:
    member = await registered(office, "김담당")
    answer = await office.post("/staff/sign-in", member.key.signs(await question(office, "/staff/sign-in")))
    cookie = answer.cookies["staff"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Strict", "/staff")
    member.cookies = {"staff": cookie.value}
    page = await (await member.get("/staff/reports")).text()
    assert "김담당" in page
    assert "기다리는 신고가 없습니다" in page


async def test_over_https_the_cookie_goes_over_https_only(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("services.staff.passkeys.origin", lambda request: "https://seoul.example")
    path, key = f"/staff/invitations/{await invited(office, '김담당')}", Authenticator("https://seoul.example")
    assert (await office.post(path, key.registers(await question(office, path)))).status == 204
    answer = await office.post("/staff/sign-in", key.signs(await question(office, "/staff/sign-in")))
    assert answer.cookies["staff"]["secure"] is True


@pytest.mark.parametrize(
    "otherwise",
    [
        {"origin": "https://seoul.example.evil"},
        {"party": "seoul.example.evil"},
        {"challenge": "bm90IG91cnM"},
        {"flags": PRESENT},
        {"flags": 0},
    ],
    ids=["another site", "another party", "no question of ours", "nobody verified", "nobody there"],
)
async def test_an_answer_that_is_not_true_lets_nobody_in(office: Office, otherwise: dict) -> None:
    member = await registered(office, "김담당")
    answer = member.key.signs(await question(office, "/staff/sign-in"), **otherwise)
    assert await fault(await office.post("/staff/sign-in", answer)) == (401, "staff.not-believed")
    path, key = f"/staff/invitations/{await invited(office, '이담당')}", Authenticator(origin(office))
    answer = key.registers(await question(office, path), **otherwise)
    assert await fault(await office.post(path, answer)) == (401, "staff.not-believed")


async def test_an_answer_counts_once_and_not_after_two_minutes(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    member = await registered(office, "김담당")
    answer = member.key.signs(await question(office, "/staff/sign-in"))
    assert (await office.post("/staff/sign-in", answer)).status == 204
    assert await fault(await office.post("/staff/sign-in", answer)) == (401, "staff.not-believed")
    monkeypatch.setattr("services.staff.passkeys.ASKED", 0.0)
    if office.settings.bus:
        return  # a Redis takes no time of nothing; the test of the bus shows that notes end
    late = member.key.signs(await question(office, "/staff/sign-in"))
    assert await fault(await office.post("/staff/sign-in", late)) == (401, "staff.not-believed")


async def test_a_copied_passkey_whose_count_goes_back_is_not_believed(office: Office) -> None:
    member = await registered(office, "김담당")
    for uses, status in ((5, 204), (5, 401), (3, 401), (6, 204)):
        answer = member.key.signs(await question(office, "/staff/sign-in"), uses=uses)
        assert (await office.post("/staff/sign-in", answer)).status == status


@pytest.mark.parametrize(
    "sent",
    [
        {},
        [],
        "x",
        {"id": "a", "rawId": "!", "type": "public-key", "response": {}},
        {"id": "a", "rawId": "AAAA", "type": "public-key", "response": {"clientDataJSON": "e30"}},
        {"id": "a", "rawId": "AAAA", "type": "public-key", "response": {"clientDataJSON": 3}},
    ],
)
async def test_garbage_instead_of_an_answer_is_refused(office: Office, sent: object) -> None:
    assert (await office.post("/staff/sign-in", sent)).status in (400, 401)
    path = f"/staff/invitations/{await invited(office, '김담당')}"
    assert (await office.post(path, sent)).status in (400, 401)


async def test_an_invitation_works_once_within_a_day(office: Office, today: HandSet) -> None:
    path = f"/staff/invitations/{await invited(office, '김담당')}"
    key = Authenticator(origin(office))
    asked = await question(office, path)
    assert (await office.post(path, key.registers(asked))).status == 204
    assert await fault(await office.get(path)) == (404, "staff.unknown-invitation")
    path = f"/staff/invitations/{await invited(office, '김담당')}"
    today.day += timedelta(days=2)
    assert await fault(await office.post(f"{path}/question", {})) == (404, "staff.unknown-invitation")


async def test_who_is_removed_or_has_another_role_is_out_at_once(office: Office) -> None:
    one, other = await signed_in(office, "김담당"), await signed_in(office, "이담당", "operator")
    records = kept(office.client.app, STORE)
    assert (await one.get("/staff/reports")).status == 200
    await records.transact(store.remove, "김담당")
    assert (await one.get("/staff/reports")).status == 401
    answer = one.key.signs(await question(office, "/staff/sign-in"))
    assert await fault(await office.post("/staff/sign-in", answer)) == (401, "staff.unknown-passkey")
    await records.transact(store.invite, "이담당", "agent", "hash", office.client.app[CALENDAR]())
    assert (await other.get("/staff/audit")).status == 401


async def test_a_day_of_work_later_one_signs_in_anew(office: Office, today: HandSet) -> None:
    member = await signed_in(office, "김담당")
    today.hour = today.hour.replace(hour=17, minute=59)
    assert (await member.get("/staff/reports")).status == 200
    today.hour = today.hour.replace(hour=18, minute=0)
    assert (await member.get("/staff/reports")).status == 401


async def test_signing_out_ends_it_also_for_who_kept_the_cookie(office: Office) -> None:
    member = await signed_in(office, "김담당")
    assert (await member.send("/staff/sign-out")).status == 303
    assert (await member.get("/staff/reports")).status == 401


async def test_a_form_counts_only_from_a_page_that_was_shown_to_that_very_person(office: Office) -> None:
    one, other = await signed_in(office, "김담당", "operator"), await signed_in(office, "이담당", "operator")
    holiday = {"day": "2026-11-24", "shut": "true", "name": "임시공휴일", "source": "국무회의"}
    for word in ("", "guessed", await other.csrf()):
        answer = await one.send("/staff/hours", word, **holiday)
        assert answer.status == 403
        assert "우리 쪽에서 온 것이 아니거나" in await answer.text()
    foreign = await office.client.post(
        "/staff/hours", data=holiday | {"csrf": await one.csrf()}, headers={"Origin": "https://evil.example"},
        cookies=one.cookies,
    )  # fmt: skip
    assert foreign.status == 403
    assert (await one.send("/staff/hours", **holiday)).status == 303


async def test_a_page_of_another_role_is_refused(office: Office) -> None:
    moderator, operator = await signed_in(office, "김담당"), await signed_in(office, "이담당", "operator")
    for member, path in ((moderator, "/staff/audit"), (moderator, "/staff/hours"), (operator, "/staff/reports")):
        answer = await member.get(path)
        assert answer.status == 403
        assert "다른 담당자의 것" in await answer.text()


async def test_every_page_says_what_a_browser_may_do_with_it(office: Office) -> None:
    member = await signed_in(office, "김담당")
    for path in ("/staff", "/staff/reports", "/staff/health", "/staff/nowhere", "/staff/audit"):
        answer = await member.get(path)
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["Cache-Control"] == "no-store"


async def test_a_form_of_ten_megabytes_is_refused_and_the_office_lives(office: Office) -> None:
    member = await signed_in(office, "김담당", "operator")
    answer = await member.send("/staff/notices", text="가" * 4_000_000)
    assert answer.status == 413
    assert (await member.get("/staff/notices")).status == 200


async def test_an_announced_holiday_shuts_what_has_office_hours_and_garbage_does_not(
    office: Office, today: HandSet
) -> None:
    member: Member = await signed_in(office, "김담당", "operator")
    for day in ("yesterday", "2026-13-01", ""):
        assert (await member.send("/staff/hours", day=day, shut="true", name="ㄱ", source="ㄴ")).status == 400
    await member.send("/staff/hours", day="2026-11-24", shut="true", name="<b>임시</b>", source="관보")
    page = await (await member.get("/staff/hours")).text()
    assert "&lt;b&gt;임시&lt;/b&gt;" in page

    announced = await kept(office.client.app, STORE).look_up(holidays.announced)
    assert [(day.isoformat(), shut) for day, shut in announced.items()] == [("2026-11-24", True)]
    await member.send("/staff/hours/remove", day="2026-11-24")
    assert await kept(office.client.app, STORE).look_up(holidays.announced) == {}


async def test_other_hours_of_a_service_are_told_to_citizens_and_garbage_is_not_taken(
    office: Office, today: HandSet
) -> None:
    member = await signed_in(office, "김담당", "operator")

    async def documents() -> tuple[str, bool]:
        [one] = [one for one in await (await office.get("/services")).json() if one["slug"] == "documents"]
        return one["hours"], one["open_now"]

    assert await documents() == ("always", True)
    for hours in ("sometimes", "weekdays 18:00-09:00", "weekdays 09:00-24:00", "weekdays 25:00-26:00"):
        assert (await member.send("/staff/hours/services", slug="documents", hours=hours)).status == 400
    assert (await member.send("/staff/hours/services", slug="nothing", hours="always")).status == 400
    assert (await member.send("/staff/hours/services", slug="documents", hours="weekdays 13:00-18:00")).status == 303
    assert await documents() == ("weekdays 13:00-18:00", False)
    today.hour = today.hour.replace(hour=14)
    assert await documents() == ("weekdays 13:00-18:00", True)
    member = await signed_in(office, "이담당", "operator")
    assert (await member.send("/staff/hours/services", slug="documents", hours="")).status == 303
    assert await documents() == ("always", True)
