"""Every verdict and every reason has its sentence in every language."""

import re
from pathlib import Path
from typing import get_args

import metaseoul.verify
from metaseoul.texts import LANGUAGES, catalogue
from metaseoul.verify import Word
from worlds.civic.documents.facts import SILENT, Facts

SOURCE = "".join(file.read_text() for file in Path(metaseoul.verify.__file__).parent.glob("*.py"))
REASONS = {key for call in re.findall(r"because\(([^)]*)", SOURCE) for key in re.findall(r'"([a-z-]+)"', call)}
CHANGED = {f"changed.{fact}" for fact in Facts.__struct_fields__ if fact not in SILENT}


def test_every_verdict_and_reason_is_told_in_every_language():
    keys = {f"verify.{key}" for key in {*get_args(Word), *REASONS, *CHANGED, "as-of"}} | {"fault.verify.no-certificate"}
    assert len(keys) > 40
    for language in LANGUAGES:
        assert not keys - set(catalogue(language)), language


def test_a_sentence_names_the_same_values_in_every_language():
    for key in (key for key in catalogue("ko") if key.startswith(("verify.", "fault.documents."))):
        named = {tuple(sorted(re.findall(r"\{(\w+)", catalogue(language)[key]))) for language in LANGUAGES}
        assert len(named) == 1, key
