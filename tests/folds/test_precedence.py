"""A condition on another clause: what ended before lapses it, what overlaps leaves it open."""

from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from checker.folds.evidence import Cure, Evidence, Sighting
from checker.folds.precedence import Began, precedence_of
from checker.folds.timeline import Asked
from checker.language.core.exemption import Condition
from checker.language.core.pattern import FOREVER_US
from checker.values.truth import Scope, Truth
from checker.values.verdict import reason_names
from checker.values.window import Window
from tests.handmade import HOUR_US

UTC = ZoneInfo("Etc/UTC")
U, T, F = Truth.UNKNOWN, Truth.TRUE, Truth.FALSE
DAY = 24
BATCH = ("r.csv", 1)


def breach(start_h: float, end_h: float, state: int = T, row: int = 0) -> tuple[Sighting, Began]:
    start, end = int(start_h * HOUR_US), int(end_h * HOUR_US)
    sighting = Sighting(start, end, (BATCH, row), f"r{row}", False, state, state, (0,), None)
    return sighting, Began(start, end, (BATCH, row), state, state, is_joint=False)


def asked(
    *breaches: tuple[Sighting, Began],
    at: tuple[float, float],
    cures: tuple[Cure, ...] = (),
    throughout: Scope | None = None,
    itself: bool = False,
    **given: Any,
) -> tuple[int, tuple[str, ...]]:
    """Return the worth of a condition on a clause at [start, end] in hours, and why it is open.

    ``itself`` asks for the first report of the batch of the breaches.
    """
    fields: dict[str, Any] = {"lapse": "suspends", "unproved": "holds", **given}
    rule = Condition(owner="c1", index=0, kept="c2", **fields)
    evidence = Evidence(tuple(s for s, _ in breaches), cures)
    order = precedence_of(
        evidence, [b for _, b in breaches], rule, (UTC, lambda a, b: a == b), is_proved=True
    )
    start, end = (np.array([int(h * HOUR_US)]) for h in at)
    window = Window(start, end, start, end, np.array([throughout is not None]))
    intervals = Asked(start, end, np.array([False]), window)
    truth, doubts = order.answer(
        intervals, throughout or "all", batch=BATCH if itself else ("other.csv", 1)
    )
    return int(truth[0]), reason_names(int(doubts[0]))


def cure(at_h: float) -> Cure:
    at = int(at_h * HOUR_US)
    return Cure(at, at, (BATCH, 9), "c", True, True, (0,), None)


def test_a_breach_lapses_it_from_the_instant_after_its_end_to_the_end_of_its_day() -> None:
    instant = 1 / HOUR_US
    assert asked(breach(7, 9), at=(9 + instant, 9 + instant)) == (F, ())
    assert asked(breach(7, 9), at=(DAY - instant, DAY - instant)) == (F, ())
    assert asked(breach(7, 9), at=(DAY, DAY)) == (U, ("condition_open",))


def test_before_a_breach_it_stands() -> None:
    assert asked(breach(7, 9), at=(5, 6)) == (T, ())


@pytest.mark.parametrize("at", [(9, 9), (7, 7), (5, 7), (9, 30), (0, 100)])
def test_a_report_that_overlaps_a_breach_cannot_tell_who_began(at: tuple[float, float]) -> None:
    assert asked(breach(7, 9, row=1), at=at) == (U, ("sequence_unknown",))


def test_a_possible_breach_that_overlaps_leaves_the_condition_itself_open() -> None:
    assert asked(breach(7, 9, U, row=1), at=(8, 8)) == (U, ("condition_open",))


def test_both_doubts_are_told_where_an_earlier_one_is_open_and_another_overlaps() -> None:
    found = asked(breach(1, 2, U, row=1), breach(7, 9, row=2), at=(8, 8))
    assert found == (U, ("sequence_unknown", "condition_open"))


def test_what_certainly_lapsed_before_is_lapsed_whatever_overlaps() -> None:
    found = asked(breach(1, 2, row=1), breach(7, 9, row=2), at=(8, 8))
    assert found == (F, ())


@pytest.mark.parametrize(("is_joint", "answer"), [(False, T), (True, U)])
def test_nobody_overlaps_himself_but_of_two_together_one_may_have_begun(
    is_joint: bool, answer: int
) -> None:
    sighting, began = breach(7, 9)
    assert asked((sighting, replace(began, is_joint=is_joint)), at=(7, 9), itself=True)[0] == answer


def test_a_cure_counts_once_it_is_certainly_earlier() -> None:
    broken = breach(7, 9)
    assert asked(broken, at=(30, 30), cures=(cure(30),)) == (U, ("condition_open",))
    assert asked(broken, at=(30.5, 30.5), cures=(cure(30),)) == (T, ())


def test_where_a_lapse_ends_it_no_cure_mends_it() -> None:
    assert asked(breach(7, 9), at=(99, 99), cures=(cure(30),), lapse="ends") == (F, ())


def test_a_possible_breach_opens_it_for_as_long_as_a_proved_one_would_last() -> None:
    assert asked(breach(7, 9, U), at=(23, 23)) == (U, ("condition_open",))
    assert asked(breach(7, 9, U), at=(24, 24)) == (T, ())
    assert asked(breach(7, 9, U), at=(999, 999), lapse="ends") == (U, ("condition_open",))


def test_of_all_the_while_the_worst_counts_for_an_exception_and_the_best_for_a_duty() -> None:
    healed = (cure(10),)
    assert asked(breach(7, 9), at=(20, 40), cures=healed, throughout="all") == (F, ())
    assert asked(breach(7, 9), at=(20, 40), cures=healed, throughout="some") == (T, ())


def test_a_report_without_a_time_is_open_for_a_breach_alone() -> None:
    all_time = (-FOREVER_US / HOUR_US, FOREVER_US / HOUR_US)
    assert asked(at=all_time) == (T, ())
    assert asked(breach(7, 9), at=all_time) == (U, ("sequence_unknown",))


def test_without_proof_and_without_a_breach_it_is_what_unproved_says() -> None:
    assert asked(at=(1, 1), unproved="open") == (U, ("condition_open",))
    assert asked(at=(1, 1), unproved="holds") == (T, ())
