"""What a visit asks by: an access token for ten minutes (JWT, RFC 9068, EdDSA), and a word to get the next one with.

The token says which grant it speaks for; that the grant still stands is looked up at every request, so revoking works
at once. The word changes each time it is used (RFC 9700, 4.14.2); one that was used before ends the visit, as it is in
two hands: but for half a minute after, when an answer may have been lost on its way.
"""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from services.keyfile import kept_secret
from services.unopened import StartFault

FILE = "tokens.key"
LIFE = timedelta(minutes=10)
LASTS = int(LIFE.total_seconds())
LOST = timedelta(seconds=30)
"""After a word was used: in this time its owner may ask with it once more, as the answer may not have come."""
ISSUER, AUDIENCE, KIND = "metaseoul", "metaseoul", "at+jwt"
_ALGORITHM = "EdDSA"


class Expired(Exception):
    """The token was ours, and its time is over."""


class Tokens:
    """Makes and reads access tokens."""

    def __init__(self, folder: Path) -> None:
        """Makes the key where there is none. Raises StartFault: keys.damaged, data.unwritable."""
        raw = kept_secret(folder / FILE, lambda: Ed25519PrivateKey.generate().private_bytes_raw())
        try:
            self._key = Ed25519PrivateKey.from_private_bytes(raw)
        except ValueError:
            raise StartFault("keys.damaged", path=str(folder / FILE)) from None
        self._public = self._key.public_key()

    def access(self, grant: str, now: datetime) -> str:
        """A token for a grant, from now on for LIFE."""
        claims = {"iss": ISSUER, "aud": AUDIENCE, "jti": grant, "iat": _seconds(now), "exp": _seconds(now + LIFE)}
        return jwt.encode(claims, self._key, _ALGORITHM, {"typ": KIND})

    def grant(self, token: str, now: datetime) -> str | None:
        """The grant a token speaks for; None: it is none of ours. Raises Expired."""
        try:
            read: dict[str, Any] = jwt.decode_complete(
                token,
                self._public,
                algorithms=[_ALGORITHM],
                audience=AUDIENCE,
                issuer=ISSUER,
                options={"require": ["jti", "exp", "iat"], "verify_exp": False, "verify_iat": False},
            )
        except jwt.InvalidTokenError:
            return None
        claims = read["payload"]
        grant, end = claims["jti"], claims["exp"]
        if read["header"].get("typ") != KIND or not isinstance(grant, str) or not isinstance(end, int):
            return None
        if end <= _seconds(now):
            raise Expired
        return grant


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())


TOKENS: web.AppKey[Tokens] = web.AppKey("tokens", Tokens)
