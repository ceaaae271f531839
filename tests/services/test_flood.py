"""One bad client harms nobody: every byte of a frame flipped, frames cut short or too long, ten thousand at once."""

import asyncio
import contextlib
import gc

import msgspec
import pytest
from aiohttp import web

from tests.services.conftest import Office
from tests.services.live import on_line
from worlds.protocol import Goodbye
from worlds.sessions.wire import Met, Move, Said, Say

FRAME = msgspec.msgpack.encode(Move(0.5, 0.5, 90.0, "walk", 1.0, 0.5))


async def test_a_line_that_was_refused_and_answered_the_close_leaves_nothing_behind(office: Office) -> None:
    def sockets() -> int:
        gc.collect()
        return sum(isinstance(one, web.WebSocketResponse) for one in gc.get_objects())

    before = sockets()
    for _ in range(5):
        async with office.client.ws_connect("/live", autoclose=False) as socket:
            await socket.send_bytes(b"nonsense")
            await socket.receive()
            await asyncio.sleep(0.05)  # the office waits for the answer to its close
    await asyncio.sleep(0.3)
    assert sockets() == before


async def test_every_byte_of_a_frame_flipped_and_every_length_leaves_the_others_alone(office: Office) -> None:
    mangled = [
        FRAME[:at] + bytes((FRAME[at] ^ mask,)) + FRAME[at + 1 :] for at in range(len(FRAME)) for mask in (1, 255)
    ]
    mangled += [FRAME[:size] for size in range(len(FRAME))] + [FRAME + b"\x00", FRAME * 100, FRAME + bytes(70_000)]
    async with on_line(office) as good:
        for start in range(0, len(mangled), 19):  # the twentieth unreadable frame ends a line
            async with on_line(office) as bad:
                for frame in mangled[start : start + 19]:
                    await bad.socket.send_bytes(frame)
                await bad.say(Say("아직"))
                assert (await bad.until(Said)).text == "아직"
        await good.say(Say("괜찮아요"))
        while (await good.until(Said)).text != "괜찮아요":
            pass


async def test_ten_thousand_frames_at_once_end_their_senders_line_with_a_reason(office: Office) -> None:
    async with on_line(office) as good, on_line(office) as bad:
        await good.until(Met)
        with contextlib.suppress(ConnectionError):
            for _ in range(10_000):
                await bad.socket.send_bytes(FRAME)
        while not isinstance(event := await bad.hear(), Goodbye):
            pass
        assert event == Goodbye("sessions.flooding", {"limit": 60})
        await good.say(Say("괜찮아요"))
        assert (await good.until(Said)).text == "괜찮아요"


@pytest.mark.parametrize("field", ["x", "y", "heading", "vx", "vy"])
@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1e300, "1", None])
async def test_a_move_that_is_no_number_is_refused_and_nobody_moves(office: Office, field: str, value: object) -> None:
    async with on_line(office) as bot:
        was = bot.here
        await bot.say({"type": "move", "x": 0.0, "y": 0.0, "heading": 0.0} | {field: value})
        await asyncio.sleep(0.12)
        await bot.say(Say("여기"))
        await bot.until(Said)
        assert bot.here == was
