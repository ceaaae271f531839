"""Water: it moves by the sum of a few sines, mirrors the sky, glitters in the sun and carries the lamps at night."""

from metaseoul.stage.shaders import AIR, CORNER, HEAD, LIT

VARYING = "varying vec3 toward; varying vec4 fogged; varying vec4 deep; varying vec2 drift; varying vec2 at;\n"

WATER_CORNERS = (
    HEAD
    + CORNER
    + "uniform vec4 groundRect; uniform float now;\n"
    + VARYING
    + AIR
    + LIT
    + """
void main(){
  gl_Position = p3d_ModelViewProjectionMatrix * p3d_Vertex;
  vec3 point = p3d_Vertex.xyz; toward = point - camPos; at = (point.xy - groundRect.xy) * groundRect.zw;
  drift = point.xy - (vec2(p3d_Color.a, facing.a) - .5) * (4. * now);
  vec3 a = p3d_Color.rgb * p3d_Color.rgb;
  deep = vec4(a * (sunCol * (max(sunDir.z, 0.) * .45) + skyCol * .8 + bounceCol * .4), light.r);
  vec4 fog = fogAt(point); fogged = vec4(fog.rgb * fog.a, 1. - fog.a);
}"""
)
"""Colour and facing of a corner end with the water's flow."""

WATER_PIXELS = (
    HEAD
    + VARYING
    + "uniform sampler2D groundLight; uniform float now; uniform vec3 lampCol;\n"
    + AIR
    + """
void main(){
  float far = length(toward); vec3 v = toward / far;
  vec2 p = drift + .8 * vec2(sin(drift.y * .37 + now * .5), sin(drift.x * .29 - now * .4));
  float a = cos(dot(p, vec2(1.05, .66)) + now * 1.5); float b = cos(dot(p, vec2(-.9, 1.55)) + now * 1.9 + a * .8);
  float c1 = cos(dot(p, vec2(2.9, -2.2)) + now * 3.1 + b * 1.2);
  float d = cos(dot(p, vec2(-4.1, -3.4)) - now * 3.6 + a);
  vec2 fine = (vec2(.79, -.61) * c1 + vec2(-.76, -.65) * d) / (1. + far * .035);
  vec2 s = (vec2(.84, .54) * a + vec2(-.49, .87) * b) / (1. + far * .012) + fine;
  vec3 n = normalize(vec3(s * .042, 1.));
  vec4 t = texture2D(groundLight, at);
  float facing = max(-dot(v, n), 0.); float low = 1. - facing; float edge = low * low;
  edge = .03 + .82 * edge * edge * low;
  vec3 r = reflect(v, n); r.z = abs(r.z);
  float up = 1. - r.z; vec3 mirrored = mix(haze(r), zenith, 1. - up * up * (1. - .6 * r.z));
  mirrored = mix(mirrored, deep.rgb * 1.2, .45 * (1. - smoothstep(.03, .22, r.z)));
  float s1 = max(dot(r, sunDir), 0.); s1 *= s1; s1 *= s1; s1 *= s1; float s2 = s1 * s1; s2 *= s2; s2 *= s2;
  float bright = mix(.5, 1., t.r);
  vec3 c = mix(deep.rgb * (bright * (1. + .12 * s.x)), mirrored * (.35 + .65 * t.g), edge);
  c += sunCol * ((s1 * .10 + s2 * 2.4) * t.r * (1. - night));
  c += lampCol * (t.a * (.05 + .35 * edge) * (.7 + .2 * s.y));
  gl_FragColor = vec4(tone(c * fogged.a + fogged.rgb), 1.);
}"""
)
