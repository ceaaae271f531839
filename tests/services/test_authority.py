"""Whatever can be asked of the office stands in one table, and nobody may do what the table does not say."""

import itertools
import typing
from datetime import timedelta
from urllib.parse import parse_qsl, urlsplit

import aiohttp
import jwt
import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from services.app import DESKS
from services.authority import AUDIENCES, ROLES, table
from services.office import CALENDAR, STORE, kept
from services.registry.sample import sample_people
from services.safety import review
from services.safety.reports import SAFETY
from services.staff.store import remove
from tests.services.conftest import HandSet, Office
from tests.services.live import Bot, on_line
from tests.services.staff import Member, signed_in
from worlds.protocol import PROTOCOL, Goodbye, Hello, Welcome
from worlds.sessions.wire import (
    Befriend,
    Block,
    Blocked,
    Done,
    Followed,
    Friend,
    Go,
    Move,
    Refused,
    Report,
    Reported,
    Say,
    Spoken,
)

FORGER = Ed25519PrivateKey.generate()
ONE, TWO = (person.subject for person in sample_people()[:2])
ASKERS = (
    "nobody",
    "garbage",
    "forged",
    "left",
    "stolen before signing in",
    "expired",
    "guest",
    "citizen",
    "another citizen",
    "from elsewhere",
    "agent",
    "officer",
    "moderator",
    "operator",
    "moderator who signed out",
    "moderator since yesterday",
    "moderator who was removed",
    "moderator led by another site",
    "moderator with another's page",
)
"""Who tries: without a token; with one that is none, that nobody was given, whose visit ended, that was exchanged at
sign-in, that is too old; and those who are who they say. From elsewhere: a citizen through a proxy. Then the staff, by
role and by what became of their passkey; the last two send forms without the word of a page that was shown to them."""
STAFF = ASKERS[10:]
FORMER = frozenset(STAFF[4:7])
LED = frozenset(STAFF[7:])
STRANGERS = frozenset(ASKERS[:6])
NOBODY = (
    "accounts.unknown-session",
    "accounts.identity-needed",
    "staff.sign-in",
    "staff.not-yours",
    "staff.other-page",
)
REFUSALS = {401, 403, 404}
ANY = {
    "sanction": "1",
    "receipt": "AAAA-AAAA",
    "word": "nothing",
    "file": "nothing.css",
    "number": "0000-0000-0000-0000",
    "code": "0000",
    "ticket": "nothing",
    "name": "somewhere",
}


@pytest.fixture
async def tokens(office: Office, today: HandSet) -> dict[str, str]:
    """A token for each who tries."""
    day = today.day
    today.day = day - timedelta(days=2)
    expired = await office.join_as(ONE)
    today.day = day
    left = await office.join_as(ONE)
    await office.delete("/sessions/me", left)
    stolen = await office.join()
    begun = await (await office.post("/sign-in", {}, stolen)).json()
    await _choose(office, begun["url"], "sample-1")
    assert (await (await office.get(f"/sign-in/{begun['ticket']}", stolen)).json())["state"] == "done"
    own = await office.join_as(ONE)
    return {
        "nobody": "",
        "garbage": "a.b.c",
        "forged": jwt.encode(
            {"iss": "metaseoul", "aud": "metaseoul", "jti": "x", "iat": 0, "exp": 2**40}, FORGER, "EdDSA"
        ),
        "left": left,
        "stolen before signing in": stolen,
        "expired": expired,
        "guest": await office.join(),
        "citizen": own,
        "another citizen": await office.join_as(TWO),
        "from elsewhere": own,
    }


@pytest.fixture
async def staff(office: Office, today: HandSet) -> dict[str, Member]:
    """Each of the staff who tries."""
    day = today.day
    today.day = day - timedelta(days=1)
    members = {"moderator since yesterday": await signed_in(office, "어제")}
    today.day = day
    for role in ("agent", "officer", "moderator", "operator"):
        members[role] = await signed_in(office, role, role)
    for asker in ("moderator who signed out", "moderator who was removed", *sorted(LED)):
        members[asker] = await signed_in(office, asker)
    await members["moderator who signed out"].send("/staff/sign-out")
    await kept(office.client.app, STORE).transact(remove, "moderator who was removed")
    return members


