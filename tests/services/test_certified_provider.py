"""A citizen signs in at a certified provider of others (npm oidc-provider) against a real `metaseoul serve`; whatever
is put in between is refused, and the office goes on."""

import asyncio
import json
import os
import re
import secrets
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

import aiohttp
import pytest

from tests.servers import Server, free_port, program

PEER = Path(__file__).parent.parent / "peers" / "provider" / "serve.mjs"
LIMIT = 20
"""Pages from the first to the last, at most."""


@dataclass
class City:
    """An office in front of the provider, and a citizen's browser."""

    office: str
    issuer: str
    provider: Server
    browser: aiohttp.ClientSession
    log: Path

    def reasons(self) -> list[str]:
        """Why the office refused, as its log tells its operator."""
        lines = map(json.loads, self.log.read_text(encoding="utf-8").splitlines())
        return [line["reason"] for line in lines if line["event"] == "identity refused"]

    async def begin(self) -> tuple[str, dict[str, Any]]:
        """A guest who wants to be known: their token, and what the office answered."""
        async with self.browser.post(f"{self.office}/sessions", json={}) as joined:
            token = (await joined.json())["token"]
        async with self.browser.post(f"{self.office}/sign-in", json={}, headers=_bearer(token)) as begun:
            assert begun.status == 201, await begun.text()
            return token, await begun.json()

    async def outcome(self, token: str, ticket: str) -> dict[str, Any]:
        async with self.browser.get(f"{self.office}/sign-in/{ticket}", headers=_bearer(token)) as answer:
            found: dict[str, Any] = await answer.json()
            return found

    async def walk(self, url: str, person: str) -> str:
        """Through the provider's own pages, as a browser goes; the address that it sends the citizen back to."""
        jar: SimpleCookie = SimpleCookie()
        form: dict[str, str] | None = None
        for _ in range(LIMIT):
            headers = {"Cookie": "; ".join(f"{name}={morsel.value}" for name, morsel in jar.items())}
            method = "GET" if form is None else "POST"
            async with self.browser.request(method, url, data=form, headers=headers, allow_redirects=False) as page:
                for line in page.headers.getall("Set-Cookie", []):
                    jar.load(line)
                if page.status in (302, 303):
                    url, form = urljoin(url, page.headers["Location"]), None
                    if url.startswith(self.office):
                        return url
                    continue
                text = await page.text()
            assert page.status == 200, text
            url = urljoin(url, re.search(r'action="([^"]+)"', text)[1])  # type: ignore[index]
            prompt = re.search(r'name="prompt" value="(\w+)"', text)[1]  # type: ignore[index]
            form = {"prompt": prompt} | ({"login": person, "password": "any"} if prompt == "login" else {})
        raise AssertionError("the provider's pages have no end")

    async def come_back(self, url: str) -> int:
        async with self.browser.get(url) as page:
            return page.status


def _bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def _with(url: str, **other: str) -> str:
    """The same address with other values in its query."""
    parts = urlsplit(url)
    return parts._replace(query=urlencode(dict(parse_qsl(parts.query)) | other)).geturl()


def _query(url: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(url).query))


@pytest.fixture
async def city(tmp_path: Path) -> AsyncIterator[City]:
    port, here, secret = free_port(), free_port(), secrets.token_urlsafe(32)
    office, issuer = f"http://127.0.0.1:{here}", f"http://127.0.0.1:{port}"
    peer = [program("node"), str(PEER), str(port), f"{office}/sign-in/callback", secret]
    provider = Server(peer, port, tmp_path / "provider.out")
    command = [sys.executable, "-m", "metaseoul", "serve", "--data", str(tmp_path / "data"), "--port", str(here)]
    command += ["--issuer", issuer, "--client", "metaseoul", "--log", str(tmp_path / "office.jsonl")]
    serve = Server(command, here, tmp_path / "office.out", env={**os.environ, "METASEOUL_SECRET": secret})
    await asyncio.gather(asyncio.to_thread(provider.start), asyncio.to_thread(serve.start))
    async with aiohttp.ClientSession() as browser:
        found = City(office, issuer, provider, browser, tmp_path / "office.jsonl")
        await _open(found)
        yield found
    provider.kill()
    serve.stop()


