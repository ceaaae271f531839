"""The hub's places are those of the plan, and one can stand where one arrives."""

import pytest

from services.sessions.ground import City, city
from worlds.digest import digest
from worlds.plan import place, places

OFFICE = 150.0
"""Square metres up to which a room is an office full of furniture."""


@pytest.fixture(scope="module")
def seoul() -> City:
    return city()


def test_the_hub_knows_every_place_by_its_digest(seoul: City) -> None:
    assert {slug: ground.digest for slug, ground in seoul.items()} == {place.slug: digest(place) for place in places()}


def test_one_can_stand_where_one_arrives(seoul: City) -> None:
    for ground in seoul.values():
        assert ground.free(*ground.spawn[:2]), ground.slug
        for passage in ground.passages:
            assert seoul[passage.to].free(passage.to_x, passage.to_y), (ground.slug, passage.to)


def test_twenty_who_arrive_at_once_have_elbow_room_and_twelve_in_an_office(seoul: City) -> None:
    for ground in seoul.values():
        x0, y0, x1, y1 = place(ground.slug).bounds
        count = 20 if (x1 - x0) * (y1 - y0) > OFFICE else 12
        stood: list[tuple[float, float]] = []

        def taken(x: float, y: float, stood: list[tuple[float, float]] = stood) -> bool:
            return any((x - a) ** 2 + (y - b) ** 2 < 0.25 for a, b in stood)

        for _ in range(count):
            at = ground.spot(*ground.spawn[:2], taken)
            assert ground.free(*at), ground.slug
            stood.append(at)
        assert len(set(stood)) == count, ground.slug
