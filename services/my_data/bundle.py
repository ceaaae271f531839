"""A citizen's data as a zip that needs no program of ours: JSON, the sheets as PDF, and what is what in words."""

import io
import zipfile
from datetime import datetime
from importlib.resources import files

import msgspec

from services.my_data.store import Whole
from services.office import Citizen
from worlds.civic.documents.wire import Issued
from worlds.my_data import Look
from worlds.safety import Standing


class About(msgspec.Struct, frozen=True):
    """my-file.json: everything the city knows of a citizen."""

    made: str
    """When, ISO 8601 in Seoul."""
    citizen: str
    """The city's own pseudonym of the person."""
    name: str
    """As the identity provider told it for this visit; it is kept until the visit ends."""
    born: str | None
    issuer: str
    """Who vouches for name and birth date."""
    documents: tuple[Issued, ...]
    looks: tuple[Look, ...]
    safety: Standing
    """What they reported, and what followed for them."""
    friends: int
    children: int
    """For how many they answer as a guardian."""


def bundle(who: Citizen, whole: Whole, now: datetime) -> bytes:
    """The zip. Files: README.txt (four languages), my-file.json (UTF-8), documents/NUMBER.pdf."""
    born = who.born.isoformat() if who.born else None
    about = About(
        now.isoformat(timespec="seconds"), who.id, who.name, born, who.issuer, whole.issued, whole.looks, *whole[3:]
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("README.txt", files("services.my_data").joinpath("README.txt").read_bytes())
        packed.writestr("my-file.json", msgspec.json.format(msgspec.json.encode(about), indent=2))
        for number, pdf in sorted(whole.sheets.items()):
            packed.writestr(f"documents/{number}.pdf", pdf, zipfile.ZIP_STORED)
    return file.getvalue()
