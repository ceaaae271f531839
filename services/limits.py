"""How often one address may ask for what costs the city a record: counted over all of its offices, by the bus.

An address stands for many people (a school, a company), so the limits are far above what people do; this very machine,
which may be a kiosk's or a test's, has none. An office that does not reach the bus lets everyone in.
"""

import math
from ipaddress import IPv6Address, ip_address, ip_network

from aiohttp import web

from services.bus import Away
from services.faults import Refusal
from services.office import BUS, SETTINGS, kept

MINUTE = 60.0
PREFIX = 64
"""Bits of an IPv6 address that one household has for itself (RFC 6177)."""


async def require_few(request: web.Request, what: str, most: int, seconds: float = MINUTE) -> None:
    """So many of these in so many seconds, for one address. Raises request.too-many (429) with the seconds to wait."""
    address = street(request)
    if address is None:
        return
    try:
        wait = await kept(request.app, BUS).count(f"{what}:{address}", most, seconds)
    except Away:
        return
    if wait:
        raise Refusal("request.too-many", 429, seconds=math.ceil(wait))


def street(request: web.Request) -> str | None:
    """The address that asks, as the proxy says where there is one (`--url`); None: this machine."""
    told = request.headers.get("X-Forwarded-For", "") if request.app[SETTINGS].url else ""
    try:
        address = ip_address(told.rpartition(",")[2].strip() or request.remote or "")
    except ValueError:
        return "unknown"
    if address.is_loopback:
        return None
    return str(ip_network((address, PREFIX), strict=False)) if isinstance(address, IPv6Address) else str(address)
