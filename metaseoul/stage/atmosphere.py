"""Air, sun and season as the programs want them: the uniforms of one moment."""

import numpy as np
from panda3d.core import NodePath, Vec2, Vec3, Vec4

from metaseoul.stage import sky
from metaseoul.stage.seasons import SNOW

LAMPLIGHT, SHINE = (0.95, 0.74, 0.47), (0.95, 0.60, 0.24)
"""What lamps indoors, and windows at night, glow with; linear colour."""


def air_of(hour: float, indoor: bool, cloud: float = 0.0, aloft: bool = False) -> sky.Air:
    """The air of an hour: outside, in a room, or high above (`aloft`); `cloud`: how grey the sky is."""
    outside = sky.clouded(sky.air(hour), cloud)
    if aloft:
        return sky.aloft(outside)
    return sky.indoors(outside) if indoor else outside


def breathe(
    root: NodePath, hour: float, sun: sky.Colour, indoor: bool, season: str, cloud: float, aloft: bool = False
) -> None:
    """Gives everything below `root` the light of an hour, with the sun where it was baked."""
    outside, air = air_of(hour, False, cloud), air_of(hour, indoor, cloud, aloft)
    root.setShaderInput("sunDir", Vec3(*sun))
    for name, value in (
        ("sunCol", air.sun), ("skyCol", air.sky), ("bounceCol", air.bounce), ("zenith", air.zenith),
        ("fogCool", air.haze_cool), ("fogWarm", air.haze_warm), ("lampCol", air.lamp),
    ):  # fmt: skip
        root.setShaderInput(name, Vec3(*value))
    shine = sky.scaled(SHINE, air.night)
    pane = sky.scaled(sky.mixed(outside.haze_cool, (1.0, 1.0, 1.0), 0.35 * (1 - outside.night)), 1.5)
    glow = sky.scaled(LAMPLIGHT, 0.7 + 0.3 * air.night) if indoor else shine
    root.setShaderInput("lampGlow", Vec3(*glow))
    root.setShaderInput("paneGlow", Vec3(*(pane if indoor else shine)))
    root.setShaderInput("night", air.night)
    root.setShaderInput("exposure", air.exposure)
    root.setShaderInput("fogPar", Vec4(*air.fog))
    root.setShaderInput("seasonTint", Vec4(*sky.SEASONS[season]))
    for name, tint in zip(("ginkgoTint", "mapleTint", "cherryTint"), sky.TURNING[season], strict=True):
        root.setShaderInput(name, Vec4(*tint))
    root.setShaderInput("snow", 0.0 if indoor else SNOW.get(season, 0.0))
    root.setShaderInput("hemisphere", Vec2(0.5, 1.0) if indoor else Vec2(1.0, 0.86))
    root.setShaderInput("groundDepth", Vec2(0.6, 0.35) if indoor else Vec2(0.58, 0.84))
    away = np.array([-sun[0], -sun[1]]) / max(float(np.hypot(sun[0], sun[1])), 1e-6)
    root.setShaderInput("shadowDir", Vec3(float(away[0]), float(away[1]), 0.0 if indoor else min(1.0, air.sun[0])))
