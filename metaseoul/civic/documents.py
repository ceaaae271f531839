"""The document office: ask at the desk, read what is laid there, keep it; or have a paper checked, offline."""

import asyncio
import re
import uuid
from typing import TYPE_CHECKING

import msgspec

from metaseoul.clock import now
from metaseoul.faults import Refusal
from metaseoul.folders import documents_folder, is_file, kept, path_of
from metaseoul.printer import is_there, printed
from metaseoul.screens import Screen
from metaseoul.ui import Back
from metaseoul.ui.views import Action
from metaseoul.verify import Verdict, trusted, verify, verify_code
from worlds.civic.documents.room import ROOM
from worlds.civic.documents.wire import Issued, Purpose, RegisterOptions, Request

if TYPE_CHECKING:
    from metaseoul.visit import Visit

CODE = re.compile(r"^[A-Z0-9 $%*+\-./:]{60,}$")
"""What a scanned QR says: the letters of a QR code's alphanumeric mode."""


class RegisterForm(RegisterOptions, frozen=True, kw_only=True):
    """What is asked at the desk: the sheet's options, and what it is for."""

    purpose: Purpose


class DocumentsScreen(Screen):
    """Two things are done here: `issue` at the desk, `check` at the checker's counter."""

    room = ROOM

    def __init__(self, visit: "Visit") -> None:
        super().__init__(visit)
        self._last: RegisterForm | None = None

    def takes(self, handed: str) -> str | None:
        """A PDF of this machine, or what a QR says, is something to be checked, wherever it is handed over."""
        return "check" if CODE.match(handed) or is_file(handed, ".pdf") else None

    async def issue(self) -> None:
        """A 주민등록표등본: options, identity when it is needed, the sheet on the desk."""
        texts = self.ui.texts
        start = self._last or RegisterForm(purpose=texts("documents.issue.purpose.default"))
        form = await self.ui.form("documents.issue", start, body=texts.lines("documents.issue.about"))
        await self._issue(form)

    async def again(self) -> None:
        """One more, as the last one was."""
        if self._last is not None:
            await self._issue(self._last)

    async def _issue(self, form: RegisterForm) -> None:
        options = msgspec.convert(form, RegisterOptions, from_attributes=True)
        request = Request("resident-register", uuid.uuid4().hex, options, form.purpose)

        async def handed_over() -> tuple[Issued, bytes]:
            with self.ui.busy("documents.working"):
                issued = await self.link.post("/documents", request, Issued)
                return issued, await self.link.fetch(f"/documents/{issued.number}/pdf")

        issued, sheet = await self.identified(handed_over)
        self._last, self.repeatable = form, self.ui.texts("documents.again")
        await self.desk(issued, sheet)

    async def desk(self, issued: Issued, sheet: bytes) -> None:
        """The sheet lies on the desk until it is put away; it can be kept as often as wished."""
        texts = self.ui.texts
        ways = (*(() if self.visit.kiosk else ("save",)), *(("print",) if self.visit.kiosk or is_there() else ()))
        actions = [Action(name, texts(f"documents.{name}")) for name in (*ways, "done")]
        note = texts("documents.issued", number=issued.number, until=issued.valid_until)
        while (way := await self.ui.read("documents.desk", sheet, actions, body=(note,))) in ways:
            try:
                await (self._keep(issued, sheet) if way == "save" else self._print(issued, sheet))
            except Back:
                continue
            except Refusal as refusal:  # the sheet stays where it is
                self.ui.refuse(refusal)

    async def _print(self, issued: Issued, sheet: bytes) -> None:
        with self.ui.busy("documents.printing"):
            await printed(sheet, issued.number)
        self.ui.say("documents.printed")

    async def check(self, handed: str = "") -> None:
        """Says whether a handed document is genuine, with no office and no network."""
        told = (handed or await self.ui.line("documents.check.line")).strip()
        if not told:
            return
        moment = now()
        if CODE.match(told):
            verdict = verify_code(told, trusted(), moment)
        else:
            with self.ui.busy("documents.checking"):
                verdict = await asyncio.to_thread(verify, path_of(told), trusted(), moment)
        await self._tell(verdict)

    async def _tell(self, verdict: Verdict) -> None:
        texts = self.ui.texts
        reasons = tuple(texts(reason.key, **reason.values) for reason in verdict.reasons)
        body = (*reasons, texts("verify.as-of", moment=verdict.as_of))
        await self.ui.choose(f"verify.{verdict.verdict}", [Action("done", texts("documents.done"))], body=body)

    async def _keep(self, issued: Issued, sheet: bytes) -> None:
        """Saved where the citizen chooses; from the second time on, where they chose before."""
        habits = self.visit.preferences
        folder = habits.save_folder or await self.ui.line("documents.where", default=str(documents_folder()))
        name = f"{self.ui.texts('documents.file-name')}-{issued.number}.pdf"
        try:
            file = await asyncio.to_thread(kept, path_of(folder), name, sheet)
        except (OSError, ValueError) as error:  # ValueError: a letter that no path may have
            habits.save_folder = ""
            raise Refusal("documents.not-saved", folder=folder) from error
        self.ui.say("documents.saved", file=str(file))
        habits.save_folder = str(file.parent)
        self.visit.remember()
