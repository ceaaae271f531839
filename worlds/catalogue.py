"""A service as the citizen reads of it before entering: hours, audience, and why to come here at all."""

import msgspec


class Service(msgspec.Struct, frozen=True):
    """One line of GET /services."""

    slug: str
    place: str
    """The room's slug, a place one can go to."""
    title: dict[str, str]
    advantage: dict[str, str]
    """The one thing phone and web cannot do here; mandatory."""
    hours: str
    """"always", or "weekdays 09:00-18:00" in Seoul time."""
    open_now: bool
    identity: bool
    """True when some step asks for identity."""
