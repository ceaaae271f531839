"""The rooms of City Hall above and beside the lobby: the mayor's floor, the Sky Plaza, the hall of the 120 centre."""

from worlds.entry import Entry
from worlds.seoul.city_hall_rooms import hall_120, mayor_corridor, mayor_office, sky_plaza
from worlds.shape import Room

ENTRIES: tuple[Entry, ...] = (mayor_corridor.ENTRY, mayor_office.ENTRY, sky_plaza.ENTRY)
"""The rooms on the upper floors, which the lift goes to."""
ROOMS: tuple[Room, ...] = (hall_120.ROOM,)
"""The rooms that hang in a bay of the lobby."""
ARRIVALS = {mayor_corridor.SLUG: mayor_corridor.ARRIVE, sky_plaza.SLUG: sky_plaza.ARRIVE}
"""Where one leaves the lift, and the heading there."""
