"""Opening an office and closing it: on a thread, as a process, and when it cannot be."""

import asyncio
import contextlib
import json
import signal
import socket
import sqlite3
import subprocess
import sys
import urllib.request
from pathlib import Path
from urllib.error import URLError

import aiohttp
import msgspec
import pytest

from services.faults import Refusal
from services.logs import Server, open_log
from services.settings import Settings
from services.settings import settings as settings_of
from services.start import start
from services.unopened import CODES, StartFault
from tests.conftest import lacking


def test_an_office_on_a_thread_serves_until_it_is_closed(settings: Settings) -> None:
    running = start(settings)
    try:
        with urllib.request.urlopen(running.url + "/ready") as answer:
            assert json.load(answer) == {"state": "open"}
    finally:
        running.close()
    with pytest.raises(URLError):
        urllib.request.urlopen(running.url + "/ready")


def test_closing_twice_does_nothing(settings: Settings) -> None:
    running = start(settings)
    running.close()
    running.close()


def test_a_port_in_use_is_said_and_the_records_are_not_touched(settings: Settings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        fault = _fault(msgspec.structs.replace(settings, port=port))
    assert (fault.code, fault.values) == ("server.port-in-use", {"port": port})
    assert not settings.data.exists()


def test_a_data_folder_that_cannot_be_is_said(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    fault = _fault(msgspec.structs.replace(settings, data=tmp_path / "file" / "data"))
    assert fault.code == "data.unwritable"


def test_a_data_folder_that_may_not_be_written_is_said(settings: Settings) -> None:
    if not Path("/proc/self").exists():
        lacking("/proc, where not even root may make a folder")
    assert _fault(msgspec.structs.replace(settings, data=Path("/proc/metaseoul"))).code == "data.unwritable"


@pytest.mark.parametrize("damage", [b"this is no database, whatever its name says" * 100, None])
def test_a_damaged_database_is_said_and_left_as_it_is(alone: Settings, damage: bytes | None) -> None:
    start(alone).close()
    file = alone.data / "office.db"
    content = damage or _with_torn_pages(file.read_bytes())
    file.write_bytes(content)
    fault = _fault(alone)
    assert (fault.code, fault.values) == ("store.damaged", {"path": str(file)})
    assert file.read_bytes() == content


def test_a_database_of_a_newer_release_is_said(alone: Settings) -> None:
    start(alone).close()
    with sqlite3.connect(alone.data / "office.db") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    assert _fault(alone).code == "store.newer"


def test_every_start_fault_says_what_to_do_in_two_languages() -> None:
    for code in CODES:
        korean, english, last = str(StartFault(code, port=1, host="h", path="p", url="u")).splitlines()
        assert last == f"({code})"
        assert korean != english


def test_as_a_process_it_says_where_it_listens_and_stops_when_asked(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "services", "--data", str(tmp_path / "data"), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as office:
        url = office.stdout.readline().strip()
        with urllib.request.urlopen(url + "/health") as answer:
            assert answer.status == 200
        office.send_signal(signal.SIGTERM)
        _, log = office.communicate(timeout=20)
    assert office.returncode == 0
    assert [json.loads(line)["event"] for line in log.splitlines()][-1] == "closed"


def test_as_a_process_it_ends_with_one_and_no_traceback_when_it_cannot_open(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        command = [sys.executable, "-m", "services", "--data", str(tmp_path / "data")]
        ended = subprocess.run(
            [*command, "--port", str(taken.getsockname()[1])], capture_output=True, text=True, timeout=60
        )
    assert ended.returncode == 1
    assert "server.port-in-use" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["--port", "99999"],
        ["--port", "x"],
        ["--issuer", "http://far.example"],
        ["--database", "mysql://x"],
        ["--database", "postgresql://a@b/c?sslmode=x"],
        ["--database", "postgresql://a@b/c?secret=1"],
    ],
)
def test_a_wrong_setting_ends_with_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        settings_of(arguments, {})
    assert ended.value.code == 2


def test_the_environment_sets_what_no_argument_does() -> None:
    environment = {"METASEOUL_PORT": "1234", "METASEOUL_HOST": "::1", "METASEOUL_SECRET": "s"}
    chosen = settings_of(["--port", "4321"], environment)
    assert (chosen.port, chosen.host, chosen.secret) == (4321, "::1", "s")


def _fault(settings: Settings) -> Refusal:
    with pytest.raises(StartFault) as fault:
        start(settings).close()
    return fault.value


def _with_torn_pages(content: bytes) -> bytes:
    """A database whose first page is whole and whose later pages are torn."""
    return content[:4096] + bytes(255 - byte for byte in content[4096:])


async def test_whoever_was_let_in_before_a_kill_is_known_after_it(tmp_path: Path) -> None:
    def open_office() -> tuple[subprocess.Popen[str], str]:
        command = [
            sys.executable,
            "-m",
            "services",
            "--data",
            str(tmp_path),
            "--log",
            str(tmp_path / "log"),
            "--port",
            "0",
        ]
        office = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        return office, office.stdout.readline().strip()

    tokens: list[str] = []

    async def come_in(http: aiohttp.ClientSession, url: str) -> None:
        with contextlib.suppress(aiohttp.ClientError):
            async with http.post(url + "/sessions", json={}) as answer:
                tokens.append((await answer.json())["token"])
                if len(tokens) == 50:
                    office.kill()

    office, url = open_office()
    async with aiohttp.ClientSession() as http:
        await asyncio.gather(*(come_in(http, url) for _ in range(200)))
        office.communicate()
        assert 50 <= len(tokens) < 200
        office, url = open_office()
        for token in tokens:
            async with http.get(url + "/sessions/me", headers={"Authorization": f"Bearer {token}"}) as answer:
                assert answer.status == 200
    office.terminate()
    office.communicate()
    assert office.returncode == 0


def test_a_caller_who_hangs_up_in_the_midst_leaves_no_traceback_anywhere(
    settings: Settings, capfd: pytest.CaptureFixture[str]
) -> None:
    running = start(settings)
    port = int(running.url.rpartition(":")[2])
    hello = b"GET /live HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    hello += b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
    for _ in range(40):
        with socket.create_connection(("127.0.0.1", port)) as caller:
            caller.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
            caller.sendall(hello)
    running.close()
    assert "Traceback" not in "".join(capfd.readouterr())
    assert settings.log is not None
    assert "Traceback" not in settings.log.read_text(encoding="utf-8")


def test_what_the_http_server_complains_of_is_one_line_without_its_message(tmp_path: Path) -> None:
    log = open_log(tmp_path / "log")
    try:
        raise ConnectionResetError("what a citizen wrote")
    except ConnectionResetError:
        Server(log).logger().exception("while handling %s", "a request")
    line = (tmp_path / "log").read_text(encoding="utf-8")
    assert '"kind": "ConnectionResetError"' in line
    assert "citizen" not in line


def test_a_log_that_cannot_be_written_stops_nobody() -> None:
    full = Path("/dev/full")
    if not full.exists():
        lacking("/dev/full, a disk that is always full")
    open_log(full).info("one line that has nowhere to go")
