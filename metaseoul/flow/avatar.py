"""One's own figure: ten things to choose, seen at once from the front, and by others as soon as it is wished."""

from typing import TYPE_CHECKING, Literal

import msgspec

from metaseoul.faults import Refusal
from worlds.avatar.wardrobe import (
    BODIES,
    EXTRAS,
    EYES,
    FACES,
    HAIR,
    HEIGHTS,
    OUTFITS,
    SKINS,
    hair_colour,
    outfit_of,
    scheme_of,
)
from worlds.sessions.wire import Look

if TYPE_CHECKING:
    from metaseoul.visit import Visit

Number = Literal["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]
TINTS = Literal["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]
SIX = Literal["1", "2", "3", "4", "5", "6"]


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A look, as the form asks for it: by the names of the wardrobe, and by number where it is a colour."""

    clothes: Literal["casual", "jacket", "dress", "suit", "chima-jeogori", "durumagi", "long-skirt", "hoodie"]
    colours: Number
    extra: Literal["none", "glasses", "round-glasses", "flower"]
    hair: Literal["short", "bob", "long", "bun", "tail", "curly"]
    tint: TINTS
    face: Literal["oval", "round", "narrow"]
    eyes: Literal["round", "wide", "gentle", "small"]
    skin: SIX
    body: Literal["medium", "slender", "sturdy"]
    height: Literal["medium", "small", "tall"]


PARTS = {
    "clothes": ("clothes", "colours", "extra"),
    "hair": ("hair", "tint"),
    "face": ("face", "eyes", "skin"),
    "body": ("body", "height"),
}
"""What stands together on a tab."""


def figure_of(look: Look) -> Figure:
    """What the form begins with."""
    return Figure(
        clothes=outfit_of(look).name,  # type: ignore[arg-type]
        colours=str(look.colours % 12 + 1),  # type: ignore[arg-type]
        hair=HAIR[look.hair % len(HAIR)][0],  # type: ignore[arg-type]
        tint=str(look.tint % 10 + 1),  # type: ignore[arg-type]
        skin=str(look.skin % 6 + 1),  # type: ignore[arg-type]
        body=BODIES[look.body % len(BODIES)][0],  # type: ignore[arg-type]
        height=HEIGHTS[look.height % len(HEIGHTS)][0],  # type: ignore[arg-type]
        face=FACES[look.face % len(FACES)][0],  # type: ignore[arg-type]
        eyes=EYES[look.eyes % len(EYES)][0],  # type: ignore[arg-type]
        extra=EXTRAS[look.extra % len(EXTRAS)],  # type: ignore[arg-type]
    )


def look_of(figure: Figure) -> Look:
    """The look that was chosen."""
    return Look(
        outfit=[outfit.name for outfit in OUTFITS].index(figure.clothes),
        colours=int(figure.colours) - 1,
        hair=[style for style, _ in HAIR].index(figure.hair),
        skin=int(figure.skin) - 1,
        tint=int(figure.tint) - 1,
        body=[name for name, _ in BODIES].index(figure.body),
        height=[name for name, _ in HEIGHTS].index(figure.height),
        face=[name for name, _ in FACES].index(figure.face),
        eyes=[name for name, *_ in EYES].index(figure.eyes),
        extra=EXTRAS.index(figure.extra),
    )


def dyes(figure: Figure) -> dict[str, tuple[str, ...]]:
    """The colours that its numbers stand for."""
    look = look_of(figure)
    scheme = scheme_of(look)
    return {
        "colours": (scheme.top, scheme.bottom, scheme.accent),
        "tint": (hair_colour(look),),
        "skin": (SKINS[look.skin],),
    }


async def avatar(visit: "Visit") -> None:
    """Until it is as wished; going back leaves all as it was."""
    before = visit.preferences.look

    def seen(figure: Figure) -> None:
        visit.preferences.look = look_of(figure)

    visit.ui.mirror(True)
    try:
        chosen = look_of(await visit.ui.form("avatar", figure_of(before), changed=seen, dyes=dyes, parts=PARTS))
    except BaseException:
        visit.preferences.look = before
        raise
    finally:
        visit.ui.mirror(False)
    visit.preferences.look = chosen
    visit.remember()
    visit.ui.say("avatar.done")
    if visit.session is not None:
        try:
            await visit.link.put("/sessions/me/look", chosen, type(None))
        except Refusal as refusal:
            visit.ui.refuse(refusal)
        else:
            visit.live.renew(visit.place.slug)
