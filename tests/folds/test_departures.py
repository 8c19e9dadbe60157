"""Who was seen and has gone."""

from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from checker.folds.departures import Departures, all_answered, merge

RED, GREEN = frozenset({1}), frozenset({2})


Breaches = dict[tuple[str | None, frozenset[int]], int]


def same(speaker: int, actor: int) -> bool:
    return speaker == actor


def test_a_later_report_of_the_unit_answers_and_an_earlier_one_does_not() -> None:
    breach: Breaches = {("1st", RED): 5}
    assert all_answered(Departures(breach, {"1st": 6}), same)
    assert not all_answered(Departures(breach, {"1st": 5, "2nd": 6}), same)


def test_a_breach_without_a_unit_is_answered_by_a_count_of_zero_alone() -> None:
    breach: Breaches = {(None, RED): 5}
    assert not all_answered(Departures(breach, {"1st": 6}), same)
    assert all_answered(Departures(breach, {}, {RED: 6}), same)
    assert not all_answered(Departures(breach, {}, {RED: 5, GREEN: 6}), same)
    somebody: Breaches = {(None, frozenset()): 5}
    assert not all_answered(Departures(somebody, {}, {RED: 6}), same)


def test_of_several_actors_all_have_to_be_gone() -> None:
    both: Breaches = {(None, RED | GREEN): 5}
    assert not all_answered(Departures(both, {}, {RED: 6, GREEN: 6}), same)
    assert all_answered(Departures(both, {}, {RED | GREEN: 6}), same)


def test_joining_keeps_the_latest_of_each() -> None:
    one = Departures({("1st", RED): 1, (None, RED): 7}, {"1st": 3}, {RED: 2}, 4)
    other = Departures({("1st", RED): 2}, {"1st": 1, "2nd": 5}, {RED: 1, GREEN: 8}, 9)
    assert merge(one, other) == merge(other, one)
    assert merge(one, other) == Departures(
        {("1st", RED): 2, (None, RED): 7}, {"1st": 3, "2nd": 5}, {RED: 2, GREEN: 8}, 9
    )
    assert merge(one, Departures()) == one


ACTORS = st.frozensets(st.integers(1, 2), max_size=2)
UNITS = st.sampled_from(["1st", "2nd", None])
SPOTTED = st.lists(
    st.tuples(st.sampled_from(["breach", "gone", "zero"]), UNITS, ACTORS, st.integers(0, 3))
)


@given(every=SPOTTED)
def test_the_latest_of_each_tell_as_much_as_all_of_them(
    every: list[tuple[str, str | None, frozenset[int], int]],
) -> None:
    answers = [one for one in every if one[0] != "breach"]
    slowly = all(
        any(
            at > end
            and (
                (kind == "gone" and unit is not None and other == unit)
                or (kind == "zero" and bool(actors) and actors <= speakers)
            )
            for kind, other, speakers, at in answers
        )
        for what, unit, actors, end in every
        if what == "breach"
    )
    assert all_answered(reduce(merge, map(_alone, every), Departures()), same) == slowly


def _alone(one: tuple[str, str | None, frozenset[int], int]) -> Departures:
    kind, unit, actors, at = one
    if kind == "breach":
        return Departures({(unit, actors): at})
    if kind == "zero":
        return Departures({}, {}, {actors: at})
    return Departures({}, {unit: at} if unit is not None else {})
