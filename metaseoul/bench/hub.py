"""A crowd of bots in one place, and what it costs the hub: processor, bytes, and how old what one sees is.

The hub is the office as anybody runs it, in a process of its own; the bots walk in others, and what they see of the 16
nearest is set beside the truth. `--peer` puts the same crowd on other servers in the same run, one after the other.
"""

import argparse
import contextlib
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

NUMBERS = (100, 200, 500, 1000, 2000)
SECONDS = 20.0
SETTLE = 10.0
"""Seconds after the last has come before the clock runs: by then most who stand together know one another."""
A_PROCESS = 1000
"""Bots that one process can walk and still be in time."""
OURS = "metaseoul"
FIGURES = ("cpu_us_per_client_second", "bytes_per_client_second", "position_error_m_p95", "bots_late_ms_p99")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `metaseoul bench hub`."""
    parser.add_argument("--n", type=int, nargs="+", default=list(NUMBERS), metavar="N", help="default: 100 ... 2000")
    parser.add_argument("--place", default="plaza", metavar="PLACE", help="default: plaza")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="how long each is measured; default: 20")
    parser.add_argument("--peer", action="store_true", help="beside Colyseus and bare ws (npm ci --prefix tests/peers)")
    parser.add_argument("--rounds", type=int, default=1, metavar="R", help="medians of so many; default: 1")
    parser.add_argument("--json", action="store_true")


def run(arguments: argparse.Namespace) -> int:
    """Measures each crowd and tells."""
    from metaseoul.bench.peers import PEERS, Missing, command
    from worlds.plan import ENTRIES, UnknownPlace, place

    try:
        slug = place(arguments.place).slug
    except UnknownPlace as unknown:
        from metaseoul.texts import texts_of

        names = ", ".join(entry.slug for entry in ENTRIES)
        print(texts_of(arguments)("fault.world.unknown-place", place=str(unknown), places=names), file=sys.stderr)
        return 2
    servers = [OURS]
    if arguments.peer:
        try:
            servers += [peer.name for peer in PEERS if command(peer)]
        except Missing as missing:
            print(f"--peer: {missing}", file=sys.stderr)
            return 2
    told = []
    for number in arguments.n:
        rounds: dict[str, list[dict[str, Any]]] = {server: [] for server in servers}
        for turn in range(max(1, arguments.rounds)):
            for server in servers:  # one after the other in each round: a noisy machine is as noisy for all
                print(f"{server}: {number} in {slug}, round {turn + 1}", file=sys.stderr, flush=True)
                rounds[server].append(measured(server, max(1, number), slug, max(1.0, arguments.seconds)))
        told += [_median(each) for each in rounds.values()]
    print(json.dumps(told) if arguments.json else _table(told))
    return 1 if any(each["gone"] for each in told) else 0


def measured(server: str, count: int, slug: str, seconds: float) -> dict[str, Any]:
    """One crowd on one server: the keys that scripts rely on."""
    with serving(server, count) as (url, process, folder):
        ranges = [(start, min(start + A_PROCESS, count)) for start in range(0, count, A_PROCESS)]
        _lay_out(folder / "truth", count)
        walkers = [_walkers(server, url, slug, count, folder / "truth", *each) for each in ranges]
        for walker in walkers:
            assert walker.stdout is not None
            if walker.stdout.readline() != "here\n":
                raise RuntimeError(f"{server}: the bots did not come in")
        time.sleep(SETTLE)
        before, began = processor(process), time.monotonic()
        for walker in walkers:
            assert walker.stdin is not None
            print(seconds, file=walker.stdin, flush=True)
        time.sleep(seconds)
        spent, lasted = processor(process) - before, time.monotonic() - began
        seen = [json.loads(walker.communicate(timeout=120)[0]) for walker in walkers]
    missed = [each["missed"] for each in seen if each["missed"] is not None]
    age = _percentiles([age * 1000 for each in seen for age in each["ages"]], (50, 95, 99))
    [astray] = _percentiles([error for each in seen for error in each["errors"]], (95,), 3)
    [late] = _percentiles([late * 1000 for each in seen for late in each["late"]], (99,))
    return {
        "server": server,
        "n": count,
        "cpu_us_per_client_second": round(spent * 1e6 / count / lasted, 1),
        "bytes_per_client_second": round(sum(each["bytes_per_second"] for each in seen) / count),
        "age_ms": dict(zip(("p50", "p95", "p99"), age, strict=True)),
        "position_error_m_p95": astray,
        "missed_ticks": max(missed, default=None),
        "gone": sum(each["gone"] for each in seen),
        "bots_late_ms_p99": late,
    }


@contextlib.contextmanager
def serving(server: str, count: int) -> Iterator[tuple[str, int, Path]]:
    """A server in a process of its own: its address, its process's number, and an empty folder."""
    from metaseoul.bench.peers import PEERS, command

    peer = next((peer for peer in PEERS if peer.name == server), None)
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "log")
        if peer is None:
            capacity = ["--capacity", str(max(count, 500)), "--data", str(Path(folder, "data")), "--port", "0"]
            words, environment, port = [sys.executable, "-m", "services", *capacity], {}, 0
        else:
            port = _free_port()
            words, environment = command(peer), {**peer.environment, "PORT": str(port)}
        with (
            log.open("w", encoding="utf-8") as errors,
            subprocess.Popen(
                words, stdout=subprocess.PIPE, stderr=errors, text=True, env={**os.environ, **environment}
            ) as process,
        ):
            assert process.stdout is not None
            try:
                line = process.stdout.readline().strip()
                if not line:
                    raise RuntimeError(log.read_text(encoding="utf-8"))
                yield (f"http://127.0.0.1:{port}" if port else line), process.pid, Path(folder)
            finally:
                process.terminate()


