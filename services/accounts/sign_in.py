"""The identity desk: begin a sign-in, wait for it, take its fruit; and the page the provider sends citizens back to."""

import asyncio

from aiohttp import web

from services import audit
from services.accounts import pages, store
from services.accounts.attempts import Attempt, Attempts
from services.accounts.homed import marked, send_home
from services.accounts.identity import RelyingParty
from services.accounts.origin import origin
from services.accounts.sessions import grant_of, hashed, new_token
from services.accounts.tokens import LASTS, TOKENS
from services.guardians.store import has_consent
from services.limits import require_few
from services.office import LOG, SETTINGS, VAULT, Desk, guest, keep, kept, look_up, now, reply, today, transact
from services.openapi import wire
from worlds.accounts import Provider, Session, SignedIn, SignIn

ATTEMPTS = web.AppKey("attempts", Attempts)
RELYING_PARTY = web.AppKey("relying party", RelyingParty)

WAIT = 25.0
"""Seconds a poll waits: shorter than what proxies allow."""
SIGN_INS = 300
"""Attempts that may begin at one address in a minute."""
SAMPLE_NAME = "시험용 본인확인"

routes = web.RouteTableDef()


@routes.post("/sign-in")
@wire(gives=SignIn, status=201)
async def begin(request: web.Request) -> web.Response:
    """Where to go to be known, and the ticket to wait with. Raises request.too-many."""
    await require_few(request, "sign-in", SIGN_INS)
    visitor, provider = guest(request), _provider(request)
    redirect = f"{origin(request)}/sign-in/callback"
    attempt = Attempt(visitor.session, grant_of(request), provider.issuer, redirect, now(request))
    attempt.ticket, attempt.state = marked(request, attempt.ticket), marked(request, attempt.state)
    url = await kept(request.app, RELYING_PARTY).address(attempt, visitor.language)
    kept(request.app, ATTEMPTS).add(attempt)
    return reply(SignIn(attempt.ticket, url, provider), status=201)


@routes.get("/sign-in/callback")
@wire(gives="text/html", also=(307,))
async def callback(request: web.Request) -> web.Response:
    """The citizen comes back from the provider, in a browser that knows nothing of our session."""
    answer = dict(request.query)
    send_home(request, answer.get("state", ""))
    attempt = kept(request.app, ATTEMPTS).of_state(answer.get("state", ""), now(request))
    if attempt is None:
        return pages.returned(request, "accounts.unknown-ticket")
    await kept(request.app, RELYING_PARTY).answered(attempt, answer, now(request))
    return pages.returned(request, attempt.fault)


@routes.get("/sign-in/{ticket}")
@wire(gives=SignedIn, also=(307,))
async def wait(request: web.Request) -> web.Response:
    """What came of it, waiting a while for it. The token of the visit is exchanged for a new one."""
    attempts = kept(request.app, ATTEMPTS)
    send_home(request, request.match_info["ticket"])
    attempt = attempts.of_ticket(request.match_info["ticket"], grant_of(request), now(request))
    await _settled(attempt, attempts.closing)
    if not attempt.settled.is_set():
        return reply(SignedIn("pending"))
    if attempt.who is None:
        return reply(SignedIn("refused", fault=attempt.fault))
    if attempt.who.is_child(today(request)) and not await look_up(request, has_consent, attempt.who.citizen):
        return reply(SignedIn("refused", fault="accounts.guardian-needed"))  # and asks again with a guardian's code
    async with attempt.taking:  # a client that asks twice, its first answer lost, gets the same session
        if attempt.session_given is None:
            attempt.session_given = await _exchange(request, attempt)
    if attempt.session_given is None:
        return reply(SignedIn("refused", fault="accounts.unknown-session"))
    return reply(SignedIn("done", session=attempt.session_given))


async def _exchange(request: web.Request, attempt: Attempt) -> Session | None:
    grant, refresh = new_token(), new_token()
    assert attempt.who is not None
    entry = audit.Entry(attempt.who.citizen, now(request), "self", "identity.confirmed", about=attempt.issuer)
    visitor = await transact(
        request,
        audit.audited,
        entry,
        store.identify,
        attempt.session,
        grant,
        attempt.who,
        now(request),
        kept(request.app, VAULT),
        hashed(refresh),
    )
    if visitor is None:
        return None
    token = kept(request.app, TOKENS).access(grant, now(request))
    return Session(token, attempt.who.name, visitor.role, refresh, LASTS)


async def _settled(attempt: Attempt, closing: asyncio.Event) -> None:
    waits = [asyncio.ensure_future(attempt.settled.wait()), asyncio.ensure_future(closing.wait())]
    try:
        await asyncio.wait(waits, timeout=WAIT, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for one in waits:
            one.cancel()


def _provider(request: web.Request) -> Provider:
    settings = request.app[SETTINGS]
    if settings.issuer:
        return Provider(settings.provider or settings.issuer, settings.issuer, sample=False)
    return Provider(SAMPLE_NAME, f"{origin(request)}/sample-id", sample=True)


async def _open(app: web.Application) -> None:
    keep(app, ATTEMPTS, Attempts())
    keep(app, RELYING_PARTY, RelyingParty(app[SETTINGS], app[LOG]))


async def _close(app: web.Application) -> None:
    kept(app, ATTEMPTS).closing.set()


async def _shut(app: web.Application) -> None:
    await kept(app, RELYING_PARTY).close()


DESK = Desk("sign-in", routes, opening=_open, closing=_close, closed=_shut)
