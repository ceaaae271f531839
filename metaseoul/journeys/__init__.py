"""`metaseoul journey`: walks the scripted journeys through the real client and the real office, and counts.

Each walk is a process of its own with empty folders, so that a cold start is cold and nothing is remembered.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec

MODES = ("text", "window", "kiosk")
LIMIT = 300
"""Seconds after which a walk is given up."""


class Part(msgspec.Struct):
    """What one part of a journey took (the first time, once more), beside its budget."""

    steps: int
    seconds: float
    budget_steps: int
    budget_seconds: float

    @property
    def kept(self) -> bool:
        return self.steps <= self.budget_steps and self.seconds <= self.budget_seconds


class Result(msgspec.Struct):
    """One line of the report: the first part's figures, then all parts; none where it was not walked to its end."""

    journey: int
    mode: str
    steps: int | None = None
    seconds: float | None = None
    budget_steps: int | None = None
    budget_seconds: float | None = None
    ok: bool = False
    why: str = ""
    parts: list[Part] = []


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", nargs="*", type=int, help="which journeys; none: all that there are")
    parser.add_argument("--mode", choices=MODES, help="default: each in which the journey can be walked")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--alone", type=float, metavar="STARTED", help=argparse.SUPPRESS)


def run(arguments: argparse.Namespace) -> int:
    """0 when every journey kept its budget; 2 for a journey that is not scripted."""
    from metaseoul.journeys.scripts import JOURNEYS
    from metaseoul.texts import texts_of

    known = {journey.number: journey for journey in JOURNEYS}
    if unknown := [number for number in arguments.number if number not in known]:
        scripted = ", ".join(str(number) for number in known)
        print(texts_of(arguments)("fault.journey.unknown", number=unknown[0], known=scripted), file=sys.stderr)
        return 2
    if arguments.alone is not None:
        from metaseoul.journeys.walk import walk

        print(msgspec.json.encode(walk(known[arguments.number[0]], arguments.mode, arguments.alone)).decode())
        return 0
    results = []
    for number in arguments.number or known:
        for mode in [arguments.mode] if arguments.mode else known[number].modes:
            results.append(_alone(number, mode))
            if not arguments.json:
                print(_line(results[-1]), flush=True)
    if arguments.json:
        print(msgspec.json.format(msgspec.json.encode(results), indent=2).decode())
    return 0 if all(result.ok for result in results) else 1


def _alone(number: int, mode: str) -> Result:
    with tempfile.TemporaryDirectory(prefix="journey-") as folder:
        environment = {**os.environ, "METASEOUL_HOME": folder, "METASEOUL_LANGUAGE": "ko"}
        environment |= {"PATH": f"{_printer(folder)}{os.pathsep}{os.environ.get('PATH', '')}"}
        command = [sys.executable, "-m", "metaseoul", "journey", str(number), "--mode", mode]
        started = time.time()
        try:
            told = subprocess.run(
                [*command, "--alone", str(started)],
                capture_output=True,
                text=True,
                env=environment,
                timeout=LIMIT,
                check=False,
                stdin=subprocess.DEVNULL,
            )
            return msgspec.json.decode(told.stdout.splitlines()[-1], type=Result)
        except subprocess.TimeoutExpired:
            why = f"given up after {LIMIT} s"
        except (msgspec.DecodeError, IndexError):
            why = (told.stderr or "it said nothing").strip().splitlines()[-1]
        return Result(number, mode, why=why)


def _printer(folder: str) -> str:
    """The folder of a print command that prints into files, so that a journey wastes no paper."""
    command = Path(folder, "printer", "lp")
    command.parent.mkdir()
    command.write_text(
        f'#!/bin/sh\ncat > "{folder}/printed.part" && mv "{folder}/printed.part" "{folder}/printed.pdf"\n'
    )
    command.chmod(0o755)
    return str(command.parent)


def _line(result: Result) -> str:
    steps = "+".join(str(part.steps) for part in result.parts) or "-"
    seconds = "+".join(f"{part.seconds:.1f}" for part in result.parts) or "-"
    most = "+".join(str(part.budget_steps) for part in result.parts)
    longest = "+".join(f"{part.budget_seconds:g}" for part in result.parts)
    verdict = f"(budget {most} steps, {longest} s)  ok" if result.ok else f"NOT OK {result.why}"
    return f"J{result.journey:<3} {result.mode:7} {steps:>8} steps {seconds:>16} s   {verdict}"
