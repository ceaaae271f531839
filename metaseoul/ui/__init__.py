"""How a screen speaks with a citizen: it holds a `Ui`, never a widget; window and text twin keep this contract."""

import asyncio
import contextlib
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from metaseoul.comfort import Comfort
from metaseoul.faults import Refusal
from metaseoul.pages import words_of
from metaseoul.sound import Name
from metaseoul.sound.speech import Voice
from metaseoul.texts import Texts
from metaseoul.ui.views import Action, Answer, Tab, View, fields_of, in_language, value_of, with_original
from worlds.seats import Seat
from worlds.sessions.wire import People
from worlds.shape import Place, Point, Spot

BACK = "back"
FIND = "find"
SUBMIT = "submit"
T = TypeVar("T", bound=msgspec.Struct)


class Back(Exception):
    """The citizen went back: the screen closes, nothing was done."""


class Leave(Exception):
    """The citizen leaves the city."""


class Hidden(Exception):
    """The citizen pressed the panic key: whatever was shown is over, and nothing may be seen until they are back."""


class Found(Exception):
    """The citizen named something else they need, from wherever they were."""

    def __init__(self, query: str) -> None:
        super().__init__(query)
        self.query = query


class Ui(ABC):
    """Shows one view at a time and waits for its answer; what is said in passing comes through `tell`."""

    mode: str

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self.view: View | None = None
        """What is shown now."""
        self._plain: View | None = None
        """The same, as its screen said it."""
        self.counters: frozenset[str] = frozenset()
        """Views whose keys begin so stand at a counter: there the Korean original is seen beside a translation."""
        self.on_language_wish: Callable[[str], None] | None = None
        """Told which language one wishes, whatever is shown."""
        self.hidden = False
        """The panic key was pressed: nothing of the city is to be seen or heard."""
        self.on_hide: Callable[[], None] | None = None
        """Told when it is pressed, at once."""
        self._back_again = asyncio.Event()
        self.comfort = Comfort()
        self.voice: Voice | None = None
        self.told: list[str] = []
        """All that was told in passing, newest last."""
        self._answer: asyncio.Future[Answer] | None = None
        self._changed: tuple[type[msgspec.Struct], Callable[[Any], None]] | None = None
        self._dyes: tuple[type[msgspec.Struct], Callable[[Any], dict[str, tuple[str, ...]]]] | None = None

    # --- what window and text twin each do their way

    @abstractmethod
    def show(self, view: View) -> None:
        """Puts the view before the citizen; `answer` is called with what they do."""

    @abstractmethod
    def hide(self) -> None:
        """Takes the view away: it was answered, or its screen closed."""

    @abstractmethod
    def tell(self, text: str) -> None:
        """Says something in passing; it asks for nothing."""

    @abstractmethod
    def working(self, text: str, done: float | None) -> None:
        """Shows that long work goes on: a share of 1, or None when unknown. 1.0 ends it."""

    def coming(self, slug: str) -> None:
        """A place of the plan that nobody went to yet is being put together, to be entered next."""
        return

    @abstractmethod
    async def enter(self, place: Place, at: Spot, facing: float) -> None:
        """The citizen stands in `place` from now on; returns when it can be seen (or told)."""

    @abstractmethod
    def attend(self, on: bool) -> None:
        """The guide stands before the citizen while it speaks, or no longer."""

    @abstractmethod
    def lead(self, goal: Spot | None) -> None:
        """The guide goes there before the citizen, who follows by themselves unless they walk otherwise; None: it is
        seen no longer."""

    @abstractmethod
    def ride(self, way: Sequence[Point]) -> float:
        """The tour bus goes along a way of the place, and the eye with it; how many seconds that takes. An empty way
        ends the ride."""

    @abstractmethod
    async def photograph(self, place: Place, file: Path) -> None:
        """Puts what is seen now into a PNG file, without what floats over it. Raises Refusal."""

    @abstractmethod
    def stand(self, x: float, y: float) -> None:
        """The hub says: you stand here. Nobody walks through a wall."""

    @abstractmethod
    def sit(self, seat: Seat) -> None:
        """The hub says: you sit here, until you walk."""

    @abstractmethod
    def step_aside(self, x: float, y: float) -> None:
        """The hub says: you stand too near to somebody. Walk there by yourself, unless you walk already."""

    @abstractmethod
    def act(self, gesture: str, seconds: float | None) -> bool:
        """One's own figure does this, for so long or until it walks; False: there is no figure."""

    @abstractmethod
    def mirror(self, on: bool) -> None:
        """One sees oneself from the front, or as before."""

    @abstractmethod
    def meet(self, people: People, me: int | None) -> None:
        """Who is here now; `me` is the citizen's own number."""

    @abstractmethod
    def hear(self, number: int, name: str, text: str) -> None:
        """Someone near said something."""

    @abstractmethod
    def adopt(self, comfort: Comfort) -> None:
        """All that is shown and told from now on is so as the citizen likes it."""

    def language_changed(self) -> None:
        """All that is shown is told in the language that is chosen now; what was written stays."""
        if self._plain is not None:
            values = {field.name: field.value for field in (self.now_shown() or self._plain).fields}
            told = self._told(self._plain)
            fields = tuple(
                msgspec.structs.replace(field, value=values.get(field.name, field.value)) for field in told.fields
            )
            self.view = msgspec.structs.replace(told, fields=fields)
            self.show_again(self.view)

    @abstractmethod
    def show_again(self, view: View) -> None:
        """The view now shown, in other words."""

    def _told(self, view: View) -> View:
        if view.key.partition(".")[0] in self.counters:
            return with_original(view, self.texts.language)
        return in_language(view, self.texts.language)

    def sound(self, name: Name) -> None:
        """A sound that means something; who likes captions reads what it was."""
        if self.comfort.captions:
            self.tell(self.texts(f"sound.{name}"))

    def now_shown(self) -> View | None:
        """The view as it stands now, with what was written into it so far."""
        return self.view

    @abstractmethod
    def point(self, name: str) -> None:
        """Whoever sits beside points at this action or entry."""

    @abstractmethod
    def over(self, words: str, end: Callable[[], None] | None) -> None:
        """What holds over every view, and ends with one key; no words: it is over."""

    # --- the panic key

    @abstractmethod
    def blank(self, on: bool) -> None:
        """Nothing of the city can be seen, or read above; or it can again."""

    def panic(self) -> None:
        """Gone, and nothing was here; pressed once more one is back."""
        self.hidden = not self.hidden
        if not self.hidden:
            self._back_again.set()
            return
        self._back_again.clear()
        self.hush()
        self.told.clear()
        self.blank(True)
        if self.on_hide is not None:
            self.on_hide()
        self.interrupt(Hidden())

    async def until_back(self) -> None:
        """Returns when the citizen wants to be seen again."""
        await self._back_again.wait()
        self.blank(False)

    # --- the voice

    def speak(self, words: str, passing: bool = False) -> None:
        """Says it, for who likes to hear; `passing`: what is shown next cuts it off."""
        if self.comfort.voice:
            if self.voice is None:
                self.voice = Voice()
            self.voice.say(words, self.texts.language, int(self.comfort.volume), passing)

    def hush(self) -> None:
        """Says no more."""
        if self.voice is not None:
            self.voice.hush()

    # --- what screens call

    async def ask(self, view: View) -> Answer:
        """Shows `view` until it is answered. Raises Back, Found or Hidden; cancelling takes the view away."""
        if self.hidden:
            raise Hidden
        if self._answer is not None:  # one that was given up, and does not know it yet
            self.hide()
        mine = self._answer = asyncio.get_running_loop().create_future()
        self._plain = view
        self.view = view = self._told(view)
        self.show(view)
        if self.comfort.voice:
            sheet = words_of(view.sheet) if view.sheet is not None else ()
            self.speak(" ".join((view.heading, *view.words, *sheet)), passing=True)
        try:
            answer: Answer = await mine
        finally:
            if self._answer is mine:
                self._answer, self.view, self._plain = None, None, None
                self.hide()
        if answer.action == BACK:
            raise Back
        if answer.action == FIND:
            raise Found(answer.text)
        return answer

    async def choose(
        self,
        key: str,
        choices: Sequence[Action],
        body: Sequence[str] = (),
        parts: Mapping[str, Sequence[str]] | None = None,
        **values: object,
    ) -> str:
        """One of several: the name of the chosen action. `parts`: names of the choices by the tab they are in."""
        heading = self.texts(key, **values)
        tabs = self._tabs(key, parts)
        view = View(key, "panel", heading, tuple(body), tuple(choices), wish=key == FIND, tabs=tabs)
        return (await self.ask(view)).action

    async def form(
        self,
        key: str,
        start: T,
        body: Sequence[str] = (),
        changed: Callable[[T], None] | None = None,
        dyes: Callable[[T], dict[str, tuple[str, ...]]] | None = None,
        parts: Mapping[str, Sequence[str]] | None = None,
    ) -> T:
        """A form made from a wire value; asks again, with the reason, until its values keep their limits. `changed` is
        told the value each time that an entry is turned and all of them keep their limits; `dyes` says which colours
        (#rrggbb) an entry stands for, by its name; `parts`, names of the entries by the tab they are in."""
        fields = fields_of(start, key, self.texts)
        self._changed = (type(start), changed) if changed is not None else None
        self._dyes = (type(start), dyes) if dyes is not None else None
        submit = Action(SUBMIT, self.texts(f"{key}.submit"))
        while True:
            view = View(key, "form", self.texts(key), tuple(body), (submit,), fields, tabs=self._tabs(key, parts))
            answer = await self.ask(view)
            try:
                return value_of(type(start), answer.values)  # type: ignore[return-value]
            except msgspec.ValidationError as error:
                name = str(error).rpartition("$.")[2].strip("`")
                field = next((field for field in fields if field.name == name), fields[0])
                self.say("ui.mend", field=field.label, limit=field.limit)
                fields = tuple(
                    msgspec.structs.replace(field, value=answer.values.get(field.name, field.value)) for field in fields
                )

    def _tabs(self, key: str, parts: Mapping[str, Sequence[str]] | None) -> tuple[Tab, ...]:
        """Their labels are the texts `key.tab.<name>`."""
        return tuple(
            Tab(name, self.texts(f"{key}.tab.{name}"), tuple(inside)) for name, inside in (parts or {}).items()
        )

    async def line(self, key: str, default: str = "", **values: object) -> str:
        """One typed line; empty means the default."""
        view = View(key, "line", self.texts(key, **values), default=default)
        return (await self.ask(view)).text or default

    async def read(self, key: str, sheet: bytes, actions: Sequence[Action], body: Sequence[str] = ()) -> str:
        """A document laid before the citizen; the name of what they do with it."""
        view = View(key, "sheet", self.texts(key), tuple(body), tuple(actions), sheet=sheet)
        return (await self.ask(view)).action

    def say(self, key: str, **values: object) -> None:
        self.tell(self.texts(key, **values))

    def refuse(self, refusal: Refusal) -> None:
        """Tells a refusal in the citizen's language."""
        self.tell(self.texts.fault(refusal.code, **refusal.values))

    @contextlib.contextmanager
    def busy(self, key: str) -> Iterator[None]:
        """Says that something takes a moment, until it is done."""
        self.working(self.texts(key), None)
        try:
            yield
        finally:
            self.working("", 1.0)

    # --- what window and text twin call

    def turned(self, values: dict[str, str]) -> None:
        """An entry of the form now shown says something else."""
        if self._changed is not None:
            kind, tell = self._changed
            with contextlib.suppress(msgspec.ValidationError):
                tell(value_of(kind, values))

    def dyed(self, values: dict[str, str]) -> dict[str, tuple[str, ...]]:
        """The colours that the entries of the form now shown stand for, which say `values`."""
        if self._dyes is not None:
            kind, dyes = self._dyes
            with contextlib.suppress(msgspec.ValidationError):
                return dyes(value_of(kind, values))
        return {}

    def answer(self, action: str, text: str = "", values: dict[str, str] | None = None) -> None:
        """The citizen did something with the view now shown; ignored when there is none."""
        if self._answer is not None and not self._answer.done():
            self._answer.set_result(Answer(action, text, values or {}))

    def interrupt(self, error: Exception) -> None:
        """The view now shown has become pointless: its `ask` raises `error`."""
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(error)
