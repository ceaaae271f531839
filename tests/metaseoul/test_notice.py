"""`metaseoul notice`: what the operator says is read by everyone; with no office there it says so."""

import asyncio

import pytest

from metaseoul.__main__ import main
from tests.metaseoul.visitors import visiting


async def test_a_notice_is_read_by_whoever_is_in_the_city(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    async with visiting(url) as visitor:
        await visitor.is_here()
        assert await asyncio.to_thread(main, ["notice", "오늘 밤 열 시에 불꽃놀이", "--server", url]) == 0
        await visitor.hears("서울시 알림: 오늘 밤 열 시에 불꽃놀이")
        assert "명이 있습니다" in capsys.readouterr().out


def test_with_no_office_there_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["notice", "들리나요", "--server", "http://127.0.0.1:9"]) != 0
    assert "127.0.0.1:9" in capsys.readouterr().err
