"""The colours of the city, by name: warm stone, pale glass, roof slate, the greens of the four seasons (sRGB)."""

COLOURS: dict[str, str] = {
    # stone and wall
    "stone": "#D2C6B3",
    "stone_light": "#E6DBC8",
    "stone_dark": "#A2947F",
    "stone_base": "#8C8172",
    "granite": "#BDB7AC",
    "plaster": "#EFE6D6",
    "brick": "#B06A50",
    "concrete": "#B9B5AC",
    "roof": "#A8A49C",
    # glass and metal
    "glass": "#7FB2C0",
    "glass_light": "#A9D0D6",
    "fin": "#E6EEEE",
    "window": "#4A5C68",
    "frame": "#EFE8DA",
    "bronze": "#6B5A48",
    "metal": "#5C646B",
    "steel": "#9AA3A8",
    "brass": "#C9A25A",
    "copper": "#6FA08F",
    # ground
    "grass": "#7B9A57",
    "paving": "#D3C7B4",
    "paving_dark": "#A99C8B",
    "paving_light": "#E6DCCB",
    "curb": "#BDB6AA",
    "asphalt": "#74747A",
    "street": "#8B8C8C",
    "mark": "#EFEBDF",
    "mark_yellow": "#E8BE55",
    "soil": "#5F4A3A",
    # growing things
    "trunk": "#7A604B",
    "pine_bark": "#9A5F45",
    "leaf": "#6B8F45",
    "leaf_light": "#86A04C",
    "leaf_deep": "#567F4A",
    "pine": "#4B7350",
    "ginkgo": "#E0B84A",
    "maple": "#D2754A",
    "blossom": "#F0C3C6",
    "fern": "#5E9150",
    "moss": "#7FA45A",
    "ivy": "#3F6F43",
    "flower_rose": "#F28C8C",
    "flower_gold": "#F6D365",
    "flower_lilac": "#C58BD0",
    "flower_white": "#F7F4EC",
    # wood and cloth
    "wood": "#B07F52",
    "oak": "#C99C68",
    "oak_floor": "#BE9567",
    "ash": "#DDBE93",
    "walnut": "#7C583D",
    "door": "#5A3F2E",
    "cushion": "#5F8F8A",
    "cushion_warm": "#D08A5B",
    "carpet": "#8C9FA3",
    "paper": "#FBF8F0",
    # the palace
    "tile": "#5B646B",
    "tile_light": "#7D8890",
    "palace_green": "#3F8074",
    "palace_red": "#A8443A",
    "palace_blue": "#3F7FA8",
    "palace_wall": "#C9B79C",
    # streets
    "bus_blue": "#2F6FB3",
    "bus_green": "#4F9A58",
    "taxi": "#E8963C",
    "car_white": "#F4F1EA",
    "car_red": "#B4463A",
    "tyre": "#33363B",
    "tail_light": "#D8483E",
    # neighbours
    "tower_sand": "#DCD0BE",
    "tower_mist": "#BFC6CB",
    "tower_cream": "#E9E2D4",
    "tower_blue": "#9FB0B8",
    "tower_tan": "#D2B596",
    "tower_rust": "#B9826A",
    "tower_slate": "#8F9CA6",
    # mountains
    "mountain_near": "#6B8A76",
    "mountain_far": "#7D97A6",
    # inside
    "ceiling": "#F6F1E7",
    "stone_floor": "#DAD3C6",
    "stone_floor_dark": "#B9B1A4",
    "lamp": "#FFF1D2",
    "balloon": "#FCFAF5",
    "white": "#F7F4EC",
    "ink": "#33363B",
    "signboard": "#F4EFE3",
    "seoul_blue": "#2F5F98",
    "screen": "#27394A",
}


def colour(name: str) -> tuple[float, float, float]:
    """Red, green, blue in 0..1 (sRGB)."""
    code = COLOURS[name]
    red, green, blue = (int(code[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue
