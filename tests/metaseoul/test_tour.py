"""The tour bus goes round, tells what is there, and lets one off where one likes; a photograph lies in its frame."""

from itertools import pairwise
from math import dist
from pathlib import Path

import pytest
from panda3d.core import NodePath, PNMImage

from metaseoul.controls.flyer import Flyer
from metaseoul.controls.ride import LEAST, MOST, Ride
from metaseoul.flow.tour import way
from metaseoul.stage.photograph import FRAMES, framed
from metaseoul.texts import LANGUAGES
from tests.metaseoul.visitors import until, visiting
from worlds import plan
from worlds.seoul.tour import COURSES, Course, Stop
from worlds.walk import walk_map

STOPS = [(course, stop) for course in COURSES for stop in course.stops]


@pytest.mark.parametrize(("course", "stop"), STOPS, ids=lambda v: v.slug if isinstance(v, Course) else v.name["en"])
def test_every_stop_has_a_guide_in_four_languages_or_is_a_place_that_has_one(course: Course, stop: Stop) -> None:
    told = stop.told or plan.entry(stop.place).text
    for words in (stop.name, course.name, told):
        assert set(words) == set(LANGUAGES)
        assert all(words.values())


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course.slug)
def test_a_round_is_no_longer_than_a_bus_can_go_and_begins_where_one_boards(course: Course) -> None:
    assert 8_000 < course.length < 60_000
    for stop in course.stops:
        if stop.place:
            assert course.from_(stop.place)[0].place == stop.place
    assert course.from_("nowhere") == course.stops


def test_the_way_lies_on_the_relief_and_joins_both_stops() -> None:
    for course in COURSES:
        for start, end in pairwise(course.stops):
            points = way(start, end)
            assert dist(points[0][:2], points[-1][:2]) * 100 == pytest.approx(dist(start.at, end.at), rel=1e-3)
            assert all(dist(a, b) < 20 for a, b in pairwise(points))


def test_a_ride_ends_at_its_last_point_in_the_time_it_said_without_a_leap() -> None:
    eye, bus = NodePath("eye"), NodePath("bus")
    ride = Ride(bus, ((0, 0, 0), (30, 0, 1), (60, 40, 0)))
    assert LEAST <= ride.seconds <= MOST
    seen = []
    for _ in range(int(ride.seconds * 60) + 2):
        ride.update(1 / 60, eye)
        seen.append((tuple(bus.getPos()), tuple(eye.getPos())))
    assert seen[-1][0] == pytest.approx((60, 40, 0), abs=1e-3)
    assert max(dist(a[0], b[0]) for a, b in pairwise(seen)) < 0.4
    assert max(dist(a[1], b[1]) for a, b in pairwise(seen)) < 1.0


def test_who_flies_stays_over_the_city() -> None:
    above = plan.place("seoul")
    flyer = Flyer(walk_map(above), above.spawn[:2], 0.0)
    for direction in (0.0, 90.0, 180.0, 270.0):
        for _ in range(400):
            flyer.update(0.1, direction, True)
        assert above.bounds[0] <= flyer.x <= above.bounds[2]
        assert above.bounds[1] <= flyer.y <= above.bounds[3]
    assert flyer.body[:2] == pytest.approx(above.spawn[:2])


async def test_one_rides_on_and_alights_at_a_place_in_the_text_twin(url: str) -> None:
    async with visiting(url) as visitor:
        await visitor.picks("tour", of="place")
        await visitor.picks("sights", of="tour")
        names = [visitor.texts.of(stop.name) for stop in COURSES[0].from_("plaza")]
        assert names[0] in (await visitor.sees("tour.stop")).heading
        await visitor.picks("next", of="tour.stop")
        await until(lambda: visitor.ui.view and names[1] in visitor.ui.view.heading, names[1])
        await visitor.picks("alight", of="tour.stop")
        await until(lambda: visitor.visit.place.slug == COURSES[0].from_("plaza")[1].place, "the next stop")


async def test_the_bus_is_found_by_words_and_left_by_going_back(url: str) -> None:
    async with visiting(url) as visitor:
        visitor.types("투어버스")
        await visitor.picks("palaces", of="tour")
        await visitor.sees("tour.stop")
        visitor.types("0")
        await visitor.sees("place")
        assert visitor.visit.place.slug == "seoul"


async def test_from_above_one_drops_into_any_place_and_sees_how_many_are_there(url: str) -> None:
    async with visiting(url) as visitor:
        await visitor.is_here()
        view = await visitor.goes_to("seoul")
        pins = [action for action in view.actions if action.name.startswith("drop:")]
        assert {"drop:plaza", "drop:city-hall"} <= {pin.name for pin in pins}
        assert all(pin.at is not None for pin in pins)
        await visitor.picks("drop:city-hall", of="place")
        await until(lambda: visitor.visit.place.slug == "city-hall", "the lobby")


async def test_the_map_tells_how_many_are_in_each_place(url: str) -> None:
    async with visiting(url) as visitor:
        await visitor.is_here()
        await visitor.picks("map", of="place")
        notes = {action.name: action.note for action in (await visitor.sees("map")).actions}
        assert notes["plaza"] == visitor.texts("map.count", count=1)
        assert notes["city-hall"] == ""


@pytest.mark.parametrize("frame", FRAMES)
def test_a_photograph_keeps_every_pixel_and_says_place_and_day(tmp_path: Path, frame: str) -> None:
    inner = PNMImage(320, 180, 3)
    inner.fill(0.2, 0.5, 0.8)
    inner.write(str(tmp_path / "raw.png"))
    for title in ("서울광장", ""):
        framed(tmp_path / "raw.png", tmp_path / f"{title or 'none'}.png", frame, title, "2026")
    made, bare = PNMImage(str(tmp_path / "서울광장.png")), PNMImage(str(tmp_path / "none.png"))
    assert made.getXSize() > 320
    assert made.getYSize() > 180
    left, top = (made.getXSize() - 320) // 2, (made.getXSize() - 320) // 2
    assert all(made.getBlue(left + x, top + y) == pytest.approx(0.8, abs=0.01) for x in (0, 319) for y in (0, 179))
    assert any(
        made.getGray(x, y) != bare.getGray(x, y) for x in range(made.getXSize()) for y in range(190, made.getYSize())
    )


def test_frames_have_names_in_the_menu() -> None:
    from metaseoul.flow.photo import FRAMES as OFFERED

    assert set(OFFERED) == set(FRAMES)
