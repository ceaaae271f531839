"""A report keeps what the server saw, sealed; what moderators decide is told, held to, and can be appealed against."""

import io
import json
import zipfile
from datetime import datetime, timedelta

import msgspec
import pytest

from services.faults import Refusal
from services.office import CALENDAR, STORE, kept
from services.safety import review, store
from services.safety.evidence import unpacked
from services.safety.reports import SAFETY
from tests.services.conftest import CITY, HandSet, Office
from tests.services.live import Bot, on_line
from worlds.protocol import PROTOCOL, Goodbye, Hello
from worlds.safety import Standing
from worlds.sessions.wire import Closed, Done, Followed, Go, Move, Refused, Report, Reported, Said, Say


async def reports(one: Bot, number: int, category: str = "insult") -> str:
    await one.say(Report(number, category))
    answer = await one.until(Reported)
    assert answer.number == number
    return answer.receipt


async def decided(office: Office, receipt: str, step: str | None, by: str = "김담당") -> review.Measure | None:
    """What the staff's page does."""
    app = office.client.app
    case, measure = await kept(app, STORE).transact(review.decide, receipt, step, by, app_now(office))
    safety = kept(app, SAFETY)
    if measure is not None:
        await safety.follow(measure)
    if case.outcome != "open":
        await safety.close(case)
    return measure


def app_now(office: Office) -> datetime:
    return office.client.app[CALENDAR]()


async def standing(office: Office, token: str) -> Standing:
    return msgspec.json.decode(await (await office.get("/safety", token)).read(), type=Standing)


async def opened(office: Office, receipt: str):
    app = office.client.app
    case = await kept(app, STORE).look_up(review.case, receipt)
    return case, unpacked(kept(app, SAFETY).seal.open(case.sealed, receipt))


async def test_the_last_minute_is_sealed_with_a_report_and_nobody_elses_private_lines(office: Office) -> None:
    async with (
        on_line(office, name="가람") as one,
        on_line(office, name="나루") as other,
        on_line(office, name="다솜") as third,
    ):
        await other.say(Say("씨발 꺼져", seq=1))
        await other.until(Done)
        await third.say(Say("너만 들어", scope="direct", number=other.me, seq=1))
        await third.until(Done)
        await other.say(Say("둘만 아는 말", scope="direct", number=one.me, seq=2))
        await other.until(Done)
        receipt = await reports(one, other.me)
        case, evidence = await opened(office, receipt)
        assert (evidence.reporter_name, evidence.target_name, evidence.place) == ("가람", "나루", "yard")
        assert [line.text for line in evidence.lines] == ["씨발 꺼져", "둘만 아는 말"]
        assert {spot.number for spot in evidence.stood} >= {one.me, other.me}
        assert all(0 <= spot.ago <= 60 for spot in evidence.stood)
        for word in ("씨발", "나루", "둘만"):
            assert word.encode() not in case.sealed


async def test_evidence_moved_to_another_report_does_not_open(office: Office) -> None:
    async with on_line(office) as one, on_line(office) as other:
        receipts = [await reports(one, other.me) for _ in range(2)]
    app = office.client.app
    case = await kept(app, STORE).look_up(review.case, receipts[0])
    with pytest.raises(Refusal, match=r"safety\.unreadable"):
        kept(app, SAFETY).seal.open(case.sealed, receipts[1])
    with pytest.raises(Refusal, match=r"safety\.unreadable"):
        kept(app, SAFETY).seal.open(case.sealed[:-1] + b"?", receipts[0])


async def test_whoever_left_a_moment_ago_can_still_be_reported_and_by_one_who_went_elsewhere(office: Office) -> None:
    async with on_line(office) as one:
        async with on_line(office, name="나루") as other:
            number = other.me
            await other.say(Say("나 간다", seq=1))
            await other.until(Done)
            await one.until(Said)
            await other.say(Goodbye("left"))
        await one.say(Go("hall", "hall-digest"))
        receipt = await reports(one, number, "harassment")
        _, evidence = await opened(office, receipt)
        assert (evidence.target_name, [line.text for line in evidence.lines]) == ("나루", ["나 간다"])


async def test_nobody_and_oneself_cannot_be_reported_and_a_flood_is_stopped(office: Office) -> None:
    async with on_line(office) as one, on_line(office) as other:
        for number in (one.me, 60_000):
            await one.say(Report(number, "other"))
            assert (await one.until(Refused)).fault == "sessions.unknown-person"
        for _ in range(5):
            await reports(one, other.me)
        await one.say(Report(other.me, "other"))
        refused = await one.until(Refused)
        assert refused.fault == "safety.too-many"
        assert 0 < refused.values["seconds"] <= 601


