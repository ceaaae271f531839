"""The stage beside others, in one run: `uv run scripts/bench render [--place plaza] [--avatars 100] [--rounds 3]`.

The same scene, the same flight of the camera, the same machine, in turns. three.js runs in headless Chromium, once on
SwiftShader (what a kiosk without a graphics card gets by default) and once on Mesa; Godot 3 in a window of Xvfb with
GLES2. They draw what tests/bench/scene.py writes. Who is not installed is left out, and said.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).parents[2]
PEERS = HOUSE / "tests" / "peers"
TITLES = {
    "ours": "the stage",
    "naive": "a node a part, panda3d-simplepbr",
    "three-swiftshader": "three.js on SwiftShader",
    "three-gl": "three.js on Mesa",
    "godot": "Godot 3, GLES2 on Mesa",
}


def main(words: list[str]) -> int:
    """Runs all in turns and prints the table, or JSON."""
    parser = argparse.ArgumentParser(prog="scripts/bench render", description=__doc__.splitlines()[0])
    parser.add_argument("--place", default="plaza")
    parser.add_argument("--avatars", type=int, default=100)
    parser.add_argument("--tier", default="lowest")
    parser.add_argument("--size", default="1280x720")
    parser.add_argument("--frames", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", action="append", choices=tuple(TITLES))
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as folder:
        scene = _scene(asked, Path(folder))
        chosen = [name for name in TITLES if not asked.only or name in asked.only]
        rounds: dict[str, list[dict[str, Any]]] = {name: [] for name in chosen}
        for number in range(asked.rounds):
            for name in chosen:
                print(f"round {number + 1}: {TITLES[name]}", file=sys.stderr, flush=True)
                if (told := _run(name, asked, Path(folder))) is not None:
                    rounds[name].append(told)
    rows = [_row(name, told) for name, told in rounds.items() if told]
    ours = next((row["p50"] for row in rows if row["engine"] == "ours"), None)
    for row in rows:
        row["times_ours"] = round(row["p50"] / ours, 2) if ours else None
    report = {"place": asked.place, "avatars": asked.avatars, "size": asked.size, "scene": scene, "rows": rows}
    print(json.dumps(report) if asked.json else _table(report))
    return 0


def _scene(asked: argparse.Namespace, folder: Path) -> dict[str, Any]:
    """Writes what the others draw, in a process of its own."""
    code = (
        "import json, sys; from pathlib import Path; from tests.bench.drawn import _asked; "
        "from tests.bench.scene import written; scene, tier, size, count = _asked(sys.argv[2:]); "
        "print(json.dumps(written(scene, tier, size, count, Path(sys.argv[1]))))"
    )
    return dict(_told([sys.executable, "-c", code, str(folder), *_words(asked)]) or {})


def _run(name: str, asked: argparse.Namespace, folder: Path) -> dict[str, Any] | None:
    """One round of one engine; None, with a line, where it is not installed or fails."""
    match name.partition("-"):
        case ("ours" | "naive", _, _):
            return _told([sys.executable, "-m", "tests.bench.drawn", name, *_words(asked)])
        case ("three", _, driver):
            if not (PEERS / "node_modules" / "three").is_dir() or not shutil.which("chromium"):
                return _missing("three.js: chromium, and npm ci --prefix tests/peers")
            return _told(["node", str(PEERS / "three.mjs"), str(folder), asked.size, driver])
        case _:
            return _godot(asked, folder)


def _godot(asked: argparse.Namespace, folder: Path) -> dict[str, Any] | None:
    """Godot imports the scene once, then draws it in a window nobody sees."""
    if not shutil.which("godot3") or not shutil.which("xvfb-run"):
        return _missing("Godot: godot3, xvfb-run")
    project = folder / "godot"
    screen = ["xvfb-run", "-a", "-s", f"-screen 0 {asked.size}x24"]
    if not project.exists():
        shutil.copytree(PEERS / "godot", project)
        for file in ("scene.glb", "path.json"):
            shutil.copy(folder / file, project / file)
        command = [*screen, "godot3", "--path", str(project), "--editor", "--quit"]
        subprocess.run(command, capture_output=True, check=False, timeout=300)
    width, height = asked.size.split("x")
    command = [*screen, "godot3", "--path", str(project), "--resolution", f"{width}x{height}", "--disable-render-loop"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    line = next((line for line in done.stdout.splitlines() if line.startswith("TOLD ")), None)
    return json.loads(line[5:]) if line else _missing(f"Godot told nothing: {done.stderr.strip()[-300:]}")


def _told(command: list[str]) -> dict[str, Any] | None:
    """The last line of what a process says, as JSON."""
    environment = os.environ | {"PYTHONPATH": str(HOUSE), "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=HOUSE, env=environment, timeout=500)
    if done.returncode or not done.stdout.strip():
        return _missing(f"{command[1]}: {done.stderr.strip()[-400:]}")
    return dict(json.loads(done.stdout.strip().splitlines()[-1]))


def _words(asked: argparse.Namespace) -> list[str]:
    return [asked.place, str(asked.avatars), asked.tier, asked.size, str(asked.frames)]


def _missing(what: str) -> None:
    print(f"left out: {what}", file=sys.stderr, flush=True)


def _row(name: str, rounds: list[dict[str, Any]]) -> dict[str, Any]:
    """Median over the rounds of each round's median and 95th percentile."""

    def middle(share: float) -> float:
        return round(
            statistics.median(statistics.quantiles(told["frames"], n=100)[round(share) - 1] for told in rounds), 1
        )

    last = rounds[-1]
    return {
        "engine": name,
        "title": TITLES[name],
        "renderer": last["renderer"],
        "p50": middle(50),
        "p95": middle(95),
        "rss_mb": round(statistics.median(told.get("rss_mb", 0) for told in rounds)),
        "draw_calls": last.get("draw_calls"),
        "triangles": last.get("triangles"),
        "rounds": len(rounds),
    }


def _table(report: dict[str, Any]) -> str:
    lines = [
        f"{report['place']}, {report['avatars']} avatars, {report['size']}, scene of the others: {report['scene']}"
    ]
    lines.append(f"{'':34}{'ms p50':>8}{'ms p95':>8}{'x ours':>8}{'MB':>7}{'draws':>7}  renderer")
    lines += [
        f"{row['title']:34}{row['p50']:8}{row['p95']:8}{row['times_ours']!s:>8}{row['rss_mb']:7}"
        f"{row['draw_calls']!s:>7}  {row['renderer']}"
        for row in report["rows"]
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
