"""Who is in a zone and what they do and say; `after` is the one reducer, used by both sides."""

from typing import Annotated, Literal

import msgspec

from worlds import safety
from worlds.protocol import Goodbye, Hello, Welcome
from worlds.sessions import moves
from worlds.sessions.moves import Moved

CHAT_LIMIT = 300
"""Longest line of chat, in characters."""
NAME_LIMIT = 24
WALKING, RUNNING = 1.6, 4.2
"""Metres a second; the hub judges moves by RUNNING."""
TICK = 10
"""Frames a second that the hub sends."""

Line = Annotated[str, msgspec.Meta(min_length=1, max_length=CHAT_LIMIT)]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=NAME_LIMIT)]
Coordinate = Annotated[float, msgspec.Meta(ge=-10_000, le=10_000)]
Speed = Annotated[float, msgspec.Meta(ge=-RUNNING, le=RUNNING)]
Angle = Annotated[float, msgspec.Meta(ge=-360, le=360)]
Index = Annotated[int, msgspec.Meta(ge=0, le=255)]
Count = Annotated[int, msgspec.Meta(ge=0, le=2**53)]
Scope = Literal["near", "room", "direct"]
"""Who hears a line: those in earshot; all who are in this place, in every copy of it; one person, and the speaker."""
EMOTES = frozenset({"wave", "bow", "clap", "point"})
"""Gestures that say something to others."""
Gesture = Annotated[str, msgspec.Meta(pattern="^(idle|walk|run|wave|bow|sit|clap|point)$")]


class Look(msgspec.Struct, frozen=True):
    """How a citizen chose to look: indices into worlds.avatar's tables."""

    outfit: Index = 0
    colours: Index = 0
    hair: Index = 0
    skin: Index = 0
    tint: Index = 0
    """Colour of the hair; 0: the one that goes with it."""
    body: Index = 0
    height: Index = 0
    face: Index = 0
    eyes: Index = 0
    extra: Index = 0
    """Glasses, and the like."""


# --- a client says


class Move(msgspec.Struct, frozen=True, tag="move"):
    """Where I stand now: metres in the place, heading in degrees (0 = +y, counter-clockwise), and how I walk on:
    metres a second. Until the next word I am thought to, for HORIZON seconds."""

    x: Coordinate
    y: Coordinate
    heading: Angle
    gesture: Gesture = "idle"
    vx: Speed = 0.0
    vy: Speed = 0.0


class Say(msgspec.Struct, frozen=True, tag="say"):
    """One line of chat. `seq`, if not 0, grows with each line of a visit: a line said again after a lost connection is
    told once, and `done` says that it is told. `number` is whom a direct line is for."""

    text: Line
    seq: Count = 0
    scope: Scope = "near"
    number: Count = 0


class Go(msgspec.Struct, frozen=True, tag="go"):
    """Take me to another place: through a door or by the map. The digest is that of the new place."""

    place: str
    digest: str
    anchor: str = ""
    """Before this thing, by its name; empty or unknown: through the door one stands at, else to the entrance."""
    zone: str = ""
    """Into this copy, where a friend is; empty or full: into any."""


class Block(msgspec.Struct, frozen=True, tag="block"):
    """Neither of us hears the other from now on, wherever we meet in this visit; `on` false: we do again."""

    number: Count
    on: bool = True


class Report(msgspec.Struct, frozen=True, tag="report"):
    """Somebody here, or who was a moment ago, broke a rule. What was said and where they stood in the last minute goes
    along, sealed for the moderators."""

    number: Count
    category: safety.Category


class Befriend(msgspec.Struct, frozen=True, tag="befriend"):
    """I know them; friends once both have said so. `on` false: no longer."""

    number: Count
    on: bool = True


Spoken = Hello | Move | Say | Go | Block | Befriend | Report | Goodbye
"""The closed union of what a client may say."""

# --- the operator says (POST /console/notices)


class ToAll(msgspec.Struct, frozen=True):
    """A notice to be told."""

    text: Line


class Noticed(msgspec.Struct, frozen=True):
    """How many people are in the city to hear it."""

    people: int


# --- the hub says


class Person(msgspec.Struct, frozen=True):
    """One citizen as others see them."""

    number: int
    name: str
    x: float
    y: float
    heading: float
    gesture: str = "idle"
    look: Look = Look()
    vx: float = 0.0
    vy: float = 0.0
    minor: bool = False
    """Known to be under nineteen: the one thing of a person's identity that others see."""