async def _open(city: City) -> None:
    for _ in range(200):
        async with city.browser.get(f"{city.office}/ready") as answer:
            if answer.status == 200:
                return
        await asyncio.sleep(0.1)
    raise AssertionError("the office does not open")


async def test_a_citizen_is_known_by_name_and_every_trick_in_between_is_refused(city: City) -> None:
    token, begun = await city.begin()
    back = await city.walk(begun["url"], "kim-1")
    assert _query(back)["iss"] == city.issuer  # RFC 9207
    assert await city.come_back(back) == 200
    signed = await city.outcome(token, begun["ticket"])
    assert (signed["state"], signed["session"]["name"], signed["session"]["role"]) == ("done", "김하늘", "citizen")
    assert signed["session"]["token"] != token

    # the same answer once more, and the same code for another visit
    await city.come_back(back)
    other_token, other = await city.begin()
    stolen = _with(back, state=_query(other["url"])["state"])
    await city.come_back(stolen)
    assert (await city.outcome(other_token, other["ticket"]))["fault"] == "accounts.sign-in-failed"

    # a code that was asked for with another nonce: the token's does not fit the visit
    token, begun = await city.begin()
    await city.come_back(await city.walk(_with(begun["url"], nonce="of somebody else"), "kim-1"))
    assert (await city.outcome(token, begun["ticket"]))["fault"] == "accounts.sign-in-failed"

    # a code that was given to another client, whose audience it is
    token, begun = await city.begin()
    await city.come_back(await city.walk(_with(begun["url"], client_id="another"), "kim-1"))
    assert (await city.outcome(token, begun["ticket"]))["fault"] == "accounts.sign-in-failed"

    # a code that was asked for with another verifier (PKCE)
    token, begun = await city.begin()
    await city.come_back(await city.walk(_with(begun["url"], code_challenge="A" * 43), "kim-1"))
    assert (await city.outcome(token, begun["ticket"]))["fault"] == "accounts.sign-in-failed"

    # an answer in the name of another issuer (mix-up, RFC 9207)
    token, begun = await city.begin()
    await city.come_back(_with(await city.walk(begun["url"], "kim-1"), iss="https://another.example"))
    assert (await city.outcome(token, begun["ticket"]))["fault"] == "accounts.sign-in-failed"

    assert city.reasons() == ["code", "nonce", "code", "code", "answer of another issuer"]

    # a state that nobody has
    token, begun = await city.begin()
    await city.come_back(_with(await city.walk(begun["url"], "kim-1"), state="guessed"))
    async with city.browser.get(f"{city.office}/sessions/me", headers=_bearer(token)) as me:
        assert (await me.json())["role"] == "guest"

    # and after all of it an honest sign-in
    token, begun = await city.begin()
    await city.come_back(await city.walk(begun["url"], "teen-1"))
    assert (await city.outcome(token, begun["ticket"]))["session"]["name"] == "이봄"


async def test_a_provider_that_is_away_is_said_and_when_it_is_back_one_signs_in(city: City) -> None:
    city.provider.kill()
    async with city.browser.post(f"{city.office}/sessions", json={}) as joined:
        token = (await joined.json())["token"]
    async with city.browser.post(f"{city.office}/sign-in", json={}, headers=_bearer(token)) as refused:
        assert refused.status in (502, 503)
        assert (await refused.json())["fault"] == "accounts.provider-away"
    await asyncio.to_thread(city.provider.start)
    token, begun = await city.begin()
    await city.come_back(await city.walk(begun["url"], "kim-1"))
    assert (await city.outcome(token, begun["ticket"]))["state"] == "done"
