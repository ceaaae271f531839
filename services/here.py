"""What is told on this machine alone: counts and the console. Whoever comes through a proxy comes from elsewhere."""

from ipaddress import ip_address

from aiohttp import web

from services.faults import Refusal

FORWARDED = ("X-Forwarded-For", "Forwarded", "X-Real-IP")


def require_here(request: web.Request) -> None:
    """Raises request.unknown-path unless the asker is a program on this machine that speaks for itself."""
    try:
        here = ip_address(request.remote or "").is_loopback
    except ValueError:
        here = False
    if not here or any(name in request.headers for name in FORWARDED):
        raise Refusal("request.unknown-path", 404)
