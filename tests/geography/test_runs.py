import numpy as np

from checker.geography.pairs import pairs_of
from checker.geography.runs import is_one_run

LOOSE = np.array([True, *[False] * 6, True])


def one_run(*pieces: int, is_ring: bool = False, is_loose: np.ndarray = LOOSE) -> bool:
    near = pairs_of(np.zeros(len(pieces), dtype=np.intp), np.array(pieces), 1)
    return bool(is_one_run(near, is_loose, is_ring=is_ring)[0])


def test_pieces_that_follow_one_another_are_one_run() -> None:
    assert one_run(2, 3, 4)
    assert one_run(5)


def test_a_gap_or_a_loose_piece_makes_it_none() -> None:
    assert not one_run(2, 3, 5)
    assert not one_run(0, 1)
    assert not one_run(6, 7)


def test_a_ring_has_no_end_that_a_bend_could_hold() -> None:
    whole = np.zeros(8, dtype=np.bool_)
    assert one_run(0, 3, 7, is_ring=True, is_loose=whole)
    assert not one_run(0, 1, is_ring=True)


def test_discs_are_told_one_by_one() -> None:
    near = pairs_of(np.array([0, 0, 1, 1, 2]), np.array([1, 2, 4, 6, 3]), 3)
    assert is_one_run(near, LOOSE, is_ring=False).tolist() == [True, False, True]
