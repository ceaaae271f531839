"""The office's HTTP as an OpenAPI 3.1 document, made of the same wire types that the desks read and reply.

`@wire(takes=..., gives=...)` stands at each handler; GET /openapi.json tells all, with who may (authority.toml).
"""

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple, TypeVar

import msgspec
from aiohttp import web

from services.authority import table
from services.office import Desk, reply
from worlds.protocol import PROTOCOL, Fault

Handler = TypeVar("Handler", bound=Callable[..., Any])
BODYLESS = ("get", "delete")
_WIRE = "__wire__"
_TITLE = "메타버스 서울 · Metaverse Seoul"

routes = web.RouteTableDef()


class Wire(NamedTuple):
    """What a request takes and what it is answered with. `takes`: a struct; `form`: as a page's form sends it. `gives`:
    a wire type, a media type, or None: nothing; `page`: or a page, for whoever asks for one; `also`: other answers."""

    takes: type[Any] | None = None
    gives: Any = None
    status: int = 200
    form: bool = False
    also: tuple[int, ...] = ()
    page: bool = False


def wire(
    takes: type[Any] | None = None,
    gives: Any = None,
    status: int | None = None,
    form: bool = False,
    also: tuple[int, ...] = (),
    page: bool = False,
) -> Callable[[Handler], Handler]:
    """Says at a handler what goes over the wire. `status`: 200, or 204 where nothing is given."""

    def said(handler: Handler) -> Handler:
        setattr(handler, _WIRE, Wire(takes, gives, status or (200 if gives is not None else 204), form, also, page))
        return handler

    return said


def wire_of(handler: Callable[..., Any]) -> Wire | None:
    """What was said of it."""
    said: Wire | None = getattr(handler, _WIRE, None)
    return said


@routes.get("/openapi.json")
@wire(gives=dict[str, Any])
async def tell(request: web.Request) -> web.Response:
    """This document."""
    return reply(document(request.app[DESKS]))


@cache
def document(desks: tuple[Desk, ...]) -> dict[str, Any]:
    """All that can be asked, as OpenAPI 3.1.0."""
    asked = [route for desk in desks for route in desk.routes if isinstance(route, web.RouteDef)]
    said = [(route, found) for route in asked if (found := wire_of(route.handler)) is not None]
    kinds = [
        kind for _, one in said for kind in (one.takes, one.gives) if kind is not None and not isinstance(kind, str)
    ]
    schemas, components = msgspec.json.schema_components([*kinds, Fault], ref_template="#/components/schemas/{name}")
    named = {id(kind): schema for kind, schema in zip(kinds, schemas, strict=False)}
    paths: dict[str, dict[str, Any]] = {}
    for route, one in said:
        method = route.method.lower()
        paths.setdefault(route.path, {})[method] = _operation(route, method, one, named, schemas[-1])
    return {
        "openapi": "3.1.0",
        "info": {
            "title": _TITLE,
            "version": str(PROTOCOL),
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {
                "visit": {"type": "http", "scheme": "bearer"},
                "staff": {"type": "apiKey", "in": "cookie", "name": "staff"},
            },
        },
    }


def _operation(
    route: web.RouteDef, method: str, one: Wire, named: dict[int, Any], fault: dict[str, Any]
) -> dict[str, Any]:
    audience = table().requests[f"{route.method} {route.path}"]
    operation: dict[str, Any] = {
        "operationId": f"{method}{route.path}".replace("/", "_").replace("{", "").replace("}", ""),
        "summary": (route.handler.__doc__ or "").partition("\n")[0],
        "x-audience": audience,
        "parameters": [
            {"name": name, "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}}
            for name in _names(route.path)
        ],
        "responses": {},
    }
    if audience in ("guest", "citizen"):
        operation["security"] = [{"visit": []}]
    if audience in ("staff", "moderator", "signed-operator"):
        operation["security"] = [{"staff": []}]
    if one.takes is not None:
        media = "application/x-www-form-urlencoded" if one.form else "application/json"
        operation["requestBody"] = {"required": True, "content": {media: {"schema": named[id(one.takes)]}}}
    if isinstance(one.gives, str):
        content: dict[str, Any] = {one.gives: {}}
    else:
        content = {} if one.gives is None else {"application/json": {"schema": named[id(one.gives)]}}
    refusal: dict[str, Any] = {"application/json": {"schema": fault}}
    if one.page or one.form or one.gives == "text/html":
        content, refusal = content | {"text/html": {}}, refusal | {"text/html": {}}
    operation["responses"]["default"] = _answer("a refusal: nothing has changed", refusal)
    operation["responses"][str(one.status)] = _answer("done", content)
    for status in one.also:
        operation["responses"][str(status)] = _answer("otherwise", {})
    return operation


def _answer(words: str, content: dict[str, Any]) -> dict[str, Any]:
    return {"description": words} | ({"content": content} if content else {})


def _names(path: str) -> list[str]:
    return [part.partition("}")[0] for part in path.split("{")[1:]]


DESKS: web.AppKey[tuple[Desk, ...]] = web.AppKey("desks", tuple)
DESK = Desk("openapi", routes)
