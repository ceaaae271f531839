"""J27: a developer clones the house, has the city running, adds a counter, runs its tests, and sees an edit at once.

Everything happens in a clone of what is committed, by the commands that the README names. One typed line is one step.
"""

import asyncio
import contextlib
import os
import shutil
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

from metaseoul.journeys.driver import Driver, Stuck
from metaseoul.journeys.journey import City, Walked

HOUSE = Path(__file__).parents[2]
SLUG, NAME = "lost-property", "lost_property"
EDITED, OLD, NEW = "worlds/seoul/centre/edges.py", '"ko": "서울광장"', '"ko": "새로운 광장"'
FLOORS = (
    f"worlds/civic/{NAME}/__init__.py",
    f"worlds/civic/{NAME}/room.py",
    f"worlds/civic/{NAME}/wire.py",
    f"services/civic/{NAME}/__init__.py",
    f"services/civic/{NAME}/rules.py",
    f"services/civic/{NAME}/store.py",
    f"services/civic/{NAME}/desk.py",
    f"metaseoul/civic/{NAME}.py",
    *(f"metaseoul/texts/{language}/{SLUG}.po" for language in ("ko", "en", "zh", "ja")),
    f"docs/civic/{SLUG}.md",
    f"tests/services/civic/test_{NAME}.py",
)
"""What a counter is made of: each file once, and a numbered migration beside them."""
LISTS = (
    "metaseoul/civic/__init__.py",
    "services/app.py",
    "services/authority.toml",
    "services/catalogue.py",
    "worlds/civic/__init__.py",
)
OTHERS = ("VIRTUAL_ENV", "PYTHONPATH", "UV_PROJECT_ENVIRONMENT", "METASEOUL_REQUIRE_ALL")
"""Settings of the process that walks, which the clone must not inherit."""
PATIENCE = 130.0
"""Seconds after which a command counts as stuck."""
LEAVING = 20.0
"""Seconds the city is given to close once its input has ended."""


async def build(driver: Driver, city: City, started: float) -> Walked:
    """Walks it in a folder of its own; raises Stuck where a tool is missing or a part fails."""
    git, uv = _tool("git"), _tool("uv")
    if not (HOUSE / ".git").exists():
        raise Stuck(f"{HOUSE} is no git checkout: a developer's journey begins with a clone")
    house = city.folder / "house"
    settings = {name: value for name, value in os.environ.items() if name not in OTHERS}
    settings["METASEOUL_HOME"] = str(city.folder / "data")

    begun = time.time()
    await _done((git, "clone", "--quiet", str(HOUSE), str(house)), city.folder, settings)
    settings |= await _cache(uv, house, settings)
    async with _running((uv, "run", "metaseoul", "text", "--reload"), house, settings) as client:
        await _heard(client, "== 서울광장 ==")
        running = time.time() - begun
        begun = time.time()
        file = house / EDITED
        file.write_text(file.read_text(encoding="utf-8").replace(OLD, NEW), encoding="utf-8")
        await _heard(client, "== 새로운 광장 ==")
        seen = time.time() - begun

    begun = time.time()
    await _done((uv, "run", "scripts/new_service", SLUG), house, settings)
    added = time.time() - begun
    _judge(await _done((git, "status", "--porcelain", "--untracked-files=all"), house, settings))

    begun = time.time()
    report = await _done((uv, "run", "pytest", FLOORS[-1]), house, settings, code=1)
    tested = time.time() - begun
    tests = (house / FLOORS[-1]).read_text(encoding="utf-8").count("def test_")
    sentences = [line for line in report.splitlines() if line.startswith("E ") and "AssertionError: " in line]
    told = len(set(sentences))  # a test that needs an office runs on each kind of records, and tells the same
    if f"{len(sentences)} failed" not in report or told != tests:
        raise Stuck(f"{tests} new tests, and they told {told} sentences")
    return Walked((1, 1, 1, 0), (running, added, tested, seen))


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise Stuck(f"{name} is not on this machine")
    return found


def _judge(status: str) -> None:
    """Exactly one file per floor was written, and the lists know them. Raises Stuck."""
    marks = [(line[:2], line[3:]) for line in status.splitlines()]
    written = {path for mark, path in marks if mark == "??"}
    migrations = {path for path in written if path.startswith("services/migrations/versions/")}
    changed = {path for mark, path in marks if mark == " M"} - {EDITED}
    if written - migrations != set(FLOORS) or len(migrations) != 1:
        raise Stuck(f"not one file per floor: {', '.join(sorted(written ^ set(FLOORS)))}")
    if changed != set(LISTS):
        raise Stuck(f"not the lists of the house: {', '.join(sorted(changed ^ set(LISTS)))}")


async def _done(command: Sequence[str], folder: Path, settings: dict[str, str], code: int = 0) -> str:
    """What a command says until it ends. Raises Stuck when it does not end with `code`."""
    process = await _begun(command, folder, settings)
    try:
        out, errors = await asyncio.wait_for(process.communicate(), PATIENCE)
    except TimeoutError:
        process.kill()
        raise Stuck(f"`{_line(command)}` took longer than {PATIENCE:.0f} s") from None
    if process.returncode != code:
        last = (errors or out).decode(errors="replace").strip().splitlines()[-1:]
        raise Stuck(f"`{_line(command)}` ended with {process.returncode}: {' '.join(last)}")
    return out.decode(errors="replace")


async def _cache(uv: str, house: Path, settings: dict[str, str]) -> dict[str, str]:
    """A setting that keeps uv off the network where its cache holds all that is needed."""
    process = await _begun((uv, "sync", "--quiet", "--offline"), house, settings)
    await process.communicate()
    return {} if process.returncode else {"UV_OFFLINE": "1"}


@contextlib.asynccontextmanager
async def _running(command: Sequence[str], folder: Path, settings: dict[str, str]) -> AsyncIterator[Process]:
    """A program that runs until its input ends."""
    process = await _begun(command, folder, settings)
    try:
        yield process
    finally:
        try:
            await asyncio.wait_for(process.communicate(b""), LEAVING)
        except TimeoutError:
            process.terminate()


async def _heard(process: Process, words: str) -> None:
    """Waits until a line with `words` is told. Raises Stuck."""
    assert process.stdout is not None
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE):
            while line := await process.stdout.readline():
                if words in line.decode(errors="replace"):
                    return
            _, errors = await process.communicate()
            last = errors.decode(errors="replace").strip().splitlines()[-1:]
            raise Stuck(f"the city ended before it told {words}: {' '.join(last)}")
    raise Stuck(f"the city did not tell {words} within {PATIENCE:.0f} s")


async def _begun(command: Sequence[str], folder: Path, settings: dict[str, str]) -> Process:
    return await asyncio.create_subprocess_exec(
        *command, cwd=folder, env=settings, stdin=PIPE, stdout=PIPE, stderr=PIPE
    )


def _line(command: Sequence[str]) -> str:
    """As it is typed."""
    return " ".join([Path(command[0]).stem, *command[1:]])
