"""The workshop: what its baker makes is what the stage would have made, and frames never wait for it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from metaseoul.home import HOME
from metaseoul.stage import cache, sky
from metaseoul.stage.bake_indoors import bake_indoors
from metaseoul.stage.baker import near
from metaseoul.stage.light import Light
from metaseoul.stage.lighting import corners_of
from metaseoul.stage.renderer import canvas
from metaseoul.stage.stage import Stage
from metaseoul.stage.tiers import LOWEST
from metaseoul.stage.workshop import Workshop, begun
from worlds.plan import place
from worlds.shape import Box, Group, Place, View

BAND = sky.band(sky.FIRST_HOUR)
TEXT = {"ko": "작은 방", "en": "small room", "zh": "小房间", "ja": "小部屋"}
ROOM = Place(
    slug="chamber",
    title=TEXT,
    text=TEXT,
    bounds=(-2.0, -2.0, 2.0, 2.0),
    parts=(
        Group(
            "room",
            (0, 0, 0),
            (
                Box("floor", (0, 0, -0.1), (4, 4, 0.1), "paving", floor=True),
                Box("wall", (0, 2, 0), (4, 0.2, 3), "plaster"),
                Box("desk", (0, 0.5, 0), (1.6, 0.7, 0.8), "trunk"),
            ),
        ),
    ),
    spawn=(0, 0, 0),
    views={"door": View((0, -1.8, 1.6), (0, 0, 1))},
    indoor=True,
)


@pytest.fixture
def own_cache(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache that a baker of this test finds, too."""
    folder = own_folders / "cache"
    folder.mkdir(parents=True)
    monkeypatch.setattr("metaseoul.stage.cache.cache_folder", lambda: folder)
    return folder


@pytest.fixture
def workshop() -> Iterator[Workshop]:
    opened = Workshop()
    yield opened
    opened.close()


def until(true: Callable[[], bool], seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.01)


def baked_here(where: Place) -> Light:
    bake = bake_indoors(where, corners_of(where)[0], sky.sun_direction(sky.BANDS[BAND]))
    while True:
        try:
            next(bake)
        except StopIteration as finished:
            light: Light = finished.value
            return light


def alive(process: int) -> bool:
    """Whether there is such a process, be it a zombie."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def files(folder: Path) -> list[str]:
    return sorted(path.name.split("-")[-1] for path in (folder / "stage").glob("*"))


def test_what_a_baker_made_is_what_the_stage_would_have_made(own_cache: Path, workshop: Workshop) -> None:
    work = workshop.order(ROOM, BAND)
    until(lambda: work.ended)
    assert work.kept
    assert files(own_cache) == ["corners.npz", f"light{BAND}.npz"]
    kept, here = cache.kept_light(ROOM, BAND, ""), baked_here(ROOM)
    assert kept is not None
    assert [columns.tobytes() for columns in kept.corners] == [columns.tobytes() for columns in here.corners]
    assert kept.ground.tobytes() == here.ground.tobytes()
    assert kept.rect == here.rect


def test_a_baker_asked_twice_for_the_same_is_one_baker(own_cache: Path, workshop: Workshop) -> None:
    assert workshop.order(ROOM, BAND) is workshop.order(ROOM, BAND)


def test_asking_for_another_place_ends_the_baker_of_the_first(own_cache: Path, workshop: Workshop) -> None:
    first = workshop.order(place("documents"), BAND)
    workshop.order(ROOM, BAND)
    assert first.ended
    assert first.process is not None
    assert not alive(first.process.pid)


def test_a_baker_that_is_killed_leaves_nothing_behind(own_cache: Path, workshop: Workshop) -> None:
    work = workshop.order(place("documents"), BAND)
    assert work.process is not None
    (own_cache / "stage").mkdir(exist_ok=True)
    (own_cache / "stage" / f"documents-0-0-light2.{work.process.pid}.part").write_bytes(b"half")
    work.process.kill()
    until(lambda: work.ended)
    assert not work.kept
    assert not list((own_cache / "stage").glob("*.part"))
    assert not alive(work.process.pid)


def test_a_baker_leaves_when_whoever_asked_is_gone(own_cache: Path, tmp_path: Path) -> None:
    asks = (
        "import os, sys, time; from metaseoul.stage.workshop import Workshop; from worlds.plan import place\n"
        f"work = Workshop().order(place('documents'), {BAND}); print(work.process.pid, flush=True)\n"
        "work.packed.wait(30); os._exit(0)"
    )
    asked = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, timeout=60, check=True)
    baker = int(asked.stdout)
    until(lambda: not alive(baker) or _is_zombie(baker), 10.0)
    assert not list((own_cache / "stage").glob("*.part"))


def _is_zombie(process: int) -> bool:
    """Whether a process only waits to be noticed by the system's first process, which inherited it."""
    status = Path(f"/proc/{process}/stat")
    return status.is_file() and status.read_text().rpartition(")")[2].split()[0] == "Z"


