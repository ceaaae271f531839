"""The relief is true: bridges span the river, landmarks lie in their districts, summits are the highest near them."""

import numpy as np
import pytest

from worlds.seoul.relief import seoul
from worlds.seoul.relief.bridges import BRIDGES
from worlds.seoul.relief.district_figures import DISTRICTS
from worlds.seoul.relief.landmarks import PLACES
from worlds.seoul.relief.lines import within
from worlds.seoul.relief.mountain_figures import PEAKS
from worlds.seoul.relief.plates import labels
from worlds.seoul.relief.river_figures import ISLANDS, OUTLINE
from worlds.seoul.relief.scale import HALF, MIDDLE, PLATE, SCALE, scaled, true
from worlds.seoul.relief.terrain import PLAIN, grounds, net, rise
from worlds.shape import Spot

LIES_IN = {
    "city-hall": "Jung-gu",
    "plaza": "Jung-gu",
    "deoksugung": "Jung-gu",
    "ddp": "Jung-gu",
    "myeongdong": "Jung-gu",
    "sungnyemun": "Jung-gu",
    "gwanghwamun-square": "Jongno-gu",
    "gyeongbokgung": "Jongno-gu",
    "cheongwadae": "Jongno-gu",
    "bukchon": "Jongno-gu",
    "jongmyo": "Jongno-gu",
    "heunginjimun": "Jongno-gu",
    "n-seoul-tower": "Yongsan-gu",
    "lotte-world-tower": "Songpa-gu",
    "olympic-stadium": "Songpa-gu",
    "national-assembly": "Yeongdeungpo-gu",
    "63-building": "Yeongdeungpo-gu",
    "hangang": "Yeongdeungpo-gu",
    "seoul-forest": "Seongdong-gu",
    "world-cup-stadium": "Mapo-gu",
    "botanic-park": "Gangseo-gu",
    "gimpo-airport": "Gangseo-gu",
    "coex": "Gangnam-gu",
}


def over_water(points: list[Spot]) -> np.ndarray:
    """Which true points lie on the river; islands count as water, for a bridge may rest on them."""
    return within(np.array(points, float), OUTLINE)


def district_of(point: Spot) -> list[str]:
    """The districts in whose outline a true point lies."""
    return [gu.names["en"] for gu in DISTRICTS if within(np.array([point], float), gu.outline)[0]]


def test_there_are_twenty_five_districts_and_twenty_eight_bridges() -> None:
    assert len(DISTRICTS) == 25
    assert len(BRIDGES) == len({row[0] for row in BRIDGES}) == 28


@pytest.mark.parametrize("row", BRIDGES, ids=lambda row: row[0])
def test_a_bridge_spans_water_and_both_its_ends_stand_on_land(row: tuple[str, str, Spot, Spot]) -> None:
    _, _, south, north = row
    share = np.linspace(0, 1, 41)[:, None]
    line = np.array(south) * (1 - share) + np.array(north) * share
    wet = over_water([tuple(point) for point in line.tolist()])
    assert not wet[0]
    assert not wet[-1]
    assert wet.mean() > 0.7


@pytest.mark.parametrize(("slug", "gu"), LIES_IN.items(), ids=lambda v: v)
def test_a_landmark_lies_in_its_district(slug: str, gu: str) -> None:
    assert district_of(PLACES[slug][:2]) == [gu]


def test_islands_lie_in_the_river() -> None:
    for name, ring in ISLANDS.items():
        middle = tuple(np.mean(ring, 0).tolist())
        assert over_water([middle])[0], name


def test_no_point_of_the_plain_is_higher_than_the_summits_near_it() -> None:
    spots, metres = net()
    east, north = (spots / SCALE + MIDDLE).transpose(2, 0, 1)
    for name, x, y, _ in PEAKS:
        near = np.hypot(east - x, north - y) < 3000
        higher = [h for other, px, py, h in PEAKS if np.hypot(px - x, py - y) < 6000]
        if near.any():
            assert metres[near].max() <= max(higher) - PLAIN + 1, name


def test_the_great_summits_are_the_highest_ground_near_them() -> None:
    for name in ("Bukhansan Baegundae", "Gwanaksan", "Namsan", "Inwangsan", "Yongmasan", "Suraksan"):
        x, y, height = next((px, py, h) for other, px, py, h in PEAKS if other == name)
        angle = np.arange(24) * np.pi / 12
        ring = np.stack([x + 400 * np.cos(angle), y + 400 * np.sin(angle)], 1)
        top, around = rise(np.array([[x, y]], float))[0], rise(ring)
        assert top == pytest.approx(height - PLAIN, abs=1), name
        assert (around < top).all(), name


def test_scale_maps_there_and_back_and_city_hall_stands_on_level_ground() -> None:
    for east, north, _ in PLACES.values():
        assert true(*scaled(east, north)) == pytest.approx((east, north))
        x, y = scaled(east, north)
        assert abs(x) < HALF[0]
        assert abs(y) < HALF[1]
    assert grounds([(36, 60)]) == [PLATE]


def test_a_name_stands_within_its_district() -> None:
    for gu, spot in zip(DISTRICTS, labels(), strict=True):
        assert district_of(true(*spot)) == [gu.names["en"]]


def test_every_pin_stands_over_the_ground_of_its_place() -> None:
    for slug, (x, y, z) in seoul.SPOTS.items():
        assert z > grounds([true(x, y)])[0], slug


def test_the_relief_is_flown_over_and_one_walks_round_it() -> None:
    place = seoul.build()
    assert place.flown
    assert place.bounds[0] < -HALF[0] < HALF[0] < place.bounds[2]
