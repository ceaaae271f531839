"""Places beside the shown one: made on a thread, brought to the card a little in each frame, shown with no pause."""

import threading
from collections import deque
from collections.abc import Iterator

from panda3d.core import NodePath

from metaseoul.stage.crowd import unbounded
from metaseoul.stage.scene import Scene
from worlds.shape import Place

MOST = 2
"""Neighbours at most: with the shown place three."""
STEP = 768 << 10
"""Bytes of corners and triangles that may go to the card in one frame, or one mesh, where that is larger."""
BELOW = -3000.0
"""Metres above the ground where a mesh is drawn so small that nobody sees it, so that the card has it."""


class Neighbours:
    """`bring` from any thread, `step` once a frame, `take` when somebody goes there."""

    def __init__(self, root: NodePath) -> None:
        self._warm = unbounded(root.attachNewNode("coming"))
        self._warm.setPos(0, 0, BELOW)
        self._warm.setScale(1e-5)
        self._brought: deque[Scene] = deque()
        self._coming: tuple[Scene, Iterator[tuple[NodePath, int]]] | None = None
        self._ready: dict[str, Scene] = {}
        self._samples: list[NodePath] = []
        self._lock = threading.Lock()
        self.cleared = 0
        """How often nobody was beside any more."""

    def learn(self, samples: list[NodePath]) -> None:
        """Shows the driver what will be drawn one day, in the next frame."""
        self._samples += samples

    def bring(self, scene: Scene, since: int) -> None:
        """A place that was made, begun when so many times nobody was beside any more; it is ready some frames later.
        One that nobody waits for since then goes."""
        with self._lock:
            if since == self.cleared:
                self._brought.append(scene)
                return
        scene.remove()

    def ready(self, place: Place) -> bool:
        """Whether a place can be shown at once."""
        kept = self._ready.get(place.slug)
        return kept is not None and kept.place is place

    def known(self, place: Place) -> bool:
        """Whether a place is ready or on its way."""
        coming = [*self._brought, *((self._coming[0],) if self._coming is not None else ())]
        return self.ready(place) or any(scene.place is place for scene in coming)

    def take(self, place: Place) -> Scene | None:
        """The place, if it is ready; it is a neighbour no longer."""
        return self._ready.pop(place.slug) if self.ready(place) else None

    def want(self, place: Place) -> None:
        """Somebody is still on the way there: of too many it is the last to go."""
        if self.ready(place):
            self._ready[place.slug] = self._ready.pop(place.slug)

    def keep(self, scene: Scene) -> None:
        """Keeps a place beside the one that is shown; of too many the one goes that was wanted longest ago."""
        scene.root.detachNode()
        old = self._ready.pop(scene.place.slug, None)
        if old is not None:
            old.remove()
        self._ready[scene.place.slug] = scene
        while len(self._ready) > MOST:
            self._ready.pop(next(iter(self._ready))).remove()

    def step(self) -> int:
        """Brings a little of what is coming to the card; how many bytes."""
        self._warm.getChildren().detach()
        for sample in self._samples:
            sample.reparentTo(self._warm)
        self._samples = []
        if self._coming is None:
            if not self._brought:
                return 0
            scene = self._brought.popleft()
            self._coming = (scene, scene.loads())
        scene, loads = self._coming
        done = 0
        for path, size in loads:
            path.copyTo(self._warm).show()
            done += size
            if done >= STEP:
                return done
        self._coming = None
        self.keep(scene)
        return done

    def clear(self) -> None:
        """Nobody is beside any more, nor will be what is still being made."""
        with self._lock:
            self.cleared += 1
        for scene in [*self._ready.values(), *self._brought, *((self._coming[0],) if self._coming else ())]:
            scene.remove()
        self._warm.getChildren().detach()
        self._ready, self._coming = {}, None
        self._brought.clear()
