import numpy as np
import pytest

from checker.geography.chords import Chords, axes_of

PIECES = Chords(
    np.array([[0.0, 0.0, 0.0], [5.0, 5.0, 5.0]]), np.array([[10.0, 0.0, 0.0], [5.0, 5.0, 5.0]])
)


def test_the_nearest_point_of_a_piece_lies_abreast_or_at_an_end() -> None:
    here = axes_of(np.array([[4.0, 3.0, 0.0], [-3.0, 0.0, 4.0], [12.0, 0.0, 0.0]]))
    found = PIECES.nearness(here, np.arange(3), np.zeros(3, dtype=np.intp))
    assert found.share.tolist() == [0.4, 0.0, 1.0]
    assert found.chord_m.tolist() == [3.0, 5.0, 2.0]
    assert [axis.tolist() for axis in found.off_m] == [
        [0.0, -3.0, 2.0],
        [3.0, 0.0, 0.0],
        [0.0, 4.0, 0.0],
    ]


def test_a_spot_is_a_piece_of_no_length() -> None:
    found = PIECES.nearness(axes_of(np.array([[5.0, 5.0, 9.0]])), np.array([0]), np.array([1]))
    assert (found.share[0], found.chord_m[0]) == (0.0, 4.0)


def test_a_foot_is_the_point_at_a_share() -> None:
    foot = PIECES.foot_m(np.array([0, 1]), np.array([0.25, 0.5]))
    assert foot.tolist() == [[2.5, 0.0, 0.0], [5.0, 5.0, 5.0]]


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8, 17])
def test_a_pair_is_the_same_to_the_last_bit_whichever_are_asked_with_it(count: int) -> None:
    rng = np.random.default_rng(3)
    ends = rng.normal(size=(2, 20, 3)) * 6e6
    pieces, here = Chords(*ends), axes_of(rng.normal(size=(20, 3)) * 6e6)
    every = np.arange(20)
    whole, some = (
        pieces.nearness(here, every, every),
        pieces.nearness(here, every[:count], every[:count]),
    )
    assert whole.chord_m[:count].tobytes() == some.chord_m.tobytes()
    assert whole.share[:count].tobytes() == some.share.tobytes()
