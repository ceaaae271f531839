"""The window, put together: stage, walker, eye, the others, the panels, and the order in which a frame calls them."""

import asyncio
import time
from collections.abc import Callable, Sequence
from math import cos, radians, sin
from pathlib import Path

from direct.showbase.ShowBase import ShowBase
from panda3d.core import Filename, PNMImage, Point2, Point3

from metaseoul.ahead import Ahead
from metaseoul.clock import season
from metaseoul.controls import flyer
from metaseoul.controls.eye import Eye
from metaseoul.controls.flyer import Flyer
from metaseoul.controls.inputs import Inputs, ground_at
from metaseoul.controls.ride import Ride
from metaseoul.controls.walker import Walker
from metaseoul.crowd import Others
from metaseoul.faults import Refusal
from metaseoul.leader import Leader
from metaseoul.link import Link
from metaseoul.reload import reloading
from metaseoul.stage.governor import Governor
from metaseoul.stage.memory import give_back
from metaseoul.stage.prop import prop
from metaseoul.stage.resolution import Resolution
from metaseoul.stage.sky import FIRST_HOUR
from metaseoul.stage.stage import Stage
from metaseoul.stage.tiers import NEAR_FAR, NEAR_FAR_INDOORS, Tier
from metaseoul.stage.workshop import Workshop
from metaseoul.texts import Texts
from metaseoul.ui.curtain import Curtain
from metaseoul.ui.frame import Screen
from metaseoul.ui.window import WindowUi
from metaseoul.visit import Visit
from worlds.seats import Seat
from worlds.seoul.tour import bus
from worlds.sessions.wire import Move, People
from worlds.shape import Place, Point, Spot
from worlds.walk import path, walk_map

FRAMES = 60
"""Most frames a second: more would only take the office's and the citizen's power away."""
ME = 0
"""The number under which the stage draws the citizen; the hub counts from 1."""
STRAIGHT_ON = 60.0
"""Degrees up to which one who arrives is still walking the way that they came, and the eye stays as it was."""
READABLE = 45.0
"""Metres up to which a name over a head can be read."""
MIRROR, ASIDE = 2.9, 24.0
"""Metres off, and degrees to the side, from which one looks at oneself: beside the panel."""
BEFORE_ONE = (2.0, 32.0)
"""Metres off, and degrees to the left of the way one looks, where the guide stands that one has called."""
GATE_REACH = 1.1
"""Metres before a gate at which walking on means going through."""


