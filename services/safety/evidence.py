"""What was said and where people stood, sealed so that only the moderators' key opens it: HPKE (RFC 9180).

DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. The office that seals needs the public half only; the private one
lies outside the database (keys/moderators.key, for its owner only), so records alone tell nobody anything.
"""

from pathlib import Path
from typing import Annotated

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from services.faults import Refusal
from services.keyfile import kept_secret
from services.unopened import StartFault
from worlds.safety import Category
from worlds.sessions.wire import Scope

FILE = "moderators.key"
LINES = 400
"""Most lines of chat in one piece of evidence, the newest."""
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


class Heard(msgspec.Struct, frozen=True, array_like=True):
    """One line. `ago`: seconds before the report."""

    ago: float
    number: int
    name: str
    text: str
    """As it was written, also where it was told with a word masked."""
    scope: Scope


class Stood(msgspec.Struct, frozen=True, array_like=True):
    """Where somebody was, metres in the place."""

    ago: float
    number: int
    x: float
    y: float


class Evidence(msgspec.Struct, frozen=True):
    """The last minute around a report: what the server itself saw, nothing that anybody sent in."""

    reporter: int
    reporter_name: str
    target: int
    target_name: str
    category: Category
    place: str
    lines: Annotated[tuple[Heard, ...], msgspec.Meta(max_length=LINES)]
    stood: tuple[Stood, ...]


class Seal:
    """The moderators' key."""

    def __init__(self, folder: Path) -> None:
        """Makes it where there is none. Raises StartFault: keys.damaged, data.unwritable."""
        key = kept_secret(folder / FILE, lambda: X25519PrivateKey.generate().private_bytes_raw())
        try:
            self._private = X25519PrivateKey.from_private_bytes(key)
        except ValueError:
            raise StartFault("keys.damaged", path=str(folder / FILE)) from None

    def close(self, content: bytes, about: str) -> bytes:
        """Sealed. `about` says where it belongs: moved to another row it does not open."""
        return _SUITE.encrypt(content, self._private.public_key(), about.encode())

    def open(self, sealed: bytes, about: str) -> bytes:
        """The content. Raises safety.unreadable: changed, moved, or sealed for another key."""
        try:
            return _SUITE.decrypt(sealed, self._private, about.encode())
        except (InvalidTag, ValueError):
            raise Refusal("safety.unreadable", 409) from None


def packed(evidence: Evidence) -> bytes:
    return msgspec.json.encode(evidence)


def unpacked(content: bytes) -> Evidence:
    """Raises safety.unreadable."""
    try:
        return msgspec.json.decode(content, type=Evidence)
    except msgspec.DecodeError:
        raise Refusal("safety.unreadable", 409) from None
