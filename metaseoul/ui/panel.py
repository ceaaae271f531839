"""A view as a panel: heading; under it, moved when there is no room, text, entries and actions; and the way back."""

from collections.abc import Callable
from functools import partial
from math import ceil
from typing import TYPE_CHECKING

from panda3d.core import NodePath

from metaseoul.ui import BACK, FIND, SUBMIT
from metaseoul.ui.chart import Paper, chart_row
from metaseoul.ui.draw import Layer, card, clipped, height_of, printed, size_of
from metaseoul.ui.field import Line, TextField
from metaseoul.ui.frame import Box
from metaseoul.ui.scroll import Row, Scroll
from metaseoul.ui.theme import BODY, ENTRY, ROW, SMALL, TITLE, UNIT
from metaseoul.ui.views import Action, Field, Tab, View
from metaseoul.ui.widgets import NOTE, Button, Control, Style, height_needed

if TYPE_CHECKING:
    from metaseoul.ui.window import WindowUi

PAD = 3 * UNIT
GAP = UNIT
CLOSE = 40
LONG = 60
"""More actions than this have one line each, so that where each stands is known without drawing it."""
FOOT = 3
"""So many actions of a form or a sheet stay at its foot, whatever is moved above them."""
TABS = 0.25
"""Share of the panel's height that buttons for its parts may take."""
LABEL = 0.34
"""Share of a row that the name of an entry takes."""


