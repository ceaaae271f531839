"""The few programs that draw the city: GLSL 1.20 that is also GLSL ES 1.00 when the first line is exchanged.

Light is worked out per corner and interpolated; a pixel costs at most two texture reads. Colours are squared
into linear light and leave through one tone curve. Uniforms are named in `metaseoul/stage/sky.py`.
"""

from worlds.avatar import EYE_LINE

AIR = """
uniform vec3 sunDir; uniform vec3 sunCol; uniform vec3 skyCol; uniform vec3 bounceCol; uniform vec3 camPos;
uniform vec4 fogPar; uniform vec3 fogCool; uniform vec3 fogWarm; uniform vec3 zenith;
uniform float night; uniform float exposure;
vec3 haze(vec3 dir){
  float warm = clamp(dot(normalize(vec3(dir.xy, .05)), normalize(vec3(sunDir.xy, 0.))) * .5 + .5, 0., 1.);
  return mix(fogCool, fogWarm, warm * warm * warm);
}
vec3 skyGradient(vec3 dir){
  float up = clamp(dir.z, 0., 1.);
  return mix(haze(dir), zenith, 1. - pow(1. - up, 2.6));
}
vec4 fogAt(vec3 point){
  vec3 ray = point - camPos; float far = length(ray);
  float low = exp(-max(point.z, 0.) * fogPar.y);
  float amount = 1. - exp(-max(far - fogPar.z, 0.) * fogPar.x * mix(.55, 1., low));
  return vec4(haze(ray / max(far, .001)), min(amount, fogPar.w));
}
vec3 tone(vec3 c){
  c = max(c, vec3(0.)) * exposure;
  c = c * (c * 2.1 + .12) / (c * (c * 2.0 + .62) + .16);
  return sqrt(clamp(c, 0., 1.));
}
"""
"""Haze, sky gradient and tone curve, shared by every program."""

LIT = """
uniform vec3 lampCol; uniform vec3 lampGlow; uniform vec3 paneGlow; uniform vec2 hemisphere; uniform vec4 seasonTint;
uniform float snow; uniform vec4 ginkgoTint; uniform vec4 mapleTint; uniform vec4 cherryTint;
vec3 inSeason(vec3 albedo, float leaf){
  float light = dot(albedo, vec3(.35, .5, .15));
  vec4 tint = vec4(seasonTint.rgb, min(seasonTint.a * leaf, 1.));
  if (leaf > 1.17) tint = leaf < 1.5 ? ginkgoTint : leaf < 1.83 ? mapleTint : cherryTint;
  return mix(albedo, tint.rgb * light, tint.a);
}
vec3 inSnow(vec3 albedo, float up, float open){
  return mix(albedo, vec3(.88, .91, .95), snow * smoothstep(.3, .75, up) * smoothstep(.45, .7, open));
}
vec3 shade(vec3 albedo, float gloss, vec3 n, float sun, float sky, float glow, float lamp, vec3 point){
  sky = 1. - (1. - sky) * hemisphere.y;
  vec3 a = albedo * albedo;
  vec3 ambient = mix(bounceCol, skyCol, mix(.62, n.z * .5 + .5, hemisphere.x)) * sky;
  vec3 c = a * (sunCol * (max(dot(n, sunDir), 0.) * sun) + ambient + bounceCol * (.35 * sky) + lampCol * lamp);
  vec3 v = normalize(point - camPos); vec3 r = reflect(v, n);
  float edge = gloss * (.16 + .84 * pow(1. - max(-dot(v, n), 0.), 3.5));
  vec3 mirrored = skyGradient(vec3(r.xy, abs(r.z))) * (.35 + .65 * sky) * mix(.7, 1., smoothstep(-.25, .15, r.z));
  c = mix(c, mirrored, edge * .8) + sunCol * (pow(max(dot(r, sunDir), 0.), 48.) * sun * gloss * .55);
  float pane = step(.5, gloss) * mix(1., mix(.95, .28, smoothstep(6., 60., point.z)), step(.9, hemisphere.x));
  return c + glow * mix(glow, 1., step(.9, hemisphere.x)) * mix(lampGlow, paneGlow * pane, step(.5, gloss));
}
"""
"""One corner in sun, sky, lamplight and its own glow. hemisphere = (0 indoors / 1 outdoors, depth of occlusion)."""

HEAD = "#version 120\n"
CORNER = """
attribute vec4 p3d_Vertex; attribute vec4 p3d_Color; attribute vec4 light; attribute vec4 facing;
uniform mat4 p3d_ModelViewProjectionMatrix;
"""

