"""What is known of a person, at rest: AES-256-GCM (NIST SP 800-38D), under a key of each citizen's own.

That key lies beside the rows it opens, itself sealed by the office's key, which is kept outside the database
(keys/vault.key, for its owner only). So whoever has the records alone can read no name and no document; another key for
the office means sealing the citizens' keys anew, not all they were ever given; and a citizen whose key is gone is
unreadable, wherever their rows still are.
"""

import secrets
import threading
from pathlib import Path
from typing import NamedTuple

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from services.keyfile import kept_secret, replace_secret
from services.unopened import StartFault

KEY, NONCE = 32, 12
"""Bytes of a key, and of the number that is used once with it."""
FILE = "vault.key"
NAMED = 4
"""Bytes before a citizen's sealed key: which of the office's keys sealed it."""


class OfficeKey(msgspec.Struct, frozen=True):
    """One of the office's keys."""

    number: int
    key: bytes


class Opened(NamedTuple):
    """The file as it was read, and which file it was: another is put in its place, it is never written over."""

    keys: tuple[OfficeKey, ...]
    file: tuple[int, int]


class Vault:
    """Seals and opens. Safe to use from several threads; notices when another program has changed the office's key."""

    def __init__(self, file: Path) -> None:
        """Makes the first key where there is none. Raises StartFault: keys.damaged, data.unwritable."""
        self._file, self._lock = file, threading.Lock()
        kept_secret(file, lambda: _written((OfficeKey(1, secrets.token_bytes(KEY)),)))
        self._opened = self._read()

    def new_key(self) -> bytes:
        """A citizen's own key, sealed by the office's newest."""
        return self._sealed_key(secrets.token_bytes(KEY), self._fresh().keys[0])

    def seal(self, key: bytes, content: bytes, about: str) -> bytes:
        """Content under a citizen's key. `about` says where it belongs: moved to another row it does not open."""
        return _seal(self._own(key), content, about)

    def open(self, key: bytes, sealed: bytes, about: str) -> bytes:
        """The content. Raises Unreadable: changed, moved, or of another key."""
        return _open(self._own(key), sealed, about)

    def sealed_by(self, key: bytes) -> int:
        """The number of the office's key that sealed a citizen's."""
        return int.from_bytes(key[:NAMED], "big")

    def renewed(self, key: bytes) -> bytes:
        """A citizen's key, sealed by the office's newest."""
        return self._sealed_key(self._own(key), self._fresh().keys[0])

    def opens(self, key: bytes) -> bool:
        """Whether one of the office's keys opens this citizen's."""
        try:
            self._own(key)
        except Unreadable:
            return False
        return True

    @property
    def newest(self) -> int:
        """The number of the key that seals from now on."""
        return self._fresh().keys[0].number

    def add_office_key(self) -> int:
        """A new key seals from now on; the older ones still open. Its number."""
        keys = self._fresh().keys
        number = keys[0].number + 1
        self._replace((OfficeKey(number, secrets.token_bytes(KEY)), *keys))
        return number

    def forget_older(self, used: frozenset[int]) -> int:
        """Of the older keys only those stay that are still used; how many went."""
        keys = self._fresh().keys
        stay = tuple(key for key in keys if key is keys[0] or key.number in used)
        if len(stay) < len(keys):
            self._replace(stay)
        return len(keys) - len(stay)

    def _own(self, key: bytes) -> bytes:
        number = self.sealed_by(key)
        office = self._office_key(self._opened, number) or self._office_key(self._fresh(), number)
        if office is None:
            raise Unreadable
        return _open(office.key, key[NAMED:], "citizen")

    def _office_key(self, opened: Opened, number: int) -> OfficeKey | None:
        return next((key for key in opened.keys if key.number == number), None)

    def _sealed_key(self, own: bytes, office: OfficeKey) -> bytes:
        return office.number.to_bytes(NAMED, "big") + _seal(office.key, own, "citizen")

    def _fresh(self) -> Opened:
        if _which(self._file) != self._opened.file:
            self._read()
        return self._opened

    def _read(self) -> Opened:
        with self._lock:
            try:
                file = _which(self._file)
                keys = msgspec.json.decode(self._file.read_bytes(), type=tuple[OfficeKey, ...])
            except (OSError, msgspec.DecodeError) as error:
                raise StartFault("keys.damaged", path=str(self._file)) from error
            if not keys or any(len(key.key) != KEY for key in keys):
                raise StartFault("keys.damaged", path=str(self._file))
            self._opened = Opened(keys, file)
            return self._opened

    def _replace(self, keys: tuple[OfficeKey, ...]) -> None:
        replace_secret(self._file, _written(keys))
        self._read()


class Unreadable(Exception):
    """What was sealed was changed, moved, or its key is gone."""


def open_vault(folder: Path) -> Vault:
    """The vault of an office's folder of keys. Raises StartFault."""
    return Vault(folder / FILE)


def _which(file: Path) -> tuple[int, int]:
    """A file's number may come round again, but not at the same moment."""
    told = file.stat()
    return told.st_ino, told.st_mtime_ns


def _written(keys: tuple[OfficeKey, ...]) -> bytes:
    return msgspec.json.encode(keys)


def _seal(key: bytes, content: bytes, about: str) -> bytes:
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, content, about.encode())


def _open(key: bytes, sealed: bytes, about: str) -> bytes:
    try:
        return AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], about.encode())
    except (InvalidTag, ValueError) as error:
        raise Unreadable from error
