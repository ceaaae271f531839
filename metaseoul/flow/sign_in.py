"""Identity at the moment it is needed: the provider's page in a browser, or a sample provider's list shown here."""

import asyncio
import webbrowser
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

from metaseoul.faults import Refusal
from metaseoul.flow.guardian import NEEDED, consented
from metaseoul.ui import Ui
from metaseoul.ui.views import Action, View
from worlds.accounts import Session, SignedIn, SignIn, Someone

if TYPE_CHECKING:
    from metaseoul.link import Link


async def sign_in(ui: Ui, link: "Link") -> Session:
    """Asks who the citizen is. Raises Back when they change their mind, Refusal when the provider says no."""
    ticket = await link.post("/sign-in", {}, SignIn)
    if ticket.provider.sample:
        await _choose_sample(ui, link, ticket)
        signed = await link.get(f"/sign-in/{ticket.ticket}", SignedIn)
    else:
        signed = await _in_browser(ui, link, ticket)
    if signed.fault == NEEDED:
        await consented(ui, link, ticket)
        signed = await link.get(f"/sign-in/{ticket.ticket}", SignedIn)
    if signed.session is None:
        raise Refusal(signed.fault or "accounts.sign-in-failed")
    link.take(signed.session)
    return signed.session


async def _choose_sample(ui: Ui, link: "Link", ticket: SignIn) -> None:
    people = await link.get(f"{ticket.provider.issuer}/people", list[Someone])
    choices = []
    for person in people:
        note = ui.texts("sign-in.person", born=date.fromisoformat(person.born), district=person.district)
        choices.append(Action(person.subject, person.name, note))
    subject = await ui.choose("sign-in.sample", choices, body=(ui.texts("sign-in.sample.note"),))
    address = urlsplit(ticket.url)
    fields = dict(parse_qsl(address.query)) | {"subject": subject}
    await link.submit(address._replace(query="").geturl(), fields)


async def _in_browser(ui: Ui, link: "Link", ticket: SignIn) -> SignedIn:
    """Opens the provider's page outside and waits; the address is also shown, for another device."""
    webbrowser.open(ticket.url)
    view = View(
        "sign-in.browser",
        "panel",
        ui.texts("sign-in.browser", provider=ticket.provider.name),
        (ui.texts("sign-in.browser.note"), ticket.url),
    )
    shown = asyncio.ensure_future(ui.ask(view))
    try:
        while True:
            poll = asyncio.ensure_future(link.get(f"/sign-in/{ticket.ticket}", SignedIn))
            await asyncio.wait({shown, poll}, return_when=asyncio.FIRST_COMPLETED)
            if shown.done():
                poll.cancel()
                shown.result()  # raises Back or Found: the citizen went elsewhere
            signed = await poll
            if signed.state != "pending":
                return signed
    finally:
        shown.cancel()
