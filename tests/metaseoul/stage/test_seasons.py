"""Seasons on the stage: what stands there, what falls, what is white, and what water is drawn with."""

from typing import Any

import numpy as np
import pytest

from metaseoul.stage import cache
from metaseoul.stage.batches import PLAIN, WATER, batches
from metaseoul.stage.pack import packed
from metaseoul.stage.plain import lit
from metaseoul.stage.renderer import canvas
from metaseoul.stage.seasons import BARE, LEAFY, both, variant
from metaseoul.stage.sky import air, clouded, sun_direction
from metaseoul.stage.stage import Stage
from metaseoul.stage.tiers import LOWEST
from metaseoul.stage.weather import BOX, FALLS, falls
from worlds.plan import place
from worlds.season import SEASONS
from worlds.shape import Box, Group, Place, Tree, View, Water

TEXT = {"ko": "못", "en": "pond", "zh": "池", "ja": "池"}
POND = Place(
    slug="pond",
    title=TEXT,
    text=TEXT,
    bounds=(-20.0, -20.0, 20.0, 20.0),
    parts=(
        Group(
            "garden",
            (0, 0, 0),
            (
                Box("ground", (0, 0, -1.2), (60, 60, 1.0), "paving", floor=True),
                Water("pond", (0, 0, 0), ((-6, -6), (6, -6), (6, 6), (-6, 6)), turn=90.0, flow=(0.5, 0.0)),
                Tree("zelkova", (8, 8, -0.2), "zelkova"),
                Tree("pine", (-8, 8, -0.2), "pine"),
                Box("rink", (0, 0, 0.05), (8, 8, 0.05), "ice", floor=True, seasons=("winter",)),
            ),
        ),
        Group("stalls", (0, -12, 0), (Box("stall", (0, 0, 0), (2, 2, 2), "oak"),), seasons=("summer", "winter")),
    ),
    spawn=(0, -15, 0),
    views={"eye": View((0, -18, 2), (0, 0, 1))},
)


def test_what_stands_in_something_stands_there_when_both_do() -> None:
    assert both((), LEAFY) == LEAFY
    assert both(("summer", "winter"), LEAFY) == ("summer",)
    assert both(BARE, LEAFY) is None


def test_seasons_in_which_the_same_things_stand_share_their_light() -> None:
    assert [variant([(), ()], season) for season in SEASONS] == ["", "", "", ""]
    assert [variant([(), LEAFY, BARE], season) for season in SEASONS] == ["spring", "spring", "spring", "winter"]
    assert len({variant([("spring",), ("winter",)], season) for season in SEASONS}) == 3


def test_a_tree_sheds_its_leaves_and_a_pine_does_not() -> None:
    months = {batch.seasons for batch in batches(POND) if batch.cluster == "garden"}
    assert months == {(), LEAFY, BARE}
    pine = next(batch for batch in batches(POND) if batch.cluster == "garden" and not batch.seasons)
    assert pine.mesh.position[:, 2].max() > 5


def test_parts_of_a_season_are_batches_of_their_own_and_come_back_out_of_the_cache() -> None:
    made = [packed(batch) for batch in batches(POND)]
    assert {batch.seasons for batch in made if batch.cluster == "stalls"} == {("summer", "winter")}
    assert cache.keep_batches(POND, made)
    kept = cache.kept_batches(POND)
    assert kept is not None
    assert [batch.seasons for batch in kept] == [batch.seasons for batch in made]


def test_water_is_one_material_and_tells_how_it_flows_in_the_place_not_in_its_own_turn() -> None:
    (water,) = [packed(batch) for batch in batches(POND) if batch.material == WATER]
    east, north = (water.corners[name][:, 3] / 255 * 4 - 2 for name in ("colour", "facing"))
    assert np.allclose(east, 0.0, atol=0.02)
    assert np.allclose(north, 0.5, atol=0.02)


def test_it_rains_only_in_a_shower_and_no_season_is_without_its_weather() -> None:
    assert falls("summer", 12.0) is None
    assert falls("summer", 16.5) is FALLS["summer"]
    assert all(falls(season, 12.0) is FALLS[season] for season in ("spring", "autumn", "winter"))
    assert BOX[1] > 8


def test_clouds_take_the_sun_away_and_a_clear_sky_nothing() -> None:
    clear = air(15.5)
    assert clouded(clear, 0.0) == clear
    grey = clouded(clear, 0.8)
    assert sum(grey.sun) < sum(clear.sun)
    assert max(grey.zenith) - min(grey.zenith) < max(clear.zenith) - min(clear.zenith)


def test_without_programs_roofs_are_white_in_winter_too() -> None:
    (stall,) = [
        packed(batch) for batch in batches(POND) if (batch.cluster, batch.material, batch.level) == ("stalls", PLAIN, 0)
    ]
    up = stall.corners["facing"][:, 2] > 200
    summer, winter = (lit(stall.corners, air(12), sun_direction(12), season, True) for season in ("summer", "winter"))
    assert (winter[up].min(1) > summer[up].min(1) + 0.1).all()
    assert np.allclose(winter[~up], summer[~up])


@pytest.mark.window
class TestOnTheStage:
    def drawn(self, base: Any, where: Place, season: str, falling: bool = False, hour: float = 12.0) -> dict[str, bool]:
        """Names of the nodes of a place, and whether each is seen."""
        stage = Stage(base, LOWEST)
        picture = canvas(base, (160, 90), 0, stage.root)
        try:
            stage.set_falling(falling)
            stage.set_time(hour, "spring")
            stage.enter(where)
            stage.set_time(hour, season)
            picture.camera.setPos(0, -18, 2)
            stage.update(picture.camera, 0.0, 90)
            base.graphicsEngine.renderFrame()
            nodes = [*stage.root.findAllMatches("**/drawn/*"), stage.root.find("weather")]
            return {f"{number} {node.getName()}": not node.isHidden() for number, node in enumerate(nodes)}
        finally:
            picture.close()
            stage.close()

    @pytest.mark.parametrize("season", SEASONS)
    def test_only_what_stands_in_the_season_is_drawn(self, base: Any, season: str) -> None:
        seen = [name.split()[1] for name, shown in self.drawn(base, POND, season).items() if shown]
        assert any(name.startswith("stalls") for name in seen) == (season in ("summer", "winter"))
        assert sum(name.startswith("garden") for name in seen) == 2  # what is always there, and the tree as it is now
        assert sum(name.startswith("ground") for name in seen) == (2 if season == "winter" else 1)

    def test_weather_is_one_draw_that_can_be_turned_off_and_never_comes_indoors(self, base: Any) -> None:
        def seen(where: Place, falling: bool) -> bool:
            return next(
                shown for name, shown in self.drawn(base, where, "winter", falling).items() if name.endswith(" weather")
            )

        assert seen(POND, True)
        assert not seen(POND, False)
        assert not seen(place("documents"), True)
