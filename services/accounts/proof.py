"""Is this identity token true, meant for us, fresh, and the answer to what we asked? A pure check.

OpenID Connect Core 1.0, section 3.1.3.7. Time is an argument: the office's calendar, not the machine's.
"""

import hmac
from datetime import date, datetime
from typing import Any

import jwt
import msgspec

from services.accounts.provider import Keys
from services.sessions.chat import readable

ALGORITHMS = ("ES256", "ES384", "EdDSA", "RS256", "PS256")
"""Signatures by a private key only: neither "none" nor a shared secret."""
SKEW = 60.0
"""Seconds by which two clocks may differ."""
_REQUIRED = ["iss", "sub", "aud", "exp", "iat", "nonce"]


class Untrue(Exception):
    """Why the token is not believed: a word for the operator's log."""


class Vouched(msgspec.Struct, frozen=True):
    """What a provider vouches for."""

    subject: str
    name: str
    born: date | None


def signing_key(token: str, keys: Keys) -> jwt.PyJWK | None:
    """The key this token says it is signed with; None: the provider has no such key (any more). Raises Untrue."""
    try:
        header = jwt.get_unverified_header(token)
    except jwt.InvalidTokenError:
        raise Untrue("token") from None
    if header.get("alg") not in ALGORITHMS:
        raise Untrue("algorithm")
    name = header.get("kid")
    fitting = [key for key in keys.keys if name is None or key.get("kid") == name]
    if len(fitting) != 1:
        return None
    try:
        return jwt.PyJWK(fitting[0], algorithm=header["alg"])
    except jwt.PyJWTError:
        raise Untrue("key") from None


def believed(token: str, key: jwt.PyJWK, issuer: str, client: str, nonce: str, now: datetime) -> dict[str, Any]:
    """The token's claims. Raises Untrue."""
    try:
        claims: dict[str, Any] = jwt.decode(
            token,
            key,
            algorithms=list(ALGORITHMS),
            audience=client,
            issuer=issuer,
            options={"require": _REQUIRED, "verify_exp": False, "verify_iat": False, "verify_nbf": False},
        )
    except jwt.InvalidTokenError as error:
        raise Untrue(type(error).__name__) from None
    _fresh(claims, now.timestamp())
    if not hmac.compare_digest(str(claims["nonce"]).encode(), nonce.encode()):
        raise Untrue("nonce")
    if claims.get("azp", client) != client:
        raise Untrue("authorized party")
    return claims


def vouched(claims: dict[str, Any]) -> Vouched:
    """Who that is. Raises Untrue when there is no name."""
    subject, name = claims.get("sub"), claims.get("name")
    if not (isinstance(subject, str) and subject and isinstance(name, str) and readable(name)):
        raise Untrue("no name")
    try:
        born = date.fromisoformat(str(claims.get("birthdate", "")))
    except ValueError:  # only a year, or nothing: both are allowed by OpenID Connect
        born = None
    return Vouched(subject[:255], readable(name)[:100], born)


def _fresh(claims: dict[str, Any], now: float) -> None:
    try:
        ends, began, valid = float(claims["exp"]), float(claims["iat"]), float(claims.get("nbf", 0))
    except (TypeError, ValueError):
        raise Untrue("times") from None
    if not ends + SKEW > now:
        raise Untrue("expired")
    if not (began - SKEW <= now and valid - SKEW <= now):
        raise Untrue("from the future")
