"""Sky and air: where the sun stands over Seoul, what colour the light has at an hour, what a season does to leaves."""

from dataclasses import astuple, dataclass, replace
from itertools import pairwise
from math import asin, atan2, cos, pi, radians, sin
from typing import Any

Colour = tuple[float, float, float]

LATITUDE, LONGITUDE = 37.5665, 126.9780
"""Degrees, Seoul City Hall."""
ZONE = 135.0
"""Meridian of Korean time, degrees east."""
FIRST_HOUR, FIRST_SEASON = 15.5, "spring"
"""The hour and the season that a stage shows until it is told others."""


@dataclass(frozen=True)
class Air:
    """Light and haze at one moment; linear colour."""

    sun: Colour
    sky: Colour
    bounce: Colour
    zenith: Colour
    haze_cool: Colour
    haze_warm: Colour
    lamp: Colour
    night: float
    """0 = lamps and windows are dark, 1 = they shine."""
    exposure: float
    fog: tuple[float, float, float, float]
    """Density per metre, fall-off per metre of height, where it begins (metres), most."""


NIGHT = Air(
    sun=(0.05, 0.06, 0.10),
    sky=(0.050, 0.066, 0.135),
    bounce=(0.045, 0.040, 0.050),
    zenith=(0.006, 0.012, 0.045),
    haze_cool=(0.040, 0.055, 0.120),
    haze_warm=(0.110, 0.085, 0.120),
    lamp=(1.65, 1.08, 0.58),
    night=1.0,
    exposure=1.25,
    fog=(0.0008, 0.006, 70.0, 0.82),
)
DAWN = Air(
    sun=(0.85, 0.50, 0.34),
    sky=(0.20, 0.25, 0.40),
    bounce=(0.13, 0.11, 0.11),
    zenith=(0.06, 0.12, 0.34),
    haze_cool=(0.34, 0.42, 0.60),
    haze_warm=(1.0, 0.66, 0.48),
    lamp=(1.2, 0.75, 0.36),
    night=0.45,
    exposure=1.05,
    fog=(0.0010, 0.007, 60.0, 0.84),
)
MORNING = Air(
    sun=(1.85, 1.50, 1.12),
    sky=(0.35, 0.47, 0.70),
    bounce=(0.24, 0.21, 0.17),
    zenith=(0.085, 0.27, 0.64),
    haze_cool=(0.56, 0.73, 0.92),
    haze_warm=(0.98, 0.90, 0.78),
    lamp=(0.0, 0.0, 0.0),
    night=0.0,
    exposure=0.95,
    fog=(0.00058, 0.006, 95.0, 0.80),
)
NOON = Air(
    sun=(1.90, 1.66, 1.32),
    sky=(0.36, 0.48, 0.72),
    bounce=(0.26, 0.225, 0.18),
    zenith=(0.080, 0.26, 0.66),
    haze_cool=(0.54, 0.73, 0.94),
    haze_warm=(0.88, 0.90, 0.88),
    lamp=(0.0, 0.0, 0.0),
    night=0.0,
    exposure=0.92,
    fog=(0.00048, 0.006, 110.0, 0.78),
)
AFTERNOON = Air(
    sun=(2.05, 1.55, 1.02),
    sky=(0.36, 0.47, 0.70),
    bounce=(0.26, 0.21, 0.155),
    zenith=(0.085, 0.27, 0.64),
    haze_cool=(0.52, 0.70, 0.90),
    haze_warm=(0.98, 0.86, 0.68),
    lamp=(0.0, 0.0, 0.0),
    night=0.0,
    exposure=0.95,
    fog=(0.00050, 0.006, 100.0, 0.80),
)
GOLDEN = Air(
    sun=(1.75, 0.98, 0.48),
    sky=(0.27, 0.33, 0.54),
    bounce=(0.21, 0.155, 0.125),
    zenith=(0.07, 0.17, 0.47),
    haze_cool=(0.40, 0.50, 0.72),
    haze_warm=(1.05, 0.70, 0.42),
    lamp=(0.35, 0.22, 0.10),
    night=0.18,
    exposure=0.98,
    fog=(0.00070, 0.006, 75.0, 0.82),
)
DUSK = Air(
    sun=(0.46, 0.30, 0.21),
    sky=(0.150, 0.20, 0.37),
    bounce=(0.095, 0.090, 0.100),
    zenith=(0.026, 0.058, 0.215),
    haze_cool=(0.19, 0.25, 0.46),
    haze_warm=(1.0, 0.52, 0.29),
    lamp=(1.5, 0.95, 0.5),
    night=1.0,
    exposure=1.08,
    fog=(0.0008, 0.006, 70.0, 0.82),
)
DAY: tuple[tuple[float, Air], ...] = (
    (0.0, NIGHT),
    (5.3, NIGHT),
    (6.5, DAWN),
    (8.3, MORNING),
    (12.5, NOON),
    (15.5, AFTERNOON),
    (17.2, GOLDEN),
    (18.8, DUSK),
    (20.3, NIGHT),
    (24.0, NIGHT),
)
"""Hours of Korean time at which the light has been set by eye; between them it is blended."""


def air(hour: float) -> Air:
    """Light at an hour 0..24 (taken modulo 24)."""
    hour %= 24.0
    for (start, before), (end, after) in pairwise(DAY):
        if start <= hour <= end:
            share = (hour - start) / (end - start)
            pairs = zip(astuple(before), astuple(after), strict=True)
            values: list[Any] = [mixed(a, b, share) if isinstance(a, tuple) else between(a, b, share) for a, b in pairs]
            return Air(*values)
    raise AssertionError(hour)


