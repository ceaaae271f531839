"""The old city: palaces, gates and lanes built in the Korean way, one line each."""

from worlds.entry import Entry
from worlds.seoul import bukchon, cheongwadae, deoksugung, gyeongbokgung, sungnyemun

ENTRIES: tuple[Entry, ...] = (
    gyeongbokgung.ENTRY,
    deoksugung.ENTRY,
    sungnyemun.ENTRY,
    bukchon.ENTRY,
    cheongwadae.ENTRY,
)