PLAIN_CORNERS = (
    HEAD
    + CORNER
    + "varying vec3 lit;\n"
    + AIR
    + LIT
    + """
void main(){
  gl_Position = p3d_ModelViewProjectionMatrix * p3d_Vertex;
  vec3 n = normalize(facing.xyz * 255. - 128.);
  vec3 albedo = inSnow(inSeason(p3d_Color.rgb, facing.a * 2.), n.z, light.g);
  vec3 c = shade(albedo, p3d_Color.a, n, light.r, light.g, light.b, light.a, p3d_Vertex.xyz);
  vec4 fog = fogAt(p3d_Vertex.xyz);
  lit = tone(mix(c, fog.rgb, fog.a));
}"""
)
PLAIN_PIXELS = HEAD + "varying vec3 lit; void main(){ gl_FragColor = vec4(lit, 1.); }"

SIGN_CORNERS = (
    PLAIN_CORNERS.replace("varying vec3 lit;", "varying vec3 lit; varying vec2 at; attribute vec2 p3d_MultiTexCoord0;")
).replace("void main(){", "void main(){\n  at = p3d_MultiTexCoord0;")
SIGN_PIXELS = (
    HEAD
    + "varying vec3 lit; varying vec2 at; uniform sampler2D words;\n"
    + "void main(){ gl_FragColor = vec4(lit, texture2D(words, at).r); }"
)

GROUND_CORNERS = (
    HEAD
    + CORNER
    + "uniform vec4 groundRect;\n"
    + "varying vec3 inSun; varying vec3 inShade; varying vec4 fogged; varying vec3 byLamp; varying vec2 at;\n"
    + "varying vec3 tile;\n"
    + AIR
    + LIT
    + """
void main(){
  gl_Position = p3d_ModelViewProjectionMatrix * p3d_Vertex;
  vec3 point = p3d_Vertex.xyz; at = (point.xy - groundRect.xy) * groundRect.zw;
  float leaf = facing.a * 2.; tile = vec3(point.xy * .20833333, leaf - p3d_Color.a);
  vec3 n = normalize(facing.xyz * 255. - 128.);
  float light = dot(p3d_Color.rgb, vec3(.35, .5, .15));
  float lying = mix(.06 + .5 * smoothstep(.45, .85, light), 1., min(leaf * 1.5, 1.));
  vec3 albedo = mix(inSeason(p3d_Color.rgb, leaf * .45), vec3(.88, .91, .95), snow * lying); vec3 a = albedo * albedo;
  vec3 ambient = mix(bounceCol, skyCol, mix(.62, n.z * .5 + .5, hemisphere.x)) + bounceCol * .35;
  vec4 fog = fogAt(point); float clear = 1. - fog.a;
  vec3 dim = tone(a * ambient);
  inShade = dim * clear;
  inSun = tone(a * (ambient + sunCol * max(dot(n, sunDir), 0.))) * clear;
  byLamp = (tone(a * (ambient + lampCol)) - dim) * clear;
  fogged = vec4(tone(fog.rgb) * fog.a, fog.a);
}"""
)
GROUND_PIXELS = (
    HEAD
    + "varying vec3 inSun; varying vec3 inShade; varying vec4 fogged; varying vec3 byLamp; varying vec2 at;\n"
    + """varying vec3 tile; uniform sampler2D groundLight; uniform vec2 groundDepth;
#ifdef GRAIN
uniform sampler2D grain;
#endif
void main(){
  vec4 t = texture2D(groundLight, at);
  float open = 1. - (1. - t.g) * groundDepth.x;
  vec3 c = (mix(inShade, inSun, t.r) * open + byLamp * t.a) * (.72 + .56 * t.b);
#ifdef GRAIN
  vec3 g = texture2D(grain, tile.xy).rgb;
  float tone = tile.z < 0. ? mix(g.g, g.b, -tile.z) : mix(g.g, g.r, tile.z);
  c *= 1. + (tone - .5) * groundDepth.y;
#endif
  gl_FragColor = vec4(c + fogged.rgb, 1.);
}"""
)

