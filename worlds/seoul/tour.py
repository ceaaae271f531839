"""The city tour bus: its courses, stop by stop, with what is told on the way.

Real buses run since 13 October 2000 from Gwanghwamun (tafisacongress2017, visitseoul). Order of the palace course:
its timetable of 2023, general knowledge; where the stops lie: general knowledge, +-60 m. The course of the ten sights
is this city's own: no real bus runs it, and its name says so.
"""

from math import hypot

import msgspec

from worlds.shape import ESSENTIAL, Box, Group, Spot, Words


class Stop(msgspec.Struct, frozen=True):
    """Where the bus halts: true metres east and north of 37.5665 N 126.9780 E."""

    name: Words
    at: Spot
    place: str = ""
    """The place of the city where one alights; empty: there is none yet, one sees it from the bus."""
    told: Words = msgspec.field(default_factory=dict)
    """What the guide says here; empty: the place speaks for itself."""


class Course(msgspec.Struct, frozen=True):
    """A round: from its last stop the bus goes on to the first."""

    slug: str
    name: Words
    stops: tuple[Stop, ...]

    def from_(self, place: str) -> tuple[Stop, ...]:
        """The stops in order, beginning where one boards: at a place's own stop, else at the first."""
        first = next((number for number, stop in enumerate(self.stops) if stop.place == place), 0)
        return self.stops[first:] + self.stops[:first]

    @property
    def length(self) -> float:
        """Metres of the round as the crow flies from stop to stop."""
        return sum(
            hypot(b.at[0] - a.at[0], b.at[1] - a.at[1])
            for a, b in zip(self.stops, (*self.stops[1:], self.stops[0]), strict=True)
        )


def _words(ko: str, en: str, zh: str, ja: str) -> Words:
    return {"ko": ko, "en": en, "zh": zh, "ja": ja}


GWANGHWAMUN = Stop(_words("광화문", "Gwanghwamun", "光化门", "光化門"), (-150, 355), "gwanghwamun-square")
DDP = Stop(
    _words("동대문디자인플라자", "Dongdaemun Design Plaza", "东大门设计广场", "東大門デザインプラザ"),
    (2730, 167),
    "ddp",
)
N_TOWER = Stop(_words("N서울타워", "N Seoul Tower", "N首尔塔", "Nソウルタワー"), (981, -1842), "n-seoul-tower")
CHEONGWADAE = Stop(_words("청와대 앞", "Cheong Wa Dae", "青瓦台", "青瓦台前"), (-283, 1965), "cheongwadae")
GYEONGBOKGUNG = Stop(_words("경복궁", "Gyeongbokgung", "景福宫", "景福宮"), (141, 1498), "gyeongbokgung")
BUKCHON = Stop(_words("북촌", "Bukchon", "北村", "北村"), (495, 1700), "bukchon")

