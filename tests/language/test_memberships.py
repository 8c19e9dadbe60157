"""Who is of a group, and when: spans joined, merged and negated."""

import pytest

from checker.language.core.pattern import FOREVER_US, Membership
from checker.language.memberships import Spans, always, joined, merged, negated
from checker.values.truth import Truth

EVER = FOREVER_US


def member(*spans: tuple[int, int, int]) -> Membership:
    return Membership(spans)


@pytest.mark.parametrize(
    ("truth", "spans"),
    [
        (Truth.TRUE, ((-EVER, EVER, 2),)),
        (Truth.UNKNOWN, ((-EVER, EVER, 1),)),
        (Truth.FALSE, ()),
    ],
)
def test_what_is_always_so_is_one_span_and_what_is_never_so_none(
    truth: Truth, spans: Spans
) -> None:
    assert always(truth).spans == spans


@pytest.mark.parametrize(
    ("spans", "found"),
    [
        ([(0, 5, 2), (5, 9, 2)], ((0, 9, 2),)),
        ([(0, 5, 2), (5, 7, 2), (7, 9, 2)], ((0, 9, 2),)),
        ([(0, 5, 2), (5, 9, 1)], ((0, 5, 2), (5, 9, 1))),
        ([(0, 5, 2), (6, 9, 2)], ((0, 5, 2), (6, 9, 2))),
        ([], ()),
    ],
)
def test_only_neighbours_of_one_value_are_joined(
    spans: list[tuple[int, int, int]], found: Spans
) -> None:
    assert joined(spans) == found


@pytest.mark.parametrize(
    ("of", "others"),
    [
        (member(), ((-EVER, EVER, 2),)),
        (member((-EVER, EVER, 2)), ()),
        (member((-EVER, EVER, 1)), ((-EVER, EVER, 1),)),
        (member((0, 5, 2)), ((-EVER, 0, 2), (5, EVER, 2))),
        (member((0, 5, 1)), ((-EVER, 0, 2), (0, 5, 1), (5, EVER, 2))),
        (member((-EVER, 0, 2), (0, 5, 1)), ((0, 5, 1), (5, EVER, 2))),
        (member((0, 5, 2), (7, 9, 2)), ((-EVER, 0, 2), (5, 7, 2), (9, EVER, 2))),
    ],
)
def test_everybody_else_is_who_is_not_and_doubt_stays_doubt(of: Membership, others: Spans) -> None:
    assert negated(of).spans == others
    assert negated(negated(of)) == of


def test_any_of_is_the_surest_at_each_instant() -> None:
    one, other = member((0, 6, 1)), member((3, 9, 2))
    assert merged([one, other], max).spans == ((0, 3, 1), (3, 9, 2))
    assert merged([other, one], max).spans == ((0, 3, 1), (3, 9, 2))


def test_all_of_is_the_least_sure_at_each_instant() -> None:
    one, other = member((0, 6, 1)), member((3, 9, 2))
    assert merged([one, other], min).spans == ((3, 6, 1),)
    assert merged([one, member()], min).spans == ()


def test_a_span_counts_from_its_first_instant_and_not_at_its_end() -> None:
    one, other = member((0, 5, 2)), member((5, 9, 2))
    assert merged([one, other], max).spans == ((0, 9, 2),)
    assert merged([one, other], min).spans == ()


@pytest.mark.parametrize("fold", [min, max])
def test_members_that_are_the_same_stay_as_they_are(fold: type) -> None:
    one = member((0, 5, 1), (5, 9, 2))
    assert merged([one, one], fold) == one
    assert merged([one], fold) == one


def test_a_mean_of_doubt_and_its_opposite_is_doubt() -> None:
    doubtful = always(Truth.UNKNOWN)
    assert merged([doubtful, negated(doubtful)], max) == doubtful
    assert merged([doubtful, negated(doubtful)], min) == doubtful