async def test_the_reporter_hears_the_outcome_and_the_other_never_who_it_was(office: Office) -> None:
    mine, theirs = await office.join(name="가람"), await office.join(name="나루")
    async with on_line(office, mine) as one, on_line(office, theirs) as other:
        receipt = await reports(one, other.me)
        assert [filed.outcome for filed in (await standing(office, mine)).reports] == ["open"]
        await decided(office, receipt, "warning")
        assert await one.until(Closed) == Closed(receipt, "warning")
        followed = (await other.until(Followed)).sanction
        assert (followed.step, followed.category, followed.automatic) == ("warning", "insult", False)
    assert [filed.outcome for filed in (await standing(office, mine)).reports] == ["warning"]
    answer = await (await office.get("/safety", theirs)).text()
    assert receipt not in answer
    assert "가람" not in answer
    assert "김담당" not in answer


async def test_who_was_not_there_hears_the_outcome_when_they_come(office: Office) -> None:
    mine, theirs = await office.join(), await office.join()
    async with on_line(office, mine) as one, on_line(office, theirs) as other:
        receipt = await reports(one, other.me)
    await decided(office, receipt, None)
    for told in (1, 0):
        async with on_line(office, mine) as one:
            await one.say(Say("나 왔다", seq=told + 1))
            heard = []
            while not isinstance(event := await one.hear(), Done):
                heard.append(event)
            assert sum(isinstance(event, Closed) for event in heard) == told


async def test_an_action_limit_stops_talk_and_gestures_until_its_time_is_over(office: Office, today: HandSet) -> None:
    theirs = await office.join()
    async with on_line(office) as one, on_line(office, theirs) as other:
        receipt = await reports(one, other.me)
        await decided(office, receipt, "action")
        assert (await other.until(Followed)).sanction.until
        x, y = other.here
        for word in (Say("말", seq=1), Move(x, y, 0.0, "wave")):
            await other.say(word)
            refused = await other.until(Refused)
            assert (refused.fault, refused.values) == ("safety.silent", {"minutes": 10})
        await other.say(Move(x, y, 90.0, "idle"))
        await other.say(Goodbye("left"))
    async with on_line(office, theirs) as other:  # also when they come anew
        await other.say(Say("말", seq=1))
        assert (await other.until(Refused)).fault == "safety.silent"
        await other.say(Goodbye("left"))
    today.hour = today.hour.replace(minute=11)
    async with on_line(office, theirs) as other:
        await other.say(Say("말", seq=1))
        assert (await other.until(Done)).seq == 1


async def test_an_exclusion_waits_for_a_second_person_who_is_not_the_first(office: Office, today: HandSet) -> None:
    mine, theirs = await office.join(), await office.join()
    records = kept(office.client.app, STORE)
    safety = kept(office.client.app, SAFETY)
    async with on_line(office, mine) as one, on_line(office, theirs) as other:
        receipt = await reports(one, other.me, "threat")
        measure = await decided(office, receipt, "participation")
        assert measure.state == "proposed"
        await other.until(Followed)
        await other.say(Say("말", seq=1))  # limited meanwhile
        assert (await other.until(Refused)).fault == "safety.silent"
        assert (await standing(office, mine)).reports[0].outcome == "open"
        with pytest.raises(Refusal, match=r"safety\.same-person"):
            await records.transact(review.agree, measure.number, True, "김담당", app_now(office))
        agreed = await records.transact(review.agree, measure.number, True, "이담당", app_now(office))
        await safety.follow(agreed)
        while not isinstance(event := await other.hear(), Goodbye):
            pass
        assert event.reason == "safety.shut-out"
        assert (await standing(office, mine)).reports[0].outcome == "participation"
    async with office.client.ws_connect("/live") as socket:
        bot = Bot(socket)
        await bot.say(Hello(PROTOCOL, theirs, "yard", CITY["yard"].digest))
        assert await bot.hear() == Goodbye("safety.shut-out")
    today.day += timedelta(days=1)
    async with on_line(office, await office.join()):
        pass  # other people came in all the time


async def test_a_second_person_who_does_not_agree_leaves_it_open(office: Office) -> None:
    mine, theirs = await office.join(), await office.join()
    async with on_line(office, mine) as one, on_line(office, theirs) as other:
        receipt = await reports(one, other.me)
        measure = await decided(office, receipt, "account")
        records = kept(office.client.app, STORE)
        await other.until(Followed)
        declined = await records.transact(review.agree, measure.number, False, "이담당", app_now(office))
        await kept(office.client.app, SAFETY).follow(declined)
        assert (await other.until(Followed)).sanction.state == "lifted"
        await other.say(Say("말", seq=1))
        assert (await other.until(Done)).seq == 1
        (case,) = await records.look_up(review.queue)
        assert (case.receipt, case.waiting) == (receipt, False)
        await decided(office, receipt, "warning", "이담당")
        with pytest.raises(Refusal, match=r"safety\.decided"):
            await decided(office, receipt, "warning")


