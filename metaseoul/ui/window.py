"""The window's side of the contract: views become panels over the city, answered by mouse, touch and keyboard."""

import time
from collections.abc import Awaitable, Callable, Sequence
from math import inf
from pathlib import Path

import msgspec
from direct.showbase.ShowBase import ShowBase
from panda3d.core import MouseButton, NodePath

from metaseoul.comfort import Comfort
from metaseoul.sound import Name
from metaseoul.sound.player import Player
from metaseoul.texts import LANGUAGES, Texts
from metaseoul.ui import BACK, Ui, fonts
from metaseoul.ui.assistive import assistive
from metaseoul.ui.draw import card, ground
from metaseoul.ui.field import TextField
from metaseoul.ui.frame import Frame, Screen, framed
from metaseoul.ui.hud import Hud
from metaseoul.ui.keyboard import Keyboard
from metaseoul.ui.keys import Keys
from metaseoul.ui.panel import Panel
from metaseoul.ui.sheet import Sheet
from metaseoul.ui.strip import Strip
from metaseoul.ui.theme import THEMES
from metaseoul.ui.views import View
from metaseoul.ui.widgets import Control
from metaseoul.ui.xim import Bridge
from worlds.seats import Seat
from worlds.sessions.wire import People
from worlds.shape import Place, Point, Spot

DRAG = 8
"""Pixels a finger may tremble and still press."""
WHEEL = 90
"""What one notch of the wheel moves, in pixels of the design."""
OUTLINE = 3
HAND_OVER = 0.12
"""Seconds after Enter that an input method may take to hand over what it was composing."""


