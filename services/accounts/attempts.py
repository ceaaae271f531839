"""Sign-ins under way: what was asked of the provider, for whom, and what came of it. Kept in memory, for minutes."""

import asyncio
import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from services.faults import Refusal
from services.office import Identity
from worlds.accounts import Session

LIFE = timedelta(minutes=10)
AT_ONCE = 10_000
"""Most sign-ins under way; the oldest gives way."""


@dataclass
class Attempt:
    """One sign-in. `state` finds it again, `nonce` ties the token to it, `verifier` proves that the code is ours."""

    session: int
    token: str
    """The grant of the visit's token: only who began it may take its fruit."""
    issuer: str
    redirect: str
    began: datetime
    ticket: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    state: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    nonce: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    verifier: str = field(default_factory=lambda: secrets.token_urlsafe(48))
    who: Identity | None = None
    fault: str = ""
    session_given: Session | None = None
    settled: asyncio.Event = field(default_factory=asyncio.Event)
    taking: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def challenge(self) -> str:
        """PKCE S256 (RFC 7636, section 4.2)."""
        return base64.urlsafe_b64encode(hashlib.sha256(self.verifier.encode()).digest()).rstrip(b"=").decode()

    def settle(self, who: Identity | None = None, fault: str = "") -> None:
        """Known, or refused for good."""
        self.who, self.fault = who, fault
        self.settled.set()


class Attempts:
    """All sign-ins under way."""

    def __init__(self) -> None:
        self._by_ticket: dict[str, Attempt] = {}
        self._by_state: dict[str, Attempt] = {}
        self.closing = asyncio.Event()

    def add(self, attempt: Attempt) -> None:
        """Begin one; an earlier one of the same visit ends."""
        past = attempt.began - LIFE
        for old in list(self._by_ticket.values()):
            if old.session == attempt.session or old.began < past or len(self._by_ticket) >= AT_ONCE:
                self._drop(old)
        self._by_ticket[attempt.ticket] = self._by_state[attempt.state] = attempt

    def of_ticket(self, ticket: str, token: str, now: datetime) -> Attempt:
        """For who began it. Raises accounts.unknown-ticket, accounts.not-yours."""
        attempt = self._by_ticket.get(ticket)
        if attempt is None or attempt.began + LIFE < now:
            raise Refusal("accounts.unknown-ticket", 404)
        if not hmac.compare_digest(attempt.token, token):
            raise Refusal("accounts.not-yours", 403)
        return attempt

    def of_state(self, state: str, now: datetime) -> Attempt | None:
        """The one a provider's answer belongs to; a state answers once."""
        attempt = self._by_state.pop(state, None)
        return attempt if attempt and attempt.began + LIFE >= now else None

    def _drop(self, attempt: Attempt) -> None:
        self._by_ticket.pop(attempt.ticket, None)
        self._by_state.pop(attempt.state, None)
        if not attempt.settled.is_set():
            attempt.settle(fault="accounts.sign-in-expired")
