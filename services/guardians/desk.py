"""A guardian's consent for who is under fourteen (개인정보 보호법 제22조의2): a code of six figures, told to the child.

Who the guardian is, the identity provider vouches for; that they are the child's, they say themselves, and it is noted.
"""

import secrets

import msgspec
from aiohttp import web

from services import audit
from services.accounts.sessions import grant_of
from services.accounts.sign_in import ATTEMPTS
from services.bus import Away
from services.faults import Refusal
from services.guardians import store
from services.limits import require_few
from services.office import BUS, VISITOR, Desk, citizen, kept, look_up, now, read, reply, today, transact
from services.openapi import wire
from worlds.accounts import Answers, Consent, GuardianCode

routes = web.RouteTableDef()

COUNTS = 600.0
"""Seconds for which a code counts."""
TRIES, SECONDS = 10, 600.0
"""So many codes may be tried for one sign-in in so many seconds."""


class _Told(msgspec.Struct, frozen=True):
    """Who gave a code."""

    guardian: str


@routes.post("/guardians/codes")
@wire(gives=GuardianCode, status=201)
async def give(request: web.Request) -> web.Response:
    """A code for one child. Raises guardians.young: only adults answer for others; sessions.away."""
    who = citizen(request)
    if who.born is None or request[VISITOR].minor:
        raise Refusal("guardians.young", 403)
    bus, told = kept(request.app, BUS), msgspec.json.encode(_Told(who.id))
    try:
        for _ in range(20):
            code = f"{secrets.randbelow(1_000_000):06}"
            if await bus.put(f"guardian:{code}", told, COUNTS, new=True):
                return reply(GuardianCode(code, int(COUNTS)), status=201)
    except Away:
        pass
    raise Refusal("sessions.away", 503)


@routes.get("/guardians")
@wire(gives=Answers)
async def answers(request: web.Request) -> web.Response:
    """For how many children one answers."""
    return reply(Answers(await look_up(request, store.count, citizen(request).id)))


@routes.delete("/guardians")
@wire(gives=Answers)
async def withdraw(request: web.Request) -> web.Response:
    """For none any more: the children's visits that are known end with their time, and no other begins."""
    children = await transact(request, store.withdraw, citizen(request).id)
    return reply(Answers(len(children)))


@routes.post("/sign-in/{ticket}/guardian")
@wire(takes=Consent)
async def use(request: web.Request) -> web.Response:
    """The child tells the code at their sign-in, which then goes on. Raises accounts.unknown-ticket,
    accounts.not-yours, guardians.unknown-code, guardians.own, guardians.too-many, request.too-many, sessions.away."""
    await require_few(request, "guardian", TRIES)
    attempt = kept(request.app, ATTEMPTS).of_ticket(request.match_info["ticket"], grant_of(request), now(request))
    code, bus = (await read(request, Consent)).code, kept(request.app, BUS)
    if attempt.who is None:
        raise Refusal("accounts.unknown-ticket", 404)
    try:
        if wait := await bus.count(f"guardian:{attempt.ticket}", TRIES, SECONDS):
            raise Refusal("request.too-many", 429, seconds=int(wait) + 1)
        note = await bus.note(f"guardian:{code}")
        if note is None or not await bus.put(f"guardian:{code}:used", b"1", COUNTS, new=True):
            raise Refusal("guardians.unknown-code", 404)
    except Away:
        raise Refusal("sessions.away", 503) from None
    guardian = msgspec.json.decode(note, type=_Told).guardian
    entry = audit.Entry(guardian, now(request), "self", "child.consented")
    await transact(request, audit.audited, entry, store.consent, guardian, attempt.who.citizen, today(request))
    return web.Response(status=204)


DESK = Desk("guardians", routes)