def between(a: float, b: float, share: float) -> float:
    """`share` of the way from a to b."""
    return a + (b - a) * share


def mixed(a: tuple[float, ...], b: tuple[float, ...], share: float) -> Any:
    """Two colours, number by number."""
    return tuple(between(x, y, share) for x, y in zip(a, b, strict=True))


def indoors(outside: Air) -> Air:
    """The same moment inside a building: daylight through glass is softer, lamps carry the room."""
    day = 1.0 - outside.night
    return Air(
        sun=scaled(outside.sun, 0.95),
        sky=mixed(scaled(outside.sky, 1.4), (1.05, 1.06, 1.12), day * 0.62),
        bounce=mixed((0.20, 0.165, 0.13), (0.60, 0.54, 0.46), day * 0.8),
        zenith=outside.zenith,
        haze_cool=outside.haze_cool,
        haze_warm=outside.haze_warm,
        lamp=mixed((1.05, 0.76, 0.46), (0.62, 0.47, 0.31), day),
        night=0.55 + 0.45 * outside.night,
        exposure=0.94,
        fog=(0.0, 0.0, 1000.0, 0.0),
    )


def aloft(outside: Air) -> Air:
    """The same moment high above: over a model whose metres are hundreds, and where one looks down on the city."""
    density, fall, begin, most = outside.fog
    return replace(outside, fog=(density * 0.4, fall, begin * 3.0, most * 0.8))


def clouded(air: Air, cloud: float) -> Air:
    """The same moment under clouds: less sun, the colours of sky and haze greyer, farther things paler."""

    def grey(colour: Colour, share: float) -> Colour:
        light = 0.3 * colour[0] + 0.5 * colour[1] + 0.2 * colour[2]
        return mixed(colour, (light, light, light * 1.06), share)  # type: ignore[no-any-return]

    density, fall, begin, most = air.fog
    return replace(
        air,
        sun=scaled(grey(air.sun, 0.6 * cloud), 1 - 0.62 * cloud),
        sky=scaled(grey(air.sky, 0.7 * cloud), 1 + 0.35 * cloud),
        bounce=grey(air.bounce, 0.4 * cloud),
        zenith=mixed(air.zenith, scaled(grey(air.haze_cool, 0.7), 0.62), cloud),
        haze_cool=scaled(grey(air.haze_cool, 0.75 * cloud), 1 - 0.12 * cloud),
        haze_warm=mixed(air.haze_warm, scaled(grey(air.haze_cool, 0.6), 1.04), 0.8 * cloud),
        fog=(density * (1 + 1.3 * cloud), fall * (1 - 0.5 * cloud), begin * (1 - 0.4 * cloud), most),
    )


def scaled(colour: Colour, by: float) -> Colour:
    """A colour, brighter or darker."""
    return (colour[0] * by, colour[1] * by, colour[2] * by)


BANDS = (9.25, 12.5, 15.75, 17.3)
"""Hours for which sunlight is baked: morning, midday, afternoon, late sun. The night keeps the last."""


def band(hour: float) -> int:
    """Which baked sun an hour uses."""
    hour %= 24.0
    return 3 if hour < 4.0 or hour >= 16.6 else 0 if hour < 11.0 else 1 if hour < 14.25 else 2


def sun_direction(hour: float) -> Colour:
    """Unit vector to the sun over Seoul at an equinox (x east, y north, z up), from latitude and hour angle.

    Source: standard solar geometry with declination 0; Korean time is 9 h ahead, so solar noon is at 12:32.
    """
    angle = radians((hour - 12.0) * 15.0 - (ZONE - LONGITUDE))
    latitude = radians(LATITUDE)
    up = cos(latitude) * cos(angle)
    elevation = asin(up)
    azimuth = pi + atan2(sin(angle), cos(angle) * sin(latitude))
    return (sin(azimuth) * cos(elevation), cos(azimuth) * cos(elevation), up)


SEASONS: dict[str, tuple[float, float, float, float]] = {
    "spring": (1.0, 1.0, 1.0, 0.0),
    "summer": (0.80, 1.22, 0.62, 0.45),
    "autumn": (1.62, 1.00, 0.42, 0.62),
    "winter": (1.22, 1.12, 0.98, 0.62),
}
"""What leaves and grass are tinted with, and how strongly. Spring is the colour that the places were painted in."""

TURNING: dict[str, tuple[tuple[float, float, float, float], ...]] = {
    "spring": ((1.0, 1.0, 1.0, 0.0), (1.0, 1.0, 1.0, 0.0), (1.0, 1.0, 1.0, 0.0)),
    "summer": ((0.86, 1.16, 0.56, 0.6), (0.80, 1.20, 0.58, 0.6), (0.54, 0.72, 0.36, 1.0)),
    "autumn": ((1.55, 1.26, 0.36, 0.95), (1.58, 0.66, 0.36, 0.92), (1.00, 0.55, 0.32, 0.90)),
    "winter": ((1.0, 1.0, 1.0, 0.0), (1.0, 1.0, 1.0, 0.0), (1.0, 1.0, 1.0, 0.0)),
}
"""The same for ginkgos, maples and cherries: gold, red, and pink that gives way to green. In winter they are bare."""
