"""Name tags and bubbles never cover one another."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from metaseoul.ui.placing import GAP, RISE, overlap, placed

SIDE = st.floats(1, 300)
BOX = st.tuples(st.floats(-50, 1300), st.floats(-50, 800), SIDE, SIDE).map(
    lambda box: (box[0], box[1], box[0] + box[2], box[1] + box[3])
)


@given(st.lists(BOX, max_size=25))
def test_no_two_tags_overlap_wherever_people_stand(boxes: list[tuple[float, float, float, float]]) -> None:
    found = placed(enumerate(boxes))
    assert not any(overlap(one, other) for one, other in combinations(found.values(), 2))


@given(st.lists(BOX, min_size=1, max_size=25))
def test_a_tag_is_where_it_was_wished_or_a_little_above(boxes: list[tuple[float, float, float, float]]) -> None:
    found = placed(enumerate(boxes))
    assert found[0] == boxes[0]
    for number, box in found.items():
        left, top, right, bottom = boxes[number]
        assert (box[0], box[2]) == (left, right)
        assert -1e-6 <= top - box[1] <= RISE * (bottom - top) + 1e-6


def test_a_tag_behind_another_is_lifted_over_it() -> None:
    found = placed([(1, (0, 100, 80, 124)), (2, (10, 104, 90, 128))])
    assert found[2] == (10, 100 - 24 - GAP, 90, 100 - GAP)


def test_who_finds_no_room_is_left_out() -> None:
    crowd = [(number, (0.0, 100.0, 80.0, 124.0)) for number in range(9)]
    assert 1 < len(placed(crowd)) < 9
