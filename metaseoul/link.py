"""The line to the office: awaitable get / post, on a thread of its own so that no frame ever waits for it."""

import asyncio
import contextlib
import math
import threading
import time
from collections.abc import Coroutine
from typing import Any, TypeVar

import aiohttp
import msgspec

from metaseoul.faults import Refusal
from worlds.accounts import Refresh, Refreshed, Session
from worlds.protocol import Fault

T = TypeVar("T")
PATIENCE = aiohttp.ClientTimeout(total=30, connect=4)
EXPIRED = "accounts.token-expired"
EARLY = 0.8
"""Share of a token's time after which the next one is got."""
UNREACHABLE = (aiohttp.ClientError, OSError, ValueError)
"""ValueError: an address that is none."""


class Link:
    """One citizen's line to one office. Every call may raise Refusal; `link.unreachable` when nobody answers."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self.token: str | None = None
        self._refresh, self._until = "", math.inf
        """The word for the next token, and when that is to be got, by the monotonic clock."""
        self._refreshing = asyncio.Lock()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="link", daemon=True)
        self._thread.start()
        self._http: aiohttp.ClientSession | None = None

    async def on_line(self, work: Coroutine[Any, Any, T]) -> T:
        """Runs `work` on the line's thread; cancelling the wait cancels the work."""
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self._loop))

    def take(self, session: Session) -> None:
        """From now on one asks as this visit."""
        self.token = session.token
        self._keep(session.refresh, session.lasts)

    def forget(self) -> None:
        """One is nobody from now on."""
        self.token = None
        self._keep("", 0)

    async def fresh(self) -> str:
        """A token that counts; "": there is none. On the line's thread."""
        if self.token and self._refresh and time.monotonic() > self._until:
            await self._renew(self.token)
        return self.token or ""

    def stale(self) -> None:
        """The token's time is over, whatever one's own clock says: the next time it is asked for it is another."""
        self._until = 0.0

    async def get(self, path: str, kind: type[T]) -> T:
        return _decoded(await self.on_line(self._exchange("GET", path)), kind)

    async def post(self, path: str, value: object, kind: type[T]) -> T:
        return _decoded(await self.on_line(self._exchange("POST", path, msgspec.json.encode(value))), kind)

    async def put(self, path: str, value: object, kind: type[T]) -> T:
        return _decoded(await self.on_line(self._exchange("PUT", path, msgspec.json.encode(value))), kind)

    async def delete(self, path: str, kind: type[T]) -> T:
        return _decoded(await self.on_line(self._exchange("DELETE", path)), kind)

    async def fetch(self, path: str) -> bytes:
        """The raw body: a sheet, a certificate."""
        return await self.on_line(self._exchange("GET", path))

    async def submit(self, url: str, fields: dict[str, str]) -> str:
        """Sends a page's form as a browser would, following its redirects; the last page's text."""
        return await self.on_line(self._submit(url, fields))

    def http(self) -> aiohttp.ClientSession:
        """The HTTP session; only to be used on the line's thread."""
        if self._http is None:
            self._http = aiohttp.ClientSession(timeout=PATIENCE)
        return self._http

    def close(self) -> None:
        async def hang_up() -> None:
            others = asyncio.all_tasks() - {asyncio.current_task()}
            for task in others:
                task.cancel()
            await asyncio.gather(*others, return_exceptions=True)
            if self._http is not None:
                await self._http.close()

        asyncio.run_coroutine_threadsafe(hang_up(), self._loop).result(timeout=5)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=5)
        self._loop.close()

    async def _exchange(self, method: str, path: str, body: bytes | None = None) -> bytes:
        token = await self.fresh()
        try:
            return await self._asked(method, path, body, token)
        except Refusal as refusal:
            if refusal.code != EXPIRED or not self._refresh:
                raise
        await self._renew(token)  # the machine slept, or its clock goes otherwise
        return await self._asked(method, path, body, self.token or "")

    async def _renew(self, token: str) -> None:
        """Another token in place of this one, unless that was got meanwhile; where it is refused, the old one stays,
        and is refused in its turn."""
        async with self._refreshing:
            if self.token != token:
                return
            with contextlib.suppress(Refusal):
                wish = msgspec.json.encode(Refresh(self._refresh))
                renewed = _decoded(await self._asked("POST", "/sessions/refresh", wish, ""), Refreshed)
                self.token = renewed.token
                self._keep(renewed.refresh, renewed.lasts)

    def _keep(self, refresh: str, lasts: int) -> None:
        self._refresh, self._until = refresh, time.monotonic() + lasts * EARLY if lasts else math.inf

    async def _asked(self, method: str, path: str, body: bytes | None, token: str) -> bytes:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        if body is not None:
            headers["Content-Type"] = "application/json"
        url = path if "://" in path else self.url + path
        try:
            async with self.http().request(method, url, data=body, headers=headers) as answer:
                content = await answer.read()
                if answer.status >= 400:
                    raise _refused(content, answer.status)
                return content
        except UNREACHABLE as error:
            raise _unanswered(error, self.url) from error

    async def _submit(self, url: str, fields: dict[str, str]) -> str:
        try:
            async with self.http().post(url, data=fields) as answer:
                page = await answer.text(errors="replace")
                if answer.status >= 400:
                    raise _refused(page.encode(), answer.status)
                return page
        except UNREACHABLE as error:
            raise _unanswered(error, url) from error


def _decoded(content: bytes, kind: type[T]) -> T:
    if not content and kind is type(None):
        return None
    try:
        return msgspec.json.decode(content, type=kind)
    except msgspec.DecodeError as error:
        raise Refusal("link.misunderstood") from error


def _unanswered(error: Exception, url: str) -> Refusal:
    """Nobody there, or somebody who does not speak HTTP."""
    if isinstance(error, aiohttp.ClientResponseError):
        return Refusal("link.misunderstood")
    return Refusal("link.unreachable", url=url)


def _refused(content: bytes, status: int) -> Refusal:
    try:
        fault = msgspec.json.decode(content, type=Fault)
    except msgspec.DecodeError:
        return Refusal("link.misunderstood", status=status)
    return Refusal(fault.fault, **fault.values)
