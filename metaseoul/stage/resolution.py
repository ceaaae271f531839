"""The city drawn smaller than the window, and shown over the whole of it: fewer pixels where they are dear."""

from typing import Any

from panda3d.core import CardMaker, GraphicsOutput, NodePath, SamplerState, Texture

BEHIND = -100
"""Before everything else of the window's flat picture."""


class Resolution:
    """`set` a share of the window; `follow` once a frame, because a window may change its size."""

    def __init__(self, base: Any) -> None:
        self._base = base
        self.share = 1.0
        self._size = (0, 0)
        self._buffer: GraphicsOutput | None = None
        self._card: NodePath | None = None
        self._whole = base.camNode.getDisplayRegion(0)

    def set(self, share: float) -> None:
        """From now on the city is drawn in this share of the window's width and height; 1: as it is."""
        self.share = share
        self._make()

    def follow(self) -> None:
        """Makes it anew when the window has another size."""
        if self.share < 1.0 and self._wanted() != self._size:
            self._make()

    def _wanted(self) -> tuple[int, int]:
        window = self._base.win
        return (max(16, round(window.getXSize() * self.share)), max(16, round(window.getYSize() * self.share)))

    def _make(self) -> None:
        if self._buffer is not None:
            self._base.graphicsEngine.removeWindow(self._buffer)
        if self._card is not None:
            self._card.removeNode()
        self._buffer = self._card = None
        self._size = self._wanted()
        if self.share < 1.0:
            made = Texture("city")
            made.setMagfilter(SamplerState.FTLinear)
            made.setMinfilter(SamplerState.FTLinear)
            self._buffer = self._base.win.makeTextureBuffer("city", *self._size, made)
        if self._buffer is not None:
            self._buffer.setSort(-10)
            self._buffer.setClearColor(self._base.win.getClearColor())
            self._buffer.makeDisplayRegion().setCamera(self._base.cam)
            maker = CardMaker("city")
            maker.setFrameFullscreenQuad()
            self._card = self._base.render2d.attachNewNode(maker.generate())
            self._card.setTexture(made)
            self._card.setBin("background", BEHIND)
            self._card.setDepthTest(False)
            self._card.setDepthWrite(False)
        self._whole.setActive(self._buffer is None)
