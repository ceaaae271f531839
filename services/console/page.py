"""The console as a browser shows it, in the four languages of the city."""

import html
from typing import TYPE_CHECKING

from aiohttp import web

from services.bus import Home
from services.page import language_of, page
from worlds.kiosks import Kiosk

if TYPE_CHECKING:
    from services.console.desk import Console

AGAIN = 5
"""Seconds between two looks; `?still` looks once, for whoever has the page read aloud."""

_TEXTS = {
    "ko": {
        "title": "운영 현황",
        "now": "{at} 현재, 노드 {node} 기준 {people}명",
        "none": "지금 열려 있는 장소가 없습니다.",
        "kiosks": "무인 안내기",
        "zones": "열려 있는 장소",
        "ticks": "틱 {ticks}회 (평균 {ms} ms), 늦은 틱 {late}회",
    },
    "en": {
        "title": "Operations",
        "now": "{people} people, as node {node} knows it at {at}",
        "none": "No place is open now.",
        "kiosks": "Kiosks",
        "zones": "Places that are open",
        "ticks": "{ticks} ticks ({ms} ms on the average), {late} late",
    },
    "zh": {
        "title": "运行状况",
        "now": "{at}，节点 {node} 所知：{people} 人",
        "none": "目前没有开放的场所。",
        "kiosks": "自助终端",
        "zones": "开放中的场所",
        "ticks": "共 {ticks} 次刷新（平均 {ms} 毫秒），迟到 {late} 次",
    },
    "ja": {
        "title": "運用状況",
        "now": "{at} 現在、ノード {node} の把握で {people} 人",
        "none": "開いている場所はありません。",
        "kiosks": "キオスク",
        "zones": "開いている場所",
        "ticks": "ティック {ticks} 回（平均 {ms} ミリ秒）、遅れ {late} 回",
    },
}

_STATES = {
    "ko": {"resting": "쉬는 중", "in-use": "쓰는 중", "silent": "소식 없음"},
    "en": {"resting": "resting", "in-use": "in use", "silent": "not heard"},
    "zh": {"resting": "空闲", "in-use": "使用中", "silent": "无信号"},
    "ja": {"resting": "待機中", "in-use": "使用中", "silent": "応答なし"},
}
_KIOSK_HEADS = {
    "ko": ("이름", "상태", "언어", "기다리는 사람", "방문"),
    "en": ("Name", "State", "Language", "Somebody waits since", "Visits"),
    "zh": ("名称", "状态", "语言", "有人等候自", "访问"),
    "ja": ("名前", "状態", "言語", "待っている人(から)", "訪問"),
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
    rows = [_row(zone) for zone in console.zones]
    table = _table(texts["zones"], _HEADS[language], rows, 2) if rows else f"<p>{texts['none']}</p>"
    kiosks = [_kiosk(kiosk, _STATES[language]) for kiosk in console.kiosks]
    table += _table(texts["kiosks"], _KIOSK_HEADS[language], kiosks, 1) if kiosks else ""
    again = 0 if "still" in request.query else AGAIN
    return page(language, texts["title"], f"<p>{now}</p>{table}<p>{ticks}</p>", again=again)


def _table(caption: str, head: tuple[str, ...], rows: list[str], numbers: int) -> str:
    """`numbers`: so many of the last columns are numbers."""
    first = len(head) - numbers
    heads = "".join(f'<th scope="col"{_number(index >= first)}>{word}</th>' for index, word in enumerate(head))
    return f"<table><caption>{caption}</caption><tr>{heads}</tr>{''.join(rows)}</table>"


def _kiosk(kiosk: Kiosk, states: dict[str, str]) -> str:
    state = states["silent" if kiosk.silent else kiosk.state]
    words = "".join(f"<td>{html.escape(word)}</td>" for word in (state, kiosk.language, kiosk.called or ""))
    return f'<tr><th scope="row">{html.escape(kiosk.name)}</th>{words}<td{_number(True)}>{kiosk.sessions}</td></tr>'


def _row(zone: Home) -> str:
    words = "".join(f"<td>{html.escape(word)}</td>" for word in (zone.zone, zone.node))
    numbers = "".join(f"<td{_number(True)}>{number}</td>" for number in (zone.people, zone.room))
    return f'<tr><th scope="row">{html.escape(zone.place)}</th>{words}{numbers}</tr>'


def _number(is_one: bool) -> str:
    return ' class="number"' if is_one else ""
