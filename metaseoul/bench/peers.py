"""Servers of others under the same crowd: Colyseus, and Node with bare `ws` (tests/peers/hub), each as it is used.

Their clients send a position ten times a second while they walk, 8 bytes: number, x and y in 2 cm, heading in 256ths of
a turn, gesture. Of Colyseus' own encoding only the bytes are counted: it is decoded by its own client alone.
"""

import shutil
import struct
from collections.abc import Callable
from math import cos, sin, sqrt
from pathlib import Path
from typing import NamedTuple

import aiohttp

from metaseoul.bots import Leg, Line, first
from metaseoul.thin import connect
from worlds.sessions.moves import Step
from worlds.sessions.wire import TICK
from worlds.shape import Place
from worlds.walk import walk_map

FOLDER = Path(__file__).resolve().parents[2] / "tests" / "peers"
RECORD = struct.Struct("<HhhBB")
STEP = 0.02
"""Metres."""


class Peer(NamedTuple):
    """A server that can be measured beside ours."""

    name: str
    program: str
    environment: dict[str, str]
    line: Callable[[], Line]
    seen: bool
    """What its clients see can be told."""


class Missing(Exception):
    """What this machine lacks for it."""


class WsLine:
    """To tests/peers/hub/ws.mjs."""

    period, horizon = 1 / TICK, 0.0

    def __init__(self) -> None:
        self.gone = ""
        self.put_back: tuple[float, float] | None = None

    async def come(self, http: aiohttp.ClientSession, url: str, index: int, place: Place) -> tuple[float, float, int]:
        """Peers know no place: one stands where the office would put one, on a spiral around the entrance."""
        self.thin = await connect(url)
        self._number = index
        return (*_spot(place, index), index)

    def say(self, leg: Leg, moment: float) -> None:
        self.thin.say(self._record(leg, moment))

    def talk(self, text: str) -> None:
        """They know no chat."""

    def steps(self, frame: bytes) -> list[Step]:
        return [
            Step(number, x * STEP, y * STEP, turn * 360 / 256, "walk" if gesture else "idle")
            for number, x, y, turn, gesture in RECORD.iter_unpack(frame)
        ]

    def _record(self, leg: Leg, moment: float) -> bytes:
        x, y = leg.at(moment)
        turn = int(leg.move(moment).heading / 360 * 256) & 255
        return RECORD.pack(self._number, round(x / STEP), round(y / STEP), turn, leg.walks)


class ColyseusLine(WsLine):
    """To tests/peers/hub/colyseus.mjs, by the protocol of Colyseus 0.18."""

    JOINED, BYTES, TYPE = 10, 17, 1

    async def come(self, http: aiohttp.ClientSession, url: str, index: int, place: Place) -> tuple[float, float, int]:
        async with http.post(url + "/matchmake/joinOrCreate/square", json={}) as answer:
            seat = await answer.json()
        way = "/".join(part for part in (seat.get("processId"), seat["roomId"]) if part)
        self.thin = await connect(f"{url}/{way}?sessionId={seat['sessionId']}")
        self._number = index
        [word] = await first(self.thin, 1)
        if word[0] != self.JOINED:
            raise ConnectionError("no room")
        self.thin.say(bytes((self.JOINED,)))
        return (*_spot(place, index), index)

    def say(self, leg: Leg, moment: float) -> None:
        self.thin.say(bytes((self.BYTES, self.TYPE)) + self._record(leg, moment))

    def steps(self, frame: bytes) -> list[Step]:
        return []


PEERS = (
    Peer("colyseus", "colyseus.mjs", {"VIEW": "0"}, ColyseusLine, seen=False),
    Peer("colyseus-view", "colyseus.mjs", {"VIEW": "1"}, ColyseusLine, seen=False),
    Peer("ws-nearest", "ws.mjs", {}, WsLine, seen=True),
)


def command(peer: Peer) -> list[str]:
    """What starts it. Raises Missing."""
    node = shutil.which("node")
    if node is None:
        raise Missing("node")
    if not (FOLDER / "node_modules" / "ws").is_dir():
        raise Missing("npm ci --prefix tests/peers")
    return [node, str(FOLDER / "hub" / peer.program)]


def _spot(place: Place, index: int) -> tuple[float, float]:
    ground, (x, y, _) = walk_map(place), place.spawn
    for step in range(index, index + 4000):
        distance, angle = 0.6 * sqrt(step), step * 2.399963
        at = x + distance * cos(angle), y + distance * sin(angle)
        if ground.free(*at):
            return at
    return x, y