def test_where_no_process_can_be_started_the_work_has_ended_at_once(
    own_cache: Path, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", str(own_cache / "no-python"))
    work = workshop.order(ROOM, BAND)
    workshop.await_corners(ROOM.slug)
    assert work.ended
    assert not work.kept


def test_a_visit_begins_with_its_first_place_and_a_second_visit_with_nothing(own_cache: Path) -> None:
    with begun() as workshop:
        work = workshop.work
        assert work is not None
        assert (work.slug, work.band) == (HOME, BAND)
    assert work.ended
    (own_cache / "stage").mkdir(exist_ok=True)
    (own_cache / "stage" / f"{HOME}-0-0-corners.npz").touch()
    with begun() as workshop:
        assert workshop.work is None


def test_the_rooms_behind_the_gates_are_near() -> None:
    assert "city-hall" in {where.slug for where in near(place(HOME))}
    assert "documents" in {where.slug for where in near(place("city-hall"))}


@pytest.mark.window
class TestAStageWithAWorkshop:
    @pytest.fixture
    def stage(self, base: Any, own_cache: Path, workshop: Workshop) -> Iterator[Stage]:
        stage = Stage(base, LOWEST, workshop=workshop)
        yield stage
        stage.close()

    def frames(self, base: Any, stage: Stage, told: Callable[[], bool]) -> float:
        """Draws until `told`; the longest frame in seconds."""
        drawn = canvas(base, (160, 90), 0, stage.root)
        longest, end = 0.0, time.monotonic() + 240
        try:
            while not told() and time.monotonic() < end:
                began = time.perf_counter()
                stage.update(drawn.camera, began, 90)
                base.graphicsEngine.renderFrame()
                longest = max(longest, time.perf_counter() - began)
                time.sleep(0.005)
        finally:
            drawn.close()
        assert told()
        return longest

    def test_frames_go_on_until_the_light_is_there(self, base: Any, stage: Stage) -> None:
        told: list[tuple[float, str]] = []
        stage.enter(place("documents"), lambda done, key: told.append((done, key)))
        assert stage.baking
        assert self.frames(base, stage, lambda: not stage.baking) < 1.0
        assert told[-1] == (1.0, "stage.ready")
        light = [done for done, key in told if key == "stage.light"]
        assert len(light) > 3
        assert light == sorted(light)

    def test_a_baker_that_dies_is_replaced_by_the_stage_itself(
        self, base: Any, stage: Stage, workshop: Workshop
    ) -> None:
        stage.enter(ROOM)
        assert workshop.work is not None
        assert workshop.work.process is not None
        os.kill(workshop.work.process.pid, signal.SIGKILL)
        self.frames(base, stage, lambda: not stage.baking)
        kept = cache.kept_light(ROOM, BAND, "")
        assert kept is not None
        assert kept.ground.tobytes() == baked_here(ROOM).ground.tobytes()

    def test_a_place_that_is_expected_is_made_beside_the_frames_and_its_light_goes_on(
        self, stage: Stage, workshop: Workshop
    ) -> None:
        stage.expect(ROOM.slug, ROOM)
        stage.await_corners(ROOM)
        assert cache.are_kept(ROOM)
        work = workshop.work
        stage.enter(ROOM)
        assert workshop.work is work

    def test_a_place_of_the_plan_is_begun_by_its_name_before_it_is_put_together(
        self, stage: Stage, workshop: Workshop
    ) -> None:
        stage.expect("documents")
        work = workshop.work
        assert work is not None
        stage.expect("documents", place("documents"))
        stage.await_corners(place("documents"))
        stage.enter(place("documents"))
        assert workshop.work is work
        assert cache.are_kept(place("documents"))

    def test_leaving_the_place_ends_the_baker(self, stage: Stage, workshop: Workshop) -> None:
        stage.enter(place("documents"))
        assert workshop.work is not None
        baker = workshop.work.process
        assert baker is not None
        stage.leave()
        assert not stage.baking
        assert not alive(baker.pid)

    def test_light_that_is_wanted_now_is_baked_here(self, stage: Stage) -> None:
        stage.enter(ROOM)
        stage.finish_bake()
        assert not stage.baking
        assert cache.kept_light(ROOM, BAND, "") is not None
