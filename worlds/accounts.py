"""Who a citizen is to the city: joining as a guest, and identity at the moment it is needed."""

from typing import Annotated

import msgspec

from worlds.sessions.wire import Look, Name


class Join(msgspec.Struct, frozen=True):
    """POST /sessions: come in. No name: the office gives a guest name."""

    name: Name | None = None
    language: Annotated[str, msgspec.Meta(pattern="^(ko|en|zh|ja)$")] = "ko"
    look: Look = Look()


class Session(msgspec.Struct, frozen=True):
    """The answer: a bearer token for this visit, and who you are now."""

    token: str
    name: str
    role: str
    """guest or citizen"""
    refresh: str = ""
    """The word by which the next token is got; it counts once."""
    lasts: int = 0
    """Seconds for which the token counts."""


class Refresh(msgspec.Struct, frozen=True):
    """POST /sessions/refresh: the word that came with the token before."""

    refresh: Annotated[str, msgspec.Meta(min_length=1, max_length=100)]


class Refreshed(msgspec.Struct, frozen=True):
    """Another token for the same visit, and the next word."""

    token: str
    refresh: str
    lasts: int


class Provider(msgspec.Struct, frozen=True):
    """Who vouches for identity here. `sample`: an invented provider, said so wherever it is shown."""

    name: str
    issuer: str
    sample: bool


class SignIn(msgspec.Struct, frozen=True):
    """POST /sign-in: where the provider's page is. The client opens it (a browser, a QR, or, for a sample
    provider, a list it shows itself) and then waits at GET /sign-in/{ticket}."""

    ticket: str
    url: str
    provider: Provider


class SignedIn(msgspec.Struct, frozen=True):
    """GET /sign-in/{ticket} (waits up to 25 s): pending, done with a new session, or refused with a fault code."""

    state: Annotated[str, msgspec.Meta(pattern="^(pending|done|refused)$")]
    session: Session | None = None
    fault: str | None = None


class GuardianCode(msgspec.Struct, frozen=True):
    """POST /guardians/codes: six figures for a child to tell at their sign-in, within `lasts` seconds."""

    code: str
    lasts: int


class Consent(msgspec.Struct, frozen=True):
    """POST /sign-in/{ticket}/guardian: the figures that a guardian told the child."""

    code: Annotated[str, msgspec.Meta(pattern="^[0-9]{6}$")]


class Answers(msgspec.Struct, frozen=True):
    """For how many children one answers."""

    children: int


class Someone(msgspec.Struct, frozen=True):
    """A person the sample provider can vouch for (GET {issuer}/people): invented, marked as sample."""

    subject: str
    name: str
    born: str
    district: str
