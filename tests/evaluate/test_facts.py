"""What is kept from pass to pass takes no more memory than it may."""

import numpy as np

from checker.evaluate.facts import Placed
from checker.operators import Tested
from checker.values.truth import Truth, truths
from checker.values.verdict import Reason

ONE = Tested(truths(1, Truth.TRUE), np.array([Reason(0)], dtype=np.uint32))


def test_answers_of_the_first_batches_stay_and_those_of_later_ones_do_not() -> None:
    kept = Placed()
    kept.of(0, 200_000)[3] = ONE
    kept.of(1, 100_000)[3] = ONE
    kept.of(2, 60_000)[3] = ONE
    assert [3 in kept.of(number, 1) for number in range(2)] == [True, False]
    assert 3 in kept.of(2, 60_000)
