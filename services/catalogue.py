"""The catalogue: every service of the city, when it is open, and the one reason to come here for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from aiohttp import web

from services import holidays
from services.faults import Refusal
from services.hours import is_open
from services.office import Desk, look_up, now, reply
from services.openapi import wire
from worlds.catalogue import Service


@dataclass(frozen=True)
class Entry:
    """A service as the office knows it. No advantage, no service: then phone or web is the better place."""

    slug: str
    place: str
    title: dict[str, str]
    advantage: dict[str, str]
    hours: str
    identity: bool


CATALOGUE: tuple[Entry, ...] = (
    Entry(
        slug="documents",
        place="documents",
        title={"ko": "문서 발급 · 확인", "en": "Documents", "zh": "证明文件", "ja": "証明書の発行・確認"},
        advantage={
            "ko": "받은 문서가 진짜인지 누구나 인터넷 없이 확인할 수 있습니다.",
            "en": "Anyone can check that your document is genuine, even without the internet.",
            "zh": "任何人都可以在没有网络的情况下确认您的文件是真的。",
            "ja": "受け取った証明書が本物かどうか、だれでもインターネットなしで確かめられます。",
        },
        hours="always",
        identity=True,
    ),
    Entry(
        slug="sessions",
        place="plaza",
        title={
            "ko": "서울광장에서 만나기",
            "en": "Meet at Seoul Plaza",
            "zh": "在首尔广场见面",
            "ja": "ソウル広場で会う",
        },
        advantage={
            "ko": "이름을 밝히지 않고 다른 시민과 한자리에서 걷고 이야기합니다.",
            "en": "Walk and talk with other citizens in one place, without saying who you are.",
            "zh": "无需透露姓名，即可与其他市民一起散步、交谈。",
            "ja": "名前を明かさずに、ほかの市民と同じ場所を歩き、話せます。",
        },
        hours="always",
        identity=False,
    ),
)

routes = web.RouteTableDef()


@routes.get("/services")
@wire(gives=list[Service])
async def services(request: web.Request) -> web.Response:
    """All of them, in the catalogue's order."""
    moment = now(request)
    try:
        days, hours = await look_up(request, holidays.opening)
    except Refusal:  # no records within reach: what library and catalogue know
        days, hours = {}, {}
    return reply([_shown(entry, hours.get(entry.slug, entry.hours), days, moment) for entry in CATALOGUE])


def _shown(entry: Entry, hours: str, days: Mapping[date, bool], moment: datetime) -> Service:
    open_now = is_open(hours, moment, days)
    return Service(entry.slug, entry.place, entry.title, entry.advantage, hours, open_now, entry.identity)


DESK = Desk("catalogue", routes)
