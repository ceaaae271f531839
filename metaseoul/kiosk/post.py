"""The kiosk's own line to the city: signs of life, and a call for a person. It outlives every visit."""

import asyncio
import contextlib
import secrets
from collections.abc import Callable
from typing import NamedTuple

import msgspec
from cryptography.hazmat.primitives.asymmetric import ec
from jwt import InvalidTokenError, PyJWS

from metaseoul.faults import Refusal
from metaseoul.folders import data_folder
from metaseoul.link import Link
from metaseoul.verify import trusted
from metaseoul.verify.trust import trust_in
from worlds import kiosks


class Standing(NamedTuple):
    """How the kiosk stands now."""

    state: kiosks.State
    language: str
    sessions: int


class Badge(msgspec.Struct, frozen=True):
    """Who a kiosk is: kept in kiosk.json; its secret is made here and known to nobody else."""

    name: str
    key: str


def badge(name: str = "") -> Badge:
    """This machine's badge, under the name it has, or is given now. Raises Refusal("kiosk.badge")."""
    file = data_folder() / "kiosk.json"
    try:
        known = msgspec.json.decode(file.read_bytes(), type=Badge) if file.exists() else None
        if known is None or (name and name != known.name):
            known = Badge(name or f"kiosk-{secrets.token_hex(3)}", secrets.token_urlsafe(24))
            file.write_bytes(msgspec.json.encode(known))
            file.chmod(0o600)
    except (OSError, msgspec.DecodeError) as error:
        raise Refusal("kiosk.badge", file=str(file)) from error
    return known


def believed(signed: str, name: str, after: int) -> kiosks.Signed | None:
    """Orders for the kiosk of that name, signed by a city whose certificate this machine trusts, and newer than number
    `after`; None: not to be heeded."""
    jws = PyJWS()
    for city in trust_in(trusted()).cities:
        key = city.public_key()
        if not isinstance(key, ec.EllipticCurvePublicKey):
            continue
        try:
            told = msgspec.json.decode(jws.decode(signed, key, algorithms=["ES256"]), type=kiosks.Signed)
        except (InvalidTokenError, msgspec.DecodeError):
            continue
        return told if told.kiosk == name and told.number > after else None
    return None


class Post:
    """`on_coming` is told when somebody of the house has said that they come, `on_orders` of new orders of the city."""

    def __init__(self, url: str, who: Badge | None = None) -> None:
        self._who, self._link = who or badge(), Link(url)
        self.on_coming: Callable[[], None] = lambda: None
        self.on_orders: Callable[[kiosks.Orders], None] = lambda orders: None
        self._number = 0

    async def report(self, standing: Callable[[], Standing]) -> None:
        """Signs of life until cancelled; a city that does not answer is told again later."""
        while True:
            with contextlib.suppress(Refusal):
                await self.stand(standing())
            await asyncio.sleep(kiosks.EVERY)

    async def stand(self, now: Standing) -> None:
        """One sign of life. Raises Refusal."""
        path = f"/kiosks/{self._who.name}"
        heard = await self._link.put(path, kiosks.Standing(self._who.key, *now), kiosks.Heard)
        if heard.coming:
            self.on_coming()
        if heard.orders and (told := believed(heard.orders, self._who.name, self._number)) is not None:
            self._number = told.number
            self.on_orders(told.orders)

    async def call(self, now: Standing) -> None:
        """Asks for a person. Raises Refusal."""
        await self.stand(now)
        await self._link.post(f"/kiosks/{self._who.name}/call", kiosks.Call(self._who.key), kiosks.Heard)

    def close(self) -> None:
        self._link.close()
