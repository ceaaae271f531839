"""The press: from a request to a signed sheet. It holds the register, the key and the threads that do the drawing."""

import asyncio
import secrets
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

from services.civic.documents import rules
from services.civic.documents.keys import Keys, open_keys
from services.civic.documents.sheet import facts_file, sheet
from services.civic.documents.signature import Signature
from services.civic.documents.store import Document
from services.registry.port import Registry
from worlds.civic.documents.facts import Facts, Home
from worlds.civic.documents.number import number_of
from worlds.civic.documents.seal import Seal, facts_digest
from worlds.civic.documents.wire import Issued, Request

THREADS = 2
"""Drawing leaves Python's lock, so two draw at once; more only delay each other."""


class Press:
    """Prints sheets; `open_press` makes one. Safe to use from several threads."""

    def __init__(self, registry: Registry, keys: Keys) -> None:
        self.registry, self.keys = registry, keys
        self._signature = Signature(keys)
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="press")

    async def document(self, citizen: str, subject: str, request: Request, now: datetime) -> Document:
        """A new document for this person. Raises documents.no-register, documents.purpose, documents.letters."""
        return await asyncio.get_running_loop().run_in_executor(
            self._threads, self.printed, citizen, subject, request, now
        )

    def printed(self, citizen: str, subject: str, request: Request, now: datetime) -> Document:
        """The same on the caller's thread. Blocks for some fifteen milliseconds."""
        household = self.registry.household_of(subject)
        who = rules.applicant(subject, household)
        assert household  # whoever asks lives in it
        at, number = now.replace(microsecond=0), number_of(secrets.randbelow(rules.NUMBERS))
        sample, day = self.registry.sample, at.date()
        facts = rules.facts(number, household, who, request.options, request.purpose, day, sample)
        signed, pages = self._signed(facts, rules.masked_name(who.name), at)
        issued = Issued(number, rules.KIND, at, facts.valid_until, pages, sample)
        return Document(citizen, request, issued, signed)

    def warm(self, now: datetime) -> None:
        """Load fonts and template, so that the first citizen waits no longer than the second."""
        home = Home("", "", "", "")
        blank = Facts(
            number_of(0), rules.KIND, rules.TITLE, "", "", "", "", (), home, (), "", "", "", "", now.date(), True
        )
        self._signed(blank, "", now)

    def _signed(self, facts: Facts, name: str, at: datetime) -> tuple[bytes, int]:
        """(the signed PDF, how many pages it has)"""
        file, day = facts_file(facts), at.date()
        digest, issuer = facts_digest(file), self._signature.issuer
        seal = Seal(facts.number, facts.kind, day, facts.valid_until, name, digest, issuer, facts.sample)
        return self._signature.sheet(sheet(file, self._signature.seal(seal), at), at)


def open_press(folder: Path, registry: Registry, now: datetime) -> Press:
    """A warm press with the keys of this folder. Blocks for about a second; raises StartFault."""
    press = Press(registry, open_keys(folder, now))
    press.warm(now)
    return press
