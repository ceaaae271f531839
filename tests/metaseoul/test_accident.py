"""What nobody foresaw is written down; on a machine that is everyone's without a word of what somebody wrote."""

from pathlib import Path

from metaseoul.accident import noted


def mishap(words: bool) -> str:
    try:
        raise ValueError("홍길동의 주소")
    except ValueError:
        return Path(noted(words)).read_text(encoding="utf-8")


def test_on_ones_own_machine_all_of_it_is_written_down(own_folders: Path) -> None:
    told = mishap(words=True)
    assert "ValueError: 홍길동의 주소" in told


def test_on_everyones_machine_only_the_kind_and_the_place_are_written_down(own_folders: Path) -> None:
    told = mishap(words=False)
    assert told.endswith("ValueError")
    assert "test_accident.py" in told
    assert "홍길동의 주소" not in told.replace('raise ValueError("홍길동의 주소")', "")