async def _choose(office: Office, url: str, subject: str) -> None:
    form = dict(parse_qsl(urlsplit(url).query)) | {"subject": subject}
    async with office.client.post(urlsplit(url).path, data=form) as answer:
        assert answer.status == 200


def routes() -> list[str]:
    """Everything that the desks and the office itself can be asked."""
    own = ["GET /health", "GET /ready"]
    return own + [f"{route.method} {route.path}" for desk in DESKS for route in desk.routes]  # type: ignore[attr-defined]


def test_every_request_stands_in_the_table_and_the_table_has_no_other() -> None:
    assert sorted(routes()) == sorted(table().requests)


def test_every_word_of_the_live_line_stands_in_the_table() -> None:
    words = {kind.__struct_config__.tag for kind in typing.get_args(Spoken)} - {Hello.__struct_config__.tag}
    assert words == table().words


async def _word(asker: str, member: Member) -> str:
    if asker in FORMER:
        return "a word of long ago"
    return "another's word" if asker == "moderator with another's page" else await member.csrf()


async def ask(
    office: Office, what: str, asker: str, token: str, member: Member | None = None, **values: str
) -> aiohttp.ClientResponse:
    method, path = what.split(" ", 1)
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    if asker == "from elsewhere":
        headers["X-Forwarded-For"] = "203.0.113.9"
    if member is not None and path.startswith("/staff") and table().requests[what] in ROLES:
        word = "" if method == "GET" else await _word(asker, member)
        headers |= {"Origin": "https://evil.example"} if asker == "moderator led by another site" else {}
        return await office.client.request(
            method,
            path.format(**(ANY | values)),
            headers=headers,
            cookies=member.cookies,
            data=None if method == "GET" else {"csrf": word},
            allow_redirects=False,
        )
    return await office.client.request(
        method,
        path.format(**(ANY | values)),
        headers=headers,
        json=None if method == "GET" else {},
        allow_redirects=False,
    )


def expected(audience: str, asker: str, is_form: bool) -> set[str]:
    """The fault of who may not; empty: they may, and what comes of it is the desk's matter."""
    if audience in ROLES:
        if asker not in STAFF or asker in FORMER:
            return {"staff.sign-in"}
        role = "moderator" if asker in LED else asker
        if role not in ROLES[audience]:
            return {"staff.not-yours"}
        return {"staff.other-page"} if is_form and asker in LED else set()
    if asker in STAFF:  # without a visit they are nobody to what citizens ask
        return {"accounts.unknown-session"} if audience in ("guest", "citizen") else set()
    if audience == "operator":
        return {"request.unknown-path"} if asker == "from elsewhere" else set()
    if audience in ("guest", "citizen") and asker in STRANGERS:
        return {"accounts.token-expired" if asker == "expired" else "accounts.unknown-session"}
    if audience == "citizen" and asker == "guest":
        return {"accounts.identity-needed"}
    return set()


async def test_nobody_may_do_what_the_table_does_not_say(
    office: Office, tokens: dict[str, str], staff: dict[str, Member], capsys: pytest.CaptureFixture[str]
) -> None:
    cells, refused, wrong = 0, 0, []
    last = ("DELETE /sessions/me", "DELETE /my-data", "POST /staff/sign-out")  # after these a token is worth nothing
    for what, asker in itertools.product(sorted(table().requests, key=lambda one: (one in last, one)), ASKERS):
        if what == "GET /live" or (what in last and asker == "from elsewhere"):
            continue
        answer = await ask(office, what, asker, tokens.get(asker, ""), staff.get(asker))
        faults = expected(table().requests[what], asker, not what.startswith("GET"))
        body = b"" if what == "GET /staff/events" and not faults else await answer.read()
        answer.close()
        cells += 1
        fault = _fault(body) if answer.status >= 400 else ""
        refused += bool(faults)
        if faults and (answer.status not in REFUSALS or fault not in faults):
            wrong.append(f"{asker} may {what}: {answer.status} {fault}")
        if not faults and (answer.status >= 500 or fault in NOBODY):
            wrong.append(f"{asker} may not {what}: {answer.status} {fault}")
        if what == "DELETE /sessions/me" and asker == "guest":
            tokens["guest"] = await office.join()
        if what in last and asker in ("citizen", "another citizen"):
            tokens[asker] = await office.join_as(ONE if asker == "citizen" else TWO)
    assert wrong == []
    with capsys.disabled():
        print(f"\n{cells} cells of request x asker tried, {refused} of them to be refused; {len(AUDIENCES)} audiences")


