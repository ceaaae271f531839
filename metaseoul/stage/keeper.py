"""Keeps a place within the budget of a tier, whoever built it: how much nearer than the eye asks for its coarser levels
have to begin, so that no view of it costs too much. One number for a place and a tier: nothing flickers by it."""

from collections.abc import Sequence
from math import radians, tan

import numpy as np
from numpy.typing import NDArray

from metaseoul.stage.flight import flight
from metaseoul.stage.lod import HIDDEN, chosen, limits, thinned, to_box
from metaseoul.stage.tiers import Tier
from worlds.shape import Place, View

THINNINGS = (1.0, 1.1, 1.2, 1.3, 1.45, 1.6, 1.8, 2.0, 2.3, 2.6, 3.0, 3.5, 4.0, 5.0, 6.5, 8.0)
PEOPLE, PEOPLE_DRAWS = 0.12, 4
"""Share of the triangles, and draw calls, that are left for citizens, sky, weather and words."""
ALONG = 60
"""Positions of the flight through its views that are looked from."""
HEIGHT, ASPECT = 720, 16 / 9
"""Lines of the picture, and its width by its height."""
Boxes = NDArray[np.float64]


class Costs:
    """What a place is made of: boxes (n, 3), triangles at each level (n, 3), and what is drawn at every distance."""

    def __init__(
        self,
        low: Boxes,
        high: Boxes,
        setting: NDArray[np.bool_],
        triangles: NDArray[np.int64],
        fixed: Sequence[tuple[Boxes, Boxes, int]],
    ) -> None:
        self.low, self.high, self.setting, self.triangles = low, high, setting, triangles
        self.fixed_low = np.array([box[0] for box in fixed]).reshape(-1, 3)
        self.fixed_high = np.array([box[1] for box in fixed]).reshape(-1, 3)
        self.fixed = np.array([box[2] for box in fixed], np.int64)


def thinning(place: Place, costs: Costs, tier: Tier) -> float:
    """The least of THINNINGS with which every view keeps the tier's draw calls and triangles; else the most."""
    if not len(costs.low):
        return 1.0
    seen = [(view, _in_sight(view, costs.low, costs.high), _fixed(view, costs)) for _, view in flight(place, ALONG)]
    for by in THINNINGS:
        if all(_kept(view, visible, fixed, costs, tier, by) for view, visible, fixed in seen):
            return by
    return THINNINGS[-1]


def _kept(view: View, visible: NDArray[np.bool_], fixed: tuple[int, int], costs: Costs, tier: Tier, by: float) -> bool:
    limit = thinned(limits(tier.pixels, tier.setting_reach, HEIGHT, view.fov), by)
    new = np.full(len(costs.low), -1, np.int8)
    level = chosen(new, to_box(view.eye, costs.low, costs.high), costs.setting, limit)
    shown = visible & (level != HIDDEN)
    triangles = costs.triangles[shown, level[shown]].sum() + fixed[1]
    draws = shown.sum() + fixed[0]
    return bool(triangles <= tier.triangles * (1 - PEOPLE) and draws <= tier.draws - PEOPLE_DRAWS)


def _fixed(view: View, costs: Costs) -> tuple[int, int]:
    """Draw calls and triangles of what is drawn at every distance."""
    visible = _in_sight(view, costs.fixed_low, costs.fixed_high)
    return int(visible.sum()), int(costs.fixed[visible].sum())


def _in_sight(view: View, low: Boxes, high: Boxes) -> NDArray[np.bool_]:
    """Which boxes (n, 3) a camera may see."""
    eye = np.array(view.eye)
    ahead = np.array(view.target) - eye
    ahead /= max(float(np.linalg.norm(ahead)), 1e-9)
    side = np.cross(ahead, [0.0, 0.0, 1.0])
    side /= max(float(np.linalg.norm(side)), 1e-9)
    above = np.cross(side, ahead)
    tall = tan(radians(view.fov) / 2)
    wide = tall * ASPECT
    inward = [ahead, wide * ahead - side, wide * ahead + side, tall * ahead - above, tall * ahead + above]
    seen = np.ones(len(low), bool)
    for normal in inward:
        farthest = np.where(normal > 0, high, low) - eye
        seen &= farthest @ normal >= 0
    return seen
