"""Panels are drawn the way that a software renderer is fast at."""

from panda3d.core import ColorAttrib, NodePath, ShadeModelAttrib, TransparencyAttrib

from metaseoul.ui.draw import Layer, card, ground, printed
from metaseoul.ui.theme import LIGHT


def test_what_is_opaque_is_neither_mixed_with_what_is_behind_it_nor_between_its_corners() -> None:
    face = card(300, 60, 12, LIGHT.accent, LIGHT.line).node()
    opaque = [
        (face.get_geom(number), face.get_geom_state(number))
        for number in range(face.get_num_geoms())
        if not face.get_geom_state(number).has_attrib(TransparencyAttrib)
    ]
    assert opaque
    for geom, state in opaque:
        assert state.get_attrib(ShadeModelAttrib).get_mode() == ShadeModelAttrib.M_flat
        assert geom.get_primitive(0).get_num_primitives() > 0


def test_words_and_the_ground_have_one_colour_each() -> None:
    layer = Layer(NodePath("panel"))
    printed(layer.words, 0, 0, "가나다", 17, LIGHT.text)
    layer.settle()
    for path in (layer.node, ground(10, 10, LIGHT.panel)):
        for one in path.find_all_matches("**/+GeomNode") if path is layer.node else [path]:
            node = one.node()
            for number in range(node.get_num_geoms()):
                drawn = one.get_net_state().compose(node.get_geom_state(number))
                mode = drawn.get_attrib(ShadeModelAttrib)
                assert mode is not None
                assert mode.get_mode() == ShadeModelAttrib.M_flat


def test_cards_of_several_colours_on_one_layer_keep_each_its_own() -> None:
    layer = Layer(NodePath("panel"))
    for number, colour in enumerate((LIGHT.accent, LIGHT.panel, LIGHT.warning)):
        layer.card((0, 70 * number, 300, 60), 12, colour)
    layer.settle()
    nodes = layer.node.find_all_matches("**/+GeomNode")
    assert not any(node.get_net_state().has_attrib(ColorAttrib) for node in nodes)
