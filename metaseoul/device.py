"""What this device can draw: its renderer, cores and memory, and the tier that follows from them."""

import contextlib
import os
from dataclasses import dataclass
from typing import Any

import msgspec

from metaseoul.folders import cache_folder
from metaseoul.stage.tiers import DESKTOP, LOWEST, MIDDLE, TIERS, Tier
from metaseoul.stage.trial import tier_for, trial

SOFTWARE = ("llvmpipe", "softpipe", "swrast", "swiftshader", "software", "tinydisplay", "basic render")
"""Words in the name of a renderer that has no graphics card behind it."""
MODEST = ("intel", "mali", "adreno", "videocore", "powervr", "apple a")
"""Words in the name of a small graphics card."""
ENOUGH_CORES, ENOUGH_MEMORY = 4, 8 << 30


@dataclass(frozen=True)
class Device:
    """Facts about a device."""

    renderer: str
    """As the driver calls itself; empty where nothing draws."""
    version: str
    """Of OpenGL; empty where there is none."""
    software: bool
    """True where the processor draws."""
    programs: bool
    """Whether the city's programs can run; without them light is given as finished colours."""
    cores: int
    memory: int
    """Bytes; 0 where it cannot be told."""

    @property
    def tier(self) -> Tier:
        """How much of the city to draw at first."""
        if self.software or not self.programs:
            return LOWEST
        small = any(word in self.renderer.lower() for word in MODEST)
        if small or self.cores < ENOUGH_CORES or 0 < self.memory < ENOUGH_MEMORY:
            return MIDDLE
        return DESKTOP


def probe(base: Any) -> Device:
    """The facts of the device on which a ShowBase has opened a window or a buffer."""
    gsg = base.win.getGsg() if base is not None and base.win is not None else None
    if gsg is None:
        return Device("", "", True, False, os.cpu_count() or 1, memory())
    name = gsg.getDriverRenderer() or base.pipe.getInterfaceName()
    version = gsg.getDriverVersion() if "OpenGL" in base.pipe.getInterfaceName() else ""
    return Device(name, version, is_software(name), bool(gsg.getSupportsBasicShaders()), os.cpu_count() or 1, memory())


def settled(base: Any) -> Tier:
    """The tier of this device in a picture of this size: as it is remembered, else as a trial of a second tells."""
    device = probe(base)
    if not device.programs:
        return LOWEST
    name = f"{device.renderer} {base.win.getXSize()}x{base.win.getYSize()}"
    kept = cache_folder() / "tiers.json"
    known: dict[str, str] = {}
    with contextlib.suppress(OSError, msgspec.DecodeError):
        known = msgspec.json.decode(kept.read_bytes(), type=dict[str, str])
    if known.get(name) in TIERS:
        return TIERS[known[name]]
    tier = tier_for(trial(base))
    with contextlib.suppress(OSError):
        kept.write_bytes(msgspec.json.encode(known | {name: tier.name}))
    return tier


def is_software(renderer: str) -> bool:
    """Whether there is no graphics card behind a renderer of this name."""
    return any(word in renderer.lower() for word in SOFTWARE)


def memory() -> int:
    """Bytes of memory in the device, 0 where the system does not say."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):
        return 0
