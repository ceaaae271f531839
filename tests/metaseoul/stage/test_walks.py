"""Walking through a place changes its levels calmly: each cluster shows one level, and none flickers."""

from functools import cache
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from metaseoul.stage.batches import batches
from metaseoul.stage.lod import ERRORS, HIDDEN, MARGIN, limits, to_box
from metaseoul.stage.pack import Packed, packed
from metaseoul.stage.scene import Scene
from metaseoul.stage.seasons import stands
from metaseoul.stage.tiers import LOWEST
from worlds.plan import place
from worlds.season import SEASONS

LIMIT = limits(LOWEST.pixels, LOWEST.setting_reach, 720, 45.0)
STEP = st.floats(-9, 9)
Walk = list[tuple[float, float]]


@cache
def corners() -> list[Packed]:
    return [packed(batch) for batch in batches(place("city-hall"))]


@cache
def scene() -> Scene:
    """A place without a renderer: what is shown and what is hidden is the same."""
    return Scene(place("city-hall"), corners(), LOWEST, False, "spring")


def shown(where: Scene) -> list[list[int]]:
    """The levels of each cluster that are seen."""
    return [
        [level for level, path in cluster.levels.items() if not path.isHidden()] for cluster in where.built.clusters
    ]


@given(st.lists(st.tuples(STEP, STEP), min_size=2, max_size=60), st.sampled_from(SEASONS))
@settings(max_examples=30, deadline=None)
def test_each_cluster_shows_one_level_wherever_one_walks_and_changes_back_only_far_away(
    walk: Walk, season: str
) -> None:
    where = scene()
    where.show_season(season)
    clusters = where.built.clusters
    low, high = (np.array([getattr(cluster, side) for cluster in clusters]) for side in ("low", "high"))
    eye = np.array([0.0, 0.0, 1.7])
    seen: list[list[tuple[int, float]]] = [[] for _ in clusters]
    for x, y in walk:
        eye += np.array((x * 12, y * 12, 0.0))
        where.relevel((float(eye[0]), float(eye[1]), 1.7), LIMIT)
        away = to_box(tuple(eye.tolist()), low, high)
        for number, (cluster, levels) in enumerate(zip(clusters, shown(where), strict=True)):
            assert len(levels) <= 1
            if not levels:
                left_out = cluster.setting and away[number] > LIMIT.setting / MARGIN
                assert left_out or not stands(cluster.seasons, season) or len(cluster.levels) < HIDDEN
            seen[number].append((levels[0] if levels else HIDDEN, float(away[number])))
    for story in seen:
        changes = [(one, two) for one, two in pairwise(story) if one[0] != two[0]]
        for (before, first), (_, second) in pairwise(changes):
            back = second[0] == before[0]
            if back and first[1] > 0 and second[1] > 0:
                assert max(first[1], second[1]) / min(first[1], second[1]) > MARGIN


def test_a_coarser_level_differs_no_more_than_is_said_of_it() -> None:
    chance = np.random.default_rng(4)
    by_cluster: dict[tuple[str, int], dict[int, Packed]] = {}
    for batch in corners():
        if batch.level >= 0:
            by_cluster.setdefault((batch.cluster, batch.cell), {})[batch.level] = batch
    whole = [levels for levels in by_cluster.values() if len(levels) == HIDDEN]
    for level, error in enumerate(ERRORS, 1):
        apart = [_apart(levels[0], levels[level], chance) for levels in whole]
        assert np.percentile(apart, 75) <= error


def _apart(fine: Packed, coarse: Packed, chance: np.random.Generator) -> float:
    """Metres that the middle spot of one surface lies off the other, less what the sampling itself costs."""
    here, many, again = (_spots(fine, count, chance) for count in (200, 4000, 4000))
    other, there = _spots(coarse, 4000, chance), _spots(coarse, 200, chance)
    noise = np.median(_nearest(here, again))
    off = np.concatenate([_nearest(here, other), _nearest(there, many)])
    return float(np.median(off) - noise)


def _spots(batch: Packed, count: int, chance: np.random.Generator) -> np.ndarray:
    """Points spread evenly over a surface."""
    corners = batch.corners["position"][batch.triangles].astype(float)
    area = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1)
    chosen = corners[chance.choice(len(corners), count, p=area / area.sum())]
    u, v = chance.random((2, count, 1))
    u, v = np.where(u + v > 1, 1 - u, u), np.where(u + v > 1, 1 - v, v)
    return np.asarray(chosen[:, 0] + (chosen[:, 1] - chosen[:, 0]) * u + (chosen[:, 2] - chosen[:, 0]) * v)


def _nearest(points: np.ndarray, others: np.ndarray) -> np.ndarray:
    return np.array([np.sqrt(((others - point) ** 2).sum(1).min()) for point in points])
