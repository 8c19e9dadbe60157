"""What is kept from pass to pass takes no more memory than it may."""

from checker.evaluate.facts import Answers, Placed

ONE = Answers.none(1)


def test_answers_of_the_first_batches_stay_and_those_of_later_ones_do_not() -> None:
    kept = Placed()
    first, large, last = (("r.csv", row) for row in (1, 200_001, 300_001))
    kept.of(first, 200_000)[3] = ONE
    kept.of(large, 100_000)[3] = ONE
    kept.of(last, 60_000)[3] = ONE
    assert [3 in kept.of(key, 1) for key in (first, large, last)] == [True, False, True]
