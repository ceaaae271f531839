"""Seats: one to a seat; who sits is seen to sit, is put nowhere, and stands before the seat when they go."""

import dataclasses

import numpy as np
import pytest

from services.office import kept
from services.sessions.hub import HUB
from services.sessions.zone import STOOD
from tests.services.conftest import CITY, Office
from tests.services.live import Bot, on_line
from worlds.seats import Seat
from worlds.sessions import wire
from worlds.sessions.wire import Go, Move, Refused

SEATS = {"seat-0": Seat(2.0, 2.0, 0.45, 90.0, (1.2, 2.0)), "seat-1": Seat(2.0, 2.6, 0.45, 90.0, (1.2, 2.6))}


@pytest.fixture(autouse=True)
def seats(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two in the yard."""
    city = kept(office.client.app, HUB).city
    monkeypatch.setitem(city, "yard", dataclasses.replace(city["yard"], seats=lambda: SEATS))  # type: ignore[arg-type]


async def sits(bot: Bot, seat: str) -> None:
    """Asks, and hears that they do."""
    await bot.say(Go("yard", CITY["yard"].digest, seat, bot.zone))
    await bot.until(wire.Crowd)


async def test_who_sits_down_is_on_the_seat_for_all_to_see(office: Office) -> None:
    async with on_line(office) as garam, on_line(office) as naru:
        await sits(garam, "seat-0")
        me = garam.people[garam.me]
        assert (me.x, me.y, me.heading, me.gesture) == (2.0, 2.0, 90.0, "sit")
        while garam.me not in naru.people or naru.people[garam.me].gesture != "sit":
            await naru.hear()
        assert (naru.people[garam.me].x, naru.people[garam.me].y) == (2.0, 2.0)


async def test_a_seat_that_is_taken_is_refused_and_one_stays_where_one_is(office: Office) -> None:
    async with on_line(office) as garam, on_line(office) as naru:
        await sits(garam, "seat-0")
        await naru.say(Go("yard", CITY["yard"].digest, "seat-0", naru.zone))
        assert await naru.until(Refused) == Refused("sessions.seat-taken", {})
        await sits(naru, "seat-1")  # beside each other, nearer than strangers stand
        assert (naru.people[naru.me].x, naru.people[naru.me].y) == (2.0, 2.6)
        assert naru.people[garam.me].gesture == "sit"


async def test_who_rises_stands_before_the_seat_and_the_seat_is_free(office: Office) -> None:
    async with on_line(office) as garam, on_line(office) as naru:
        await sits(garam, "seat-0")
        await garam.say(Move(2.1, 2.0, 45.0))  # looks round, and still sits
        await garam.say(Move(0.8, 2.0, 90.0, "walk"))
        while garam.me not in naru.people or naru.people[garam.me].x != 0.8:
            await naru.hear()
        await sits(naru, "seat-0")
        assert naru.people[naru.me].gesture == "sit"


async def test_who_leaves_frees_the_seat(office: Office) -> None:
    async with on_line(office) as naru:
        async with on_line(office) as garam:
            await naru.until(wire.Met)
            await sits(garam, "seat-0")
            await naru.until(wire.Left)  # where they stood
            await naru.until(wire.Met)
        await naru.until(wire.Left)
        await sits(naru, "seat-0")


async def test_who_comes_back_on_a_new_line_still_sits(office: Office) -> None:
    token = await office.join()
    async with on_line(office, token) as garam:
        await sits(garam, "seat-0")
        zone = garam.zone
        garam.socket._response.connection.transport.abort()  # no goodbye
    async with on_line(office, token, zone=zone) as again:
        assert again.people[again.me].gesture == "sit"
        assert (again.people[again.me].x, again.people[again.me].y) == (2.0, 2.0)


async def test_the_zones_next_owner_has_them_stand_before_the_seat(office: Office) -> None:
    async with on_line(office) as garam:
        await sits(garam, "seat-0")
        zone = kept(office.client.app, HUB).zones.named(garam.zone)
        assert zone is not None
        [row] = np.frombuffer(zone.snapshot(), STOOD)
        assert (row["x"], row["y"]) == (1.2, 2.0)
