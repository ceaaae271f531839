"""Reporting somebody takes two steps; what came of it is told; what followed for oneself can be read and answered."""

import re
from pathlib import Path

from aiohttp import web
from aiohttp.test_utils import TestServer

from services.app import make_app
from services.doors import DOORS
from services.office import CALENDAR, STORE, kept
from services.safety import review
from services.safety.reports import SAFETY
from services.sessions.ground import city
from services.settings import Settings
from tests.metaseoul.test_people import beside, says
from tests.metaseoul.visitors import until, visiting


async def decide(app: web.Application, receipt: str, step: str | None) -> None:
    """What a moderator does on their page."""
    case, measure = await kept(app, STORE).transact(review.decide, receipt, step, "김담당", app[CALENDAR]())
    if measure is not None:
        await kept(app, SAFETY).follow(measure)
    await kept(app, SAFETY).close(case)


async def test_somebody_is_reported_in_two_steps_and_both_hear_what_came_of_it(tmp_path: Path) -> None:
    app = make_app(Settings(data=tmp_path, port=0), city=city())
    async with TestServer(app) as server:
        await app[DOORS].opened
        url = str(server.make_url(""))
        async with visiting(url) as one, visiting(url) as other:
            number = await beside(one, other)
            await says(other, "저리 가")
            await one.picks("people", of="place")
            await one.picks(number, of="people")
            await one.picks("report", of="people.one")
            await one.picks("harassment", of="report")
            await one.hears("접수 번호는")
            receipt = re.findall(r"접수 번호는 (\S+)입니다", one.heard)[0]
            await one.sees("place")
            await decide(app, receipt, "action")
            await one.hears(f"신고 {receipt}의 결과: 한동안 말과 몸짓을 막았습니다")
            await other.hears("나에 대한 조치가 있습니다: 말과 몸짓 제한")
            await one.picks("safety", of="place")
            view = await one.sees("safety")
            assert receipt in view.body[0]
            assert "괴롭힘" in view.body[0]

            await other.picks("say", of="place")
            await other.sees("visit.say.line")
            other.types("왜요")
            await other.hears_text("fault.safety.silent")
            await other.picks("safety", of="place")
            view = await other.sees("safety")
            assert receipt not in " ".join(view.body)
            (appeal,) = (action.name for action in view.actions if action.name.startswith("appeal"))
            await other.picks(appeal, of="safety")
            await other.sees("safety.appeal.line")
            other.types("장난이 아니라 길을 물었어요")
            await other.hears_text("safety.appeal.sent")
            view = await other.sees("safety")
            assert view.body[-1] == other.texts("safety.appeal.open")
            assert not [action for action in view.actions if action.name.startswith("appeal")]


async def test_whoever_left_a_moment_ago_can_still_be_chosen(own_url: str) -> None:
    async with visiting(own_url) as one:
        async with visiting(own_url) as other:
            number = await beside(one, other)
            name = one.visit.live.people[int(number)].name
        await until(lambda: int(number) not in one.visit.live.people, "that they have left")
        await one.picks("people", of="place")
        view = await one.sees("people")
        assert (number, one.texts("people.left", name=name)) in [(one.name, one.label) for one in view.actions]
        await one.picks(number, of="people")
        assert [action.name for action in (await one.sees("people.one")).actions] == ["report"]
