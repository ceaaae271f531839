"""A crowd of bots in one place, and what it costs the hub: processor, bytes, and how old what one sees is.

The hub is the office as anybody runs it, in a process of its own; the bots walk in others. What a bot sees of the 16
nearest is set beside what those truly do: the age of a change when it arrives, and how far off one sees them.
"""

import argparse
import asyncio
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

NUMBERS = (100, 200, 500)
SECONDS = 20.0
SETTLE = 4.0
"""Seconds after the last has come before the clock runs."""
A_PROCESS = 250
"""Bots that one process can walk and still be in time."""
NEAREST = 16
SAME = 0.03
"""Metres within which a place that is seen is the one that was told: twice the wire's rounding."""
LOOK = 0.25
"""Seconds between two looks at how far off the others are seen."""
WATCHERS = 12
"""Bots of each process that look closely; the others only walk."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `metaseoul bench hub`."""
    parser.add_argument("--n", type=int, nargs="+", default=list(NUMBERS), metavar="N", help="default: 100 200 500")
    parser.add_argument("--place", default="plaza", metavar="PLACE", help="default: plaza")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="how long each is measured; default: 20")
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace) -> int:
    """Measures each crowd and tells."""
    from worlds.plan import ENTRIES, UnknownPlace, place

    try:
        slug = place(arguments.place).slug
    except UnknownPlace as unknown:
        from metaseoul.texts import texts_of

        names = ", ".join(entry.slug for entry in ENTRIES)
        print(texts_of(arguments)("fault.world.unknown-place", place=str(unknown), places=names), file=sys.stderr)
        return 2
    told = []
    for number in arguments.n:
        print(f"{number} in {slug}", file=sys.stderr, flush=True)
        told.append(measured(max(1, number), slug, max(1.0, arguments.seconds)))
    print(json.dumps(told) if arguments.json else _table(told))
    return 0


def measured(count: int, slug: str, seconds: float) -> dict[str, Any]:
    """One crowd, measured: the keys that scripts rely on."""
    import numpy as np

    from metaseoul.bots import Truth

    with office() as (url, process, folder):
        truth = folder / "truth"
        Truth(truth, count)
        ranges = [(start, min(start + A_PROCESS, count)) for start in range(0, count, A_PROCESS)]
        walkers = [_walkers(url, slug, count, truth, *each) for each in ranges]
        for walker in walkers:
            assert walker.stdout is not None
            if walker.stdout.readline() != "here\n":
                raise RuntimeError("the bots did not come in")
        time.sleep(SETTLE)
        before, began = processor(process), time.monotonic()
        for walker in walkers:
            assert walker.stdin is not None
            print(seconds, file=walker.stdin, flush=True)
        time.sleep(seconds)
        spent, lasted = processor(process) - before, time.monotonic() - began
        seen = [json.loads(walker.communicate(timeout=120)[0]) for walker in walkers]
    ages = np.concatenate([each["ages"] for each in seen]) * 1000
    errors = np.concatenate([each["errors"] for each in seen])
    p50, p95, p99 = (round(float(np.percentile(ages, share)), 1) if len(ages) else None for share in (50, 95, 99))
    return {
        "server": "metaseoul",
        "n": count,
        "cpu_us_per_client_second": round(spent * 1e6 / count / lasted, 1),
        "bytes_per_client_second": round(sum(each["bytes"] for each in seen) / count / seconds),
        "age_ms": {"p50": p50, "p95": p95, "p99": p99},
        "position_error_m_p95": round(float(np.percentile(errors, 95)), 3) if len(errors) else None,
        "missed_ticks": max(each["missed"] for each in seen),
        "gone": sum(each["gone"] for each in seen),
    }


