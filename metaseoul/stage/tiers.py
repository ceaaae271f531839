"""Tiers: how much of the city a device draws. Chosen by a probe (metaseoul/device.py), held by measured frame time."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tier:
    """Limits of one class of device."""

    name: str
    samples: int
    """Samples a pixel; 0 = no smoothing of edges."""
    pixels: float
    """Error of a coarser level that may show, in pixels."""
    setting_reach: float
    """Metres beyond which small clusters of setting are left out."""
    grain: bool
    """Grass blades and slab joints on the ground near by."""
    clouds: bool
    smooth_mips: bool
    flakes: float
    """Share of all petals, drops and flakes that fall."""
    crowd_reach: tuple[float, float, float, float]
    """Metres up to which citizens are drawn at level 0, 1, 2, 3; beyond: level 4."""
    crowd_most: tuple[int, int, int, int]
    """How many at most at level 0, 1, 2, 3."""
    draws: int
    """Budgets for one view: draw calls, triangles, bytes of textures, bytes of vertices and indices."""
    triangles: int
    texture_bytes: int
    buffer_bytes: int


MEGABYTE = 1_000_000

LOWEST = Tier(
    name="lowest",
    samples=0,
    pixels=1.5,
    setting_reach=260.0,
    grain=False,
    clouds=False,
    smooth_mips=False,
    flakes=0.45,
    crowd_reach=(8.0, 17.0, 30.0, 48.0),
    crowd_most=(3, 9, 16, 88),
    draws=60,
    triangles=90_000,
    texture_bytes=12 * MEGABYTE,
    buffer_bytes=64 * MEGABYTE,
)
MIDDLE = Tier(
    name="middle",
    samples=4,
    pixels=1.0,
    setting_reach=420.0,
    grain=True,
    clouds=True,
    smooth_mips=True,
    flakes=0.75,
    crowd_reach=(12.0, 30.0, 60.0, 100.0),
    crowd_most=(8, 30, 80, 200),
    draws=100,
    triangles=150_000,
    texture_bytes=32 * MEGABYTE,
    buffer_bytes=96 * MEGABYTE,
)
DESKTOP = Tier(
    name="desktop",
    samples=4,
    pixels=0.2,
    setting_reach=2000.0,
    grain=True,
    clouds=True,
    smooth_mips=True,
    flakes=1.0,
    crowd_reach=(30.0, 60.0, 120.0, 240.0),
    crowd_most=(60, 120, 300, 500),
    draws=200,
    triangles=600_000,
    texture_bytes=64 * MEGABYTE,
    buffer_bytes=192 * MEGABYTE,
)
TIERS = {tier.name: tier for tier in (LOWEST, MIDDLE, DESKTOP)}
"""By the name that `--tier` takes."""

NEAR_FAR, NEAR_FAR_INDOORS = (0.6, 9000.0), (0.15, 400.0)
"""Metres between which a camera sees; nearer, and boards a centimetre thick would flicker across the plaza."""
