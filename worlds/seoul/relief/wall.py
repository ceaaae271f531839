"""The old city wall on the relief, over the hills from gate to gate.

Its trace: general knowledge and summits of OpenStreetMap, +-80 m; the wall is 18.6 km long in truth.
"""

from itertools import pairwise

import numpy as np

from worlds.seoul.relief.scale import PLATE, course, on_model
from worlds.seoul.relief.terrain import grounds
from worlds.shape import ESSENTIAL, Group, Loft

TRACE = course(
    "-239 -724  -35 -988  230 -1143  601 -1465  901 -1676  1299 -1798  1758 -1676  2103 -1398  2350 -1165  2615 -788  "
    "2792 -244  2836 89  "
    "2792 511  2730 944  2591 1538  2508 2020  2270 2376  1784 2730  1104 2964  705 2988  274 3263  "
    "-232 3151  -374 2944  -751 3008  -1024 2886  -1413 2586  -1784 2054  -1537 1510  -1343 1077  -1131 644  -782 186  "
    "-707 -222  -548 -522  -239 -724"
)
WIDE, HIGH = 0.22, 0.42


def city_wall() -> Group:
    """A thin wall that follows the ground."""
    corners = np.array(TRACE)
    steps = [a + (b - a) * s for a, b in pairwise(corners) for s in (0.0, 0.25, 0.5, 0.75)]
    points = np.array([*steps, corners[-1]])
    height = np.array(grounds([tuple(point) for point in points.tolist()]))
    plan = np.array(on_model(tuple(tuple(point) for point in points.tolist())))
    ahead = np.gradient(plan, axis=0)
    ahead /= np.hypot(*ahead.T)[:, None]
    left = np.stack([-ahead[:, 1], ahead[:, 0]], 1) * WIDE / 2
    sides = ((-left, -0.3), (-left, HIGH), (left, HIGH), (left, -0.3))
    rows = []
    for shift, up in sides:
        line = np.c_[plan + shift, np.maximum(height, PLATE) + up]
        rows.append(tuple(map(tuple, line.tolist())))
    return Group("city-wall", (0, 0, 0), (Loft("wall", (0, 0, 0), tuple(rows), "granite", ESSENTIAL),), ESSENTIAL)
