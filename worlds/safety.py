"""Kept safe: what a report may be about, the ladder of what follows, and what each of the two is told.

The steps and their names follow the city's plan of 2022 (word block, warning, action limit, participation limit); the
last one and all durations are proposals of this project.
"""

from typing import Annotated, Literal

import msgspec

Category = Literal["insult", "harassment", "sexual", "child", "threat", "fraud", "other"]
"""sexual: 성폭력처벌법 제13조; child: 아청법 제15조의2."""
CATEGORIES: tuple[Category, ...] = ("insult", "harassment", "sexual", "child", "threat", "fraud", "other")
Step = Literal["warning", "action", "participation", "account"]
"""Be told; not talk nor gesture for a while; not be among others for a while; not at all until a person has decided."""
STEPS: tuple[Step, ...] = ("warning", "action", "participation", "account")
Outcome = Literal["open", "nothing", "warning", "action", "participation", "account"]
"""Nobody has decided yet; no rule was broken; or the step that followed."""
State = Literal["proposed", "holds", "over", "lifted"]
"""A second person must agree; it is so; its time is over; taken back."""
Appeal = Literal["", "open", "upheld", "granted"]
APPEAL_LIMIT = 500
Words = Annotated[str, msgspec.Meta(min_length=1, max_length=APPEAL_LIMIT)]


class Filed(msgspec.Struct, frozen=True):
    """One of my reports."""

    receipt: str
    category: Category
    at: str
    """ISO 8601, in Seoul."""
    outcome: Outcome


class Sanction(msgspec.Struct, frozen=True):
    """What followed for me."""

    number: int
    step: Step
    category: Category
    since: str
    """ISO 8601, in Seoul."""
    until: str
    """"" : it is a warning, or open-ended."""
    state: State
    automatic: bool
    seen: bool
    appeal: Appeal
    appeal_by: str
    """The last day for one."""


class Standing(msgspec.Struct, frozen=True):
    """GET /safety: what I reported, and what followed for me."""

    reports: tuple[Filed, ...]
    sanctions: tuple[Sanction, ...]


class Appealed(msgspec.Struct, frozen=True):
    """Why I think that it was wrong."""

    words: Words
