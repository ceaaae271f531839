"""A place that was edited: only what changed is meshed again, and its light is borrowed until it is baked anew."""

from dataclasses import dataclass

import numpy as np

from metaseoul.stage import cache
from metaseoul.stage.batches import GROUND, ORDER, batches
from metaseoul.stage.light import Donors, Light, is_finest
from metaseoul.stage.pack import Bytes, Packed, bytes_of, normal_of, packed
from metaseoul.stage.seasons import stands, variant
from worlds.shape import Place

Key = tuple[str, int, str, int, tuple[str, ...]]


@dataclass(frozen=True)
class Before:
    """A place as it was: its corners, and its light for a band and a season where there was one."""

    corners: list[Packed]
    light: Light | None


def key_of(batch: Packed) -> Key:
    """What tells a batch from the others of its place."""
    return (batch.cluster, batch.cell, batch.material, batch.level, batch.seasons)


def remade(place: Place, band: int, season: str) -> tuple[list[Packed], Before | None]:
    """The packed corners of a place of which none are kept, and what is known of it before an edit."""
    found = cache.earlier(place)
    if found is None:
        return [packed(batch) for batch in batches(place)], None
    old, marks, path = found
    now = cache.marks(place)
    known = frozenset(name for name, mark in now.items() if marks.get(name) == mark)
    made = [packed(batch) for batch in batches(place, known)] + [batch for batch in old if batch.cluster in known]
    made.sort(key=lambda each: (ORDER[each.material], each.cluster, each.cell, each.level, each.setting, each.seasons))
    return made, Before(old, cache.earlier_light(path, band, variant([each.seasons for each in old], season)))


def borrowed(corners: list[Packed], before: Before, season: str) -> Light | None:
    """Light for an edited place: what did not change keeps its own, what did takes that of what stood near it."""
    if before.light is None:
        return None
    old = [each for each in before.corners if stands(each.seasons, season)]
    if len(old) != len(before.light.corners):
        return None
    own = {key_of(each): (each, light) for each, light in zip(old, before.light.corners, strict=True)}
    lit = [(each, light) for each, light in own.values() if is_finest(each) and len(light) == len(each.corners)]
    donors: Donors | None = None
    made: list[Bytes] = []
    for batch in (each for each in corners if stands(each.seasons, season)):
        was = own.get(key_of(batch))
        if batch.material == GROUND:
            made.append(np.zeros((0, 3), np.uint8))
        elif was is not None and np.array_equal(was[0].corners, batch.corners):
            made.append(was[1])
        elif not lit:
            made.append(batch.corners["light"][:, [0, 1, 3]].copy())
        else:
            donors = donors or Donors(
                np.concatenate([each.sample for each, _ in lit]),
                np.concatenate([normal_of(each.corners) for each, _ in lit]),
                (np.concatenate([light for _, light in lit]) / np.float32(255)).astype(np.float32),
            )
            made.append(bytes_of(donors.near(batch.sample, normal_of(batch.corners))))
    return Light(tuple(made), before.light.ground, before.light.rect)
