"""A guardian's consent: an adult is given a code for a child; a child who signs in is asked for it."""

from typing import TYPE_CHECKING

from metaseoul.faults import Refusal
from metaseoul.ui import Ui
from metaseoul.ui.views import Action
from worlds.accounts import Answers, Consent, GuardianCode, SignIn

if TYPE_CHECKING:
    from metaseoul.link import Link
    from metaseoul.visit import Visit

NEEDED = "accounts.guardian-needed"


async def guardian(visit: "Visit") -> None:
    """For how many one answers, a code for another, or for none any more. Raises Back, Refusal."""
    ui, texts = visit.ui, visit.texts
    answers = await visit.identified(lambda: visit.link.get("/guardians", Answers))
    actions = [Action("code", texts("guardian.code"))]
    if answers.children:
        actions.append(Action("withdraw", texts("guardian.withdraw")))
    body = (texts("guardian.note"), texts("guardian.count", count=answers.children))
    if await ui.choose("guardian", actions, body=body) == "code":
        code = await visit.link.post("/guardians/codes", {}, GuardianCode)
        ui.say("guardian.told", code=code.code, minutes=code.lasts // 60)
    else:
        await visit.link.delete("/guardians", Answers)
        ui.say("guardian.withdrawn")


async def consented(ui: Ui, link: "Link", ticket: SignIn) -> None:
    """Asks a child for the code, until one counts. Raises Back."""
    while True:
        code = "".join(letter for letter in await ui.line("guardian.line") if letter.isdecimal())
        try:
            await link.post(f"/sign-in/{ticket.ticket}/guardian", Consent(code), type(None))
            return
        except Refusal as refusal:
            if refusal.code not in ("guardians.unknown-code", "request.malformed"):
                raise
            ui.say("guardian.wrong")