class Crowd(msgspec.Struct, frozen=True, tag="crowd"):
    """On arrival: oneself and those who are near."""

    people: tuple[Person, ...]


class Face(msgspec.Struct, frozen=True, array_like=True):
    """Who somebody is, apart from where."""

    number: int
    name: str
    outfit: int = 0
    colours: int = 0
    hair: int = 0
    skin: int = 0
    tint: int = 0
    body: int = 0
    height: int = 0
    face: int = 0
    eyes: int = 0
    extra: int = 0
    minor: bool = False

    @staticmethod
    def of(number: int, name: str, look: Look, minor: bool = False) -> "Face":
        face = Face(number, name, *msgspec.structs.astuple(look))
        return msgspec.structs.replace(face, minor=minor)

    @property
    def unseen(self) -> Person:
        """Known by name; the moves that follow tell where."""
        look = Look(*msgspec.structs.astuple(self)[2:-1])
        return Person(self.number, self.name, 0.0, 0.0, 0.0, "away", look, minor=self.minor)


class Met(msgspec.Struct, frozen=True, tag="met"):
    """Some are near for the first time: told once for as long as both are in the zone."""

    people: tuple[Face, ...]


class Left(msgspec.Struct, frozen=True, tag="left"):
    number: int


class Said(msgspec.Struct, frozen=True, tag="said"):
    """Somebody's line. `line` grows within a zone: the newest that was heard goes into the next hello."""

    number: int
    name: str
    text: str
    scope: Scope = "near"
    line: int = 0


class Notice(msgspec.Struct, frozen=True, tag="notice"):
    """A word of the operator to everyone in the city."""

    text: str


class Done(msgspec.Struct, frozen=True, tag="done"):
    """The line of this `seq`, and all before it, are told and kept."""

    seq: int


class Blocked(msgspec.Struct, frozen=True, tag="blocked"):
    """What was wished by `block` holds from now on."""

    number: int
    on: bool


class Friend(msgspec.Struct, frozen=True, tag="friend"):
    """What one and I are from now on; to the other one, too. `asked` by them, or, `mine`, by me."""

    number: int
    state: Literal["asked", "friends", "over"]
    mine: bool = False


class Reported(msgspec.Struct, frozen=True, tag="reported"):
    """A report is kept; by its receipt one finds out what came of it."""

    number: int
    receipt: str


class Closed(msgspec.Struct, frozen=True, tag="closed"):
    """What came of a report of mine."""

    receipt: str
    outcome: safety.Outcome


class Followed(msgspec.Struct, frozen=True, tag="followed"):
    """Something followed for me, or no longer does."""

    sanction: safety.Sanction


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """The hub did not accept what was said; it stays as it was. `x`, `y` set: stand there again. `seq`: of the line."""

    fault: str
    values: dict[str, str | int] = {}
    x: float | None = None
    y: float | None = None
    seq: int = 0


Told = (
    Welcome
    | Crowd
    | Met
    | Left
    | Said
    | Notice
    | Done
    | Blocked
    | Friend
    | Reported
    | Closed
    | Followed
    | Refused
    | Goodbye
)
"""The closed union of the words of the hub."""
Heard = Told | Moved
"""All that a client may hear: words, and frames of moves."""

People = dict[int, Person]


def after(people: People, event: Heard) -> People:
    """The crowd after one event; a new dict, the old one is untouched."""
    match event:
        case Crowd():
            return {person.number: person for person in event.people}
        case Met():
            return people | {face.number: face.unseen for face in event.people}
        case Moved():
            moved = {
                step.number: msgspec.structs.replace(people[step.number], **step._asdict())
                for step in event.people
                if step.number in people
            }
            gone = {number: _unseen(people[number]) for number in event.gone if number in people}
            return people | moved | gone
        case Left():
            return {number: person for number, person in people.items() if number != event.number}
        case _:
            return people


def _unseen(person: Person) -> Person:
    return msgspec.structs.replace(person, gesture="away", vx=0.0, vy=0.0)


def in_sight(people: People) -> People:
    """Those who are seen: whoever is away is known by name, and not shown."""
    return {number: person for number, person in people.items() if person.gesture != "away"}


encoder = msgspec.msgpack.Encoder()
spoken = msgspec.msgpack.Decoder(Spoken)
told = msgspec.msgpack.Decoder(Told)


def heard(frame: bytes) -> Heard:
    """One frame of the hub. Raises ValueError (msgspec's errors are some)."""
    return moves.decode(frame) if frame[:1] == bytes((moves.KIND,)) else told.decode(frame)
