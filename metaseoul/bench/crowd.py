"""One process of bots for the bench: walks its share of a crowd, and tells what some of them see.

Run as a module by metaseoul/bench/hub.py: says "here", waits for the seconds to measure, answers with a line of JSON.
"""

import argparse
import asyncio
import json
import sys
import time
from pathlib import Path
from typing import Any

import aiohttp
import numpy as np

from metaseoul.bench.peers import PEERS
from metaseoul.bots import Bot, Leg, OurLine, Truth, Walkers, error, walkers
from worlds.sessions.moves import SPEED, Step
from worlds.sessions.wire import TICK

NEAREST = 16
LOOK = 0.25
"""Seconds between two looks at how far off the others are seen."""
WATCHERS = 12
"""Bots of each process that look closely; the others only walk, and count what they hear."""
TURNED = 30.0
"""Degrees of a turn that one sees; the age of a smaller one is not counted."""
SAME = 0.05
"""Metres within which a place that is seen is one on the way."""


class Watch:
    """What the watchers of one process see."""

    def __init__(self, crowd: Walkers, truth: Truth) -> None:
        self.crowd, self.truth = crowd, truth
        self.bots = [bot for bot in crowd.bots if bot.watches]
        self.ages: list[float] = []
        self.errors: list[float] = []
        self._index = {int(number): index for index, number in enumerate(truth.numbers)}
        self._near: dict[int, set[int]] = {}
        self._told: dict[tuple[int, int], float] = {}

    async def look(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        for bot in self.bots:
            bot.on_step = self._heard
        while time.monotonic() < end:
            self._errors()
            await asyncio.sleep(LOOK)
        for bot in self.bots:
            bot.on_step = None

    def _errors(self) -> None:
        now = time.monotonic()
        where, numbers = self.truth.at(now), self.truth.numbers
        for bot in self.bots:
            away = np.hypot(*(where - where[bot.index]).T)
            away[bot.index] = np.inf
            near = np.argsort(away, kind="stable")[: min(NEAREST, len(away) - 1)]
            self._near[bot.index] = {int(index) for index in near}
            for index in near.tolist():
                at = float(where[index, 0]), float(where[index, 1])
                seen = bot.seen.get(int(numbers[index]))
                self.errors.append(min(error(seen, at, now, bot.line.horizon), float(away[index])))

    def _heard(self, bot: Bot, step: Step, now: float) -> None:
        index = self._index.get(step.number)
        if index is None:
            return
        leg, near = self.truth.leg(index), index in self._near.get(bot.index, ())
        if bot.line.horizon:
            known = self._told.get((bot.index, index))
            if step.gesture == "away":
                self._told.pop((bot.index, index), None)
            elif shows(step, leg) and known != leg.since:
                self._told[bot.index, index] = leg.since
                # not of somebody who comes in sight, and not of a turn that hardly shows
                if near and known == self.truth.before(index) and self.truth.turned(index) >= TURNED:
                    self.ages.append(now - leg.since)
        elif near and (age := age_of(step, leg, now)) is not None:
            self.ages.append(age)


def shows(step: Step, leg: Leg) -> bool:
    """A step tells of this leg, not of the one before."""
    return abs(step.vx - leg.vx) < SPEED and abs(step.vy - leg.vy) < SPEED


def age_of(step: Step, leg: Leg, now: float) -> float | None:
    """Seconds since a walker was at a place; None: not on this leg, or they stand there."""
    if not leg.walks:
        return None
    speed = float(np.hypot(leg.vx, leg.vy))
    seconds = ((step.x - leg.x) * leg.vx + (step.y - leg.y) * leg.vy) / speed**2
    x, y = leg.at(leg.since + seconds)
    if seconds < 0 or np.hypot(x - step.x, y - step.y) > SAME:
        return None
    return now - leg.since - seconds


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("server")
    parser.add_argument("url")
    parser.add_argument("place")
    parser.add_argument("count", type=int)
    parser.add_argument("truth", type=Path)
    parser.add_argument("start", type=int)
    parser.add_argument("end", type=int)
    print(json.dumps(asyncio.run(_measured(parser.parse_args(words)))))
    return 0


async def _measured(chosen: argparse.Namespace) -> dict[str, Any]:
    truth = Truth(chosen.truth, chosen.count)
    peer = next((peer for peer in PEERS if peer.name == chosen.server), None)
    crowd = await asyncio.to_thread(walkers, chosen.place, truth, peer.line if peer else OurLine, 0.0)
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as http:
        indices = range(chosen.start, chosen.end)
        await crowd.come(http, chosen.url, indices, indices[:: max(1, len(indices) // WATCHERS)][:WATCHERS])
        print("here", flush=True)
        seconds = float(await asyncio.to_thread(sys.stdin.readline))
        watch = Watch(crowd, truth)
        before, began = sum(bot.bytes for bot in crowd.bots), time.monotonic()
        crowd.late.clear()
        for bot in crowd.bots:
            bot.ticks.clear()
        await watch.look(seconds)
        lasted = time.monotonic() - began
        told = {
            "bytes_per_second": (sum(bot.bytes for bot in crowd.bots) - before) / lasted,
            "ages": watch.ages if peer is None or peer.seen else [],
            "errors": watch.errors if peer is None or peer.seen else [],
            "late": crowd.late,
            "missed": _missed(crowd) if peer is None else None,
            "gone": sum(bool(bot.line.gone) for bot in crowd.bots),
        }
        await crowd.leave()
    return told


def _missed(crowd: Walkers) -> int:
    """Ticks that the hub left out, by the numbers that its frames carry."""
    ticks = sorted(heard for bot in crowd.bots for heard in bot.ticks)
    if not ticks:
        return 0
    (first, begun), (last, ended) = ticks[0], ticks[-1]
    return max(0, round((last - first) * TICK) - ((ended - begun) & 0xFFFF))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