PALACES = Course(
    "palaces",
    _words("도심·고궁·남산", "Downtown, palaces, Namsan", "市中心·古宫·南山", "都心・古宮・南山"),
    (
        GWANGHWAMUN,
        Stop(
            _words("명동", "Myeong-dong", "明洞", "明洞"),
            (725, -633),
            told=_words(
                "골목마다 가게와 노점이 이어지는 번화가입니다. 언덕 위에는 1898년에 지은 명동성당이 있습니다.",
                "Lanes of shops and food stalls. On the hill stands the cathedral of 1898.",
                "店铺与小吃摊遍布街巷的闹市，山坡上矗立着1898年建成的明洞圣堂。",
                "店と屋台が軒を連ねる繁華街です。丘の上には1898年に建てられた明洞聖堂があります。",
            ),
        ),
        Stop(
            _words("남산골한옥마을", "Namsangol Hanok Village", "南山谷韩屋村", "南山コル韓屋村"),
            (1396, -588),
            told=_words(
                "서울 곳곳에 있던 한옥 다섯 채를 옮겨 지은 마을입니다. 뜰에서 남산을 올려다볼 수 있습니다.",
                "Five old houses from across Seoul, rebuilt together, with Namsan above their garden.",
                "从首尔各处迁建的五座韩屋组成的村落，庭院里可以仰望南山。",
                "ソウル各地から移築した5棟の韓屋の村です。庭から南山を見上げられます。",
            ),
        ),
        Stop(
            _words("장충동", "Jangchung-dong", "奖忠洞", "奨忠洞"),
            (2165, -754),
            told=_words(
                "장충체육관과 족발 골목으로 이름난 동네입니다.",
                "A quarter known for its round gymnasium and its street of pork restaurants.",
                "这里以奖忠体育馆和猪脚一条街闻名。",
                "奨忠体育館と豚足通りで知られる町です。",
            ),
        ),
        Stop(
            _words("장충단공원", "Jangchungdan Park", "奖忠坛公园", "奨忠壇公園"),
            (2377, -1021),
            told=_words(
                "나라를 지키다 숨진 이들을 기려 1900년 제단을 세운 곳입니다. 여기서 한양도성 길이 남산에 오릅니다.",
                "An altar for the fallen was set up here in 1900. From here the old city wall climbs Namsan.",
                "1900年曾在此设坛祭奠殉国者，汉阳都城步道由此登上南山。",
                "1900年に殉国者をまつる祭壇が設けられた場所です。漢陽都城の道がここから南山へ登ります。",
            ),
        ),
        N_TOWER,
        Stop(
            _words("한남동", "Hannam-dong", "汉南洞", "漢南洞"),
            (1679, -2985),
            told=_words(
                "남산 남쪽 기슭, 한강이 내려다보이는 언덕입니다. 이태원이 가깝습니다.",
                "The southern slope of Namsan, looking down to the Han River; Itaewon is near.",
                "南山南麓、可俯瞰汉江的山坡，梨泰院就在附近。",
                "南山の南のふもと、漢江を見下ろす丘です。梨泰院が近くにあります。",
            ),
        ),
        DDP,
        Stop(
            _words("대학로", "Daehangno", "大学路", "大学路"),
            (2120, 1632),
            told=_words(
                "작은 극장이 백 곳 넘게 모인 연극의 거리입니다. 마로니에공원이 그 한가운데에 있습니다.",
                "A street of more than a hundred small theatres round Marronnier Park.",
                "上百家小剧场聚集的戏剧之街，马罗尼埃公园位于中心。",
                "百を超える小劇場が集まる演劇の街です。真ん中にマロニエ公園があります。",
            ),
        ),
        Stop(
            _words("창경궁", "Changgyeonggung Palace", "昌庆宫", "昌慶宮"),
            (1670, 1343),
            told=_words(
                "1483년 왕실의 어른들을 모시려고 지은 궁궐입니다. 1909년에 세운 유리 온실이 남아 있습니다.",
                "A palace of 1483 for the elder queens; its glasshouse of 1909 still stands.",
                "1483年为王室长辈修建的宫殿，至今保存着1909年的玻璃温室。",
                "1483年に王室の年長者のために建てられた宮殿です。1909年の大温室が残っています。",
            ),
        ),
        Stop(
            _words("창덕궁", "Changdeokgung Palace", "昌德宫", "昌徳宮"),
            (1131, 1265),
            told=_words(
                "1405년에 지은 궁궐로, 산자락을 따라 놓인 후원과 함께 1997년 유네스코 세계유산이 되었습니다.",
                "Built in 1405; with its garden along the hillside a World Heritage site since 1997.",
                "建于1405年，与依山而建的后苑一同于1997年列入世界遗产。",
                "1405年に建てられた宮殿で、山すそに沿う後苑とともに1997年に世界遺産となりました。",
            ),
        ),
        Stop(
            _words("인사동", "Insa-dong", "仁寺洞", "仁寺洞"),
            (742, 1054),
            told=_words(
                "화랑과 찻집, 붓과 종이 가게가 모인 골목입니다.",
                "Galleries, tea houses, and shops of brushes and paper.",
                "画廊、茶馆与笔纸店云集的小巷。",
                "画廊や茶房、筆と紙の店が集まる通りです。",
            ),
        ),
        CHEONGWADAE,
        GYEONGBOKGUNG,
    ),
)
SIGHTS = Course(
    "sights",
    _words(
        "열 곳 한 바퀴 (이 도시가 만든 노선)",
        "Round of ten sights (this city's own line)",
        "十景环线（本城市自设路线）",
        "十景めぐり（この街の路線）",
    ),
    (
        GWANGHWAMUN,
        GYEONGBOKGUNG,
        CHEONGWADAE,
        BUKCHON,
        DDP,
        Stop(_words("서울숲", "Seoul Forest", "首尔林", "ソウルの森"), (5466, -2424), "seoul-forest"),
        Stop(
            _words("롯데월드타워", "Lotte World Tower", "乐天世界塔", "ロッテワールドタワー"),
            (11007, -5986),
            "lotte-world-tower",
        ),
        Stop(
            _words("여의도 한강공원", "Han River at Yeouido", "汝矣岛汉江", "汝矣島漢江公園"), (-3900, -4250), "hangang"
        ),
        N_TOWER,
        Stop(_words("숭례문", "Sungnyemun", "崇礼门", "崇礼門"), (-239, -724), "sungnyemun"),
        Stop(_words("덕수궁", "Deoksugung", "德寿宫", "徳寿宮"), (-105, -180), "deoksugung"),
        Stop(_words("서울광장", "Seoul Plaza", "首尔广场", "ソウル広場"), (5, -104), "plaza"),
    ),
)
COURSES: tuple[Course, ...] = (SIGHTS, PALACES)


def bus() -> Group:
    """The red double-decker with its open upper deck, 1.9 m long: a toy on the relief, looking along +y."""
    return Group(
        "tour-bus",
        (0, 0, 0),
        (
            Box("lower", (0, 0, 0.1), (0.5, 1.9, 0.34), "car_red", ESSENTIAL, bevel=0.04),
            Box("windows", (0, -0.04, 0.26), (0.52, 1.6, 0.13), "window", ESSENTIAL, gloss=0.8, faces="snew"),
            Box("upper", (0, 0, 0.44), (0.5, 1.9, 0.2), "car_red", ESSENTIAL, bevel=0.03),
            Box("band", (0, 0, 0.42), (0.515, 1.91, 0.03), "white", ESSENTIAL, faces="snew"),
            Box("deck", (0, -0.1, 0.62), (0.42, 1.5, 0.03), "tower_sand", ESSENTIAL, faces="t"),
            Box("screen", (0, 0.86, 0.62), (0.46, 0.04, 0.16), "window", ESSENTIAL, gloss=0.9, faces="snewt"),
            *(
                Box(f"seat-{side}-{row}", (side * 0.13, -0.7 + 0.3 * row, 0.64), (0.16, 0.1, 0.1), "seoul_blue")
                for side in (-1, 1)
                for row in range(5)
            ),
            Box("front", (0, 0.955, 0.2), (0.42, 0.02, 0.2), "window", ESSENTIAL, gloss=0.8, faces="snewt"),
            *(
                Box(f"wheel-{side}-{end}", (side * 0.22, end * 0.6, 0), (0.08, 0.26, 0.24), "tyre", bevel=0.05)
                for side in (-1, 1)
                for end in (-1, 1)
            ),
        ),
        ESSENTIAL,
    )
