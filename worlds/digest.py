"""One short name for a whole place: client and office compare it at the door."""

from hashlib import sha256

import msgspec

from worlds.shape import Place

_encoder = msgspec.msgpack.Encoder(order="deterministic")


def digest(place: Place) -> str:
    """Sixteen hexadecimal characters of the SHA-256 of the place's canonical MessagePack."""
    return sha256(_encoder.encode(place)).hexdigest()[:16]