class WindowUi(Ui):
    """Shows one panel at a time over the place. `on_enter` brings the scene, `on_stand` moves the citizen."""

    mode = "window"

    def __init__(
        self,
        texts: Texts,
        base: ShowBase,
        comfort: Comfort | None = None,
        screen: Screen | None = None,
        touch: bool = False,
    ) -> None:
        """`screen`: a kiosk's, in millimetres; `touch`: no keyboard is there, and a strip is kept at the foot."""
        super().__init__(texts)
        self.base, self.comfort, self.screen, self.touch = base, comfort or Comfort(), screen, touch
        fonts.use(texts.language)
        self.player = Player(base)
        self.player.set_volume(int(self.comfort.volume))
        self.theme = THEMES[self.comfort.theme]
        self.root: NodePath = base.pixel2d.attach_new_node("ui")
        self.root.set_bin("unsorted", 0)  # drawn in the order of the tree: what is opaque is not put before the rest
        self.korean = texts.language == "ko"
        self.panel: Panel | None = None
        self.sheet: Sheet | None = None
        self._blank: NodePath | None = None
        self.keyboard: Keyboard | None = None
        self.strip: Strip | None = None
        self.focused: Control | None = None
        self.on_enter: Callable[[Place, Spot, float], Awaitable[None]] | None = None
        self.on_coming: Callable[[str], None] | None = None
        self.on_language: Callable[[str], None] | None = None
        self.on_stand: Callable[[float, float], None] | None = None
        self.on_sit: Callable[[Seat], None] | None = None
        self.on_mirror: Callable[[bool], None] | None = None
        self.on_act: Callable[[str, float | None], bool] | None = None
        self.on_aside: Callable[[float, float], None] | None = None
        self.on_attend: Callable[[bool], None] | None = None
        self.on_lead: Callable[[Spot | None], None] | None = None
        self.on_ride: Callable[[Sequence[Point]], float] | None = None
        self.on_photograph: Callable[[Path], Awaitable[None]] | None = None
        self.on_meet: Callable[[People, int | None], None] | None = None
        self.frame = self._framed()
        self._grip: tuple[float, float] | None = None
        """Where a finger, or the mouse, went down: its height, and how far it has moved the panel."""
        self.dragged = False
        self.hud = Hud(self)
        self.bridge = Bridge.to(base.win)
        self._clock = time.monotonic
        self._enter_after = 0.0
        self._keys = Keys(self)
        self.assistive = assistive(self)

    def pixels(self, size: float) -> int:
        """A size of the design in whole pixels of this window."""
        return self.frame.pixels(size)

    @property
    def width(self) -> int:
        return self.frame.width

    @property
    def height(self) -> int:
        return self.frame.height

    @property
    def foot(self) -> int:
        """Pixels at the bottom that the on-screen keys take."""
        return self.keyboard.height if self.keyboard is not None else 0

    @property
    def walking(self) -> bool:
        """Keys and mouse move the citizen: nothing is open, nothing is being written."""
        return self.panel is None and not isinstance(self.focused, TextField)

    @property
    def controls(self) -> list[Control]:
        """All that can be acted on now, in the order of Tab."""
        front = self.panel.controls if self.panel else self.hud.controls
        beside = self.sheet.controls if self.sheet else []
        keys = self.keyboard.controls if self.keyboard else []
        always = [*(self.strip.controls if self.strip else []), *self.hud.above]
        return [*front, *beside, *keys, *always]

    # --- the contract

    def show(self, view: View) -> None:
        if view.kind == "place":
            self.hud.show(view)
            return
        self.hud.rest()
        if view.kind == "sheet" and view.sheet is not None:
            self.sheet = Sheet(self, view.sheet)
        self._open(Panel(self, view, {}))

    def hide(self) -> None:
        self._close()
        if self.sheet is not None:
            self.sheet.remove()
            self.sheet = None

    def tell(self, text: str) -> None:
        if self.hidden:
            return
        self.told.append(text)
        self.hud.tell(text)
        self.speak(text)

    def working(self, text: str, done: float | None) -> None:
        self.hud.working(text, done)

    def coming(self, slug: str) -> None:
        if self.on_coming is not None:
            self.on_coming(slug)

    async def enter(self, place: Place, at: Spot, facing: float) -> None:
        if self.on_enter is not None:
            await self.on_enter(place, at, facing)

    def show_again(self, view: View) -> None:
        if view.kind == "place":
            self.hud.show(view)
        elif self.panel is not None:
            self.rebuild_panel(view)

    def language_changed(self) -> None:
        self.korean = self.texts.language == "ko"
        fonts.use(self.texts.language)
        if self.strip is not None:
            self.strip.rebuild()
        if self.keyboard is not None:
            self.keyboard.remove()
            self.keyboard = Keyboard(self)
        if self.on_language is not None:
            self.on_language(self.texts.language)
        super().language_changed()

    def next_language(self) -> None:
        """The next language, whatever is shown."""
        if self.on_language_wish is not None:
            at = LANGUAGES.index(self.texts.language)
            self.on_language_wish(LANGUAGES[(at + 1) % len(LANGUAGES)])

    def attend(self, on: bool) -> None:
        if self.on_attend is not None:
            self.on_attend(on)

    def lead(self, goal: Spot | None) -> None:
        if self.on_lead is not None:
            self.on_lead(goal)

    def ride(self, way: Sequence[Point]) -> float:
        return self.on_ride(way) if self.on_ride is not None else 0.0

    async def photograph(self, place: Place, file: Path) -> None:
        if self.on_photograph is not None:
            await self.on_photograph(file)

    def stand(self, x: float, y: float) -> None:
        if self.on_stand is not None:
            self.on_stand(x, y)

    def sit(self, seat: Seat) -> None:
        if self.on_sit is not None:
            self.on_sit(seat)

    def step_aside(self, x: float, y: float) -> None:
        if self.on_aside is not None:
            self.on_aside(x, y)

    def act(self, gesture: str, seconds: float | None) -> bool:
        return self.on_act is not None and self.on_act(gesture, seconds)

    def mirror(self, on: bool) -> None:
        if self.on_mirror is not None:
            self.on_mirror(on)

    def meet(self, people: People, me: int | None) -> None:
        self.hud.meet(people, me)
        if self.on_meet is not None:
            self.on_meet(people, me)

    def hear(self, number: int, name: str, text: str) -> None:
        self.hud.hear(number, name, text)

    # --- focus and keys

    def focus_on(self, control: Control | None) -> None:
        """The keyboard is at `control` now; a field brings the on-screen letters when touch asked for it."""
        if self.focused is not None and self.focused is not control:
            self.focused.focus(None)
        if self.bridge is not None and isinstance(control, TextField) != isinstance(self.focused, TextField):
            self.bridge.listen(isinstance(control, TextField))
        self.focused = control
        if control is not None:
            control.focus(self._outline)
            self.speak(f"{control.label} {control.value}", passing=True)
        if isinstance(control, TextField) and self.comfort.screen_keys:
            self.open_keyboard()

    def type(self, text: str) -> None:
        """Characters into the field that is written in: from the keyboard, or from a script."""
        if isinstance(self.focused, TextField):
            for character in text:
                self.focused.line.key(character)
            self.focused.refresh()

    def enter_line(self) -> None:
        """Enter: sends the field, or presses what has the focus. The system's input method is first given a moment
        to hand over the syllable it was still making."""
        if self.bridge is not None and isinstance(self.focused, TextField):
            self._enter_after = self._clock() + HAND_OVER
        else:
            self._send_line()

    def _send_line(self) -> None:
        focused = self.focused
        if isinstance(focused, TextField):
            if focused.name == Hud.CHAT:
                self.hud.send()
            elif self.panel is not None:
                self.panel.typed(focused)
        elif focused is not None:
            focused.press()
        elif self.panel is not None and self.panel.view.kind in ("form", "sheet"):
            self.panel.act(self.panel.view.actions[0].name)
        elif self.view is not None and self.view.kind == "place":
            self.hud.open_chat()

    def use(self) -> None:
        """A pad's A: presses what has the focus, or uses what stands near."""
        if self.focused is not None or self.panel is not None:
            self._send_line()
        else:
            self.hud.use()

    def escape(self) -> None:
        """Esc: leaves the field, then the panel."""
        if self.keyboard is not None:
            self.close_keyboard()
        elif self.hud.chatting:
            self.hud.close_chat()
        elif self.panel is not None and self.panel.view.back:
            self.answer(BACK)
        elif self.panel is not None and self.panel.view.accent:
            self.panel.act(self.panel.view.actions[0].name)
        elif self.panel is None:
            self.hud.key("menu")

    def adopt(self, comfort: Comfort) -> None:
        if comfort != self.comfort:
            if not comfort.voice:
                self.hush()
            self.player.set_volume(int(comfort.volume))
            self.comfort, self.theme = comfort, THEMES[comfort.theme]
            self.frame = self._framed()
            self._rebuild()

    def rebuild_panel(self, view: View | None = None, tab: str | None = None) -> None:
        """The view again, with what was written: another value or size, the keys on the screen, other words,
        another of its parts."""
        panel = self.panel
        if panel is None:
            return
        name = self.focused.name if self.focused is not None else ""
        values = panel.values | panel.written()
        self.focus_on(None)
        panel.remove()
        turned = tab is not None and tab != panel.tab
        offset = 0.0 if turned else panel.scroll.offset
        self.panel = Panel(self, view or panel.view, values, offset, tab or panel.tab)
        if name and self.panel.reveal(name):
            self._focus_name(name)

    def open_keyboard(self) -> None:
        if self.keyboard is None:
            self.keyboard = Keyboard(self)
            self.rebuild_panel()

    def close_keyboard(self) -> None:
        if self.keyboard is not None:
            self.keyboard.remove()
            self.keyboard = None
            self.rebuild_panel()

    def scroll(self, by: float) -> None:
        """Moves what is in the panel by so many pixels."""
        if self.panel is not None and self.panel.scroll.move(by):
            name = self.focused.name if self.focused is not None else ""
            if self.focused not in self.controls:
                self._focus_name(name)

    def reveal(self, name: str) -> None:
        """Brings what is called so into sight."""
        if self.panel is not None:
            if (part := self.panel.part_of(name)) not in ("", self.panel.tab):
                self.panel.turn_to(part)
            self.panel.reveal(name)

    def sound(self, name: Name) -> None:
        super().sound(name)
        self.player.play(name)

    def now_shown(self) -> View | None:
        view, panel = self.view, self.panel
        if view is None or panel is None or not view.fields:
            return view
        said = {key: field.line.shown for key, field in panel.lines.items()}
        values = panel.values | said
        fields = tuple(msgspec.structs.replace(one, value=values.get(one.name, one.value)) for one in view.fields)
        return msgspec.structs.replace(view, fields=fields)

    def point(self, name: str) -> None:
        self.reveal(name)
        control = next((control for control in self.controls if control.name == name), None)
        if control is not None:
            self.focus_on(control)
            self.tell(self.texts("beside.pointed", part=control.label))

    def over(self, words: str, end: Callable[[], None] | None) -> None:
        self.hud.over(words, end)

    def blank(self, on: bool) -> None:
        if self._blank is not None:
            self._blank.remove_node()
            self._blank = None
        if on:
            self.hud.forget()
            self._blank = ground(self.width, self.height, self.theme.raised)
            self._blank.reparent_to(self.root, 1000)
            self.player.hum(False)

    def forget(self) -> None:
        """Nothing that was told, said or written is known here any more."""
        self.hide()
        self.hush()
        self.told.clear()
        self.hud.forget()

    def pressed(self, command: Callable[[], None]) -> None:
        """A button was pressed, unless the finger was moving what it lies on."""
        if not self.dragged:
            command()

    @property
    def holds_pointer(self) -> bool:
        """Whether what is pressed down moves the panel, not the eye."""
        return self._grip is not None and self._grip[1] < inf

    def wheel(self, notches: float) -> None:
        self.scroll(-notches * self.pixels(WHEEL))

    def update(self, seconds: float) -> None:
        """Once a frame: what the input method composed, and what fades by itself."""
        if self.bridge is not None and isinstance(self.focused, TextField):
            composed, line = self.bridge.poll(), self.focused.line
            if composed or line.system_preedit != self.bridge.preedit:
                line.put(composed)
                line.system_preedit = self.bridge.preedit
                self.focused.refresh()
        if self._enter_after and self._enter_after <= self._clock():
            self._enter_after = 0.0
            self._send_line()
        self._drag()
        self.hud.update(seconds)
        if self.assistive is not None:
            self.assistive.update()

    def _drag(self) -> None:
        """A finger moves what is in the panel."""
        watcher = self.base.mouseWatcherNode
        if self.panel is None or watcher is None or not watcher.has_mouse():
            self._grip, self.dragged = None, False
            return
        x = (watcher.get_mouse_x() + 1) / 2 * self.width
        y = (1 - watcher.get_mouse_y()) / 2 * self.height
        if not watcher.is_button_down(MouseButton.one()):
            self._grip, self.dragged = None, False
        elif self._grip is None:
            left, top, width, height = self.panel.box
            within = left <= x <= left + width and top <= y <= top + height
            self._grip = (y, 0.0) if within else (y, inf)
        elif self._grip[1] < inf:
            start, moved = self._grip
            self.dragged = self.dragged or (abs(start - y) > DRAG and self.panel.scroll.most > 0)
            if self.dragged:
                self._grip = (start, start - y)
                self.scroll(start - y - moved)

    def _open(self, panel: Panel) -> None:
        self.panel = panel
        field = next(iter(panel.lines.values()), None) if panel.view.kind != "form" else None
        self.focus_on(field)

    def _close(self) -> None:
        self.focus_on(None)
        if self.panel is not None:
            self.panel.remove()
            self.panel = None
        self.close_keyboard()

    def _focus_name(self, name: str) -> None:
        self.focus_on(next((control for control in self.controls if control.name == name), None))

    def _outline(self, width: float, height: float) -> NodePath:
        size = OUTLINE
        ring = card(width + 2 * size, height + 2 * size, 12, (0, 0, 0, 0), self.theme.focus)
        ring.set_pos(-size, 0, size)
        return ring

    def next_focus(self, step: int = 1) -> None:
        if self.panel is not None and self.focused is not None:
            following = self.panel.scroll.beyond(self.focused.name, step)
            if following and self.panel.scroll.reveal(following):
                self._focus_name(following)
                return
        controls = self.controls
        if not controls:
            return
        at = controls.index(self.focused) if self.focused in controls else (-1 if step > 0 else 0)
        self.focus_on(controls[(at + step) % len(controls)])

    def _framed(self) -> Frame:
        window = self.base.win
        return framed(
            window.get_x_size(),
            window.get_y_size(),
            self.comfort.factor,
            self.screen,
            self.comfort.low_reach,
            self.touch,
        )

    def resized(self) -> None:
        """The window has another size."""
        before, self.frame = self.frame, self._framed()
        if before != self.frame:
            self._rebuild()

    def _rebuild(self) -> None:
        """All that floats over the city is drawn anew: in another size, in other colours."""
        self.hud.rebuild()
        if self.hidden:
            self.blank(True)
        if self.sheet is not None:
            self.sheet = self.sheet.again()
        if self.keyboard is not None:
            self.keyboard = self.keyboard.again()
        if self.strip is not None:
            self.strip.rebuild()
        self.rebuild_panel()
