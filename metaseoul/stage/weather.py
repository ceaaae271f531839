"""What falls in a season: petals, a shower, leaves, snow. One draw call; a program moves every flake."""

from dataclasses import dataclass

import numpy as np
from panda3d.core import Geom, GeomNode, GeomVertexArrayFormat, InternalName, NodePath, TransparencyAttrib, Vec4

from metaseoul.stage.crowd import unbounded
from metaseoul.stage.pack import bytes_of, geom_of, registered, squares
from metaseoul.stage.programs import program
from metaseoul.stage.shaders import AIR, HEAD

MOST = 2200
"""Flakes at most; a tier may show a share of them."""
FLAKE = [("position", "<f4", 3), ("colour", "u1", 4)]
"""position = corner of the flake -1..1 (x, y) and a chance 0..1 (z); colour = its place in the box, and a chance."""


@dataclass(frozen=True)
class Falling:
    """One kind of weather."""

    share: float
    """Of MOST."""
    size: tuple[float, float]
    """Metres, half across and half along."""
    speed: float
    """Metres a second, down."""
    sway: float
    """Metres to the side."""
    colour: tuple[float, float, float]
    alpha: float
    cloud: float
    """How grey the sky is, 0..1."""


FALLS = {
    "spring": Falling(0.16, (0.022, 0.016), 0.75, 0.8, (0.96, 0.76, 0.80), 0.95, 0.0),
    "summer": Falling(1.0, (0.004, 0.20), 8.5, 0.0, (0.62, 0.68, 0.76), 0.34, 0.75),
    "autumn": Falling(0.09, (0.045, 0.030), 1.05, 1.0, (0.80, 0.46, 0.16), 1.0, 0.0),
    "winter": Falling(0.8, (0.026, 0.026), 1.15, 0.55, (0.97, 0.98, 1.0), 0.92, 0.5),
}
BOX = (22.0, 11.0)
"""Metres across and up of the box about the eye in which flakes fall."""
CLOUDBURST = (16.0, 17.5)
"""Hours of a summer afternoon in which it rains."""


def falls(season: str, hour: float) -> Falling | None:
    """What falls at an hour of a season; rain only comes as a shower."""
    if season == "summer" and not CLOUDBURST[0] <= hour < CLOUDBURST[1]:
        return None
    return FALLS[season]


FLAKE_CORNERS = (
    HEAD
    + """
attribute vec4 p3d_Vertex; attribute vec4 p3d_Color;
uniform mat4 p3d_ModelViewMatrix; uniform mat4 p3d_ProjectionMatrix; uniform float now;
uniform vec4 flake; uniform vec4 flakeTint; uniform vec4 flakeBox;
uniform sampler2D groundLight; uniform vec4 groundRect;
varying vec4 lit;
"""
    + AIR
    + """
void main(){
  float chance = p3d_Vertex.z; float t = now * (.75 + .5 * chance);
  vec3 at = p3d_Color.rgb * vec3(flakeBox.x, flakeBox.x, flakeBox.y);
  float sway = flake.w * (.6 + .8 * p3d_Color.a);
  at += vec3(sin(t * 1.3 + chance * 40.) * sway + t * sway * .9, cos(t * 1.1 + chance * 70.) * sway, -t * flake.z);
  vec3 box = vec3(flakeBox.x, flakeBox.x, flakeBox.y);
  vec3 low = camPos - box * vec3(.5, .5, .38);
  vec3 point = low + mod(at - low, box);
  float turn = (t * 2.3 + chance * 90.) * step(.01, flake.w);
  vec2 corner = p3d_Vertex.xy * flake.xy * (.7 + .6 * chance);
  corner.y *= mix(1., .25 + .75 * abs(sin(turn * .7)), step(.01, flake.w));
  corner = vec2(cos(turn) * corner.x - sin(turn) * corner.y, sin(turn) * corner.x + cos(turn) * corner.y);
  vec4 seen = p3d_ModelViewMatrix * vec4(point, 1.);
  float away = -seen.z;
  vec2 across = flake.w > .01 ? corner : vec2(corner.x * (1. + away * .12), 0.);
  seen.xy += across;
  if (flake.w <= .01) seen.xyz += (p3d_ModelViewMatrix * vec4(.03 * corner.y, 0., corner.y, 0.)).xyz;
  gl_Position = p3d_ProjectionMatrix * seen;
  vec4 g = texture2DLod(groundLight, (point.xy - groundRect.xy) * groundRect.zw, 0.);
  float shown = clamp((away - .35) * 2., 0., 1.);
  shown *= (1. - smoothstep(.7, 1., length((point - camPos).xy) / (flakeBox.x * .5)));
  shown *= smoothstep(.16, .34, g.g + .02 * point.z) * step(.02, point.z);
  lit = vec4(tone(flakeTint.rgb * flakeTint.rgb * (sunCol * .45 + skyCol + bounceCol * .6)), flakeTint.a * shown);
}"""
)
FLAKE_PIXELS = HEAD + "varying vec4 lit; void main(){ gl_FragColor = lit; }"


class Weather:
    """`set` when the season, the hour or the place changes."""

    def __init__(self, root: NodePath, order: int) -> None:
        self._node = unbounded(root.attachNewNode(GeomNode("weather")))
        self._node.setShader(program(FLAKE_CORNERS, FLAKE_PIXELS))
        self._node.setTransparency(TransparencyAttrib.MAlpha)
        self._node.setBin("fixed", order)
        self._node.setDepthWrite(False)
        self._node.setTwoSided(True)
        self._node.setShaderInput("flakeBox", Vec4(*BOX, 0, 0))
        self._node.hide()
        self._count = 0

    def set(self, falling: Falling | None, share: float) -> None:
        """Shows what falls, `share` of it; None: nothing."""
        if falling is None:
            self._node.hide()
            return
        count = max(1, round(MOST * falling.share * share))
        if count != self._count:
            self._count = count
            self._node.node().removeAllGeoms()
            self._node.node().addGeom(flakes(count))
        self._node.setShaderInput("flake", Vec4(*falling.size, falling.speed, falling.sway))
        self._node.setShaderInput("flakeTint", Vec4(*falling.colour, falling.alpha))
        self._node.show()


def flakes(count: int) -> Geom:
    """A square for each flake, spread evenly over the box (R3 sequence, Roberts 2018)."""
    number = np.arange(count)[:, None] + 1
    spread = (number * np.array([0.8191725134, 0.6710436067, 0.5497004779, 0.7548776662])) % 1.0
    made = np.zeros((count, 4), FLAKE)
    made["position"][..., :2] = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)])
    made["position"][..., 2] = spread[:, 3:]
    made["colour"] = bytes_of(spread)[:, None]
    made["colour"][..., 3] = bytes_of((number * 0.6180339887) % 1.0)
    columns = GeomVertexArrayFormat()
    columns.addColumn(InternalName.getVertex(), 3, Geom.NTFloat32, Geom.CPoint)
    columns.addColumn(InternalName.getColor(), 4, Geom.NTUint8, Geom.CColor)
    return geom_of(made.reshape(-1), squares(count), registered(columns))