async def test_an_appeal_goes_to_one_who_decided_nothing_and_may_take_it_back(office: Office) -> None:
    theirs = await office.join()
    async with on_line(office) as one, on_line(office, theirs) as other:
        receipt = await reports(one, other.me)
        measure = await decided(office, receipt, "action")
        await other.until(Followed)
        path = f"/safety/sanctions/{measure.number}/appeal"
        assert (await office.post(path, {"words": "농담이었어요"}, await office.join())).status == 404
        assert (await office.post(path, {"words": ""}, theirs)).status == 400
        assert (await office.post(path, {"words": "농담이었어요"}, theirs)).status == 204
        again = await office.post(path, {"words": "또"}, theirs)
        assert (await again.json())["fault"] == "safety.appealed"
        records = kept(office.client.app, STORE)
        (waiting,) = await records.look_up(review.appeals)
        assert "농담".encode() not in waiting.words
        words = kept(office.client.app, SAFETY).seal.open(waiting.words, f"appeal {waiting.number}")
        assert words.decode() == "농담이었어요"
        with pytest.raises(Refusal, match=r"safety\.same-person"):
            await records.transact(review.judge, measure.number, True, "김담당")
        granted = await records.transact(review.judge, measure.number, True, "이담당")
        await kept(office.client.app, SAFETY).follow(granted)
        assert (await other.until(Followed)).sanction.appeal == "granted"
        await other.say(Say("고맙습니다", seq=1))
        assert (await other.until(Done)).seq == 1


async def test_an_appeal_after_two_weeks_is_too_late(office: Office, today: HandSet) -> None:
    theirs = await office.join_as("sample-1")
    async with on_line(office) as one, on_line(office, theirs) as other:
        measure = await decided(office, await reports(one, other.me), "warning")
    today.day += timedelta(days=15)
    theirs = await office.join_as("sample-1")  # the same citizen, another visit
    assert (await standing(office, theirs)).sanctions[0].appeal_by == "2026-12-07"
    late = await office.post(f"/safety/sanctions/{measure.number}/appeal", {"words": "늦었지만"}, theirs)
    assert (await late.json())["fault"] == "safety.too-late"


async def test_three_masked_lines_warn_by_themselves_three_more_limit_and_never_more(
    office: Office, today: HandSet
) -> None:
    theirs = await office.join()
    for words, seqs, step in (("씨발", range(1, 4), "warning"), ("병신", range(4, 7), "action")):
        async with on_line(office, theirs) as one:
            for seq in seqs:
                await one.say(Say(words, seq=seq))
            while (await one.until(Followed)).sanction.step != step:
                pass
            await one.say(Goodbye("left"))
        today.hour = today.hour.replace(minute=today.hour.minute + 1)
    async with on_line(office, theirs) as one:
        await one.say(Say("병신", seq=7))
        assert (await one.until(Refused)).fault == "safety.silent"
    taken = (await standing(office, theirs)).sanctions
    assert [(step.step, step.automatic) for step in taken] == [("action", True), ("warning", True)]


async def test_evidence_is_deleted_ninety_days_after_a_report_is_closed(office: Office, today: HandSet) -> None:
    async with on_line(office) as one, on_line(office) as other:
        closed, still_open = await reports(one, other.me), await reports(one, other.me)
        await decided(office, closed, None)
    records = kept(office.client.app, STORE)
    today.day += timedelta(days=89)
    assert await records.transact(store.forget_evidence, app_now(office)) == 0
    today.day += timedelta(days=2)
    assert await records.transact(store.forget_evidence, app_now(office)) == 1
    assert (await records.look_up(review.case, closed)).sealed is None
    assert (await records.look_up(review.case, still_open)).sealed is not None


async def test_erasing_ones_data_leaves_only_what_holds_against_one(office: Office) -> None:
    mine, theirs = await office.join_as("a"), await office.join_as("b")
    async with on_line(office, mine) as one, on_line(office, theirs) as other:
        for step in ("warning", "action"):
            await decided(office, await reports(one, other.me), step)
        await reports(other, one.me)
    taken = zipfile.ZipFile(io.BytesIO(await (await office.get("/my-data", theirs)).read()))
    told = json.loads(taken.read("my-file.json"))["safety"]
    assert sorted(one["step"] for one in told["sanctions"]) == ["action", "warning"]
    assert len(told["reports"]) == 1
    erased = await (await office.delete("/my-data", theirs)).json()
    assert {"what": "measures", "count": 1} in erased["remains"]
    theirs = await office.join_as("b")
    assert [one.step for one in (await standing(office, theirs)).sanctions] == ["action"]
    assert (await standing(office, theirs)).reports == ()
    async with on_line(office, theirs) as other:
        await other.say(Say("말", seq=1))
        assert (await other.until(Refused)).fault == "safety.silent"
