"""The few pages the office shows in a browser: the sample provider's list, and "go back to the city".

They speak the four languages of the city.
"""

import html

from aiohttp import web

from services.page import language_of, page
from worlds.accounts import Someone

_TEXTS: dict[str, dict[str, str]] = {
    "ko": {
        "choose": "시험용 본인확인",
        "note": "시험용입니다. 아래는 지어낸 사람들이고 법적 효력이 없습니다. 한 사람을 고르세요.",
        "decline": "취소",
        "done": "확인되었습니다. 이 창을 닫고 메타버스 서울로 돌아가세요.",
        "failed": "확인하지 못했습니다. 바뀐 것은 없습니다. 메타버스 서울로 돌아가 다시 해 보세요.",
        "declined": "취소했습니다. 바뀐 것은 없습니다. 메타버스 서울로 돌아가세요.",
        "title": "메타버스 서울",
    },
    "en": {
        "choose": "Sample identity check",
        "note": "This is for trying out. The people below are invented; nothing here has legal effect. Choose one.",
        "decline": "Cancel",
        "done": "You are known now. Close this window and go back to Metaverse Seoul.",
        "failed": "You could not be identified. Nothing has changed. Go back to Metaverse Seoul and try again.",
        "declined": "Cancelled. Nothing has changed. Go back to Metaverse Seoul.",
        "title": "Metaverse Seoul",
    },
    "zh": {
        "choose": "试用身份确认",
        "note": "仅供试用。以下人物均为虚构，没有法律效力。请选择一人。",
        "decline": "取消",
        "done": "身份已确认。请关闭此窗口，回到元宇宙首尔。",
        "failed": "未能确认身份。没有任何更改。请回到元宇宙首尔重试。",
        "declined": "已取消。没有任何更改。请回到元宇宙首尔。",
        "title": "元宇宙首尔",
    },
    "ja": {
        "choose": "試験用の本人確認",
        "note": "試験用です。以下は架空の人物で、法的効力はありません。一人を選んでください。",
        "decline": "取り消す",
        "done": "確認できました。この画面を閉じて、メタバースソウルに戻ってください。",
        "failed": "確認できませんでした。何も変わっていません。メタバースソウルに戻ってやり直してください。",
        "declined": "取り消しました。何も変わっていません。メタバースソウルに戻ってください。",
        "title": "メタバースソウル",
    },
}


def returned(request: web.Request, fault: str) -> web.Response:
    """Back from the provider: known, declined or refused."""
    text = {"": "done", "accounts.sign-in-declined": "declined"}.get(fault, "failed")
    language = language_of(request)
    body = f"<p>{_TEXTS[language][text]}</p>"
    return page(language, _TEXTS[language]["title"], body, 200 if not fault else 400)


def people(request: web.Request, fields: dict[str, str], them: tuple[Someone, ...]) -> web.Response:
    """The sample provider's list: one button per person. The form carries the question on."""
    language = language_of(request)
    hidden = "".join(
        f'<input type="hidden" name="{html.escape(name)}" value="{html.escape(value)}">'
        for name, value in fields.items()
    )
    buttons = "".join(
        f'<button name="subject" value="{html.escape(one.subject)}">{html.escape(one.name)} · '
        f"{html.escape(one.born)} · {html.escape(one.district)}</button>"
        for one in them
    )
    texts = _TEXTS[language]
    form = f'<form method="post">{hidden}{buttons}<button name="subject" value="">{texts["decline"]}</button></form>'
    return page(language, texts["choose"], f'<p class="note">{texts["note"]}</p>{form}')


def refused(request: web.Request) -> web.Response:
    """A question that may not be sent back to whoever claims to have asked it (RFC 6749, section 4.1.2.1)."""
    language = language_of(request)
    return page(language, _TEXTS[language]["choose"], f"<p>{_TEXTS[language]['failed']}</p>", 400)
