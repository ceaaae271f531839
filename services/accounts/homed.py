"""What one node of several began is finished there: its name is part of the key, and a request that carries the key to
another node is sent home (`?node=NAME`, which the proxy reads)."""

from aiohttp import web

from services.office import BUS, SETTINGS, kept


def marked(request: web.Request, key: str) -> str:
    """A key of something that this node keeps in its memory."""
    return f"{kept(request.app, BUS).node}.{key}" if request.app[SETTINGS].bus else key


def send_home(request: web.Request, key: str) -> None:
    """Raises the redirect, unless the key is this node's, nobody's, or its node was asked for and does not answer."""
    node, dot, _ = key.partition(".")
    if not dot or not request.app[SETTINGS].bus or node == kept(request.app, BUS).node:
        return
    if request.query.get("node") != node:
        raise web.HTTPTemporaryRedirect(request.rel_url.update_query(node=node))
