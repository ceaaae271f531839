"""How long a fresh process takes to its first frame of a place: cold, with nothing kept from before, and warm."""

import json
import os
import subprocess
import sys
import tempfile
import time
from typing import Any


def first_frame(slug: str, size: tuple[int, int], tier: str) -> dict[str, Any]:
    """Seconds from the start of a process to its first finished frame, and the memory it then holds (MB).

    Cold: an empty cache, the place drawn before its light is baked. Warm: the same again with all that is kept."""
    with tempfile.TemporaryDirectory() as home:
        cold = _one(slug, size, tier, home, "unbaked")
        _one(slug, size, tier, home, "baked")
        warm = _one(slug, size, tier, home, "baked")
    return {
        "place": slug,
        "tier": tier,
        "cold_s": round(cold["seconds"], 3),
        "warm_s": round(warm["seconds"], 3),
        "rss_mb": round(warm["rss_mb"], 1),
    }


def _one(slug: str, size: tuple[int, int], tier: str, home: str, light: str) -> dict[str, float]:
    """One process."""
    command = [sys.executable, "-m", __name__, slug, str(size[0]), str(size[1]), tier, light, repr(time.time())]
    environment = os.environ | {"METASEOUL_HOME": home}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def main(words: list[str]) -> int:
    """In the fresh process: draws one frame and tells when it was there."""
    slug, width, height, tier, light, started = words
    from metaseoul.stage.renderer import canvas, offscreen
    from metaseoul.stage.stage import Stage
    from metaseoul.stage.tiers import NEAR_FAR, NEAR_FAR_INDOORS, TIERS
    from worlds.plan import place as place_of

    base = offscreen()
    place = place_of(slug)
    stage = Stage(base, TIERS[tier])
    drawn = canvas(base, (int(width), int(height)), TIERS[tier].samples, stage.root)
    view = next(iter(place.views.values()))
    stage.enter(place)
    if light == "baked" and stage.baking:
        drawn.buffer.setActive(False)
        stage.finish_bake()
        drawn.buffer.setActive(True)
    drawn.lens.setNearFar(*(NEAR_FAR_INDOORS if place.indoor else NEAR_FAR))
    drawn.lens.setMinFov(view.fov)
    drawn.camera.setPos(*view.eye)
    drawn.camera.lookAt(*view.target)
    stage.update(drawn.camera, 1.0, int(height))
    base.graphicsEngine.renderFrame()
    base.graphicsEngine.renderFrame()  # only now is the first one surely there
    print(json.dumps({"seconds": time.time() - float(started), "rss_mb": resident()}))
    return 0


def resident() -> float:
    """Megabytes that this process holds now; 0 where the system does not say."""
    try:
        with open("/proc/self/statm", encoding="ascii") as told:
            return int(told.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except OSError:
        return 0.0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
