"""The vocabulary of the city: shapes, groups, places, rooms, doors, anchors. Frozen values, metres, Z up.

x is east, y is north, `turn` and `facing` are degrees counter-clockwise seen from above (0 = +y for a facing).
Every number is rounded to 1 mm (angles to 0.001 degree), so that two machines hold the same value.
`at` is the middle of a shape's foot; a shape turns about it. A colour is a name in worlds/palette.py.
"""

from enum import Enum
from math import cos, radians, sin
from typing import Literal

import msgspec

from worlds.rounding import Rounded

Point = tuple[float, float, float]
Spot = tuple[float, float]
Words = dict[str, str]
"""One text in ko, en, zh, ja."""


RoofKind = Literal["ujingak", "paljak", "matbae", "skirt", "moim"]
"""Hip, hip-and-gable, gable, round the foot of an upper storey, gathered to a point."""


class Detail(Enum):
    """Why a part exists; the tier of a device says how far each kind carries."""

    ESSENTIAL = "essential"
    """What the place is: walls, floors, desks, the hall itself."""
    SETTING = "setting"
    """What makes it a place: trees, benches, neighbours."""
    ORNAMENT = "ornament"
    """What makes it dear: mouldings, flowers. Level 2 leaves it out."""


ESSENTIAL, SETTING, ORNAMENT = Detail.ESSENTIAL, Detail.SETTING, Detail.ORNAMENT


class Part(Rounded, frozen=True, kw_only=True):
    """What every shape may say about itself, by keyword."""

    turn: float = 0.0
    tone: float = 1.0
    """Lighter or darker than the palette's colour."""
    gloss: float = 0.0
    glow: float = 0.0
    """How much it shines at night, 0..1."""
    shade: float = 1.0
    """How open its foot is to the sky, 0..1: things that stand on the ground are a little darker below."""
    since: int = 0
    until: int = 2
    """Finest and coarsest level at which it is drawn."""
    floor: bool = False
    """True for what people walk on; everything else that is knee-high to head-high stands in their way."""
    seasons: tuple[str, ...] = ()
    """When it stands there (worlds/season.py); empty: always. What comes and goes is in nobody's way."""


class Box(Part, frozen=True, tag="box"):
    """A box on its foot. `faces`: s n e w t b = the sides that are drawn. `bevel`: metres cut off its edges."""

    name: str
    at: Point
    size: Point
    colour: str
    detail: Detail = Detail.SETTING
    faces: str = "snewt"
    bevel: float = 0.0


class Prism(Part, frozen=True, tag="prism"):
    """A simple outline (counter-clockwise from above) raised to a height, with its top."""

    name: str
    at: Point
    outline: tuple[Spot, ...]
    height: float
    colour: str
    detail: Detail = Detail.SETTING


class Lathe(Part, frozen=True, tag="lathe"):
    """A profile of (radius, height), from the foot up, turned about the upright axis; `squash` makes it oval."""

    name: str
    at: Point
    profile: tuple[Spot, ...]
    colour: str
    detail: Detail = Detail.SETTING
    segments: int = 12
    smooth: bool = True
    squash: Spot = (1.0, 1.0)


class Loft(Part, frozen=True, tag="loft"):
    """A surface through rows of points, each as long as the next; its outside is to the right of the rows'
    direction when they climb (an eastward row, climbing, looks south). `both`: seen from both sides (flags)."""

    name: str
    at: Point
    rows: tuple[tuple[Point, ...], ...]
    colour: str
    detail: Detail = Detail.SETTING
    smooth: bool = False
    both: bool = False


class Tube(Part, frozen=True, tag="tube"):
    """A round rod along a path, with a radius at each of its points: rails, trunks, cables."""

    name: str
    at: Point
    path: tuple[Point, ...]
    radii: tuple[float, ...]
    colour: str
    detail: Detail = Detail.SETTING
    segments: int = 6


class Shell(Part, frozen=True, tag="shell"):
    """A body given by its flat faces, as surveyed cities tell them: corners of `points`, counter-clockwise from
    outside; `tints` says which of the `colours` each face has."""

    name: str
    at: Point
    points: tuple[Point, ...]
    faces: tuple[tuple[int, int, int], ...]
    tints: tuple[int, ...]
    colours: tuple[str, ...]
    detail: Detail = Detail.ESSENTIAL


class Disc(Part, frozen=True, tag="disc"):
    """A round plate that stands upright and looks south before it is turned: clocks, signs."""

    name: str
    at: Point
    radius: float
    colour: str
    detail: Detail = Detail.SETTING
    segments: int = 28


