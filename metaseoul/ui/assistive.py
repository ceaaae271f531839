"""What is shown, told to screen readers: every control with its role, its name and its state, by AccessKit.

AccessKit speaks AT-SPI on Linux, which is tried by a test with a real reader; UI Automation on Windows and
NSAccessibility on macOS, which are written after its documentation and were not run. It is the extra `[screen-reader]`:
without it the window is as before, and the text twin is always there.
"""

import queue
import sys
from collections.abc import Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple

from metaseoul.ui.frame import Box
from metaseoul.ui.widgets import Control, Role

if TYPE_CHECKING:
    from metaseoul.ui.window import WindowUi

ROOT, PANEL, TOLD, FIRST = 0, 1, 2, 10
"""Numbers of the window, of what is open in it, of what was told last, of the first control."""


def assistive(ui: "WindowUi") -> "Assistive | None":
    """The window's way to screen readers, where there is one."""
    seen = hasattr(ui.base.win, "get_window_handle")
    if not seen or find_spec("accesskit") is None:
        return None
    return Assistive(ui)


def _adapter(ui: "WindowUi", tree: Callable[[], Any], asked: Callable[[Any], None]) -> Any:
    """The platform's: it asks for the tree when the first reader comes, on a thread of its own."""
    import accesskit

    if sys.platform.startswith("linux"):
        adapter = accesskit.unix.Adapter(tree, asked, lambda: None)
        adapter.update_window_focus_state(True)
        return adapter
    handle = ui.base.win.get_window_handle().get_int_handle()
    if sys.platform == "darwin":
        return accesskit.macos.SubclassingAdapter.for_window(handle, tree, asked)
    import ctypes

    user32 = ctypes.WinDLL("user32")
    user32.ShowWindow(handle, 0)  # it takes hold of a window only while that is not seen
    try:
        return accesskit.windows.SubclassingAdapter(handle, tree, asked)
    finally:
        user32.ShowWindow(handle, 5)


class Part(NamedTuple):
    """A control as a screen reader is told of it. `box` is x, y, width, height in window pixels."""

    role: Role
    chosen: bool
    label: str
    value: str
    box: Box
    name: str


class Seen(NamedTuple):
    """All that is shown, as plain values: AccessKit asks for it on a thread of its own."""

    heading: str
    body: str
    opened: bool
    told: str
    parts: tuple[Part, ...]
    focus: int


class Assistive:
    """Told once a frame; hands on only what has changed. What a screen reader asks for is done in the next frame."""

    def __init__(self, ui: "WindowUi") -> None:
        import accesskit

        self._ui, self._kit = ui, accesskit
        self._asked: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._title = str(ui.texts("city.name"))
        self._seen = Seen("", "", False, "", (), -1)
        self._controls: list[Control] = []
        self._adapter = _adapter(ui, self._tree, self._asked.put)

    def update(self) -> None:
        """Tells what has changed since the last frame, and does what was asked for."""
        while not self._asked.empty():
            self._do(self._asked.get())
        seen = self._look()
        if seen != self._seen:
            self._seen = seen
            events = self._adapter.update_if_active(self._tree)
            if events is not None:  # not on Linux: told when no lock is held
                events.raise_events()

    def _look(self) -> Seen:
        ui, view = self._ui, self._ui.view
        self._controls = list(ui.controls)
        focus = next((number for number, one in enumerate(self._controls) if one is ui.focused), -1)
        return Seen(
            view.heading if view is not None else "",
            "\n".join(view.words) if view is not None else "",
            ui.panel is not None,
            ui.told[-1] if ui.told else "",
            tuple(self._part(control) for control in self._controls),
            focus,
        )

    def _part(self, control: Control) -> Part:
        place = control.node.get_pos(self._ui.root)
        box = (place.x, -place.z, control.box[2], control.box[3])
        return Part(control.role, control.chosen, control.label, control.value, box, control.name)

    def _tree(self) -> Any:
        kit, seen = self._kit, self._seen
        window = kit.Node(kit.Role.WINDOW)
        window.set_label(self._title)
        window.set_children([PANEL, TOLD])
        panel = kit.Node(kit.Role.DIALOG if seen.opened else kit.Role.GROUP)
        panel.set_label(seen.heading)
        panel.set_description(seen.body)
        panel.set_children([FIRST + number for number in range(len(seen.parts))])
        told = kit.Node(kit.Role.LABEL)
        told.set_value(seen.told)
        told.set_live(kit.Live.POLITE)
        update = kit.TreeUpdate(FIRST + seen.focus if seen.focus >= 0 else PANEL)
        tree = kit.Tree(ROOT)
        tree.toolkit_name = "metaseoul"
        update.tree = tree
        nodes = [(ROOT, window), (PANEL, panel), (TOLD, told)]
        nodes += [(FIRST + number, self._node(part)) for number, part in enumerate(seen.parts)]
        for node in nodes:
            update.nodes.append(node)
        return update

    def _node(self, part: Part) -> Any:
        kit = self._kit
        roles = {"entry": kit.Role.TEXT_INPUT, "tab": kit.Role.TAB, "button": kit.Role.BUTTON}
        node = kit.Node(roles[part.role])
        if part.role == "tab":
            node.set_selected(part.chosen)
        if part.role == "entry":
            node.set_label(part.label)
            node.set_value(part.value)
        else:
            node.set_label(f"{part.label} {part.value}".strip())
            node.add_action(kit.Action.CLICK)
        node.add_action(kit.Action.FOCUS)
        x, y, width, height = part.box
        node.set_bounds(kit.Rect(x, y, x + width, y + height))
        return node

    def _do(self, request: Any) -> None:
        number = int(request.target) - FIRST
        if not 0 <= number < len(self._controls) or self._controls[number] not in self._ui.controls:
            return
        control = self._controls[number]
        if request.action == self._kit.Action.CLICK:
            control.press()
        elif request.action == self._kit.Action.FOCUS:
            self._ui.focus_on(control)