FACADE_CORNERS = (
    HEAD
    + CORNER
    + "attribute vec2 p3d_MultiTexCoord0;\n"
    + "varying vec3 wall; varying vec3 glass; varying vec2 at; varying float lamps;\n"
    + AIR
    + LIT
    + """
void main(){
  gl_Position = p3d_ModelViewProjectionMatrix * p3d_Vertex;
  vec3 point = p3d_Vertex.xyz; vec3 n = normalize(facing.xyz * 255. - 128.); at = p3d_MultiTexCoord0 * .125;
  vec4 fog = fogAt(point);
  vec3 w = shade(inSnow(p3d_Color.rgb, n.z, light.g), 0., n, light.r, light.g, light.b, light.a, point);
  vec3 g = shade(vec3(.40, .50, .57), .9, n, light.r * .6, light.g, 0., 0., point);
  wall = tone(mix(w, fog.rgb, fog.a)); glass = tone(mix(g, fog.rgb, fog.a)); lamps = night * (1. - fog.a);
}"""
)
FACADE_PIXELS = (
    HEAD
    + """varying vec3 wall; varying vec3 glass; varying vec2 at; varying float lamps; uniform sampler2D facade;
void main(){
  vec3 t = texture2D(facade, at).rgb;
  vec3 c = mix(glass, wall, t.r) * (t.g * 1.06);
  gl_FragColor = vec4(mix(c, vec3(1., .82, .54), t.b * lamps * .85), 1.);
}"""
)

SKY_CORNERS = (
    HEAD
    + "attribute vec4 p3d_Vertex; uniform mat4 p3d_ViewProjectionMatrix; varying vec3 toward; varying vec3 lit;\n"
    + AIR
    + """
void main(){
  toward = p3d_Vertex.xyz;
  gl_Position = p3d_ViewProjectionMatrix * vec4(camPos + p3d_Vertex.xyz * 10., 1.);
  gl_Position.z = gl_Position.w * .99999;
  vec3 v = normalize(toward); float s = max(dot(v, sunDir), 0.);
  lit = tone(skyGradient(v) + sunCol * (pow(s, 12.) * .10 + pow(s, 60.) * .25));
}"""
)
CLOUD_PIXELS = (
    HEAD
    + "varying vec3 toward; uniform sampler2D clouds;\n"
    + AIR
    + """
void main(){
  vec3 v = normalize(toward); float s = max(dot(v, sunDir), 0.); float h = max(v.z, 0.);
  vec3 c = skyGradient(v) + sunCol * (pow(s, 220.) * 1.2 + pow(s, 12.) * .10);
  float k = texture2D(clouds, v.xy / (h + .16) * .17).r * smoothstep(.015, .16, h);
  c = mix(c, mix(fogCool * 1.02, fogWarm * 1.1, .35 + .5 * s) + sunCol * .10, k * .78);
  float grain = fract(sin(dot(gl_FragCoord.xy, vec2(12.9898, 78.233))) * 43758.5453) - .5;
  gl_FragColor = vec4(tone(c) + grain / 255., 1.);
}"""
)

STATE = """
uniform sampler2D states; uniform vec4 sheet; uniform sampler2D groundLight; uniform vec4 groundRect;
vec4 stateOf(float who, float column){ return texture2DLod(states, vec2(column, (who + .5) * sheet.w), 0.); }
vec4 groundAt(vec2 point){ return texture2DLod(groundLight, (point - groundRect.xy) * groundRect.zw, 0.); }
"""
"""A citizen's state in three columns: x, y, z, heading; first row of the clip, size, rate, phase; and of the clip
before it first row, rate, phase, and when the present one began."""
PLACE, MOVE, BEFORE = ".16667", ".5", ".83333"
"""Where in the sheet a column lies."""

