"""A child signs in with six figures that an adult was given; wrong ones are asked for again."""

import re
from pathlib import Path

from aiohttp.test_utils import TestServer

from services.app import make_app
from services.doors import DOORS
from services.sessions.ground import city
from services.settings import Settings
from tests.metaseoul.visitors import visiting
from worlds.accounts import Someone

ADULT = Someone("adult", "한어른", "1985-05-01", "종로구")
CHILD = Someone("child", "한아이", "2017-05-01", "종로구")


async def test_an_adult_gets_figures_and_a_child_comes_in_by_them(tmp_path: Path) -> None:
    app = make_app(Settings(data=tmp_path, port=0), city=city(), people=(ADULT, CHILD))
    async with TestServer(app) as server:
        await app[DOORS].opened
        url = str(server.make_url(""))
        async with visiting(url) as adult, visiting(url) as child:
            await child.picks("my-data", of="place")
            await child.picks("child", of="sign-in.sample")
            await child.sees("guardian.line")

            await adult.picks("my-data", of="place")
            await adult.picks("adult", of="sign-in.sample")
            await adult.picks("guardian", of="my-data")
            await adult.picks("code", of="guardian")
            told = await adult.hears_text("guardian.told")
            code = re.findall(r"\d{6}", told)[0]

            child.types("abc")
            await child.hears_text("guardian.wrong")
            await child.sees("guardian.line")
            child.types(f"{code[:3]} {code[3:]}")
            await child.sees("my-data")
            await child.hears_text("sign-in.done")

            await adult.picks("guardian", of="my-data")
            view = await adult.sees("guardian")
            assert adult.texts("guardian.count", count=1) in view.body
            await adult.picks("withdraw", of="guardian")
            await adult.hears_text("guardian.withdrawn")
