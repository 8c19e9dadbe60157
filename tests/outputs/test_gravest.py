"""The gravest findings are kept, in either order, and all are counted."""

import pytest

from checker.outputs.gravest import GRAVITY, Gravest
from checker.values.verdict import Standing

COME = ("undetermined", "compliant", "violation", "undetermined", "apparent_violation", "violation")


def kept(most: int) -> Gravest[int]:
    found: Gravest[int] = Gravest(most)
    for place, word in enumerate(COME):
        found.add(word, lambda place=place: place)  # type: ignore[misc]
    return found


def test_graver_ones_are_kept_and_of_equal_ones_the_first() -> None:
    found = kept(4)
    assert found.in_order() == [0, 2, 4, 5]
    assert found.by_gravity() == [2, 5, 4, 0]


@pytest.mark.parametrize("most", [0, 1, 3, 6, 9])
def test_what_is_kept_and_what_is_left_out_are_all(most: int) -> None:
    found = kept(most)
    assert found.counts.total() == len(COME)
    assert len(found.in_order()) + found.left_out().total() == len(COME)
    assert len(found.in_order()) == min(most, len(COME))


def test_what_is_not_kept_is_not_made() -> None:
    found: Gravest[str] = Gravest(1)
    found.add("violation", lambda: "kept")
    found.add("compliant", lambda: pytest.fail("made in vain"))
    assert found.left_out() == {"compliant": 1}


def test_every_standing_has_its_place() -> None:
    assert {one.word for one in Standing} | {"late", "overdue"} == set(GRAVITY)
    assert min(GRAVITY, key=GRAVITY.__getitem__) == "violation"
