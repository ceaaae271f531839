"""One citizen's visit: come in, be somewhere, use what stands there, be taken where one needs to be."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import TypeVar

from metaseoul import preferences
from metaseoul.accident import noted
from metaseoul.civic import SCREENS
from metaseoul.comfort import Comfort
from metaseoul.faults import Refusal
from metaseoul.flow.avatar import avatar
from metaseoul.flow.beside import Sharing, beside, is_code, sit_beside
from metaseoul.flow.elsewhere import elsewhere
from metaseoul.flow.find import ANYWHERE, Goal, goals, is_sure, matches, parts_of
from metaseoul.flow.gesture import gesture
from metaseoul.flow.guide import guide, how
from metaseoul.flow.lead import Led, lead
from metaseoul.flow.my_data import my_data
from metaseoul.flow.numbers import numbers
from metaseoul.flow.people import people
from metaseoul.flow.photo import photo
from metaseoul.flow.reading import reading
from metaseoul.flow.room import room
from metaseoul.flow.safety import safety, told
from metaseoul.flow.settings import easy, settings
from metaseoul.flow.sign_in import sign_in
from metaseoul.flow.title import title
from metaseoul.flow.tour import FROM_ABOVE, tour
from metaseoul.folders import is_file
from metaseoul.home import HOME
from metaseoul.link import Link
from metaseoul.live import Live, State
from metaseoul.texts import LANGUAGES, OWN_NAMES, Texts
from metaseoul.ui import Back, Found, Hidden, Leave, Ui
from metaseoul.ui.views import Action, View
from worlds import plan
from worlds.accounts import Join, Session
from worlds.plan import place as place_of
from worlds.protocol import Goodbye
from worlds.seats import Seat, seat_at
from worlds.seoul.relief.landmarks import spots
from worlds.sessions import rooms
from worlds.sessions.wire import CHAT_LIMIT, Closed, Crowd, Followed, Friend, Heard, Notice, Refused, Said
from worlds.shape import Gate, Place, Spot

PATIENCE = 4.0
"""Seconds between tries to find an office that was not there."""
FORGIVEN = 5
"""Mishaps after which a visit ends rather than goes on."""
WISH_LIMIT = 1000
"""Longest wish in characters: the path of a file, or what a QR says, is longer than any words."""


EVERYWHERE = ("find", "say", "map", *ANYWHERE, "language", "leave")
"""What can be done in any place."""
NOT_ON_KIOSKS = ("photo",)
"""Of these, what leaves something on the machine."""
AT_HAND = ("find", "say", "map")
"""Of these, what has a button of its own in the window; the menu holds the others."""
T = TypeVar("T")
IDENTITY_NEEDED, UNKNOWN_SESSION = "accounts.identity-needed", "accounts.unknown-session"
Flow = Callable[["Visit"], Awaitable[None]]
FLOWS: dict[str, Flow] = {
    "gesture": gesture,
    "people": people,
    "numbers": numbers,
    "room": room,
    "tour": tour,
    "photo": photo,
    "reading": reading,
    "avatar": avatar,
    "guide": guide,
    "lead": lead,
    "beside": beside,
    "my-data": my_data,
    "safety": safety,
    "settings": settings,
    "easy": easy,
}
"""What belongs to no place."""
ANSWERS: dict[str, Callable[["Visit", str], Awaitable[None]]] = {"how": how, "elsewhere": elsewhere}
"""Questions, by what stands before their colon."""


class Visit:
    """What every screen has at hand: the `ui`, the `link`, the `live` crowd, and the place one is in."""

    def __init__(self, ui: Ui, link: Link, texts: Texts, kiosk: bool = False) -> None:
        """`kiosk`: the machine is everyone's. Nothing of a visit is kept on it, and what is issued is printed."""
        self.ui, self.link, self.texts, self.kiosk = ui, link, texts, kiosk
        self.preferences = preferences.fresh() if kiosk else preferences.load()
        self.live = Live(link, self._event, self._line)
        ui.on_language_wish, ui.on_hide = self.speak, self._hide
        ui.counters = frozenset(kind.room.slug for kind in SCREENS)
        self.session: Session | None = None
        self.sharing: Sharing | None = None
        """One's own screen, while somebody may sit beside."""
        self.presence: dict[str, int] = {}
        """How many are in each place, as last asked."""
        self._accidents = 0
        self._lost = False
        """The citizen was told that the line is lost, and is still to be told that it is back."""
        self.place: Place = place_of(HOME)
        self.seat: Seat | None = None
        """Where the hub said one sits."""
        self.screens = {kind.room.slug: kind(self) for kind in SCREENS}
        self.led = Led(self)

    async def run(self, first: bool = False) -> None:
        """From the door to the goodbye; `first`: with the first screen. Ends when the citizen leaves."""
        await self.join()
        await self.enter(self.place, self.place.spawn[:2], self.place.spawn[2])
        later = asyncio.ensure_future(self._join_later())
        try:
            with contextlib.suppress(Leave):
                if first:
                    self.preferences.met = True
                    self.remember()
                    await self._guarded(title(self))
                while True:
                    await self._guarded(self._next())
                    if self.ui.hidden:
                        await self._come_back()
        finally:
            later.cancel()
            if self.sharing is not None:
                self.sharing.end()

    async def join(self) -> None:
        """Comes in as a guest; with no office within reach the city is open all the same, and says so."""
        try:
            await self._join()
        except Refusal as refusal:
            self.ui.refuse(refusal)
            self.ui.say("visit.alone")

    async def _join(self) -> None:
        wish = Join(language=self.texts.language, look=self.preferences.look)
        self.link.forget()
        session = await self.link.post("/sessions", wish, Session)
        self.link.take(session)
        self.session = session

    async def _join_later(self) -> None:
        """Who came when no office was within reach meets the others as soon as there is one."""
        while self.session is None:
            await asyncio.sleep(PATIENCE)
            if self.session is None:
                with contextlib.suppress(Refusal):
                    await self._join()
                    self.ui.say("visit.line-back")
                    self.live.enter(self.place.slug)

    async def sign_in(self) -> None:
        """Asks who the citizen is, once; from then on the office knows this visit as theirs."""
        if self.session is None:
            await self.join()
        self.session = await sign_in(self.ui, self.link)
        self.ui.say("sign-in.done", name=self.session.name)
        self.live.renew(self.place.slug)

    async def identified(self, call: Callable[[], Awaitable[T]]) -> T:
        """Makes the call; where identity is needed asks for it, once, and makes the call again."""
        try:
            return await call()
        except Refusal as refusal:
            if refusal.code not in (IDENTITY_NEEDED, UNKNOWN_SESSION):
                raise
            if refusal.code == UNKNOWN_SESSION:  # the visit is over, or the office was away when it began
                self.session = None
        await self.sign_in()
        return await call()

    def _hide(self) -> None:
        """At once: the others see one leave, and nothing is kept of whom one saw."""
        self.live.leave()

    async def _come_back(self) -> None:
        """On the plaza, not where one was."""
        await self.ui.until_back()
        home = place_of(HOME)
        await self.enter(home, home.spawn[:2], home.spawn[2])

    async def leave(self) -> None:
        """The office forgets this visit, and who came. Raises Refusal."""
        if self.link.token is not None:
            await self.link.delete("/sessions/me", type(None))
            self.link.forget()
            self.session = None

    async def enter(self, place: Place, at: Spot, facing: float, anchor: str = "") -> None:
        """Be in `place` from now on: the scene first, the crowd as soon as the hub answers, who has the last word
        on where one stands."""
        self.place = place
        if place.flown:
            await self._count()
        self.live.pause()
        await self.ui.enter(place, at, facing)
        if self.session is not None:
            self.live.enter(place.slug, anchor)

    async def open(self, name: str, *handed: str) -> None:
        """Opens what an anchor of the present place opens: "find", or a method of the room's screen.

        `handed`: what the citizen already said or laid on the counter.
        """
        kind, _, topic = name.partition(":")
        if name == "find":
            await self.find("")
        elif kind in ANSWERS:
            await ANSWERS[kind](self, topic)
        elif name in FLOWS:
            await FLOWS[name](self)
        elif self.place.slug in self.screens:
            await getattr(self.screens[self.place.slug], name)(*handed)

    async def find(self, query: str) -> None:
        """Takes the citizen to what they need, with no walking; asks only when the words may mean several things."""
        if len(query) > WISH_LIMIT:
            raise Refusal("find.too-long", limit=WISH_LIMIT)
        if is_code(query):
            await sit_beside(self, query.strip())
            return
        if is_file(query, ".epub"):
            await reading(self, query)
            return
        known = goals(self.texts)
        for slug, screen in self.screens.items():
            if query and (opens := screen.takes(query)) is not None:
                await self.take_to(next(goal for goal in known if goal.name == f"{slug}.{opens}"), query)
                return
        lately = [name for name in self.preferences.recent if any(goal.name == name for goal in known)]
        everything = tuple(
            sorted(known, key=lambda goal: lately.index(goal.name) if goal.name in lately else len(lately))
        )
        found = matches(query, known) if query else everything
        if not found:
            self.ui.say("find.nothing", query=query)
            found = everything
        if len(found) == 1 and is_sure(query, found[0]):
            await self.take_to(found[0])
            return
        again = [
            Action(f"{slug}.again", title) for slug, screen in self.screens.items() if (title := screen.repeatable)
        ]
        names = [Action(goal.name, goal.title) for goal in found]
        if found is not everything:
            chosen = await self.ui.choose("find", names)
        else:
            first = [*(one.name for one in again), *lately]
            chosen = await self.ui.choose("find", [*again, *names], parts=parts_of(first, known))
        await self.take_to(next((goal for goal in found if goal.name == chosen), Goal(chosen, "", ())))

    async def take_to(self, goal: Goal, *handed: str) -> None:
        """There at once, in front of what they came for, and it is open."""
        if not goal.place:
            await self.open(goal.opens)
            return
        self.led.no_more()
        place = await self._put_together(goal.place)
        anchor = next((anchor for anchor in place.anchors if anchor.opens == goal.opens), None)
        if place.slug != self.place.slug:
            at, facing = (anchor.before, anchor.facing) if anchor else (place.spawn[:2], place.spawn[2])
            await self.enter(place, at, facing, anchor.name if anchor else "")
        if goal.opens:
            if anchor is not None:
                self._remember(goal.name)
            await self.open(goal.opens, *handed)

    # --- being somewhere

    async def _put_together(self, slug: str) -> Place:
        """A place of the plan; frames go on while it is put together for the first who goes there."""
        if plan.entry(slug).slug not in {place.slug for place in plan.built()}:
            self.ui.coming(plan.entry(slug).slug)
        return await asyncio.to_thread(place_of, slug)

    @property
    def everywhere(self) -> tuple[str, ...]:
        """What can be done in any place, on this machine."""
        return tuple(name for name in EVERYWHERE if not (self.kiosk and name in NOT_ON_KIOSKS))

    def here(self) -> View:
        """The place as a view: its text, and all that can be done in it."""
        body = [self.texts.of(self.place.text)]
        others = [person.name for number, person in self.live.people.items() if number != self.live.me]
        body.append(self.texts("visit.others", names=", ".join(others)) if others else self.texts("visit.nobody"))
        if code := rooms.code_in(self.place.slug, self.live.zone):
            body.append(self.texts("room.here", code=rooms.shown(code)))
        actions = [
            Action(f"anchor:{anchor.opens}", self.texts(self._anchor_key(anchor.opens)), at=anchor.at)
            for anchor in self.place.anchors
        ]
        actions += [
            Action(
                f"gate:{gate.name}",
                self.texts("visit.gate", place=self.texts.of(plan.entry(gate.to).title)),
                at=gate.at,
            )
            for gate in self.place.gates
        ]
        if self.place.flown:
            actions += self._pins()
        at_hand = {anchor.opens for anchor in self.place.anchors} & FLOWS.keys()
        actions += [Action(name, self.texts(f"visit.{name}")) for name in self.everywhere if name not in at_hand]
        return View("place", "place", self.texts.of(self.place.title), tuple(body), tuple(actions), back=False)

    async def _renew(self) -> None:
        """A place whose description was edited meanwhile (`--reload`) is seen anew, from the same spot."""
        now = place_of(self.place.slug)
        if now is not self.place:
            self.place = now
            me = self.live.people.get(self.live.me or 0)
            x, y, facing = (me.x, me.y, me.heading) if me is not None else now.spawn
            await self.ui.enter(now, (x, y), facing)

    async def _next(self) -> None:
        await self._renew()
        answer = await self.ui.ask(self.here())
        await self.do(answer.action, answer.text)

    async def do(self, action: str, text: str = "") -> None:
        """One of the place's actions; "here" first asks which, for who does not walk to them."""
        kind, _, name = action.partition(":")
        match kind:
            case "here":
                standing = [one for one in self.here().actions if one.at is not None or one.name == "leave"]
                await self.do(await self.ui.choose("here", standing))
            case "menu":
                rest = [Action(name, self.texts(f"visit.{name}")) for name in self.everywhere if name not in AT_HAND]
                await self.do(await self.ui.choose("menu", rest))
            case "anchor":
                await self.open(name)
            case "gate":
                await self._through(next(gate for gate in self.place.gates if gate.name == name))
            case "say":
                await self.say(text or await self.ui.line("visit.say.line"))
            case "drop":
                await self._drop(name)
            case "find":
                await self.find(text)
            case "to":
                await self.take_to(Goal(name, "", ()))
            case "map":
                await self._map()
            case flow if flow in FLOWS:
                await FLOWS[flow](self)
            case "language":
                await self._language()
            case "leave":
                raise Leave

    async def say(self, text: str) -> None:
        """One line of chat to the people near."""
        if len(text) > CHAT_LIMIT:
            raise Refusal("sessions.line-too-long", limit=CHAT_LIMIT)
        if text and not await self.live.say(text):
            self.ui.say("visit.not-heard")

    async def _through(self, gate: Gate) -> None:
        self.ui.sound("door")
        await self.enter(await self._put_together(gate.to), gate.arrive, gate.facing)
        await self.led.on()

    async def _map(self) -> None:
        """Every place by its name, with how many are there now; the first is the city from above."""
        await self._count()
        above = [known for known in plan.ENTRIES if known.slug == FROM_ABOVE]
        others = [known for known in plan.ENTRIES if known.slug != FROM_ABOVE]
        names = [Action(known.slug, self.texts.of(known.title), self._busy(known.slug)) for known in (*above, *others)]
        await self._drop(await self.ui.choose("map", names))

    async def _drop(self, slug: str) -> None:
        """To a place at once, by the map."""
        self.led.no_more()
        place = await self._put_together(slug)
        await self.enter(place, place.spawn[:2], place.spawn[2])

    async def _count(self) -> None:
        """Asks how many are in each place now; with no office nobody is told."""
        try:
            self.presence = await self.link.get("/presence", dict[str, int])
        except Refusal:
            self.presence = {}

    def _busy(self, slug: str) -> str:
        count = self.presence.get(slug, 0)
        return self.texts("map.count", count=count) if count else ""

    def _pins(self) -> list[Action]:
        """The places over which one flies, each at its spot of the relief."""
        over = spots()
        return [
            Action(f"drop:{known.slug}", self.texts.of(known.title), self._busy(known.slug), at=over[known.slug])
            for known in plan.ENTRIES
            if known.slug in over
        ]

    async def _language(self) -> None:
        self.speak(await self.ui.choose("language", [Action(name, OWN_NAMES[name]) for name in LANGUAGES]))

    def speak(self, language: str) -> None:
        """All that is told from now on is in this language, and in later visits."""
        self.texts.language = self.preferences.language = language
        self.remember()
        self.ui.language_changed()

    def make_comfortable(self, comfort: Comfort) -> None:
        """Shown and told so from now on, and in later visits."""
        self.preferences.comfort = comfort
        self.remember()
        self.ui.adopt(comfort)

    def _anchor_key(self, opens: str) -> str:
        return f"visit.{opens}" if opens == "find" or opens in FLOWS else f"{self.place.slug}.{opens}"

    def remember(self) -> None:
        """Habits are kept for the next visit, but on a machine that is everyone's."""
        if not self.kiosk:
            preferences.save(self.preferences)

    def _remember(self, name: str) -> None:
        self.preferences.recent = [name, *(other for other in self.preferences.recent if other != name)][:5]
        self.remember()

    async def _guarded(self, step: Awaitable[None]) -> None:
        """Makes a step; going back, another wish and refusals all end here, and nothing is lost by them.

        A mishap in one screen is written down and closes that screen, not the city; too many do close it.
        """
        while True:
            try:
                await step
                return
            except (Back, Hidden):
                return
            except Found as wish:
                step = self.find(wish.query)
            except Refusal as refusal:
                self.ui.refuse(refusal)
                return
            except Leave:
                raise
            except Exception:
                self._accidents += 1
                if self._accidents > FORGIVEN:
                    raise
                self.ui.refuse(Refusal("client.mishap", file=noted(words=not self.kiosk)))
                return

    # --- what the hub tells

    def _event(self, event: Heard) -> None:
        match event:
            case Crowd():
                me = self.live.people.get(self.live.me or 0)
                self.seat = seat_at(self.place, me) if me is not None and me.gesture == "sit" else None
                if self.seat is not None:
                    self.ui.sit(self.seat)
                elif me is not None:
                    self.ui.stand(me.x, me.y)
            case Said():
                if event.number != self.live.me:
                    self.ui.sound("tap")
                self.ui.hear(event.number, event.name, event.text)
            case Closed():
                self.ui.sound("chime")
                outcome = self.texts(f"safety.outcome.{event.outcome}")
                self.ui.say("report.closed", receipt=event.receipt, outcome=outcome)
            case Followed():
                self.ui.sound("chime")
                self.ui.tell(told(self.texts, event.sanction))
            case Friend() if (person := self.live.people.get(event.number)) is not None:
                asked = ".mine" if event.state == "asked" and event.mine else ""
                self.ui.say(f"friend.{event.state}{asked}", name=person.name)
            case Notice():
                self.ui.sound("chime")
                self.ui.say("visit.notice", text=event.text)
            case Refused(fault="sessions.personal-distance", x=float(x), y=float(y)):
                self.ui.step_aside(x, y)
            case Refused():
                self.live.stay()
                self.ui.refuse(Refusal(event.fault, **event.values))
                if event.x is not None and event.y is not None:
                    self.ui.stand(event.x, event.y)
            case Goodbye(reason=reason) if reason != "left":
                self.ui.refuse(Refusal(reason, **event.values))
        self.ui.meet(self.live.people, self.live.me)

    def _line(self, state: State) -> None:
        if state == "lost" or (state == "here" and self._lost):
            self.ui.say("visit.line-lost" if state == "lost" else "visit.line-back")
            self._lost = state == "lost"
