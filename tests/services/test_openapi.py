"""What the office says of its HTTP is what it does: every request is described, and no request breaks it."""

import asyncio
import inspect
import json
import re
import shutil
import sys
from pathlib import Path

import pytest

from services.app import DESKS
from services.openapi import document, wire_of
from services.registry.sample import sample_people
from services.settings import Settings
from tests.services.conftest import Office
from tests.services.staff import signed_in

LAST = ("delete_sessions_me", "delete_my-data", "post_staff_sign-out")
"""After these nobody is who they were."""
READS = re.compile(r"(?:read|form)\(request, (\w+)\)")


@pytest.fixture
def settings(alone: Settings) -> Settings:
    """Once is enough: the wire is the same over whatever records and bus."""
    return alone


def routes():
    return [route for desk in DESKS for route in desk.routes]


def test_every_request_is_described_and_takes_what_its_handler_reads() -> None:
    for route in routes():
        said = wire_of(route.handler)
        assert said is not None or route.path == "/live", route.path
        if said is None:
            continue
        read = [route.handler.__globals__[name] for name in READS.findall(inspect.getsource(route.handler))]
        assert read == ([said.takes] if said.takes else []), f"{route.method} {route.path} reads {read}"


async def test_the_document_is_told_and_names_every_schema_it_uses(office: Office) -> None:
    told = await (await office.get("/openapi.json")).json()
    assert told == json.loads(json.dumps(document(DESKS)))
    names = set(re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(told)))
    assert names <= set(told["components"]["schemas"])
    assert told["paths"]["/documents"]["post"]["security"] == [{"visit": []}]
    assert told["paths"]["/staff/reports"]["get"]["x-audience"] == "moderator"


@pytest.mark.parametrize("asker", ["citizen", "moderator", "operator"])
async def test_nothing_that_is_sent_breaks_the_office(
    office: Office, asker: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """schemathesis makes requests of the document, right ones and wrong ones; none may be answered by an accident, or
    by what the document does not say."""
    if asker == "citizen":
        header = f"Authorization: Bearer {await office.join_as(sample_people()[0].subject)}"
    else:
        header = f"Cookie: staff={(await signed_in(office, asker, asker)).cookies['staff']}"
    command = [
        str(Path(sys.executable).with_name("schemathesis")), "run", f"{office.client.make_url('/openapi.json')}",
        "--header", header, "--checks", "not_a_server_error,status_code_conformance,content_type_conformance,"
        "response_schema_conformance", "--phases", "examples,coverage,fuzzing", "--max-examples", "12", "--seed", "1",
        "--exclude-path", "/staff/events", "--exclude-path", "/sign-in/{ticket}", "--no-color",
        "--generation-database", "none", "--request-timeout", "30",
        *(word for one in LAST for word in ("--exclude-operation-id", one)),
    ]  # fmt: skip
    assert shutil.which(command[0])
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT, cwd=tmp_path
    )
    told = (await asyncio.wait_for(process.communicate(), 240))[0].decode()
    assert process.returncode == 0, told[-14000:]
    with capsys.disabled():
        [cases] = re.findall(r"(\d+) generated", told) or ["?"]
        print(f"\nschemathesis as {asker}: {cases} cases, no accident")
    assert (await office.get("/ready")).status == 200
