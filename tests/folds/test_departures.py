"""Who was seen and has gone."""

from checker.folds.departures import Departures, Spotted, all_answered, merge


def spotted(at_us: int, unit: str | None = None, *, count: bool = False) -> Spotted:
    return Spotted(at_us, at_us, unit, frozenset({1}), count)


def same(speaker: int, actor: int) -> bool:
    return speaker == actor


def test_a_later_report_of_the_unit_answers_and_an_earlier_one_does_not() -> None:
    breach = (spotted(5, "1st"),)
    assert all_answered(Departures(breach, (spotted(6, "1st"),)), same)
    assert not all_answered(Departures(breach, (spotted(5, "1st"), spotted(6, "2nd"))), same)


def test_a_breach_without_a_unit_is_answered_by_a_count_of_zero_alone() -> None:
    breach = (spotted(5),)
    assert not all_answered(Departures(breach, (spotted(6),)), same)
    assert all_answered(Departures(breach, (spotted(6, count=True),)), same)


def test_joining_keeps_everything_and_the_last_sighting() -> None:
    one = Departures((spotted(1),), (), 4)
    other = Departures((), (spotted(2, count=True),), 9)
    assert merge(one, other) == Departures((spotted(1),), (spotted(2, count=True),), 9)
    assert merge(one, Departures()).last_us == 4
