"""The office as a relying party: send a citizen to the provider, and make of its answer a known person.

OpenID Connect Core 1.0, code flow; PKCE S256 (RFC 7636); issuer in the answer (RFC 9207).
What is kept of a person is a pseudonym of our own: no resident number, no CI (정보통신망법 제23조의5).
"""

import hashlib
import hmac
import secrets
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from services.accounts import proof
from services.accounts.attempts import Attempt
from services.accounts.provider import Line, Metadata
from services.faults import Refusal
from services.keyfile import kept_secret
from services.office import Identity
from services.settings import Settings

LANGUAGES = {"ko": "ko", "en": "en", "zh": "zh-Hans", "ja": "ja"}


class RelyingParty:
    """Identity at the moment it is needed, by whichever provider the settings name."""

    def __init__(self, settings: Settings, log: Any) -> None:
        self._settings, self._log, self._line = settings, log, Line()
        self._site_key = kept_secret(settings.data / "keys" / "pseudonyms.key", lambda: secrets.token_bytes(32))

    async def close(self) -> None:
        await self._line.close()

    async def address(self, attempt: Attempt, language: str) -> str:
        """Where the citizen is sent. Raises accounts.provider-away."""
        provider = await self._line.metadata(attempt.issuer)
        query = {
            "response_type": "code",
            "client_id": self._settings.client,
            "redirect_uri": attempt.redirect,
            "scope": "openid profile",
            "state": attempt.state,
            "nonce": attempt.nonce,
            "code_challenge": attempt.challenge,
            "code_challenge_method": "S256",
            "ui_locales": LANGUAGES.get(language, language),
        }
        join = "&" if "?" in provider.authorization_endpoint else "?"
        return provider.authorization_endpoint + join + urlencode(query)

    async def answered(self, attempt: Attempt, answer: dict[str, str], now: datetime) -> None:
        """The provider sent the citizen back with this; the attempt is settled either way."""
        try:
            who = await self._known(attempt, answer, now)
        except proof.Untrue as untrue:
            self._log.warning("identity refused", reason=str(untrue))
            attempt.settle(fault="accounts.sign-in-failed")
        except Refusal as refusal:
            self._log.warning("identity refused", reason=refusal.code)
            attempt.settle(fault=refusal.code)
        else:
            attempt.settle(who)

    async def _known(self, attempt: Attempt, answer: dict[str, str], now: datetime) -> Identity:
        provider = await self._line.metadata(attempt.issuer)
        issuer = answer.get("iss")
        if issuer != attempt.issuer and (issuer or provider.authorization_response_iss_parameter_supported):
            raise proof.Untrue("answer of another issuer")
        if "error" in answer:
            declined = answer["error"] == "access_denied"
            raise Refusal("accounts.sign-in-declined" if declined else "accounts.sign-in-failed")
        claims = await self._claims(provider, attempt, answer.get("code", ""), now)
        person = proof.vouched(claims)
        return Identity(
            self.pseudonym(attempt.issuer, person.subject), person.name, person.born, attempt.issuer, person.subject
        )

    async def _claims(self, provider: Metadata, attempt: Attempt, code: str, now: datetime) -> dict[str, Any]:
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": attempt.redirect,
            "code_verifier": attempt.verifier,
        }
        tokens = await self._line.tokens(provider, form, self._settings.client, self._settings.secret)
        if tokens is None:
            raise proof.Untrue("code")
        key = proof.signing_key(tokens.id_token, await self._line.keys(provider))
        if key is None:
            raise proof.Untrue("key")
        claims = proof.believed(tokens.id_token, key, attempt.issuer, self._settings.client, attempt.nonce, now)
        if "name" not in claims and provider.userinfo_endpoint:
            more = await self._line.person(provider, tokens.access_token)
            if more.get("sub") != claims["sub"]:  # OpenID Connect Core 1.0, section 5.3.2
                raise proof.Untrue("userinfo of another person")
            claims = more | claims
        return claims

    def pseudonym(self, issuer: str, subject: str) -> str:
        """This office's own name for a person: the same at every visit, of no use anywhere else."""
        return hmac.new(self._site_key, f"{issuer}|{subject}".encode(), hashlib.sha256).hexdigest()
