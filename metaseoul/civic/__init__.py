"""The civic rooms as the citizen meets them, one module per service."""

from metaseoul.civic.documents import DocumentsScreen
from metaseoul.screens import Screen

SCREENS: tuple[type[Screen], ...] = (DocumentsScreen,)
