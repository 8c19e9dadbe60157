"""What was measured round discs is kept for the regions that ask next."""

import numpy as np
import pytest

from checker.geography import sampled
from checker.geography.discs import Discs, FloatArray
from checker.geography.pairs import IndexArray
from checker.geography.sampled import Sampled, sampled_of
from tests.geography.oracle import discs

DISCS = discs(*(((36.0, 33.0),) * 5), radius_m=100.0)
ROW, PLACE = np.array([0, 4, 4, 2]), np.array([1, 0, 2, 2])


class Measuring:
    """Measure ten times the row, and the place; count what is measured."""

    def __init__(self, row: IndexArray, place: IndexArray) -> None:
        self.row, self.place = row, place
        self.count = 0

    def __call__(self, some: IndexArray) -> FloatArray:
        self.count += len(some)
        return np.asarray(10.0 * self.row[some] + self.place[some], dtype=np.float64)


def asked(kept: Sampled, asker: str, row: IndexArray, place: IndexArray) -> int:
    """Ask, look at what comes, and say how much of it was measured."""
    measuring = Measuring(row, place)
    assert kept.of(asker, row, place, measuring).tolist() == (10.0 * row + place).tolist()
    return measuring.count


def test_what_the_second_asks_is_kept_for_the_third() -> None:
    kept = Sampled(DISCS, 3)
    counts = [asked(kept, name, ROW, PLACE) for name in ("first", "first", "second", "third")]
    assert counts == [4, 4, 4, 0]
    assert asked(kept, "third", np.array([4, 1, 0]), np.array([0, 0, 0])) == 2


@pytest.mark.parametrize("most", [0, 2 * 27])
def test_what_has_no_room_is_measured_anew(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sampled, "_MOST_BYTES", most)
    kept = Sampled(DISCS, 3)
    asked(kept, "first", ROW, PLACE)
    asked(kept, "second", ROW, PLACE)
    assert asked(kept, "third", ROW, PLACE) == (4 if not most else 2)


def test_it_is_kept_by_leg_and_kind_and_for_discs_of_these_radii_alone() -> None:
    one = sampled_of(DISCS, "leg", 3, is_rough=True)
    assert sampled_of(DISCS, "leg", 3, is_rough=True) is one
    assert sampled_of(DISCS, "leg", 3, is_rough=False) is not one
    assert sampled_of(DISCS, "other", 3, is_rough=True) is not one
    wider: Discs = DISCS.with_radius(200.0)
    assert sampled_of(wider, "leg", 3, is_rough=True) is not one
