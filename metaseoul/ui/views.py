"""What is put before a citizen, as values: the same view is a panel in the window, and lines in the text twin."""

from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from metaseoul.texts import Texts, retold

Kind = Literal["place", "panel", "sheet", "form", "line"]


class Action(msgspec.Struct, frozen=True):
    """Something that can be done here, in one step: pressed, tapped, or its number typed."""

    name: str
    label: str
    note: str = ""
    at: tuple[float, float, float] | None = None
    """Where in the place it is done, for those who walk there; None: it has no place."""


class Field(msgspec.Struct, frozen=True):
    """One entry of a form."""

    name: str
    label: str
    value: str
    choices: tuple[Action, ...] = ()
    """A closed choice; empty: free text."""
    limit: int = 0
    """Longest free text in characters."""


class Tab(msgspec.Struct, frozen=True):
    """A part of a view: the window shows one at a time, words tell all of them, each under its name."""

    name: str
    label: str
    parts: tuple[str, ...]
    """Names of the actions and fields in it; what is in none is always shown."""


class Bar(msgspec.Struct, frozen=True):
    """One figure of a chart: what it is of, how much, and how that is said."""

    label: str
    value: float
    told: str


class Chart(msgspec.Struct, frozen=True):
    """Figures side by side. "bars" lie, for long names; "columns" stand, for what follows in time."""

    kind: Literal["bars", "columns"]
    title: str
    bars: tuple[Bar, ...]

    def lines(self) -> tuple[str, ...]:
        """The same in words."""
        return (self.title, *(f"{bar.label}: {bar.told}" for bar in self.bars))


class View(msgspec.Struct, frozen=True):
    """One screenful. Whoever shows it must offer every action, and back when `back` is set."""

    key: str
    kind: Kind
    heading: str
    body: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()
    fields: tuple[Field, ...] = ()
    sheet: bytes | None = None
    """A PDF to be read, for kind "sheet"."""
    default: str = ""
    """What an empty line means, for kind "line"."""
    back: bool = True
    wish: bool = False
    """A line stands in it for what one needs, whatever that is; in words any line is one."""
    accent: bool = False
    """The first action is what one most likely wants."""
    tabs: tuple[Tab, ...] = ()
    """Parts, in the order of what is in them."""
    charts: tuple[Chart, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """All that is to be read in it, charts too."""
        return (*self.body, *(line for chart in self.charts for line in chart.lines()))


def in_language(view: View, language: str) -> View:
    """The same view, told in another language: all that knows how."""

    def action(one: Action) -> Action:
        return msgspec.structs.replace(one, label=retold(one.label, language), note=retold(one.note, language))

    def field(one: Field) -> Field:
        choices = tuple(action(choice) for choice in one.choices)
        return msgspec.structs.replace(one, label=retold(one.label, language), choices=choices)

    def chart(one: Chart) -> Chart:
        bars = tuple(Bar(retold(bar.label, language), bar.value, retold(bar.told, language)) for bar in one.bars)
        return msgspec.structs.replace(one, title=retold(one.title, language), bars=bars)

    return msgspec.structs.replace(
        view,
        heading=retold(view.heading, language),
        body=tuple(retold(line, language) for line in view.body),
        actions=tuple(action(one) for one in view.actions),
        fields=tuple(field(one) for one in view.fields),
        default=retold(view.default, language),
        charts=tuple(chart(one) for one in view.charts),
        tabs=tuple(msgspec.structs.replace(one, label=retold(one.label, language)) for one in view.tabs),
    )


ORIGINAL, BESIDE = "ko", " · "
"""The language of the originals, and what stands between them and their translation."""


def with_original(view: View, language: str) -> View:
    """The view in a language, and beside it the Korean original: at a counter both are seen."""

    def both(words: str) -> str:
        original = retold(words, ORIGINAL)
        return words if original == words else f"{words}{BESIDE}{original}"

    def action(one: Action) -> Action:
        return msgspec.structs.replace(one, label=both(one.label))

    view = in_language(view, language)
    if language == ORIGINAL:
        return view
    return msgspec.structs.replace(
        view,
        heading=both(view.heading),
        body=tuple(line for told in view.body for line in dict.fromkeys((told, retold(told, ORIGINAL)))),
        actions=tuple(action(one) for one in view.actions),
        fields=tuple(msgspec.structs.replace(one, label=both(one.label)) for one in view.fields),
    )


class Answer(msgspec.Struct, frozen=True):
    """What the citizen did: the action's name, and the text or the form's values that go with it."""

    action: str
    text: str = ""
    values: dict[str, str] = {}


ON, OFF = "on", "off"


def fields_of(value: msgspec.Struct, key: str, texts: Texts) -> tuple[Field, ...]:
    """The entries of a form, from a wire value: its types are the form's limits, its texts are `key.<field>`."""
    hints = get_type_hints(type(value), include_extras=True)
    return tuple(_field(name, hints[name], getattr(value, name), f"{key}.{name}", texts) for name in hints)


def value_of(kind: type[msgspec.Struct], values: dict[str, str]) -> msgspec.Struct:
    """The wire value that a form's texts say; raises msgspec.ValidationError with the field in its path."""
    hints = get_type_hints(kind)
    plain: dict[str, Any] = {
        name: (text == ON) if hints.get(name) is bool else text for name, text in values.items() if name in hints
    }
    return msgspec.convert(plain, kind, strict=False)


def _field(name: str, hint: Any, value: object, key: str, texts: Texts) -> Field:
    label = texts(key)
    limit = 0
    if get_origin(hint) is Annotated:
        hint, *notes = get_args(hint)
        limit = next((note.max_length or 0 for note in notes if isinstance(note, msgspec.Meta)), 0)
    if hint is bool:
        own = key.rpartition(".")[0]  # a form may have words of its own for yes and no
        words = own if texts.has(f"{own}.on") else "ui"
        switch = (Action(ON, texts(f"{words}.on")), Action(OFF, texts(f"{words}.off")))
        return Field(name, label, ON if value else OFF, switch)
    if get_origin(hint) is Literal:
        choices = tuple(Action(choice, texts(f"{key}.{choice}")) for choice in get_args(hint))
        return Field(name, label, str(value), choices)
    return Field(name, label, str(value), limit=limit)
