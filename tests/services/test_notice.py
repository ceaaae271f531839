"""A word of the operator: heard by everyone in every place, once, and told by nobody else."""

import msgspec
import pytest

from services.bus import Away
from services.office import BUS, kept
from tests.services.conftest import CITY, Office
from tests.services.live import Bot, on_line
from worlds.protocol import OLDEST, Hello, Welcome
from worlds.sessions.wire import Notice, Said, Say

TEXT = "10분 뒤에 새 판으로 바꿉니다"


async def told(office: Office, text: str = TEXT, **headers: str) -> tuple[int, dict[str, object]]:
    wish = msgspec.json.encode({"text": text})
    answer = await office.client.post(
        "/console/notices", data=wish, headers={"Content-Type": "application/json", **headers}
    )
    return answer.status, await answer.json()


async def test_everyone_in_every_place_hears_it(office: Office) -> None:
    async with on_line(office) as garam, on_line(office, place="hall") as naru:
        assert await told(office, f"  {TEXT}\u202e ") == (202, {"people": 2})
        for bot in (garam, naru):
            assert await bot.until(Notice) == Notice(TEXT)


async def test_a_client_of_the_protocol_before_hears_no_word_it_does_not_know(office: Office) -> None:
    token = await office.join()
    async with office.client.ws_connect("/live") as socket, on_line(office) as speaker:
        older = Bot(socket)
        await older.say(Hello(OLDEST, token, "yard", CITY["yard"].digest))
        await older.until(Welcome)
        await told(office)
        await speaker.say(Say("끝"))
        heard = []
        while b"\xeb\x81\x9d" not in (frame := (await socket.receive()).data):
            heard.append(frame)
        assert not any(TEXT.encode() in frame for frame in heard)


@pytest.mark.parametrize("headers", [{"X-Forwarded-For": "203.0.113.7"}, {"Content-Type": "text/plain"}])
async def test_neither_a_stranger_nor_a_page_in_a_browser_can_send_one(office: Office, headers: dict[str, str]) -> None:
    async with on_line(office) as bot:
        status, fault = await told(office, **headers)
        assert status in (400, 404)
        assert fault["fault"] in ("request.unknown-path", "request.malformed")
        await bot.say(Say("조용하네요"))
        while not isinstance(event := await bot.hear(), Said):
            assert not isinstance(event, Notice)


@pytest.mark.parametrize(("text", "code"), [("", "request.malformed"), (" \u200b ", "sessions.empty-line")])
async def test_an_empty_one_is_refused(office: Office, text: str, code: str) -> None:
    status, fault = await told(office, text)
    assert (status, fault["fault"]) == (400, code)


async def test_with_the_bus_away_it_says_so(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    async def away(*words: object) -> None:
        raise Away

    monkeypatch.setattr(kept(office.client.app, BUS), "publish", away)
    assert (await told(office))[1]["fault"] == "sessions.away"
