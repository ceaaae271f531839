"""A page of the office for a browser: it works without JavaScript, loads nothing and is kept nowhere."""

from base64 import b64encode
from hashlib import sha256

from aiohttp import web

LANGUAGES = ("ko", "en", "zh", "ja")

_STYLE = (
    "body{font:18px/1.6 sans-serif;max-width:34em;margin:3em auto;padding:0 1em;color:#1b2430;background:#f6f4ee}"
    "button{font:inherit;display:block;width:100%;text-align:left;padding:.7em 1em;margin:.4em 0;"
    "border:1px solid #8a93a0;border-radius:8px;background:#fff;color:inherit}"
    "button:focus{outline:3px solid #1f5fbf}.note{background:#fff2c9;padding:.6em 1em;border-radius:8px}"
    "table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}caption{text-align:left}"
    "th,td{padding:.35em .8em .35em 0;text-align:left;border-bottom:1px solid #d6d2c4}"
    ".number{text-align:right}meter{width:6em}"
)

_STYLE_HASH = "sha256-" + b64encode(sha256(_STYLE.encode()).digest()).decode()
_NOWHERE = "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
"""Forms go to this office only, no other page shows this one (Content Security Policy Level 3)."""


def page(language: str, name: str, body: str, status: int = 200, *, again: int = 0) -> web.Response:
    """`body` is HTML. `again`: seconds until the browser asks for it anew; 0: never."""
    refresh = f'<meta http-equiv="refresh" content="{again}">' if again else ""
    text = (
        f'<!doctype html><html lang="{language}"><meta charset="utf-8">{refresh}'
        f'<meta name="viewport" content="width=device-width">'
        f"<title>{name}</title><style>{_STYLE}</style><h1>{name}</h1>{body}</html>"
    )
    headers = {
        "Content-Security-Policy": f"default-src 'none'; style-src '{_STYLE_HASH}'; {_NOWHERE}",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-store",
    }
    return web.Response(text=text, content_type="text/html", charset="utf-8", status=status, headers=headers)


def language_of(request: web.Request) -> str:
    """What the client asked for, else what the browser prefers, else Korean."""
    wished = request.query.get("ui_locales", "").split() + request.headers.get("Accept-Language", "").split(",")
    for wish in wished:
        if (language := wish.strip()[:2].lower()) in LANGUAGES:
            return language
    return "ko"
