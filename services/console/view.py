"""The staff's pages as HTML: templates, words in Korean and English, and what a browser may do with them.

They are read without JavaScript; two small scripts of our own only look again by themselves, and speak with passkeys.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from aiohttp import web
from jinja2 import Environment, FunctionLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from services.page import language_of
from services.safety.store import MACHINE
from services.staff.store import Staff
from worlds import plan
from worlds.protocol import Fault

LANGUAGES = ("ko", "en")
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
}
STATIC = {"staff.css": "text/css", "passkey.js": "text/javascript", "live.js": "text/javascript"}
STAFF: web.RequestKey["Staff"] = web.RequestKey("staff", object)  # type: ignore[arg-type]
"""Where the middleware leaves which of the staff asks."""
PAGES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("reports", ("moderator",)),
    ("decisions", ("moderator",)),
    ("measures", ("moderator",)),
    ("hours", ("operator",)),
    ("notices", ("operator",)),
    ("people", ("operator",)),
    ("audit", ("operator",)),
    ("health", ("agent", "officer", "moderator", "operator")),
)
"""The pages, and whose they are: for the menu; what may be asked is the authority table's matter."""


def show(request: web.Request, template: str, status: int = 200, **values: object) -> web.Response:
    """A page in the reader's language."""
    chosen = language(request)
    words = Words(chosen)
    staff: Staff | None = request.get(STAFF)
    menu = [name for name, roles in PAGES if staff is not None and staff.role in roles]
    text = (
        _environment()
        .get_template(f"{template}.html")
        .render(t=words, language=chosen, staff=staff, menu=menu, page=template, path=request.path, **values)
    )
    page = web.Response(text=text, status=status, content_type="text/html", charset="utf-8", headers=HEADERS)
    if request.query.get("lang") == chosen:
        page.set_cookie("staff-language", chosen, path="/staff", httponly=True, samesite="Lax", max_age=365 * 86_400)
    return page


def refused(request: web.Request, fault: Fault, status: int) -> web.Response:
    """A refusal as a page: what, and the way on."""
    return show(request, "refused", status, fault=fault)


def static(name: str) -> web.Response:
    """A file of our own. Raises KeyError."""
    kind = STATIC[name]
    text = files("services.console").joinpath("static", name).read_text("utf-8")
    return web.Response(text=text, content_type=kind, charset="utf-8", headers={"Cache-Control": "no-cache"})


def language(request: web.Request) -> str:
    """`?lang=`, else a cookie of an earlier choice, else what the browser prefers."""
    for wish in (request.query.get("lang", ""), request.cookies.get("staff-language", "")):
        if wish in LANGUAGES:
            return wish
    told = language_of(request)
    return told if told in LANGUAGES else "en"


class Words:
    """`t("report.open")`: a text in one language; braces take values, which are escaped."""

    def __init__(self, language: str) -> None:
        self._words = _texts()
        self._language = language

    def __call__(self, key: str, **values: object) -> str:
        told = self._words[key][self._language]
        return Markup(told).format(**values) if values else told

    def place(self, slug: str) -> str:
        """A place's title; its short name where the plan has none such."""
        try:
            return plan.entry(slug).title[self._language]
        except plan.UnknownPlace:
            return slug

    def by(self, name: str) -> str:
        """Who decided: one of the staff, or the machine."""
        return self("by.machine") if name == MACHINE else name

    def fault(self, fault: Fault) -> str:
        """A refusal, in words; one that no page of the staff's should meet by its code."""
        key = f"fault.{fault.fault}"
        return self(key, **fault.values) if key in self._words else self("fault", code=fault.fault)


@cache
def _texts() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files("services.console").joinpath("texts.toml").read_text("utf-8"))


@cache
def _environment() -> Environment:
    def source(name: str) -> str | None:
        file = files("services.console").joinpath("templates", name)
        return file.read_text("utf-8") if file.is_file() else None

    environment = Environment(
        loader=FunctionLoader(source),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: dict[str, Any] = {"moment": lambda moment: moment.strftime("%Y-%m-%d %H:%M")}
    environment.filters.update(filters)
    return environment
