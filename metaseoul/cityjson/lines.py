"""In which line of a JSON text a value stands, so that a flaw can be found."""

import json
import re

Path = tuple[str | int, ...]
SPACE = re.compile(r"[ \t\r\n]*")
STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)
PLAIN = re.compile(r"[^,\]}\s]+")
STEP = re.compile(r"\.?([^.\[\]`]+)|\[(\d+)\]")


def line_of(text: str, path: Path) -> int:
    """The line, from 1, in which the value at a path begins; of the nearest value that there is, for a missing one."""
    at = _after_space(text, 0)
    for step in path:
        inner = _inside(text, at, step)
        if inner is None:
            break
        at = inner
    return text.count("\n", 0, at) + 1


def steps(path: str) -> Path:
    """`$.transform.scale[0]` as steps."""
    return tuple(int(number) if number else name for name, number in STEP.findall(path.removeprefix("$")))


def _after_space(text: str, at: int) -> int:
    found = SPACE.match(text, at)
    return found.end() if found else at


def _inside(text: str, at: int, step: str | int) -> int | None:
    """Where the value of a key or number begins within the object or list at `at`."""
    if text[at : at + 1] not in ("{", "["):
        return None
    keyed, number = text[at] == "{", 0
    at = _after_space(text, at + 1)
    while at < len(text) and text[at] not in "]}":
        name: str | int = number
        if keyed:
            key = STRING.match(text, at)
            if key is None:
                return None
            name = json.loads(key.group())
            at = _after_space(text, _after_space(text, key.end()) + 1)
        if name == step:
            return at
        at = _after_space(text, _end(text, at))
        if text[at : at + 1] == ",":
            at = _after_space(text, at + 1)
        number += 1
    return None


def _end(text: str, at: int) -> int:
    """Where the value that begins at `at` ends."""
    if text[at] not in '"[{':
        found = PLAIN.match(text, at)
        return found.end() if found else at + 1
    depth = 0
    for token in TOKEN.finditer(text, at):
        depth += (token.group()[0] in "[{") - (token.group()[0] in "]}")
        if depth == 0:
            return token.end()
    return len(text)
