"""What is seen from afar: the mountain lines round old Seoul, as silhouettes.

Heights above the sea: Bukhansan 836 m, Bugaksan 342 m, Inwangsan 338 m (general knowledge), Namsan 267 m
(OpenStreetMap; 262 m in Wikipedia). True azimuths from the plaza: Bugaksan -7, Bukhansan 0, Namsan 149 degrees
(summits (c) OpenStreetMap contributors), Inwangsan -40 (general knowledge); they are drawn within 7 degrees of that,
nearer than they are and no wider than the eye sees them, so that they stay within the stage's view.
"""

from worlds.shape import SETTING, Group, Lathe, Ridge

BUKHANSAN = Ridge(
    "bukhansan",
    (0, 0, 0),
    3300,
    (-75, 80),
    ((-24, 400, 11), (-6, 470, 8), (4, 380, 9), (16, 300, 12), (38, 240, 16), (60, 170, 14), (-52, 250, 12)),
    110,
    "mountain_far",
    depth=700,
    rough=45,
)
BUGAKSAN = Ridge(
    "bugaksan",
    (0, 0, 0),
    2100,
    (-72, 55),
    ((-9, 270, 7.5), (-33, 250, 9), (-47, 170, 8), (22, 110, 12)),
    36,
    "mountain_near",
    depth=450,
    rough=22,
)
NAMSAN = Ridge(
    "namsan",
    (0, 0, 0),
    1900,
    (105, 235),
    ((152, 190, 13), (172, 110, 12), (196, 60, 14)),
    22,
    "mountain_near",
    depth=450,
    rough=16,
)


def mountains() -> Group:
    """All ridges, and the tower on Namsan (236.7 m with its mast, begun 1969: architectuul.com)."""
    tower = Lathe(
        "namsan-tower",
        (1050, -1975, 205),
        ((9, 0), (7, 60), (6, 120), (16, 124), (17, 140), (9, 148), (4, 152), (3.4, 190), (1.2, 192), (0.8, 236)),
        "tower_cream",
        segments=10,
        smooth=False,
    )
    return Group("mountains", (0, 0, 0), (BUKHANSAN, BUGAKSAN, NAMSAN, tower), SETTING)
