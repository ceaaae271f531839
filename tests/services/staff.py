"""One of the staff, signed in: invited, with a passkey, holding a cookie; and the pages as they see them."""

import re
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientResponse

from services.accounts.sessions import hashed, new_token
from services.office import CALENDAR, STORE, kept
from services.staff import store
from tests.services.authenticator import Authenticator
from tests.services.conftest import Office

PAGE = {"Accept": "text/html", "Accept-Language": "ko"}


@dataclass
class Member:
    """`get` and `send` ask as them: a form brings back the word of a page that was shown to them."""

    office: Office
    name: str
    key: Authenticator
    cookies: dict[str, str] = field(default_factory=dict)

    async def get(self, path: str, **more: Any) -> ClientResponse:
        return await self.office.client.get(path, headers=PAGE, cookies=self.cookies, allow_redirects=False, **more)

    async def send(self, path: str, csrf: str | None = None, **fields: str) -> ClientResponse:
        word = await self.csrf() if csrf is None else csrf
        return await self.office.client.post(
            path, data=fields | {"csrf": word}, headers=PAGE, cookies=self.cookies, allow_redirects=False
        )

    async def csrf(self) -> str:
        [word, *_] = re.findall(r'name="csrf" value="([^"]+)"', await (await self.get("/staff/health")).text())
        return word


def origin(office: Office) -> str:
    return f"http://localhost:{office.client.port}"


async def invited(office: Office, name: str, role: str = "moderator") -> str:
    """The word of an invitation."""
    app, word = office.client.app, new_token()
    await kept(app, STORE).transact(store.invite, name, role, hashed(word), app[CALENDAR]())
    return word


async def question(office: Office, path: str) -> dict[str, Any]:
    answer = await office.post(f"{path}/question", {})
    assert answer.status == 200, await answer.text()
    return await answer.json(content_type=None)


async def registered(office: Office, name: str, role: str = "moderator") -> Member:
    """With a passkey, not signed in."""
    path, key = f"/staff/invitations/{await invited(office, name, role)}", Authenticator(origin(office))
    assert (await office.post(path, key.registers(await question(office, path)))).status == 204
    return Member(office, name, key)


async def signed_in(office: Office, name: str, role: str = "moderator") -> Member:
    """With a passkey, and signed in by it."""
    member = await registered(office, name, role)
    answer = await office.post("/staff/sign-in", member.key.signs(await question(office, "/staff/sign-in")))
    assert answer.status == 204, await answer.text()
    member.cookies = {"staff": answer.cookies["staff"].value}
    return member