class Panel:
    """Built anew for each view; `controls` are in the order Tab walks through them."""

    def __init__(
        self, ui: "WindowUi", view: View, values: dict[str, str], offset: float = 0, tab: str | None = None
    ) -> None:
        self.ui, self.view, self.values = ui, view, values
        named = [one.name for one in view.tabs]
        self.tab = tab if tab in named else next(iter(named), "")
        """The part that is shown, where there are several."""
        self._tabs: list[Control] = []
        self._many = sum(self._here(action.name) for action in view.actions) > LONG
        self.lines: dict[str, TextField] = {}
        self.node: NodePath = ui.root.attach_new_node("panel")
        self._scale = ui.pixels
        most = ui.frame.panel(beside=view.kind == "sheet", foot=ui.foot)
        self._width = most[2]
        self._inner = self._width - 2 * self._scale(PAD)
        self._content = Layer(self.node)
        head = self._tab_strip(self._heading(), most[3])
        foot = self._fixed()
        rows = self._rows()
        spare = self._scale(PAD)
        room = most[3] - head - spare - sum(row.height for row in foot)
        wished = sum(row.height for row in rows)
        self.scroll = Scroll(
            self.node, ui.theme, (spare, head, self._inner, max(0.0, min(room, wished))), rows, self._scale
        )
        self._foot: list[Control] = []
        at_foot = Layer(self.node)
        at_foot.node.set_x(spare)
        y = head + self.scroll.height
        for row in foot:
            control = row.build(at_foot, y)
            self._foot += [control] if control is not None else []
            y += row.height
        at_foot.settle()
        self._close = self._close_button() if view.back else None
        self._place(y + spare, most)
        self.scroll.move(offset)

    @property
    def controls(self) -> list[Control]:
        """What can be acted on, in order; the way back last."""
        return [*self._tabs, *self.scroll.controls, *self._foot, *([self._close] if self._close is not None else [])]

    def remove(self) -> None:
        self.scroll.remove()
        for control in (*self._tabs, *self._foot, self._close):
            if control is not None:
                control.remove()
        self.node.remove_node()

    # --- what stands in it, from the top down

    def _heading(self) -> float:
        """Draws the heading; where what is under it begins."""
        scale, theme = self._scale, self.ui.theme
        room = self._inner - (scale(CLOSE + GAP) if self.view.back else 0)
        heading = printed(
            self._content.words, scale(PAD), scale(PAD), self.view.heading, scale(TITLE), theme.text, wrap=room
        )
        return scale(PAD) + heading.height + scale(GAP)

    def _tab_strip(self, y: float, room: float) -> float:
        """Draws what turns to the other parts: a button for each, in as many lines as it needs, or one for the next
        where that would leave no room; where what is under it begins."""
        if not self.view.tabs:
            return y
        scale, pixels = self._scale, self._scale(BODY)
        left, gap, height = scale(PAD), scale(GAP), scale(ROW)
        widest = max(size_of(tab.label, pixels) for tab in self.view.tabs) + 2 * pixels
        tabs = self.view.tabs
        across = max(1, min(len(tabs), int((self._inner + gap) / (widest + gap))))
        lines = ceil(len(tabs) / across)
        across = ceil(len(tabs) / lines)
        if lines * (height + gap) > TABS * room:
            at = [tab.name for tab in tabs].index(self.tab)
            press, count = partial(self.turn_by, 1), f"{at + 1} / {len(tabs)} ›"
            self._tabs = [self._tab(tabs[at], (left, y, self._inner, height), press, count)]
            return y + height + gap
        width = (self._inner - gap * (across - 1)) / across
        for number, tab in enumerate(tabs):
            box = (left + number % across * (width + gap), y + number // across * (height + gap), width, height)
            self._tabs.append(self._tab(tab, box, partial(self.turn_to, tab.name)))
        return y + lines * (height + gap) + gap

    def _tab(self, tab: Tab, box: Box, press: Callable[[], None], count: str = "") -> Control:
        pixels, chosen = self._scale(BODY), tab.name == self.tab
        words = f"{tab.label}  {count}" if count else tab.label
        button = Button(
            self._content,
            self.ui.theme,
            f"tab:{tab.name}",
            tab.label,
            box,
            press,
            pixels=pixels,
            style="accent" if chosen else "plain",
            symbol=clipped(words, pixels, box[2] - pixels),
            role="tab",
        )
        button.chosen = chosen
        button.value = count or (self.ui.texts("ui.shown") if chosen else "")
        return button

    def turn_to(self, tab: str) -> None:
        """Shows another part; what was written in this one stays."""
        self.ui.rebuild_panel(tab=tab)

    def turn_by(self, step: int) -> None:
        """To the next part, or the one before; after the last comes the first."""
        named = [one.name for one in self.view.tabs]
        if named:
            self.turn_to(named[(named.index(self.tab) + step) % len(named)])

    def reveal(self, name: str) -> bool:
        """Brings an action or an entry into sight; False when there is none of that name in the part that is shown."""
        return any(control.name == name for control in self._tabs) or self.scroll.reveal(name)

    def part_of(self, name: str) -> str:
        """The part that an action or an entry is in; empty: it is always shown."""
        return next((tab.name for tab in self.view.tabs if name in tab.parts), "")

    def _here(self, name: str) -> bool:
        return self.part_of(name) in ("", self.tab)

    def _close_button(self) -> Control:
        scale = self._scale
        size = scale(CLOSE)
        box = (self._width - scale(PAD) - size + scale(GAP), scale(PAD) - scale(4), size, size)
        back = self.ui.texts("ui.back")
        return Button(
            self._content, self.ui.theme, BACK, back, box, lambda: self.ui.answer(BACK), pixels=scale(BODY), symbol="×"
        )

    def _rows(self) -> list[Row]:
        """What is moved: text, then entries, then actions that are not at the foot."""
        rows = [self._words(line) for line in self.view.body]
        rows += [chart_row(chart, Paper(self.ui.theme, self._inner, self._scale)) for chart in self.view.charts]
        if rows:
            rows.append(_space(self._scale(GAP)))
        if self.view.kind == "line" or self.view.wish:
            rows.append(self._line())
        rows += [self._entry(field) for field in self.view.fields if self._here(field.name)]
        if self.view.fields:
            rows.append(_space(self._scale(GAP)))
        if not self._stays:
            accent = self.view.accent
            rows += [
                self._action(action, number, accent)
                for number, action in enumerate(self.view.actions, 1)
                if self._here(action.name)
            ]
        return rows

    @property
    def _stays(self) -> bool:
        return self.view.kind in ("form", "sheet") and len(self.view.actions) <= FOOT

    def _fixed(self) -> list[Row]:
        if not self._stays:
            return []
        actions = [self._action(action, number, number == 1) for number, action in enumerate(self.view.actions, 1)]
        return [_space(self._scale(GAP)), *actions]

    def _words(self, words: str) -> Row:
        scale, theme = self._scale, self.ui.theme
        height = height_of(words, scale(BODY), self._inner) + scale(4)

        def build(layer: Layer, y: float) -> None:
            printed(layer.words, 0, y, words, scale(BODY), theme.quiet, wrap=self._inner)

        return Row(height, build)

    def _line(self) -> Row:
        wish = self.view.wish
        label = self.ui.texts("find") if wish else self.view.heading
        hint = self.ui.texts("find.hint") if wish else self.view.default
        return self._text_row(FIND if wish else SUBMIT, label, 0, "", hint, ROW)

    def _entry(self, field: Field) -> Row:
        value = self.values.get(field.name, field.value)
        if field.choices:
            shown = next(choice.label for choice in field.choices if choice.name == value)
            action = Action(field.name, field.label, f"{shown} ›")
            dyes = self.ui.dyed(self._said()).get(field.name, ())
            return self._button(action, lambda: self._turn(field, value), least=ENTRY, gap=4, dyes=dyes)
        return self._text_row(field.name, field.label, field.limit, value, "", ENTRY, aside=True)

    def _text_row(
        self, name: str, label: str, limit: int, value: str, hint: str, least: int, aside: bool = False
    ) -> Row:
        scale, theme = self._scale, self.ui.theme
        named = round(self._inner * LABEL) if aside else 0
        room = named - scale(20)
        height = max(scale(least), height_of(label, scale(SMALL), room) + scale(8)) if aside else scale(least)
        line = Line(self.values.get(name, value), limit)
        line.korean = self.ui.korean

        def build(layer: Layer, y: float) -> Control:
            if aside:
                words = height_of(label, scale(SMALL), room)
                printed(layer.words, scale(14), y + (height - words) / 2, label, scale(SMALL), theme.quiet, wrap=room)
            box = (named, y, self._inner - named, height)
            field = TextField(
                layer.node, theme, name, label, box, line, self.ui.focus_on, pixels=scale(BODY), hint=hint
            )
            self.lines[name] = field
            return field

        return Row(height + scale(4 if aside else GAP), build, name)

    def _action(self, action: Action, number: int, accent: bool) -> Row:
        written = self.view.fields or self.view.kind == "line" or self.view.wish
        hint = str(number) if number < 10 and not written and not self.ui.touch else ""
        style: Style = "accent" if accent and number == 1 else "plain"
        return self._button(action, partial(self.act, action.name), hint=hint, style=style)

    def _button(
        self,
        action: Action,
        press: Callable[[], None],
        *,
        hint: str = "",
        style: Style = "plain",
        least: int = ROW,
        gap: int = GAP,
        dyes: tuple[str, ...] = (),
    ) -> Row:
        scale, inner = self._scale, self._inner
        pixels = scale(BODY)
        label, note = action.label, action.note
        if self._many:
            beside = size_of(label, pixels) + size_of(note, round(pixels * NOTE)) < inner - 3.5 * pixels
            label = clipped(label, pixels, inner - 4 * pixels)
            height = scale(least) if beside else round(pixels * 3.8)
        else:
            taken = size_of(label, pixels) + size_of(note, round(pixels * NOTE))
            beside = taken < inner - pixels * (3.5 if hint else 2.5)
            aside, under = (note, "") if beside else ("", note)
            height = max(scale(least), height_needed(label, inner, pixels, hint=hint, aside=aside, note=under))

        def build(layer: Layer, y: float) -> Control:
            button = Button(
                layer,
                self.ui.theme,
                action.name,
                label,
                (0, y, inner, height),
                lambda: self.ui.pressed(press),
                pixels=pixels,
                style=style,
                hint=hint,
                aside=note if beside else "",
                note="" if beside else note,
                dyes=dyes,
            )
            button.value, button.label = note, action.label
            return button

        return Row(height + scale(gap), build, action.name)

    # --- what is done with it

    def act(self, name: str) -> None:
        """An action, with what the form's entries say now."""
        values = self._said()
        values |= {key: words for key, words in self.written().items() if key in values}
        self.ui.answer(name, values=values)

    def _said(self) -> dict[str, str]:
        """What the form's entries say by themselves and were turned to."""
        return {field.name: self.values.get(field.name, field.value) for field in self.view.fields}

    def written(self) -> dict[str, str]:
        """What the lines say now."""
        return {key: field.line.finish() for key, field in self.lines.items()}

    def typed(self, field: TextField) -> None:
        """Enter in a field: the wish, the line, or the form's first action."""
        if field.name == FIND:
            self.ui.answer(FIND, field.line.finish())
        elif self.view.kind == "line":
            self.ui.answer(SUBMIT, field.line.finish())
        else:
            self.act(self.view.actions[0].name)

    def _turn(self, field: Field, value: str) -> None:
        names = [choice.name for choice in field.choices]
        self.values[field.name] = names[(names.index(value) + 1) % len(names)]
        self.ui.turned(self._said())
        self.ui.rebuild_panel()

    def _place(self, height: float, most: Box) -> None:
        x, y, _, high = most
        if self.ui.frame.tall or self.ui.frame.top:
            y += high - height
        elif self.view.kind != "sheet":
            y += (high - height) / 2
        ground = card(self._width, height, self._scale(16), self.ui.theme.panel, self.ui.theme.line)
        ground.reparent_to(self.node, -1)
        self._content.settle()
        self.node.set_pos(int(x), 0, -int(y))
        self.box: Box = (x, y, self._width, height)


def _space(height: float) -> Row:
    return Row(height, lambda parent, y: None)
