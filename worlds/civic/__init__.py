"""The civic rooms of the city, one line each."""

from worlds.civic.documents.room import ROOM as DOCUMENTS
from worlds.shape import Room

ROOMS: tuple[Room, ...] = (DOCUMENTS,)
