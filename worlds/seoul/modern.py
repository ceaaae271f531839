"""The places of our time, and the city seen from above, which leads to each of them."""

from worlds.entry import Entry
from worlds.seoul.ddp import place as ddp
from worlds.seoul.hangang import place as hangang
from worlds.seoul.lotte_world_tower import place as lotte_world_tower
from worlds.seoul.lotte_world_tower import sky
from worlds.seoul.n_seoul_tower import summit
from worlds.seoul.relief import seoul
from worlds.seoul.seoul_forest import place as seoul_forest

ENTRIES: tuple[Entry, ...] = (
    seoul.ENTRY,
    summit.ENTRY,
    lotte_world_tower.ENTRY,
    sky.ENTRY,
    ddp.ENTRY,
    hangang.ENTRY,
    seoul_forest.ENTRY,
)
