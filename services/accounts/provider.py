"""Speaking with an OpenID provider: where its pages are, what its keys are, which token it gives for a code.

OpenID Connect Discovery 1.0; RFC 6749 section 4.1; RFC 7636 (PKCE). Nothing here knows which provider it is.
"""

import base64
from typing import TypeVar
from urllib.parse import quote

import aiohttp
import msgspec

from services.faults import Refusal
from services.settings import is_secure

Value = TypeVar("Value")

TIMEOUT = aiohttp.ClientTimeout(total=10)
LONGEST = 262_144
"""Bytes of an answer that are read."""


class Metadata(msgspec.Struct, frozen=True):
    """What a provider says about itself; only what we use."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    userinfo_endpoint: str = ""
    token_endpoint_auth_methods_supported: tuple[str, ...] = ("client_secret_basic",)
    authorization_response_iss_parameter_supported: bool = False


class Tokens(msgspec.Struct, frozen=True):
    """The answer of the token endpoint; only what we use."""

    id_token: str
    access_token: str = ""


class Keys(msgspec.Struct, frozen=True):
    """A provider's public keys (RFC 7517)."""

    keys: tuple[dict[str, object], ...]


class Line:
    """A line to providers: one HTTP session, no redirects, no cookies, short answers only."""

    def __init__(self) -> None:
        self._http = aiohttp.ClientSession(timeout=TIMEOUT, cookie_jar=aiohttp.DummyCookieJar())
        self._known: dict[str, Metadata] = {}

    async def close(self) -> None:
        await self._http.close()

    async def metadata(self, issuer: str) -> Metadata:
        """What the provider says of itself, asked once. Raises accounts.provider-away."""
        if issuer not in self._known:
            said = await self._ask("GET", f"{issuer}/.well-known/openid-configuration", Metadata)
            if said.issuer != issuer:  # another's configuration: OpenID Connect Discovery 1.0, section 4.3
                raise Refusal("accounts.provider-away", 503)
            self._known[issuer] = said
        return self._known[issuer]

    async def keys(self, provider: Metadata) -> Keys:
        """Its keys as they are now. Raises accounts.provider-away."""
        return await self._ask("GET", provider.jwks_uri, Keys)

    async def tokens(self, provider: Metadata, form: dict[str, str], client: str, secret: str) -> Tokens | None:
        """What it gives for a code; None: it refuses. Raises accounts.provider-away."""
        headers = {}
        if not secret:
            form = form | {"client_id": client}
        elif "client_secret_basic" in provider.token_endpoint_auth_methods_supported:
            pair = f"{quote(client, safe='')}:{quote(secret, safe='')}"  # RFC 6749, section 2.3.1
            headers["Authorization"] = "Basic " + base64.b64encode(pair.encode()).decode()
        else:
            form = form | {"client_id": client, "client_secret": secret}
        try:
            return await self._ask("POST", provider.token_endpoint, Tokens, data=form, headers=headers)
        except _Refused:
            return None

    async def person(self, provider: Metadata, access: str) -> dict[str, object]:
        """Claims from the userinfo endpoint, for providers that leave them out of the token."""
        headers = {"Authorization": f"Bearer {access}"}
        return await self._ask("GET", provider.userinfo_endpoint, dict[str, object], headers=headers)

    async def _ask(self, method: str, url: str, kind: type[Value], **more: object) -> Value:
        if not is_secure(url):
            raise Refusal("accounts.provider-away", 503)
        try:
            async with self._http.request(method, url, allow_redirects=False, **more) as answer:  # type: ignore[arg-type]
                body = await answer.content.read(LONGEST)
                while not answer.content.at_eof() and len(body) < LONGEST:
                    body += await answer.content.read(LONGEST - len(body))
        except (aiohttp.ClientError, TimeoutError, OSError):
            raise Refusal("accounts.provider-away", 503) from None
        if 400 <= answer.status < 500:
            raise _Refused
        try:
            return msgspec.json.decode(body, type=kind)
        except (msgspec.DecodeError, ValueError):
            raise Refusal("accounts.provider-away", 503) from None


class _Refused(Refusal):
    """The provider answered, and said no."""

    def __init__(self) -> None:
        super().__init__("accounts.provider-away", 503)
