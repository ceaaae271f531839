"""What makes a place whole: four languages, gates that lead somewhere and back, things that can be reached."""

from metaseoul.texts import LANGUAGES
from worlds.plan import UnknownPlace
from worlds.plan import place as place_of
from worlds.shape import Place
from worlds.walk import path, walk_map


def flaws(place: Place) -> list[str]:
    """What is wrong with a place, each in a few words; empty when it is whole."""
    found = [
        f"no {language} {what}"
        for language in LANGUAGES
        for what, words in (("title", place.title), ("text", place.text))
        if not words.get(language)
    ]
    ground = walk_map(place)
    spawn = place.spawn[:2]
    if not ground.free(*spawn):
        found.append("spawn is blocked")
    for gate in place.gates:
        try:
            other = place_of(gate.to)
        except UnknownPlace:
            found.append(f"gate {gate.name} leads nowhere ({gate.to})")
            continue
        if not walk_map(other).free(*gate.arrive):
            found.append(f"gate {gate.name} arrives in a wall of {gate.to}")
        if not any(back.to == place.slug for back in other.gates):
            found.append(f"no way back from {gate.to}")
        if not path(ground, spawn, gate.at[:2]):
            found.append(f"gate {gate.name} cannot be reached")
    found += [
        f"anchor {anchor.name} cannot be reached" for anchor in place.anchors if not path(ground, spawn, anchor.at[:2])
    ]
    return found