def _fault(body: bytes) -> str:
    try:
        return str(msgspec.json.decode(body)["fault"])
    except (msgspec.DecodeError, KeyError, TypeError):
        return ""


async def test_what_is_anothers_is_not_found_or_not_theirs(office: Office, tokens: dict[str, str]) -> None:
    """The things in the paths: a document, a sign-in, a seat beside somebody."""
    wish = {"kind": "resident-register", "key": "key-00001", "purpose": "은행 제출용"}
    number = (await (await office.post("/documents", wish, tokens["citizen"])).json())["number"]
    ticket = (await (await office.post("/sign-in", {}, tokens["citizen"])).json())["ticket"]
    code = (await (await office.post("/beside", {}, tokens["citizen"])).json())["code"]
    for asker in ("guest", "another citizen"):
        tries = [
            await ask(office, "GET /documents/{number}/pdf", asker, tokens[asker], number=number),
            await ask(office, "GET /sign-in/{ticket}", asker, tokens[asker], ticket=ticket),
            await ask(office, "PUT /beside/{code}", asker, tokens[asker], code=code),
            await ask(office, "GET /beside/{code}", asker, tokens[asker], code=code),
            await ask(office, "PUT /beside/{code}/point", asker, tokens[asker], code=code),
            await ask(office, "DELETE /beside/{code}", asker, tokens[asker], code=code),
        ]
        assert all(answer.status in REFUSALS for answer in tries), [answer.status for answer in tries]
    owner = await office.get(f"/documents/{number}/pdf", tokens["citizen"])
    assert owner.status == 200


async def test_no_word_is_taken_on_the_live_line_from_who_has_no_visit(office: Office, tokens: dict[str, str]) -> None:
    for asker in sorted(STRANGERS):
        async with office.client.ws_connect("/live") as line:
            hello = Hello(PROTOCOL, tokens[asker], "yard", "yard-digest", "")
            await line.send_bytes(msgspec.msgpack.encode(hello))
            said = msgspec.msgpack.decode((await line.receive(5)).data, type=Goodbye)
            expected = "accounts.token-expired" if asker == "expired" else "accounts.unknown-session"
            assert said.reason == expected, asker
    for asker in ("guest", "citizen", "another citizen"):
        async with on_line(office, tokens[asker]) as bot:
            assert bot.me


async def test_whoever_was_limited_may_say_only_the_words_of_the_table(office: Office) -> None:
    """Each word of the live line, said by who is free, who is silent, and who is kept out."""
    other = await office.join()
    for state in ("free", "silent"):
        async with on_line(office) as bot, on_line(office, other) as near:
            if state == "silent":
                await _limited(office, bot, near)
            words = {
                "move": Move(*bot.here, 0.0),
                "say": Say("말", seq=1),
                "go": Go("hall", "hall-digest"),
                "block": Block(near.me),
                "befriend": Befriend(near.me),
                "report": Report(near.me, "other"),
                "goodbye": Goodbye("left"),
            }
            assert set(words) == table().words
            for tag, word in sorted(words.items(), key=lambda one: (one[0] in ("go", "goodbye"), one[0])):
                await bot.say(word)
                silent = state == "silent" and tag not in table().silent
                if silent:
                    assert (await bot.until(Refused)).fault == "safety.silent"
                elif tag in ANSWERED:
                    assert await bot.until(ANSWERED[tag])
            while not await bot.is_shut():
                pass


ANSWERED = {"say": Done, "go": Welcome, "befriend": Friend, "block": Blocked, "report": Reported}


async def _limited(office: Office, bot: Bot, near: Bot) -> None:
    await near.say(Report(bot.me, "insult"))
    receipt = (await near.until(Reported)).receipt
    app = office.client.app
    _, measure = await kept(app, STORE).transact(review.decide, receipt, "action", "김담당", app[CALENDAR]())
    await kept(app, SAFETY).follow(measure)
    await bot.until(Followed)
