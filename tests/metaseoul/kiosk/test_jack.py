"""Headphones: plugged in, the kiosk speaks to whoever wears them; pulled out, it is silent."""

import asyncio
import gc
import sys
from pathlib import Path
from typing import Any

import pytest

from metaseoul.kiosk.jack import HEADPHONES, Jack, inserted
from tests.metaseoul.visitors import until


def device(root: Path, name: str, switches: str) -> None:
    capabilities = root / name / "device" / "capabilities"
    capabilities.mkdir(parents=True)
    (capabilities / "sw").write_text(switches)


@pytest.mark.parametrize(
    ("switches", "known"), [("4\n", True), ("0\n", False), ("14\n", True), ("1 0\n", False), ("", False)]
)
def test_a_socket_is_known_by_its_switch(tmp_path: Path, switches: str, known: bool) -> None:
    device(tmp_path, "event3", switches)
    assert Jack(tmp_path / "none", tmp_path).is_there is known


def test_where_there_is_no_socket_or_it_cannot_be_asked_nothing_is_plugged_in(tmp_path: Path) -> None:
    assert not Jack(tmp_path, tmp_path).plugged()
    device(tmp_path, "event0", "4")
    assert not Jack(tmp_path / "none", tmp_path).plugged()
    (tmp_path / "dev").mkdir()
    (tmp_path / "dev" / "event0").write_bytes(b"no device at all")
    assert not Jack(tmp_path / "dev", tmp_path).plugged()


@pytest.mark.parametrize(("bits", "plugged"), [(1 << HEADPHONES, True), (0b11011, False), (0b111, True)])
def test_only_the_switch_of_the_headphones_counts(bits: int, plugged: bool) -> None:
    assert inserted(bits.to_bytes(8, sys.byteorder)) is plugged


class Socket(Jack):
    """One that a test plugs in."""

    def __init__(self) -> None:
        self.full = False

    @property
    def is_there(self) -> bool:
        return True

    def plugged(self) -> bool:
        return self.full


@pytest.mark.window
async def test_what_is_plugged_in_is_spoken_to_and_what_is_pulled_out_is_not(
    base: Any, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from metaseoul.kiosk.app import Kiosk
    from metaseoul.stage.tiers import LOWEST
    from metaseoul.texts import Texts

    monkeypatch.setenv("METASEOUL_HOME", str(tmp_path))
    socket = Socket()
    kiosk = Kiosk(base, Texts("ko"), url, LOWEST, jack=socket)
    spoken: list[str] = []
    monkeypatch.setattr(
        kiosk.ui, "speak", lambda words, passing=False: spoken.append(words) if kiosk.ui.comfort.voice else None
    )
    running = asyncio.ensure_future(kiosk.run())
    try:
        await until(lambda: kiosk.ui.view is not None and kiosk.ui.view.key == "attract", "attract", patience=60)
        assert not spoken
        socket.full = True
        await until(lambda: any(kiosk.ui.texts("kiosk.touch") in words for words in spoken), "it speaks", patience=20)
        kiosk.larger()
        assert kiosk.visit.preferences.comfort.voice, "larger letters do not make it silent"
        socket.full = False
        await until(lambda: not kiosk.visit.preferences.comfort.voice, "silence", patience=20)
        count = len(spoken)
        kiosk.ui.say("kiosk.there")
        assert len(spoken) == count
    finally:
        kiosk.close()
        await running
        gc.unfreeze()
