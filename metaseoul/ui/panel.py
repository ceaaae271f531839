"""A view as a panel at the window's right: heading, text, entries, actions in pages, and the way back."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from panda3d.core import NodePath

from metaseoul.ui import BACK, FIND, SUBMIT
from metaseoul.ui.draw import card, text
from metaseoul.ui.field import Line, TextField
from metaseoul.ui.theme import BODY, ENTRY, ROW, SMALL, TITLE, UNIT
from metaseoul.ui.views import Action, Field, View
from metaseoul.ui.widgets import Button, Control, Style

if TYPE_CHECKING:
    from metaseoul.ui.window import WindowUi

WIDTH = 440
MARGIN = 3 * UNIT
PAD = 3 * UNIT
GAP = UNIT
CLOSE = 40


class Panel:
    """Built anew for each view; `controls` are in the order Tab walks through them."""

    def __init__(self, ui: "WindowUi", view: View, values: dict[str, str], page: int = 0) -> None:
        self.ui, self.view, self.values, self.page = ui, view, values, page
        self.controls: list[Control] = []
        self.lines: dict[str, TextField] = {}
        self.node: NodePath = ui.root.attach_new_node("panel")
        self._scale = ui.pixels
        self._width = self._scale(WIDTH)
        self._inner = self._width - 2 * self._scale(PAD)
        self._later: Control | None = None
        self._content = self.node.attach_new_node("content")
        self._place(self._build())
        if self._later is not None:
            self.controls.append(self._later)

    @property
    def box(self) -> tuple[float, float, float, float]:
        return self._box

    def remove(self) -> None:
        for control in self.controls:
            control.remove()
        self.node.remove_node()

    # --- building, from the top down; each returns where the next thing begins

    def _build(self) -> float:
        scale, theme = self._scale, self.ui.theme
        y: float = scale(PAD)
        if self.view.back:
            self._close_button()
        room = self._inner - scale(CLOSE + GAP)
        heading = text(self._content, scale(PAD), y, self.view.heading, scale(TITLE), theme.text, wrap=room)
        y += heading.height + scale(GAP)
        for line in self.view.body:
            written = text(self._content, scale(PAD), y, line, scale(BODY), theme.quiet, wrap=self._inner)
            y += written.height + scale(4)
        y += scale(GAP) if self.view.body else 0
        if self.view.kind == "line" or self.view.key == FIND:
            y = self._line(y)
        for field in self.view.fields:
            y = self._entry(field, y)
        y = self._actions(y + (scale(GAP) if self.view.fields else 0))
        return y + scale(PAD) - scale(GAP)

    def _close_button(self) -> None:
        scale = self._scale
        size = scale(CLOSE)
        box = (self._width - scale(PAD) - size + scale(GAP), scale(PAD) - scale(4), size, size)
        back = self.ui.texts("ui.back")
        self._later = Button(
            self._content, self.ui.theme, BACK, back, box, lambda: self.ui.answer(BACK), pixels=scale(BODY), symbol="×"
        )

    def _line(self, y: float) -> float:
        wish = self.view.key == FIND
        action = FIND if wish else SUBMIT
        hint = self.ui.texts("find.hint") if wish else self.view.default
        self._text_field(action, self.view.heading, Line(self.values.get(action, "")), y, hint)
        return y + self._scale(ROW + GAP)

    def _entry(self, field: Field, y: float) -> float:
        scale, theme = self._scale, self.ui.theme
        value = self.values.get(field.name, field.value)
        if field.choices:
            shown = next(choice.label for choice in field.choices if choice.name == value)
            action = Action(field.name, field.label, shown)
            return self._button(action, y, lambda: self._turn(field, value), entry=True)
        aside = scale(110)
        text(self._content, scale(PAD) + scale(14), y + scale(9), field.label, scale(SMALL), theme.quiet)
        self._text_field(field.name, field.label, Line(value, field.limit), y, height=ENTRY, aside=aside)
        return y + scale(ENTRY) + scale(4)

    def _text_field(
        self, name: str, label: str, line: Line, y: float, hint: str = "", height: int = ROW, aside: float = 0
    ) -> None:
        box = (self._scale(PAD) + aside, y, self._inner - aside, self._scale(height))
        line.korean = self.ui.korean
        field = TextField(
            self._content, self.ui.theme, name, label, box, line, self.ui.focus_on, pixels=self._scale(BODY), hint=hint
        )
        self.controls.append(field)
        self.lines[name] = field

    def _actions(self, y: float) -> float:
        scale = self._scale
        step = scale(ROW + GAP)
        room = self.ui.height - 2 * scale(MARGIN) - y - step - scale(PAD)
        fits = max(1, int(room // step))
        actions = self.view.actions
        pages = -(-len(actions) // fits)
        self.page = max(0, min(self.page, pages - 1))
        accent = self.view.kind in ("form", "sheet")
        shown = actions[self.page * fits : (self.page + 1) * fits]
        for number, action in enumerate(shown, 1):
            hint = str(number) if number < 10 and not self.lines else ""
            first = accent and number == 1
            y = self._button(action, y, partial(self.act, action.name), hint=hint, accent=first)
        if pages > 1:
            label = self.ui.texts("ui.page", page=self.page + 1, pages=pages)
            y = self._button(Action("more", label), y, lambda: self.ui.turn_page(self, (self.page + 1) % pages))
        return y

    def _button(
        self,
        action: Action,
        y: float,
        press: Callable[[], None],
        *,
        hint: str = "",
        accent: bool = False,
        entry: bool = False,
    ) -> float:
        scale = self._scale
        height = scale(ENTRY if entry else ROW)
        box = (scale(PAD), y, self._inner, height)
        style: Style = "accent" if accent else "plain"
        button = Button(
            self._content,
            self.ui.theme,
            action.name,
            action.label,
            box,
            press,
            pixels=scale(BODY),
            style=style,
            hint=hint,
        )
        note = f"{action.note} ›" if entry else action.note
        if note:
            aside = text(button.node, 0, (height - scale(SMALL) * 1.5) / 2, note, scale(SMALL), self.ui.theme.quiet)
            aside.path.set_x(int(self._inner - aside.width - scale(14)) + 0.5)
        button.value = action.note
        self.controls.append(button)
        return y + height + scale(4 if entry else GAP)

    def act(self, name: str) -> None:
        """An action, with what the form's entries say now."""
        values = {field.name: self.values.get(field.name, field.value) for field in self.view.fields}
        values |= {key: field.line.finish() for key, field in self.lines.items() if key in values}
        self.ui.answer(name, values=values)

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
        self.values |= {key: line.line.finish() for key, line in self.lines.items()}
        self.ui.turn_page(self, self.page)

    def _place(self, height: float) -> None:
        scale = self._scale
        x = self.ui.width - self._width - scale(MARGIN)
        y = max(scale(MARGIN), (self.ui.height - height) / 2) if self.view.kind != "sheet" else scale(MARGIN)
        ground = card(self._width, height, scale(16), self.ui.theme.panel, shadow=scale(18))
        ground.reparent_to(self.node, -1)
        self.node.set_pos(int(x), 0, -int(y))
        self._box = (x, y, self._width, height)
