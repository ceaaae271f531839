"""The ear before a line's reader: takes what comes whole and alone, hands on the rest, changes nothing on the way."""

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.sessions import desk
from services.sessions.ear import SHORT, Ear, unmasked
from tests.services.conftest import Office
from tests.services.live import on_line
from worlds.sessions.wire import Move, Said, Say

MASK = b"\x01\x80\xff\x3c"


def frame(payload: bytes, opcode: int = 2, *, fin: bool = True) -> bytes:
    """As a client sends it (RFC 6455, 5.2)."""
    head, size = bytes((0x80 * fin | opcode,)), len(payload)
    if size <= SHORT:
        head += bytes((0x80 | size,))
    elif size < 65536:
        head += b"\xfe" + size.to_bytes(2, "big")
    else:
        head += b"\xff" + size.to_bytes(8, "big")
    return head + MASK + unmasked(MASK, payload)


class Reader:
    """Keeps what it is fed."""

    def __init__(self) -> None:
        self.fed, self.ended = b"", False

    def feed_data(self, data: bytes) -> tuple[bool, bytes]:
        self.fed += data
        return False, b""

    def feed_eof(self) -> None:
        self.ended = True


def listening() -> tuple[Ear, Reader, list[bytes]]:
    """An ear that takes all it may."""
    reader, taken = Reader(), list[bytes]()
    ear = Ear(reader)
    ear.takes = lambda payload: taken.append(payload) is None
    return ear, reader, taken


def test_a_short_frame_that_comes_whole_and_alone_is_taken() -> None:
    ear, reader, taken = listening()
    ear.feed_data(frame(b"a move"))
    assert (taken, reader.fed) == ([b"a move"], b"")


@pytest.mark.parametrize(
    "data",
    [
        frame(b""),
        frame(b"text", 1),
        frame(b"ping", 9),
        frame(b"x" * 126),
        frame(b"a part", fin=False),
        frame(b"one") + frame(b"two"),
        frame(b"cut")[:-1],
        b"\x82\x03two",
        b"\x82",
    ],
)
def test_whatever_else_comes_is_handed_on(data: bytes) -> None:
    ear, reader, taken = listening()
    ear.feed_data(data)
    assert (taken, reader.fed) == ([], data)


def test_what_is_not_taken_is_handed_on() -> None:
    ear, reader, _ = listening()
    ear.takes = lambda payload: False
    ear.feed_data(frame(b"words"))
    assert reader.fed == frame(b"words")


def test_a_frame_waits_for_what_was_said_before_it() -> None:
    ear, _, taken = listening()
    ear.feed_data(frame(b"a door", 1))
    ear.feed_data(frame(b"behind it"))
    assert taken == []
    ear.heard()
    ear.heard()
    ear.feed_data(frame(b"later"))
    assert taken == [b"later"]


def test_after_a_very_long_frame_a_move_is_taken_again() -> None:
    ear, reader, taken = listening()
    long = frame(bytes(70_000))
    for at in range(0, len(long), 1000):
        ear.feed_data(long[at : at + 1000])
    ear.heard()
    ear.feed_data(frame(b"a move"))
    assert (reader.fed, taken) == (long, [b"a move"])


def test_the_end_of_the_connection_is_handed_on() -> None:
    ear, reader, _ = listening()
    ear.feed_eof()
    assert reader.ended


SIZES = st.sampled_from((0, 1, 5, 60, 125, 126, 300))
MESSAGES = st.lists(st.tuples(SIZES, st.integers(0, 3), st.booleans()), min_size=1, max_size=12)


@settings(deadline=None)
@given(MESSAGES, st.lists(st.integers(1, 90), min_size=1, max_size=9), st.booleans())
def test_in_whatever_pieces_it_comes_all_arrives_in_order_and_once(
    messages: list[tuple[int, int, bool]], cuts: list[int], whole: bool
) -> None:
    """Messages of every length, of several frames, with pings between, cut anywhere or nowhere."""
    ear, reader, _ = listening()
    ear.takes = lambda payload: reader.feed_data(frame(payload)) is not None
    pieces: list[bytes] = []
    for number, (size, more, ping) in enumerate(messages):
        payload = bytes((number,)) * size
        pieces += [frame(payload, 2 if not i else 0, fin=i == more) for i in range(more + 1)]
        pieces += [frame(b"?", 9)] if ping else []
    stream, at, turn = b"".join(pieces), 0, 0
    while at < len(stream):
        cut = len(pieces[turn]) if whole else cuts[turn % len(cuts)]
        ear.feed_data(stream[at : at + cut])
        at, turn = at + cut, turn + 1
    assert reader.fed == stream
    for _ in messages:
        ear.heard()
    if not whole:
        before = reader.fed
        ear.feed_data(frame(b"now"))
        assert reader.fed == before + frame(b"now")


async def test_moves_on_a_real_line_are_taken_and_words_are_not(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    moves, taken, looked = desk._moves, list[bool](), asyncio.Event()

    def watched(*words: object) -> bool:
        taken.append(moves(*words))  # type: ignore[arg-type]
        looked.set()
        return taken[-1]

    monkeypatch.setattr(desk, "_moves", watched)
    async with on_line(office) as bot:
        await bot.say(Move(*bot.here, 90.0))
        await asyncio.wait_for(looked.wait(), 5)
        await bot.say(Say("네"))
        assert (await bot.until(Said)).text == "네"
        assert taken == [True, False]