class App:
    """One window on one city."""

    def __init__(
        self,
        base: ShowBase,
        texts: Texts,
        url: str,
        tier: Tier,
        workshop: Workshop | None = None,
        hold: bool = True,
        screen: Screen | None = None,
        kiosk: bool = False,
    ) -> None:
        """`workshop`: the one that began before there was a window; else a new one. `hold`: the tier as chosen.
        `kiosk`: the machine is everyone's; `screen`: its screen's measures."""
        self.base = base
        self._texts, self._url, self._kiosk = texts, url, kiosk
        self.stage = Stage(base, tier, texts.language, workshop or Workshop())
        self.stage.set_time(FIRST_HOUR, season())
        self.governor = None if hold else Governor(tier)
        self.ui = WindowUi(texts, base, screen=screen, touch=kiosk)
        self.open_visit()
        self.eye = Eye(base.cam)
        self.inputs = Inputs(base, self._clicked, self.ui.use)
        self.others = Others(self.stage.crowd)
        self.leader = Leader(self.stage.crowd)
        self.ahead = Ahead(self.stage)
        self._looking: asyncio.Future[None] | None = None
        self._finding: asyncio.Future[bool] | None = None
        self._leading: asyncio.Future[None] | None = None
        self._led_to: Spot | None = None
        """Where the guide leads in this place."""
        self.resolution = Resolution(base)
        self.walker: Walker | Flyer | None = None
        self.riding: Ride | None = None
        self._behind: tuple[float, float, float] | None = None
        """Where the eye was before one looked at oneself."""
        self.rate = FRAMES
        """Most frames a second, now."""
        self.frames = 0
        """How many frames were drawn."""
        self.on_frame: Callable[[float], object] | None = None
        """Told how many seconds each frame's work took, where somebody measures."""
        self._opened = time.perf_counter()
        self._closed = False
        self._at_gate: str | None = None
        self.ui.on_language = self.stage.set_language
        self.ui.on_enter, self.ui.on_stand, self.ui.on_meet = self._enter, self._stand, self._meet
        self.ui.on_aside, self.ui.on_act, self.ui.on_sit = self._step_aside, self._act, self._sit
        self.ui.on_coming = self.stage.expect
        self.ui.on_mirror = self._mirror
        self.ui.on_lead, self.ui.on_attend = self._lead, self._attend
        self.ui.on_ride, self.ui.on_photograph = self._ride, self._photograph
        self.ui.hud.tags.where = self._head
        self.ui.hud.pins.where = self._seen
        base.userExit = self.close
        base.camLens.set_fov(72)
        base.accept("wheel_up", self._zoom, [0.88])
        base.accept("wheel_down", self._zoom, [1.14])

    def open_visit(self) -> None:
        """A citizen is at the door: a line, and a visit, of their own."""
        self.link = Link(self._url)
        self.visit = Visit(self.ui, self.link, self._texts, self._kiosk)
        self.ui.adopt(self.visit.preferences.comfort)

    async def close_visit(self) -> None:
        """They are gone: the others no longer see them, and the line is closed."""
        await self.visit.live.close()
        self.link.close()

    async def run(self, first: bool = False) -> None:
        """One visit, `first`: with the first screen; ends when the citizen leaves or closes the window."""
        frames = asyncio.ensure_future(self.draw_frames())
        visit = asyncio.ensure_future(self.visit.run(first))
        try:
            await asyncio.wait({frames, visit}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (visit, frames):
                task.cancel()
            done = await asyncio.gather(visit, frames, return_exceptions=True)
            await self.close_visit()
            self.stage.leave()
        for result in done:
            if isinstance(result, Exception):
                raise result

    def close(self) -> None:
        self._closed = True

    async def draw_frames(self) -> None:
        """Frame after frame until the window closes."""
        last = time.perf_counter()
        systems = [getattr(self, name) for name in SYSTEMS]
        while not self._closed:
            now = time.perf_counter()
            seconds, last = min(now - last, 0.1), now
            for system in systems:
                system(seconds)
            self.frames += 1
            if self.on_frame is not None:
                self.on_frame(time.perf_counter() - now)
            await asyncio.sleep(max(0.001, now + 1 / self.rate - time.perf_counter()))

    # --- the systems of a frame, in the order of SYSTEMS

    def walk(self, seconds: float) -> None:
        """The citizen moves as hands wish, and the hub is told."""
        walker = self.walker
        if walker is None:
            return
        wish = self.inputs.read(seconds)
        if not self.ui.holds_pointer:
            self.eye.rotate(wish.turn, wish.tilt)
        free = self.ui.walking
        direction = wish.direction + self.eye.turn if free and wish.direction is not None else None
        before = (walker.x, walker.y)
        walker.update(seconds, direction, wish.run)
        if walker.gesture in ("walk", "run"):
            way = ((walker.x - before[0]) ** 2 + (walker.y - before[1]) ** 2) ** 0.5
            self.ui.player.walked(way, walker.gesture == "run", hard=self.visit.place.indoor)
        self.stage.crowd.put(
            ME, self.visit.preferences.look, *walker.body, walker.heading, walker.gesture, self._clock()
        )
        if isinstance(walker, Flyer):
            walker.distance = self.eye.distance
            return
        where = Move(round(walker.x, 2), round(walker.y, 2), round(walker.heading, 1), walker.gesture)
        self.visit.live.move(where)
        if free:
            self._notice(walker)
        self.ahead.look(seconds, self.visit.place, (walker.x, walker.y))

    def meet(self, seconds: float) -> None:
        """The others walk on between two words of the hub, and the guide goes ahead."""
        if self.walker is not None:
            eye = self.base.cam.get_pos(self.base.render)
            view = None if self.riding else ((eye.x, eye.y), (self.walker.x, self.walker.y))
            self.others.update(self.walker.ground, self._clock(), view)
            if self.leader.update(seconds, self._clock(), (self.walker.x, self.walker.y)):
                self.visit.led.arrived()
            elif self.leader.lost and isinstance(self.walker, Walker) and self._led_to is not None:
                self.leader.rest()
                self._leading = asyncio.ensure_future(self._set_off(self.walker, self._led_to, follows=False))

    def look(self, seconds: float) -> None:
        """The eye follows."""
        if self.riding is not None:
            self.riding.update(seconds, self.base.cam)
        elif self.walker is not None:
            self.eye.update(seconds, self.walker.x, self.walker.y, self.walker.z)

    def stage_frame(self, seconds: float) -> None:
        """Levels of detail, crowd, light."""
        rung = self.governor.frame(seconds) if self.governor is not None else None
        if rung is not None:
            self.stage.set_tier(rung.tier)
            self.resolution.set(rung.resolution)
        self.resolution.follow()
        self.stage.update(self.base.cam, self._clock(), round(self.ui.height * self.resolution.share))

    def speak(self, seconds: float) -> None:
        """Panels, tags, what fades."""
        self.ui.update(seconds)

    def draw(self, seconds: float) -> None:
        """Panda3D draws the frame and hands out what happened."""
        self.base.taskMgr.step()

    # --- what the ui asks of the scene

    async def _enter(self, place: Place, at: Spot, facing: float) -> None:
        texts = self.visit.texts
        curtain = None if self.stage.prepared(place) else Curtain(self.ui, place)

        def progress(done: float, key: str) -> None:
            if curtain is None or curtain.lifted:  # the place is seen already, only its light still grows
                self.ui.working(texts(key) if done < 1 else "", done)
                return
            curtain.show(done, texts(key))
            self.base.graphicsEngine.render_frame()

        walking = self.walker is not None and abs((self.walker.heading - facing + 180) % 360 - 180) < STRAIGHT_ON
        self.walker = None
        self.others.clear()
        self.leader.rest()
        self._led_to = None
        if curtain is not None:
            self.stage.root.detach_node()
            progress(0.0, "stage.building")
            self.stage.expect(place.slug, place)
            await asyncio.gather(asyncio.to_thread(self.stage.await_corners, place), asyncio.to_thread(walk_map, place))
            walking = False
        self.stage.enter(place, progress)
        if self.governor is not None:
            self.governor.forget()
        self.stage.root.reparent_to(self.base.render)
        self.ui.player.hum(not place.indoor)
        self.base.camLens.set_near_far(*(NEAR_FAR_INDOORS if place.indoor else NEAR_FAR))
        if place.flown:
            self.walker = Flyer(walk_map(place), at, facing)
            self.eye.look_down(*flyer.FRAMING)
        else:
            self.walker = Walker(walk_map(place), at, facing)
            self.eye.follow()
            if not walking:
                self.eye.look_along(facing)
        self._at_gate = self._gate_near(self.walker)
        self.eye.sight = None
        if curtain is not None:
            curtain.lift()
        if not place.flown:
            self._looking = asyncio.ensure_future(self._look_round(place))
        if not walking:
            give_back()

    async def _look_round(self, place: Place) -> None:
        """What the eye cannot pass here is known a moment after one has come."""
        sight = await asyncio.to_thread(self.ahead.sight, place)
        if self.stage.place is place:
            self.eye.sight = sight

    def _stand(self, x: float, y: float) -> None:
        if self.walker is not None:
            followed = self.visit.led.goal is not None and (self.finding or self.walker.on_the_way)
            self.walker.stand(x, y)
            self._at_gate = self._gate_near(self.walker)
            if followed and self._led_to is not None:
                self.walk_to(self._led_to)

    def _sit(self, seat: Seat) -> None:
        if isinstance(self.walker, Walker):
            self.walker.sit(seat)

    def _act(self, gesture: str, seconds: float | None) -> bool:
        if not isinstance(self.walker, Walker):
            return False
        self.walker.act(gesture, seconds)
        return True

    def _mirror(self, on: bool) -> None:
        """The eye goes round to one's front, and back again to where it was."""
        if on and self.walker is not None:
            self._behind = (self.eye.turn, self.eye.tilt, self.eye.distance)
            lens, (across, down) = self.base.camLens, self.ui.frame.beside()
            wide, high = lens.get_film_size()
            lens.set_film_offset((0.5 - across) * wide, (down - 0.5) * high)
            self.eye.turn, self.eye.tilt, self.eye.distance = self.walker.heading + 180 + ASIDE, 2.0, MIRROR
        elif not on and self._behind is not None:
            self.base.camLens.set_film_offset(0, 0)
            self.eye.turn, self.eye.tilt, self.eye.distance = self._behind
            self._behind = None

    def _step_aside(self, x: float, y: float) -> None:
        if isinstance(self.walker, Walker) and self.walker.gesture == "idle":
            self.walker.go_to((x, y))

    def _meet(self, people: People, me: int | None) -> None:
        self.others.meet(people, me, self._clock())

    def _clicked(self, x: float, y: float) -> None:
        """Click-to-walk: there, by a way that leads round what stands between."""
        if self.walker is None or not self.ui.walking:
            return
        spot = ground_at(self.base, x, y, self.walker.z)
        if spot is not None:
            self.walk_to(spot)

    @property
    def finding(self) -> bool:
        """Whether a way is being looked for."""
        return self._finding is not None and not self._finding.done()

    def walk_to(self, spot: Spot) -> None:
        """There by itself; the way is found while frames go on."""
        if self.walker is not None:
            self._finding = asyncio.ensure_future(asyncio.to_thread(self.walker.go_to, spot))

    def _attend(self, on: bool) -> None:
        """The guide stands before one, beside the panel; while it leads it goes on."""
        if self.visit.led.goal is not None:
            return
        self.leader.rest()
        walker = self.walker
        if on and isinstance(walker, Walker):
            turn = radians(self.eye.turn + BEFORE_ONE[1])
            spot = (walker.x - sin(turn) * BEFORE_ONE[0], walker.y + cos(turn) * BEFORE_ONE[0])
            self.leader.attend(walker.ground, walker.ground.nearest_free(*spot) or spot)

    def _lead(self, goal: Spot | None) -> None:
        self.leader.rest()
        self._led_to = goal
        if goal is not None and isinstance(self.walker, Walker):
            self._leading = asyncio.ensure_future(self._set_off(self.walker, goal))

    async def _set_off(self, walker: Walker, goal: Spot, follows: bool = True) -> None:
        """The guide goes ahead, and one follows by oneself until one walks otherwise."""
        at = (walker.x, walker.y)
        way = await asyncio.to_thread(path, walker.ground, at, goal)
        if way and self.walker is walker and self._led_to == goal:
            self.leader.set_off(walker.ground, at, way)
            if follows:
                self.walk_to(goal)

    def _ride(self, way: Sequence[Point]) -> float:
        """The tour bus sets off; it stays on the stage from stop to stop."""
        before, self.riding = self.riding, None
        if not way:
            if before is not None:
                before.thing.remove_node()
            return 0.0
        thing = before.thing if before is not None else prop(bus(), self.stage.shaded)
        thing.reparent_to(self.stage.root)
        self.riding = Ride(thing, way, before.heading if before is not None else None)
        return self.riding.seconds

    async def _photograph(self, file: Path) -> None:
        """One frame with nothing floating over the city."""
        self.ui.root.hide()
        try:
            self.base.graphicsEngine.render_frame()
            picture = PNMImage()
            taken = self.base.win.get_screenshot(picture) and picture.write(Filename.from_os_specific(str(file)))
        finally:
            self.ui.root.show()
        if not taken:
            raise Refusal("photo.no-picture")

    def _seen(self, point: Point) -> tuple[float, float, float] | None:
        """Where a point of the place is in the window; None when out of sight."""
        near = self.base.cam.get_relative_point(self.base.render, Point3(*point))
        on_screen = Point2()
        if near.y <= 0 or not self.base.camLens.project(near, on_screen):
            return None
        return ((on_screen.x + 1) / 2 * self.ui.width, (1 - on_screen.y) / 2 * self.ui.height, near.y)

    def _zoom(self, factor: float) -> None:
        if self.ui.walking:
            self.eye.zoom(factor)
        else:
            self.ui.wheel(1 if factor < 1 else -1)

    def _notice(self, walker: Walker) -> None:
        """Walking into a gate goes through it; what is within reach can be used by one key."""
        gate = self._gate_near(walker)
        if gate is not None and gate != self._at_gate:
            self._at_gate = gate
            self.ui.answer(f"gate:{gate}")
            return
        self._at_gate = gate
        near = min(
            (anchor for anchor in self.visit.place.anchors if _far(walker, anchor.at) <= anchor.reach),
            key=lambda anchor: _far(walker, anchor.at),
            default=None,
        )
        view = self.ui.view
        actions = view.actions if view is not None else ()
        name = f"anchor:{near.opens}" if near is not None else ""
        self.ui.hud.within_reach(next((action for action in actions if action.name == name), None))

    def _gate_near(self, walker: Walker | Flyer) -> str | None:
        return next(
            (gate.name for gate in self.visit.place.gates if _far(walker, gate.at) <= max(GATE_REACH, gate.width / 2)),
            None,
        )

    def _head(self, number: int) -> tuple[float, float, float] | None:
        """Where in the window a person's head is; None when out of sight or too far to be read."""
        spot = self.others.shown.get(number)
        seen = self._seen((spot[0], spot[1], spot[2] + 1.95)) if spot is not None else None
        return seen if seen is not None and seen[2] < READABLE else None

    def _clock(self) -> float:
        """Seconds since the window opened: small numbers, because programs count with few digits."""
        return time.perf_counter() - self._opened


SYSTEMS = ("walk", "meet", "look", "stage_frame", "speak", "draw")
"""Everything that happens in a frame, in order."""


def _far(walker: Walker | Flyer, at: tuple[float, float, float]) -> float:
    return float(((at[0] - walker.x) ** 2 + (at[1] - walker.y) ** 2) ** 0.5)


async def visit(
    base: ShowBase, texts: Texts, url: str, tier: Tier, workshop: Workshop, hold: bool, reload: bool = False
) -> None:
    """One visit in this window, from the first frame to the last; `reload`: edited places are seen at once."""
    app = App(base, texts, url, tier, workshop, hold)
    with reloading(app.visit, reload):
        await app.run(first=not app.visit.preferences.met)
