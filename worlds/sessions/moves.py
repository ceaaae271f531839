"""The frame of moves: who of those one sees began, turned or stopped since the frame before. docs/wire.md draws it.

Little-endian: kind (1 byte), how many went out of sight (1 byte), tick (2 bytes), the numbers of those (2 bytes each),
then 12 bytes for each of the others: number (2), x and y in centimetres (3 each, two's complement), velocity east and
north in thirtieths of a metre a second (1 each, two's complement), heading in 256ths of a turn (1), gesture (1, its
place in GESTURES).
"""

import struct
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

KIND = 0x01
"""First byte of the frame; a MessagePack map never begins with it."""
HEAD = struct.Struct("<BBH")
RECORD = 12
"""Bytes."""
CENTIMETRE, SPEED, TURN = 0.01, 1 / 30, 360 / 256
"""One step of a position (metres), a velocity (metres a second) and a heading (degrees)."""
GESTURES = ("idle", "walk", "run", "wave", "bow", "sit", "clap", "point")
HORIZON = 2.5
"""Seconds for which the hub thinks one walks on as they last said."""
FAITH = 8.0
"""Seconds for which a client thinks others walk on as the hub last told: it tells as soon as they do not."""

Packed = NDArray[np.uint8]
Many = NDArray[np.float64]


class Step(NamedTuple):
    """Where one is: metres, degrees, metres a second."""

    number: int
    x: float
    y: float
    heading: float
    gesture: str
    vx: float = 0.0
    vy: float = 0.0


class Moved(msgspec.Struct, frozen=True):
    """One frame of moves. `gone`: numbers of those who are out of sight from now on, though still in the zone; their
    names are not told again when they are back."""

    tick: int
    people: tuple[Step, ...]
    gone: tuple[int, ...] = ()


def packed(
    number: NDArray[np.uint16], x: Many, y: Many, vx: Many, vy: Many, heading: Many, gesture: NDArray[np.uint8]
) -> Packed:
    """n people as (n, 12) bytes. Positions out of reach of three bytes (83 km) are cut to it."""
    out = np.zeros((len(number), RECORD), np.uint8)
    out[:, 0:2] = number.astype("<u2").view(np.uint8).reshape(-1, 2)
    for column, metres in ((2, x), (5, y)):
        steps = np.clip(np.rint(metres / CENTIMETRE), -(2**23), 2**23 - 1).astype("<i4")
        out[:, column : column + 3] = steps.view(np.uint8).reshape(-1, 4)[:, :3]
    for column, speed in ((8, vx), (9, vy)):
        out[:, column] = np.clip(np.rint(speed / SPEED), -127, 127).astype(np.int8).view(np.uint8)
    out[:, 10] = np.rint(heading / TURN).astype(np.int64) & 255
    out[:, 11] = gesture
    return out


def encode(moved: Moved) -> bytes:
    """A whole frame. ValueError: more are gone than one frame can tell."""
    if len(moved.gone) > 255:
        raise ValueError("at most 255 go out of sight in one frame")
    columns = list(zip(*moved.people, strict=True)) or [()] * 7
    number, x, y, heading, gesture, vx, vy = columns
    ax, ay, avx, avy, turn = (np.array(column, np.float64) for column in (x, y, vx, vy, heading))
    kinds = np.array([GESTURES.index(name) for name in gesture], np.uint8)
    return (
        HEAD.pack(KIND, len(moved.gone), moved.tick & 0xFFFF)
        + np.array(moved.gone, "<u2").tobytes()
        + packed(np.array(number, np.uint16), ax, ay, avx, avy, turn, kinds).tobytes()
    )


def decode(frame: bytes) -> Moved:
    """Raises ValueError when it is no frame of moves."""
    if len(frame) < HEAD.size:
        raise ValueError("a frame of moves is 4 bytes and more")
    kind, gone, tick = HEAD.unpack_from(frame)
    start = HEAD.size + 2 * gone
    if kind != KIND or len(frame) < start or (len(frame) - start) % RECORD:
        raise ValueError("a frame of moves is 4 bytes, 2 for each who is gone and 12 for each other")
    numbers = struct.unpack_from(f"<{gone}H", frame, HEAD.size)
    return Moved(tick, tuple(_step(frame, at) for at in range(start, len(frame), RECORD)), numbers)


def _step(frame: bytes, at: int) -> Step:
    number = int.from_bytes(frame[at : at + 2], "little")
    x = int.from_bytes(frame[at + 2 : at + 5], "little", signed=True)
    y = int.from_bytes(frame[at + 5 : at + 8], "little", signed=True)
    vx, vy, heading, gesture = struct.unpack_from("<bbBB", frame, at + 8)
    if gesture >= len(GESTURES):
        raise ValueError("no such gesture")
    return Step(number, x / 100, y / 100, heading * TURN, GESTURES[gesture], vx * SPEED, vy * SPEED)