def processor(process: int) -> float:
    """Seconds of processor that a process has used, in user and system; NaN where the system does not tell."""
    with contextlib.suppress(OSError):
        words = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")
    return float("nan")


def _lay_out(file: Path, count: int) -> None:
    from metaseoul.bots import Truth

    Truth(file, count)


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port


def _walkers(
    server: str, url: str, slug: str, count: int, truth: Path, start: int, end: int
) -> "subprocess.Popen[str]":
    words = [server, url, slug, str(count), str(truth), str(start), str(end)]
    command = [sys.executable, "-m", "metaseoul.bench.crowd", *words]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _percentiles(values: Sequence[float], shares: tuple[int, ...], digits: int = 1) -> list[float | None]:
    import numpy as np

    if not values:
        return [None] * len(shares)
    return [round(float(np.percentile(values, share)), digits) for share in shares]


def _median(rounds: list[dict[str, Any]]) -> dict[str, Any]:
    """Of several rounds, figure by figure; the worst of what must not happen."""

    def of(values: list[float | None]) -> float | None:
        known = [value for value in values if value is not None]
        return round(median(known), 3) if known else None

    missed = [each["missed_ticks"] for each in rounds if each["missed_ticks"] is not None]
    return {
        **rounds[0],
        **{name: of([each[name] for each in rounds]) for name in FIGURES},
        "age_ms": {share: of([each["age_ms"][share] for each in rounds]) for share in rounds[0]["age_ms"]},
        "missed_ticks": max(missed, default=None),
        "gone": max(each["gone"] for each in rounds),
    }


def _table(told: list[dict[str, Any]]) -> str:
    """The same figures for people; `x`: how many times ours."""
    lines = ["server            n   cpu us     x   bytes      x   age ms p50/p95/p99   error m  missed  bots late ms"]
    ours = {each["n"]: each for each in told if each["server"] == OURS}
    for each in told:
        mine, age = ours[each["n"]], each["age_ms"]
        cpu, size = each["cpu_us_per_client_second"], each["bytes_per_client_second"]
        lines.append(
            f"{each['server']:<14}{each['n']:>5} {cpu:>8} {_times(cpu, mine['cpu_us_per_client_second'])} {size:>7} "
            f"{_times(size, mine['bytes_per_client_second'])}   {age['p50']!s:>6}/{age['p95']!s:>6}/{age['p99']!s:>6} "
            f"{each['position_error_m_p95']!s:>9} {each['missed_ticks']!s:>7} {each['bots_late_ms_p99']!s:>13}"
        )
    return "\n".join([*lines, "cpu and bytes: of the server, for each client and second"])


def _times(value: float, ours: float) -> str:
    return f"{value / ours:>6.2f}" if ours else "     -"
