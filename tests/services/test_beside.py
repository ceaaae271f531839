"""Whoever sits beside somebody sees their screen with every figure masked, may point, and can do nothing else."""

import asyncio

import pytest

from services.office import BUS, kept
from tests.services.conftest import Office
from worlds.beside import Part, Shown, masked

SCREEN = Shown("form", "등본 3통", ("문서 1234", "٣ 三"), (Part("rrn", "번호", "900101-1234567"), Part("go", "보내기")))


async def opened(office: Office, token: str) -> str:
    answer = await office.post("/beside", {}, token)
    assert answer.status == 201
    return (await answer.json())["code"]


async def put(office: Office, path: str, value: object, token: str):
    import msgspec

    bearer = {"Authorization": f"Bearer {token}"}
    return await office.client.put(path, data=msgspec.json.encode(value), headers=bearer)


async def fault(answer) -> tuple[int, str]:
    return answer.status, (await answer.json())["fault"]


async def two(office: Office) -> tuple[str, str, str]:
    """Somebody, whoever sits beside them, and the code."""
    owner, helper = await office.join(name="어머니"), await office.join(name="딸")
    code = await opened(office, owner)
    assert (await put(office, f"/beside/{code}", SCREEN, owner)).status == 200
    sat = await office.post(f"/beside/{code}/seat", {}, helper)
    assert (sat.status, (await sat.json())["name"]) == (201, "어머니")
    return owner, helper, code


async def test_they_see_the_screen_and_no_figure_on_it(office: Office) -> None:
    _, helper, code = await two(office)
    seen = await (await office.get(f"/beside/{code}", helper)).json()
    assert seen["heading"] == "등본 •통"
    assert seen["parts"][0] == {"name": "rrn", "label": "번호", "value": "••••••-•••••••"}
    assert not any(letter.isdigit() for letter in str(seen))


async def test_what_they_point_at_and_how_often_they_looked_is_told_and_written_down(office: Office) -> None:
    owner, helper, code = await two(office)
    await office.get(f"/beside/{code}", helper)
    await office.get(f"/beside/{code}", helper)
    assert (await put(office, f"/beside/{code}/point", {"name": "go"}, helper)).status == 204
    told = await (await put(office, f"/beside/{code}", SCREEN, owner)).json()
    assert told == {"name": "딸", "looks": 1, "point": "go", "pointed": 1}
    [look] = await (await office.get("/beside", owner)).json()
    assert (look["who"], look["screen"]) == ("딸", "form")
    assert await (await office.get("/beside", helper)).json() == []


async def test_one_seat_and_not_beside_oneself(office: Office) -> None:
    owner, _, code = await two(office)
    third = await office.join()
    assert await fault(await office.post(f"/beside/{code}/seat", {}, third)) == (409, "beside.taken")
    assert await fault(await office.post(f"/beside/{code}/seat", {}, owner)) == (409, "beside.own")


async def test_who_does_not_sit_there_sees_nothing_and_ends_nothing(office: Office) -> None:
    owner, helper, code = await two(office)
    stranger = await office.join()
    for answer in (
        await office.get(f"/beside/{code}", stranger),
        await office.get(f"/beside/{code}", owner),
        await put(office, f"/beside/{code}", SCREEN, helper),
        await put(office, f"/beside/{code}/point", {"name": "go"}, stranger),
        await office.delete(f"/beside/{code}", stranger),
    ):
        assert await fault(answer) == (403, "beside.not-yours")
    assert (await office.get(f"/beside/{code}")).status == 401


@pytest.mark.parametrize("side", ["owner", "helper"])
async def test_either_ends_it_for_both(office: Office, side: str) -> None:
    owner, helper, code = await two(office)
    ends = owner if side == "owner" else helper
    assert (await office.delete(f"/beside/{code}", ends)).status == 204
    assert (await office.delete(f"/beside/{code}", ends)).status == 204
    assert await fault(await office.get(f"/beside/{code}", helper)) == (404, "beside.ended")
    assert await fault(await put(office, f"/beside/{code}", SCREEN, owner)) == (404, "beside.ended")


async def test_codes_cannot_be_tried_out(office: Office) -> None:
    helper = await office.join()
    answers = [await office.post(f"/beside/{code:04}/seat", {}, helper) for code in range(7)]
    assert [answer.status for answer in answers] == [404] * 5 + [429] * 2
    assert int(answers[-1].headers["Retry-After"]) > 0
    for wrong in ("12", "abcd", "٣٣٣٣"):
        assert await fault(await office.get(f"/beside/{wrong}", helper)) == (404, "beside.ended")


async def test_a_screen_too_large_for_a_person_is_refused(office: Office) -> None:
    owner = await office.join()
    code = await opened(office, owner)
    huge = Shown("x", "h" * 401)
    assert await fault(await put(office, f"/beside/{code}", huge, owner)) == (400, "request.malformed")


async def test_when_everything_is_taken_no_code_is_made_twice(office: Office) -> None:
    bus = kept(office.client.app, BUS)
    for first in range(0, 10_000, 20):
        await asyncio.gather(*(bus.put(f"beside:{code:04}", b"", 60.0) for code in range(first, first + 20)))
    assert await fault(await office.post("/beside", {}, await office.join())) == (503, "beside.none-free")


def test_figures_of_every_script_are_masked() -> None:
    assert masked(SCREEN).body == ("문서 ••••", "• 三")
