"""Whether the number that the report gives stays within a bound."""

import pytest

from checker.language.core.pattern import Bound
from checker.operators.count import Counted, test
from checker.values.truth import Truth
from checker.values.verdict import reason_names
from tests.handmade import frame_for

U, T, F = Truth.UNKNOWN, Truth.TRUE, Truth.FALSE


def asked(bound: Bound, low: str, high: str) -> int:
    tested = test(Counted(bound), frame_for({"count_low": low, "count_high": high}))
    assert reason_names(int(tested.doubts[0])) == (("count_vague",) if tested.truth[0] == U else ())
    return int(tested.truth[0])


@pytest.mark.parametrize(
    ("low", "high", "answer"),
    [
        ("1", "50", T),
        ("50", "50", T),
        ("50", "51", U),
        ("51", "51", F),
        ("51", "", F),
        ("50", "", U),
        ("", "50", T),
        ("", "51", U),
        ("", "", U),
    ],
)
def test_at_most_fifty_is_kept_only_by_who_is_certainly_no_more(
    low: str, high: str, answer: Truth
) -> None:
    assert asked(Bound(at_most=(50.0, 50.0)), low, high) == answer


@pytest.mark.parametrize(
    ("low", "high", "answer"),
    [("3", "9", T), ("3", "", T), ("2", "9", U), ("", "2", F), ("1", "2", F), ("", "", U)],
)
def test_at_least_three_is_kept_only_by_who_is_certainly_no_fewer(
    low: str, high: str, answer: Truth
) -> None:
    assert asked(Bound(at_least=(3.0, 3.0)), low, high) == answer


def test_a_bound_that_the_text_leaves_open_decides_only_outside_its_range() -> None:
    vague = Bound(at_most=(40.0, 60.0))
    assert [asked(vague, n, n) for n in ("40", "41", "60", "61")] == [T, U, U, F]


def test_both_ends_of_a_bound_must_be_kept() -> None:
    both = Bound(at_most=(5.0, 5.0), at_least=(3.0, 3.0))
    assert [asked(both, n, n) for n in ("2", "3", "5", "6")] == [F, T, T, F]
