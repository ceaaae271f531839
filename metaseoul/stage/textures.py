"""The few pictures that the stage paints for itself: the window tile, the grain of the ground, clouds."""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from panda3d.core import SamplerState, Texture

from metaseoul.stage.pack import Bytes, bytes_of

FORMATS = {1: Texture.FLuminance, 3: Texture.FRgb, 4: Texture.FRgba}


def texture(name: str, picture: Bytes, *, repeat: bool = False, mips: bool = True, smooth: bool = True) -> Texture:
    """A texture of a picture (rows from below, columns, channels)."""
    made = Texture(name)
    fill(made, picture)
    mip = SamplerState.FTLinearMipmapLinear if smooth else SamplerState.FTLinearMipmapNearest
    made.setMinfilter(mip if mips else SamplerState.FTLinear)
    made.setMagfilter(SamplerState.FTLinear)
    wrap = SamplerState.WMRepeat if repeat else SamplerState.WMClamp
    made.setWrapU(wrap)
    made.setWrapV(wrap)
    return made


def fewest_mips(made: Texture) -> None:
    """For a picture whose edge goes on for ever: its coarser copies would smear what lies within over what does not."""
    sampler = SamplerState(made.getDefaultSampler())
    sampler.setMaxLod(4)
    made.setDefaultSampler(sampler)


def fill(made: Texture, picture: Bytes) -> None:
    """Puts a picture into a texture, which takes its size."""
    rows, columns, channels = picture.shape
    made.setup2dTexture(columns, rows, Texture.TUnsignedByte, FORMATS[channels])
    order = {1: [0], 3: [2, 1, 0], 4: [2, 1, 0, 3]}[channels]
    made.setRamImage(np.ascontiguousarray(picture[..., order]).tobytes())


def sheet(name: str, rows: NDArray[np.float32]) -> Texture:
    """A table of numbers (rows, columns, 4) that a program reads exactly."""
    made = Texture(name)
    made.setup2dTexture(rows.shape[1], rows.shape[0], Texture.TFloat, Texture.FRgba32)
    made.setMinfilter(SamplerState.FTNearest)
    made.setMagfilter(SamplerState.FTNearest)
    made.setWrapU(SamplerState.WMClamp)
    made.setWrapV(SamplerState.WMClamp)
    fill_sheet(made, rows)
    return made


def fill_sheet(made: Texture, rows: NDArray[np.float32]) -> None:
    """New numbers for a sheet of the same size."""
    made.setRamImage(np.ascontiguousarray(rows[..., [2, 1, 0, 3]], np.float32).tobytes())


@cache
def facade_tile(size: int = 256) -> Bytes:
    """Eight by eight window fields: wall or glass, brightness, light at night. Field borders lie on wall."""
    rng = np.random.default_rng(9)
    tile = np.zeros((size, size, 3), np.float32)
    tile[..., :2] = 1.0
    field = size // 8
    for row in range(8):
        for column in range(8):
            y, x = row * field, column * field
            pane = (
                slice(y + int(field * 0.28), y + int(field * 0.84)),
                slice(x + int(field * 0.14), x + int(field * 0.86)),
            )
            tile[pane][..., 0] = 0
            tile[pane][..., 1] = rng.uniform(0.82, 1.02)
            tile[y + int(field * 0.74) : y + int(field * 0.84), pane[1], 1] *= 0.72
            tile[y + int(field * 0.20) : y + int(field * 0.28), x + int(field * 0.10) : x + int(field * 0.90), 1] = 1.05
            if rng.random() < 0.38:
                tile[pane][..., 2] = rng.uniform(0.35, 1)
            tile[pane[0], x + field // 2 - 1 : x + field // 2 + 1, 0] = 0.6
        tile[row * field : row * field + 2, :, 1] *= 0.9
    return bytes_of(tile / 1.06)


@cache
def ground_grain(size: int = 512) -> Bytes:
    """A tile of 4.8 m: blades of grass (red), staggered granite slabs (green), planks (blue), about 0.5."""
    rng = np.random.default_rng(6)
    blades = np.zeros((size, size), np.float32)
    for _ in range(5200):
        x, y = rng.integers(0, size, 2)
        along = np.arange(rng.integers(7, 17))
        angle, tone = rng.normal(np.pi / 2, 0.55), rng.normal(0, 0.30)
        rows = (y + np.rint(np.sin(angle) * along).astype(int)) % size
        blades[rows, (x + np.rint(np.cos(angle) * along).astype(int)) % size] = tone * (0.4 + 0.6 * along / len(along))
    grass = 0.5 + _blurred(blades, 1) * 0.62
    channels = (channel + 0.5 - channel.mean() for channel in (grass, _slabs(size, rng), _planks(size)))
    return bytes_of(np.stack(list(channels), -1))


def _slabs(size: int, rng: np.random.Generator) -> NDArray[np.float32]:
    """Staggered slabs of 1.2 x 0.6 m on 4.8 m."""
    slabs = np.full((size, size), 0.5, np.float32)
    wide, deep = size // 4, size // 8
    for row in range(8):
        for column in range(4):
            xs = (column * wide + (row % 2) * wide // 2 + np.arange(wide)) % size
            ys = row * deep + np.arange(deep)
            slabs[np.ix_(ys, xs)] += rng.normal(0, 0.035)
            slabs[np.ix_(ys[:2], xs)] -= 0.13
            slabs[np.ix_(ys, xs[:2])] -= 0.13
            slabs[np.ix_(ys[2:3], xs)] += 0.05
    return slabs + rng.normal(0, 0.022, (size, size)).astype(np.float32)


def _planks(size: int) -> NDArray[np.float32]:
    """Boards 0.15 m wide and 1.6 m long on 4.8 m, each a little lighter or darker, with the grain of wood."""
    rng = np.random.default_rng(8)
    noise = rng.normal(0, 0.12, (size, size)).astype(np.float32)
    planks = 0.5 + np.asarray(np.mean([np.roll(noise, by, 1) for by in range(24)], 0), np.float32)
    wide, long = size // 32, size // 3
    for row in range(32):
        ys = slice(row * wide, (row + 1) * wide)
        start = int(rng.integers(size))
        for board in range(3):
            first = start + board * size // 3
            planks[ys, np.arange(first, first + long + 1) % size] += rng.normal(0, 0.05)
            planks[ys, first % size] -= 0.16
        planks[row * wide] -= 0.16
    return planks


@cache
def cloud_tile(size: int = 256) -> Bytes:
    """Thin high clouds, 0 clear .. 1 white; repeats without a seam."""
    rng = np.random.default_rng(5)
    wave = np.fft.fftfreq(size) * size
    length = np.hypot(wave[:, None], wave[None] * 2.1)
    length[0, 0] = 1
    strength = np.where(length < 1.5, 0, length**-1.75)
    cover = np.fft.ifft2(np.fft.fft2(rng.normal(0, 1, (size, size))) * strength).real
    cover = np.clip(((cover - cover.mean()) / cover.std() - 0.25) / 1.9, 0, 1)
    return bytes_of((cover * cover * (3 - 2 * cover))[..., None])


def _blurred(picture: NDArray[np.float32], reach: int) -> NDArray[np.float32]:
    """Mean over a cross, wrapped round the edges."""
    shifts = [np.roll(picture, by, axis) for by in range(-reach, reach + 1) for axis in (0, 1)]
    return np.mean(shifts, 0)  # type: ignore[no-any-return]
