"""The console as a browser shows it, in the four languages of the city."""

import html
from typing import TYPE_CHECKING

from aiohttp import web

from services.bus import Home
from services.page import language_of, page

if TYPE_CHECKING:
    from services.console.desk import Console

AGAIN = 5
"""Seconds between two looks; `?still` looks once, for whoever has the page read aloud."""

_TEXTS = {
    "ko": {
        "title": "운영 현황",
        "now": "{at} 현재, 노드 {node} 기준 {people}명",
        "none": "지금 열려 있는 장소가 없습니다.",
        "zones": "열려 있는 장소",
        "ticks": "틱 {ticks}회 (평균 {ms} ms), 늦은 틱 {late}회",
    },
    "en": {
        "title": "Operations",
        "now": "{people} people, as node {node} knows it at {at}",
        "none": "No place is open now.",
        "zones": "Places that are open",
        "ticks": "{ticks} ticks ({ms} ms on the average), {late} late",
    },
    "zh": {
        "title": "运行状况",
        "now": "{at}，节点 {node} 所知：{people} 人",
        "none": "目前没有开放的场所。",
        "zones": "开放中的场所",
        "ticks": "共 {ticks} 次刷新（平均 {ms} 毫秒），迟到 {late} 次",
    },
    "ja": {
        "title": "運用状況",
        "now": "{at} 現在、ノード {node} の把握で {people} 人",
        "none": "開いている場所はありません。",
        "zones": "開いている場所",
        "ticks": "ティック {ticks} 回（平均 {ms} ミリ秒）、遅れ {late} 回",
    },
}

_HEADS = {
    "ko": ("장소", "구역", "노드", "사람", "남은 자리"),
    "en": ("Place", "Zone", "Node", "People", "Room"),
    "zh": ("场所", "分区", "节点", "人数", "余位"),
    "ja": ("場所", "区画", "ノード", "人数", "空き"),
}


def zones_page(request: web.Request, console: "Console") -> web.Response:
    """The city's zones as a table."""
    language = language_of(request)
    texts = _TEXTS[language]
    now = texts["now"].format(at=console.at, node=html.escape(console.node), people=console.people)
    ticks = texts["ticks"].format(ticks=console.ticks, ms=console.tick_ms, late=console.late)
    table = _table(texts["zones"], _HEADS[language], console.zones) if console.zones else f"<p>{texts['none']}</p>"
    again = 0 if "still" in request.query else AGAIN
    return page(language, texts["title"], f"<p>{now}</p>{table}<p>{ticks}</p>", again=again)


def _table(caption: str, head: tuple[str, ...], zones: tuple[Home, ...]) -> str:
    numbers = len(head) - 2  # the last two columns are numbers
    heads = "".join(f'<th scope="col"{_number(index >= numbers)}>{word}</th>' for index, word in enumerate(head))
    return f"<table><caption>{caption}</caption><tr>{heads}</tr>{''.join(_row(zone) for zone in zones)}</table>"


def _row(zone: Home) -> str:
    words = "".join(f"<td>{html.escape(word)}</td>" for word in (zone.zone, zone.node))
    numbers = "".join(f"<td{_number(True)}>{number}</td>" for number in (zone.people, zone.room))
    return f'<tr><th scope="row">{html.escape(zone.place)}</th>{words}{numbers}</tr>'


def _number(is_one: bool) -> str:
    return ' class="number"' if is_one else ""
