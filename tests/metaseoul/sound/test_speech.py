"""Whoever likes to hear the city hears it, in their language, and nobody else on the machine reads what was said."""

import os
import stat
import time
import wave
from pathlib import Path

import pytest

from metaseoul.comfort import Comfort
from metaseoul.sound.speech import VOICES, Voice
from metaseoul.texts import LANGUAGES
from tests.conftest import need
from tests.metaseoul.visitors import Visitor, until, visiting

SPOKEN = """#!/bin/sh
words=$(cat)
echo "$* | $words" >> "$SPOKEN_LOG"
sleep ${SPOKEN_SECONDS:-0}
"""


@pytest.fixture
def spoken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A voice that writes down what it is given; the only one on the path."""
    folder, log = tmp_path / "bin", tmp_path / "spoken.log"
    folder.mkdir()
    program = folder / "espeak-ng"
    program.write_text(SPOKEN)
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    for tool in ("sh", "cat", "sleep"):
        (folder / tool).symlink_to(need(tool))
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("SPOKEN_LOG", str(log))
    log.touch()
    return log


def heard(log: Path, count: int) -> list[str]:
    end = time.monotonic() + 20
    while len(lines := log.read_text().splitlines()) < count:
        assert time.monotonic() < end, lines
        time.sleep(0.01)
    return lines


def test_words_go_through_a_pipe_in_the_citizens_language(spoken: Path) -> None:
    Voice().say("비밀 0101", "ko", 50)
    assert heard(spoken, 1) == ["--stdin -v ko -a 100 | 비밀 0101"]


def test_what_is_told_in_passing_is_said_to_its_end_and_what_is_read_out_gives_way(
    spoken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPOKEN_SECONDS", "0.4")
    voice = Voice()
    voice.say("하나", "ko", 50)
    voice.say("둘", "ko", 50, passing=True)
    voice.say("셋", "ko", 50, passing=True)
    assert [line.rpartition("| ")[2] for line in heard(spoken, 2)] == ["하나", "셋"]


def test_nothing_is_said_at_volume_nothing_or_where_there_is_no_voice(
    spoken: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    Voice().say("하나", "ko", 0)
    monkeypatch.setenv("PATH", str(tmp_path))
    silent = Voice()
    assert not silent.is_there
    silent.say("둘", "ko", 100)
    silent.hush()
    time.sleep(0.2)
    assert spoken.read_text() == ""


async def test_a_place_and_what_is_told_are_spoken_once_voice_is_on(url: str, spoken: Path) -> None:
    async with visiting(url) as visitor:
        visitor.visit.make_comfortable(Comfort(voice=True))
        await visitor.goes_to("city-hall")
        await until(lambda: "서울시청 로비" in spoken.read_text(), "the place, spoken")
        visitor.ui.tell("알립니다")
        await until(lambda: "알립니다" in spoken.read_text(), "the word, spoken")
        visitor.visit.make_comfortable(Comfort())


async def test_a_caption_is_written_for_who_likes_captions(spoken: Path) -> None:
    quiet, reading = Visitor("http://nowhere"), Visitor("http://nowhere")
    reading.ui.adopt(Comfort(captions=True))
    for visitor in (quiet, reading):
        visitor.ui.sound("door")
        visitor.link.close()
    assert quiet.ui.told == []
    assert reading.ui.told == ["(문 여닫는 소리)"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_systems_voice_speaks_every_language(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The real espeak-ng, into a file: this machine need have no loudspeaker."""
    real, out = need("espeak-ng"), tmp_path / "said.wav"
    wrapper = tmp_path / "espeak-ng"
    wrapper.write_text(f'#!/bin/sh\nexec {real} -w "{out}.part" "$@" && mv "{out}.part" "{out}"\n'.replace("exec ", ""))
    wrapper.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr("metaseoul.sound.speech.ENGINES", tuple(one for one in engines() if one.program == "espeak-ng"))
    assert language in VOICES
    words = {"ko": "서울광장입니다", "en": "This is Seoul Plaza", "zh": "这里是首尔广场", "ja": "ここはひろばです"}
    Voice().say(words[language], language, 80)
    end = time.monotonic() + 20
    while not out.exists():
        assert time.monotonic() < end, "nothing was said"
        time.sleep(0.02)
    with wave.open(str(out)) as said:
        assert said.getnframes() / said.getframerate() > 0.5


def engines():
    from metaseoul.sound import speech

    return speech.ENGINES