@contextlib.contextmanager
def office() -> Iterator[tuple[str, int, Path]]:
    """An office in a process of its own, with an empty folder: its address, its process's number and the folder."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "services", "--data", str(Path(folder, "data")), "--port", "0"]
        log = Path(folder, "log")
        with (
            log.open("w", encoding="utf-8") as errors,
            subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True) as process,
        ):
            assert process.stdout is not None
            try:
                url = process.stdout.readline().strip()
                if not url:
                    raise RuntimeError(log.read_text(encoding="utf-8"))
                yield url, process.pid, Path(folder)
            finally:
                process.terminate()


def processor(process: int) -> float:
    """Seconds of processor that a process has used, in user and system; NaN where the system does not tell."""
    with contextlib.suppress(OSError):
        words = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")
    return float("nan")


def _walkers(url: str, slug: str, count: int, truth: Path, start: int, end: int) -> "subprocess.Popen[str]":
    words = [url, slug, str(count), str(truth), str(start), str(end)]
    command = [sys.executable, "-m", __name__, *words]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def main(words: list[str]) -> int:
    """One process of bots: says "here", waits for the seconds to measure, tells what was seen as one line of JSON."""
    url, slug, count, file, start, end = words
    import numpy as np

    from metaseoul.bots import Bot, Truth, crowd
    from worlds.sessions.moves import Moved
    from worlds.sessions.wire import TICK

    truth = Truth(Path(file), int(count))
    ages: list[float] = []
    errors: list[float] = []
    told: dict[str, Any] = {}
    measuring = False

    def nearest(bot: Bot) -> "np.ndarray[Any, np.dtype[np.int64]]":
        now = truth.now()
        away = np.hypot(now[:, 0] - now[bot.index, 0], now[:, 1] - now[bot.index, 1])
        same = np.array([int(number) in bot.people for number in truth.number])
        away[bot.index], away[~same] = np.inf, np.inf
        order = np.argsort(away, kind="stable")[:NEAREST]
        return np.asarray(order[np.isfinite(away[order])])

    def moved(bot: Bot, event: Moved) -> None:
        if not measuring:
            return
        now = time.monotonic()
        close = {int(truth.number[index]): int(index) for index in nearest(bot)}
        for number, x, y, *_ in event.people:
            if number in close and (since := truth.since(close[number], x, y, SAME)) is not None:
                ages.append(now - since)

    async def during(bots: list[Bot]) -> None:
        nonlocal measuring
        watchers = bots[:: max(1, len(bots) // WATCHERS)][:WATCHERS]
        print("here", flush=True)
        seconds = float(await asyncio.to_thread(sys.stdin.readline))
        heard_before = sum(bot.bytes for bot in bots)
        for bot in watchers:
            bot.on_moved = moved
        measuring = True
        end_at = time.monotonic() + seconds
        began = time.monotonic()
        while time.monotonic() < end_at:
            await asyncio.sleep(LOOK)
            now = truth.now()
            for bot in watchers:
                for index in nearest(bot):
                    seen = bot.people[int(truth.number[index])]
                    errors.append(float(np.hypot(seen.x - now[index, 0], seen.y - now[index, 1])))
        measuring = False
        gaps = [np.diff([at for at in bot.frames if at >= began]) for bot in watchers]
        late = [int((np.floor(gap * TICK + 0.25) - 1).clip(0).sum()) for gap in gaps]
        told["bytes"] = sum(bot.bytes for bot in bots) - heard_before
        told["missed"] = int(np.median(late)) if late else 0
        told["gone"] = sum(bool(bot.gone) for bot in bots)

    indices = range(int(start), int(end))
    asyncio.run(crowd(url, slug, indices, truth, lambda bots: asyncio.ensure_future(during(bots))))
    print(json.dumps({**told, "ages": ages, "errors": errors}))
    return 0


def _table(told: list[dict[str, Any]]) -> str:
    """The same figures for people."""
    lines = ["    n   cpu us   bytes   age ms p50/p95/p99      error m p95   missed   gone"]
    for each in told:
        age = each["age_ms"]
        lines.append(
            f"{each['n']:>5} {each['cpu_us_per_client_second']:>8} {each['bytes_per_client_second']:>7}   "
            f"{age['p50']!s:>6} {age['p95']!s:>6} {age['p99']!s:>6}   {each['position_error_m_p95']!s:>11}   "
            f"{each['missed_ticks']:>6} {each['gone']:>6}"
        )
    return "\n".join([*lines, "cpu and bytes: of the hub, for each client and second"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