CROWD_CORNERS = (
    HEAD
    + """
attribute vec4 p3d_Vertex; attribute vec4 p3d_Color; attribute vec4 facing; attribute vec4 bones;
uniform mat4 p3d_ViewProjectionMatrix; uniform sampler2D boneSheet; uniform float now;
varying vec3 lit;
"""
    + AIR
    + LIT
    + STATE
    + """
vec4 row(float bone, float frame){
  return texture2DLod(boneSheet, vec2((bone + .5) * sheet.x, (frame + .5) * sheet.y), 0.);
}
#ifdef FAR
vec4 moving(float bone, vec2 frame){ return row(bone, frame.x); }
#else
vec4 moving(float bone, vec2 frame){ return mix(row(bone, frame.x), row(bone, frame.x + 1.), frame.y); }
#endif
vec2 frameOf(float first, float rate, float phase){
  float cycle = now * abs(rate) + phase;
  cycle = (rate < 0. ? clamp(cycle, 0., .9999) : fract(cycle)) * FRAMES;
  return vec2(first + floor(cycle), fract(cycle));
}
void main(){
  float who = floor(facing.a * 255. + .5) + 256. * floor(p3d_Color.a * 255. + .5);
  vec4 place = stateOf(who, PLACE); vec4 move = stateOf(who, MOVE);
  vec2 frame = frameOf(move.x, move.z, move.w);
  float first = floor(bones.x * 255. + .5) * 3.;
  vec4 r0 = moving(first, frame); vec4 r1 = moving(first + 1., frame); vec4 r2 = moving(first + 2., frame);
#ifndef FAR
  float second = floor(bones.y * 255. + .5) * 3.; float w = bones.z;
  if (w < .998) {
    r0 = mix(moving(second, frame), r0, w);
    r1 = mix(moving(second + 1., frame), r1, w);
    r2 = mix(moving(second + 2., frame), r2, w);
  }
  vec4 old = stateOf(who, BEFORE); float grown = clamp((now - old.w) * 5., 0., 1.);
  if (grown < 1.) {
    grown = grown * grown * (3. - 2. * grown); frame = frameOf(old.x, old.y, old.z);
    r0 = mix(mix(moving(second, frame), moving(first, frame), w), r0, grown);
    r1 = mix(mix(moving(second + 1., frame), moving(first + 1., frame), w), r1, grown);
    r2 = mix(mix(moving(second + 2., frame), moving(first + 2., frame), w), r2, grown);
  }
#endif
  vec4 p = vec4(p3d_Vertex.xyz, 1.); vec3 n = facing.xyz * 255. - 128.;
#ifndef FAR
  if (bones.w > .5) { // an eye: it looks about, and is shut for a tenth of a second every four
    float own = who * .618;
    p.x += .0045 * floor(.5 + 1.2 * sin(now * .37 + own * 7.) * sin(now * .23 + own * 3.));
    p.z = mix(p.z, EYES, .88 * step(fract(now * .25 + own), .028));
  }
#endif
  vec3 q = vec3(dot(r0, p), dot(r1, p), dot(r2, p)) * move.y;
  n = normalize(vec3(dot(r0.xyz, n), dot(r1.xyz, n), dot(r2.xyz, n)));
  float c = cos(place.w); float s = sin(place.w);
  vec3 point = vec3(c * q.x - s * q.y, s * q.x + c * q.y, q.z) + place.xyz;
  n = vec3(c * n.x - s * n.y, s * n.x + c * n.y, n.z);
  vec4 g = groundAt(place.xy);
  float open = (.35 + .65 * g.g) * (.6 + .4 * clamp(q.z * .9, 0., 1.));
  vec3 colour = shade(p3d_Color.rgb, 0., n, g.r, open, 0., g.a, point);
  vec4 fog = fogAt(point);
  lit = tone(mix(colour, fog.rgb, fog.a));
  gl_Position = p3d_ViewProjectionMatrix * vec4(point, 1.);
}"""
)

SHADOW_CORNERS = (
    HEAD
    + "attribute vec4 p3d_Vertex; uniform mat4 p3d_ViewProjectionMatrix; uniform vec3 shadowDir; varying vec3 at;\n"
    + STATE
    + """
void main(){
  vec4 place = stateOf(p3d_Vertex.z, PLACE); float size = stateOf(p3d_Vertex.z, MOVE).y;
  float sun = groundAt(place.xy).r * shadowDir.z; vec2 a = p3d_Vertex.xy; at = vec3(a, sun);
  vec2 away = shadowDir.xy;
  vec2 reach = vec2(-away.y, away.x) * a.x * .40 + away * (a.y * mix(.42, 1.55, sun) + mix(0., 1.05, sun));
  vec2 spot = place.xy + reach * size;
  gl_Position = p3d_ViewProjectionMatrix * vec4(spot, place.z + .035, 1.);
}"""
)
CROWD_CORNERS, SHADOW_CORNERS = (
    source.replace("EYES", f"{EYE_LINE}").replace("PLACE", PLACE).replace("MOVE", MOVE).replace("BEFORE", BEFORE)
    for source in (CROWD_CORNERS, SHADOW_CORNERS)
)
FAR = HEAD + "#define FAR\n"
"""Head of the program for who is far: each corner hangs on one bone, and poses are not blended."""
SHADOW_PIXELS = (
    HEAD
    + """varying vec3 at;
void main(){
  float t = at.y * .5 + .5; float w = mix(.62, .95, t);
  float soft = 1. - smoothstep(.35, 1., length(vec2(at.x / w, at.y)));
  gl_FragColor = vec4(.09, .10, .18, soft * mix(.30, .46 * (1. - .45 * t), at.z));
}"""
)


def for_embedded(source: str) -> str:
    """The same program as GLSL ES 1.00."""
    return source.replace(HEAD, "#version 100\nprecision highp float;\n")
