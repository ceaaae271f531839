"""A thing that moves through a place by itself: the tour bus. Lit by sun and sky as it turns, not baked."""

import numpy as np
from panda3d.core import GeomNode, NodePath

from metaseoul.stage import shaders, sky
from metaseoul.stage.batches import PLAIN, Batch
from metaseoul.stage.build import CLUSTER_ORDER
from metaseoul.stage.pack import coloured_format, corner_format, geom_of, packed
from metaseoul.stage.plain import COLOURED, lit
from metaseoul.stage.programs import program
from worlds.geometry import mesh
from worlds.shape import Group

MOVING_CORNERS = (
    shaders.PLAIN_CORNERS.replace("varying vec3 lit;", "varying vec3 lit; uniform mat4 p3d_ModelMatrix;", 1)
    .replace("facing.xyz * 255. - 128.", "mat3(p3d_ModelMatrix) * (facing.xyz * 255. - 128.)")
    .replace("p3d_Vertex.xyz", "(p3d_ModelMatrix * p3d_Vertex).xyz")
)


def prop(thing: Group, shaded: bool) -> NodePath:
    """One node, to be put somewhere and turned."""
    whole = mesh(thing)
    batch = packed(Batch(thing.name, 0, PLAIN, 0, False, whole, np.zeros(len(whole.position), np.float32)))
    node = GeomNode(thing.name)
    path = NodePath(node)
    if shaded:
        node.addGeom(geom_of(batch.corners, batch.triangles, corner_format()))
        path.setShader(program(MOVING_CORNERS, shaders.PLAIN_PIXELS))
        path.setBin("fixed", CLUSTER_ORDER)
    else:
        made = np.zeros(len(batch.corners), COLOURED)
        made["position"] = batch.corners["position"]
        air = sky.air(sky.FIRST_HOUR)
        made["colour"][:, :3] = np.rint(
            lit(batch.corners, air, sky.sun_direction(sky.FIRST_HOUR), sky.FIRST_SEASON, False) * 255
        )
        made["colour"][:, 3] = 255
        node.addGeom(geom_of(made, batch.triangles, coloured_format()))
    return path
