"""Work on meshes that only the stage needs: a part of one, a finer one, a welded one."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from worlds.geometry.mesh import Mesh

COLUMNS = ("position", "normal", "colour", "occlusion", "gloss", "glow", "sample")


def subset(mesh: Mesh, keep: NDArray[np.bool_]) -> tuple[Mesh, NDArray[np.int64]]:
    """The triangles marked in `keep` (m,), and which corners of the mesh they use."""
    if keep.all():
        return mesh, np.arange(len(mesh.position))
    used, renumbered = np.unique(mesh.triangles[keep], return_inverse=True)
    columns = {name: getattr(mesh, name)[used] for name in COLUMNS}
    uv = None if mesh.uv is None else mesh.uv[used]
    return Mesh(**columns, triangles=renumbered.reshape(-1, 3).astype(np.uint32), uv=uv), used.astype(np.int64)


def tessellated(
    mesh: Mesh, longest: Callable[[NDArray[np.float64]], NDArray[np.float64]], rounds: int = 12
) -> tuple[Mesh, NDArray[np.int64]]:
    """The mesh with edges longer than `longest(middle)` halved, and for each corner an old one that it stems from.

    Whether an edge is cut depends on the edge alone, so neighbours agree and no gap opens between them.
    """
    columns = [getattr(mesh, name).astype(np.float64) for name in COLUMNS]
    if mesh.uv is not None:
        columns.append(mesh.uv.astype(np.float64))
    triangles, source = mesh.triangles.astype(np.int64), np.arange(len(mesh.position))
    for _ in range(rounds):
        position = columns[0]
        edges = np.stack([triangles, np.roll(triangles, -1, 1)], -1)
        ends = position[edges]
        length = np.linalg.norm(ends[:, :, 1] - ends[:, :, 0], axis=2)
        split = length > longest(ends.mean(2).reshape(-1, 3)).reshape(length.shape)
        if not split.any():
            break
        cut = np.sort(edges[split], 1)
        pairs, number = np.unique(cut, axis=0, return_inverse=True)
        middle = np.full(split.shape, -1, np.int64)
        middle[split] = number.ravel() + len(position)
        columns = [np.concatenate([column, column[pairs].mean(1)]) for column in columns]
        source = np.concatenate([source, source[pairs[:, 0]]])
        triangles = _divided(triangles, split, middle)
    named = dict(zip(COLUMNS, (column.astype(np.float32) for column in columns[: len(COLUMNS)]), strict=True))
    uv = None if mesh.uv is None else columns[-1].astype(np.float32)
    return Mesh(**named, triangles=triangles.astype(np.uint32), uv=uv), source


def _divided(triangles: NDArray[np.int64], split: NDArray[np.bool_], middle: NDArray[np.int64]) -> NDArray[np.int64]:
    """Each triangle in one to four, by which of its edges (0-1, 1-2, 2-0) are cut."""
    count = split.sum(1)
    made = [triangles[count == 0]]
    turned, cuts, middles = triangles.copy(), split.copy(), middle.copy()
    for _ in range(2):  # turn the corners until the first edge is cut and, of two cuts, the third is whole
        wrong = ((count == 1) & ~cuts[:, 0]) | ((count == 2) & ~(cuts[:, 0] & cuts[:, 1]))
        turned[wrong], cuts[wrong], middles[wrong] = (
            np.roll(turned[wrong], -1, 1),
            np.roll(cuts[wrong], -1, 1),
            np.roll(middles[wrong], -1, 1),
        )
    (a, b, c), (p, q, r) = turned.T, middles.T
    one, two, three = count == 1, count == 2, count == 3
    made += [np.stack(corners, 1)[one] for corners in ((a, p, c), (p, b, c))]
    made += [np.stack(corners, 1)[two] for corners in ((a, p, c), (p, b, q), (p, q, c))]
    made += [np.stack(corners, 1)[three] for corners in ((a, p, r), (p, b, q), (r, q, c), (p, q, r))]
    return np.concatenate(made)