class Roof(Part, frozen=True, tag="roof"):
    """A curved Korean tiled roof over a body of `size` (long side east-west), with lifted corners and a ridge."""

    name: str
    at: Point
    size: Spot
    rise: float
    colour: str
    detail: Detail = Detail.ESSENTIAL
    overhang: float = 2.0
    lift: float = 1.0
    kind: RoofKind = "ujingak"
    inset: float = 0.0
    """Metres from the eaves inward to the gable (paljak) or to the wall (skirt); 0 = by the carpenters' rule."""
    sides: int = 6
    """Of a gathered roof."""
    ridge: str = "ridge_plaster"
    rafters: str = "dancheong_green"
    boards: str = "dancheong_red"
    gable: str = "gable_brick"
    """Colour of the gable walls; empty: the roof goes on beyond its ends (galleries)."""


class Storey(Rounded, frozen=True):
    """One floor of a facade: heights of its foot, top, window sill and window head above the wall's foot."""

    foot: float
    top: float
    sill: float
    head: float


class Facade(Part, frozen=True, tag="facade"):
    """A wall with recessed windows: it runs from `at` along +x and looks to -y before it is turned.

    `bay` is the wished distance of windows; `arch` rounds the heads; `hood` puts mouldings round them.
    `lit`: share of the windows with light at night.
    """

    name: str
    at: Point
    length: float
    storeys: tuple[Storey, ...]
    colour: str
    detail: Detail = Detail.ESSENTIAL
    bay: float = 3.3
    width: float = 1.55
    recess: float = 0.38
    glass: str = "window"
    frame: str = "frame"
    arch: bool = False
    hood: bool = True
    lit: float = 0.35


class Curtain(Part, frozen=True, tag="curtain"):
    """A curved glass wall: ribs of control points from foot to crest, standing one after another to the right
    as seen from outside; a smooth surface runs through them. `panels`: how many across and up at level 0."""

    name: str
    at: Point
    ribs: tuple[tuple[Point, ...], ...]
    panels: tuple[int, int]
    colour: str
    detail: Detail = Detail.ESSENTIAL
    roof_from: float = 0.78
    """Share of the height (along the rib) from which panels are roof, not glass."""
    fins: bool = True
    lit: float = 0.4


class Ring(Part, frozen=True, tag="ring"):
    """Ground between two rounded outlines (half axes; `powers` 2 = ellipse, 8 = almost a rectangle).

    `rise` is the height of the inner edge above the outer edge; inner (0, 0) makes a full disc.
    """

    name: str
    at: Point
    inner: Spot
    outer: Spot
    colour: str
    detail: Detail = Detail.ESSENTIAL
    powers: Spot = (2.0, 2.0)
    rise: float = 0.0
    bands: int = 1
    segments: int = 96


class Stripe(Part, frozen=True, tag="stripe"):
    """A flat ribbon along a path: lane marks, paving bands. `dash`: metres drawn and left out, (0, 0) = whole."""

    name: str
    at: Point
    path: tuple[Spot, ...]
    width: float
    colour: str
    detail: Detail = Detail.SETTING
    dash: Spot = (0.0, 0.0)


class Water(Part, frozen=True, tag="water"):
    """A flat sheet of water within a simple outline (counter-clockwise from above): nobody walks on it.

    `flow`: metres a second east and north, that its ripples drift.
    """

    name: str
    at: Point
    outline: tuple[Spot, ...]
    colour: str = "water"
    detail: Detail = Detail.ESSENTIAL
    flow: Spot = (0.0, 0.0)


class Leaves(Part, frozen=True, tag="leaves"):
    """A soft cushion of leaves or petals: `size` are its half axes."""

    name: str
    at: Point
    size: Point
    colour: str
    detail: Detail = Detail.SETTING
    rough: float = 0.16
    fine: int = 1
    """How often the twenty faces are divided at level 0."""


class Tree(Part, frozen=True, tag="tree"):
    """A tree of a kind: zelkova, ginkgo, cherry, maple (round heads), pine (Korean red pine). About 8 m at size 1."""

    name: str
    at: Point
    kind: str
    detail: Detail = Detail.SETTING
    size: float = 1.0
    variety: int = 0


class Tower(Part, frozen=True, tag="tower"):
    """A neighbour in the street: a block whose windows are the stage's one facade tile.

    `bay`, `storey`: metres of one window field. `setback`: (share of the height, metres) of its upper part.
    """

    name: str
    at: Point
    size: Point
    colour: str
    detail: Detail = Detail.SETTING
    bay: float = 3.2
    storey: float = 3.6
    setback: Spot = (1.0, 0.0)
    parapet: bool = True


