"""How citizens reach this office: what the operator set, or the address their own connection came in on."""

from aiohttp import web

from services.office import SETTINGS


def origin(request: web.Request) -> str:
    """For example http://127.0.0.1:8417. Never from the Host header: the asker writes that."""
    settings = request.app[SETTINGS]
    if settings.url:
        return settings.url.rstrip("/")
    host, port = request.get_extra_info("sockname", ("127.0.0.1", settings.port))[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