class Ridge(Part, frozen=True, tag="ridge"):
    """A mountain line seen from afar, round the viewer's place: peaks are (azimuth, height, half width in degrees)."""

    name: str
    at: Point
    distance: float
    span: Spot
    """First and last azimuth, degrees clockwise from north."""
    peaks: tuple[Point, ...]
    base: float
    colour: str
    detail: Detail = Detail.SETTING
    depth: float = 400.0
    rough: float = 25.0


class Sign(Part, frozen=True, tag="sign"):
    """A board with words, upright, looking south before it is turned; the stage writes the words on it."""

    name: str
    at: Point
    size: Spot
    words: Words
    colour: str = "signboard"
    ink: str = "ink"
    detail: Detail = Detail.SETTING


class Group(Part, frozen=True, tag="group"):
    """Parts that belong together. The groups right under a place are its clusters: one node each on the stage."""

    name: str
    at: Point
    parts: tuple["Shape", ...]
    detail: Detail = Detail.SETTING


class Scatter(Part, frozen=True, tag="scatter"):
    """Copies of one part at spots (x, y, z, turn, size); `vary` = how much their tone differs."""

    name: str
    at: Point
    of: "Shape"
    spots: tuple[tuple[float, float, float, float, float], ...]
    detail: Detail = Detail.SETTING
    vary: float = 0.0


Shape = (
    Box
    | Prism
    | Lathe
    | Loft
    | Tube
    | Shell
    | Disc
    | Roof
    | Facade
    | Curtain
    | Ring
    | Stripe
    | Water
    | Leaves
    | Tree
    | Tower
    | Ridge
    | Sign
    | Group
    | Scatter
)


class Anchor(Rounded, frozen=True):
    """A thing to use: `opens` names the method of the room's screen, `reach` is how near one must stand."""

    name: str
    at: Point
    opens: str
    reach: float = 2.0
    facing: float = 0.0
    title: Words = msgspec.field(default_factory=dict)

    @property
    def before(self) -> Spot:
        """Where one stands to use it: well within reach, and facing it."""
        angle, away = radians(self.facing), 0.75 * self.reach
        return (round(self.at[0] + sin(angle) * away, 3), round(self.at[1] - cos(angle) * away, 3))


class Gate(Rounded, frozen=True):
    """A doorway one walks through: to another place, arriving at a spot there."""

    name: str
    at: Point
    width: float
    to: str
    arrive: Spot
    facing: float
    """Heading of one who arrives."""
    title: Words = msgspec.field(default_factory=dict)


class Door(Rounded, frozen=True):
    """Where a civic room hangs in the city: a place, its floor (1 = ground), and the bay there, 1 in the west."""

    place: str
    floor: int = 1
    bay: int = 1


class View(Rounded, frozen=True):
    """A camera: where the eye is, what it looks at, and the upright opening angle in degrees."""

    eye: Point
    target: Point
    fov: float = 45.0


class Place(Rounded, frozen=True, kw_only=True):
    """One place of the city, whole. `bounds`: x0, y0, x1, y1 of where people walk; `spawn`: x, y, heading."""

    slug: str
    title: Words
    text: Words
    bounds: tuple[float, float, float, float]
    parts: tuple[Group, ...]
    spawn: Point
    views: dict[str, View]
    gates: tuple[Gate, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    indoor: bool = False
    flown: bool = False
    """True for what is seen from above: one flies over it."""
    origin: Point = (0.0, 0.0, 0.0)
    """Where the place's zero lies in the city: metres east, north, up of 37.5665 N 126.9780 E."""


class Room(Rounded, frozen=True, kw_only=True):
    """A civic room: `size` = width, depth, height; the door is in the middle of its south wall.

    worlds/room.py builds walls, floor, ceiling, windows and the way back; the room brings what stands in it.
    """

    slug: str
    title: Words
    text: Words
    door: Door
    size: Point
    parts: tuple[Shape, ...]
    anchors: tuple[Anchor, ...] = ()
    views: dict[str, View] = msgspec.field(default_factory=dict)
    floor: str = "oak_floor"
    walls: str = "plaster"
    ceiling: str = "ceiling"


def moved(part: Shape, by: Point) -> Shape:
    """The same part, standing elsewhere."""
    x, y, z = part.at
    return msgspec.structs.replace(part, at=(x + by[0], y + by[1], z + by[2]))


def row(part: Shape, count: int, step: Point) -> tuple[Shape, ...]:
    """`count` of a part, each one `step` further, named with a number."""
    return tuple(
        msgspec.structs.replace(moved(part, (step[0] * i, step[1] * i, step[2] * i)), name=f"{part.name}-{i + 1}")
        for i in range(count)
    )
