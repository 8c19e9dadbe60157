"""Who broke it first: clauses that watch each other, in the order of time."""

from dataclasses import replace
from zoneinfo import ZoneInfo

import numpy as np

from checker.evaluate.kept import Node, Watched, WatchedRow, resolve
from checker.folds.timeline import Asked
from checker.language.core.exemption import Condition
from checker.values.verdict import Verdict
from checker.values.window import Window

DAY_US = 86_400_000_000
RED: Node = (0, 0)
GREEN: Node = (1, 0)
V, U, N = int(Verdict.VIOLATION), int(Verdict.UNDETERMINED), int(Verdict.NOT_APPLICABLE)
# A breach that counts only while the own condition holds.
BREACH = ((N, N, N), (U, U, U), (V, V, V))


def row(number: int, start: float, end: float) -> WatchedRow:
    begins, ends = (np.array([int(d * DAY_US)]) for d in (start, end))
    window = Window(begins, ends, begins, ends, np.array([False]))
    return WatchedRow(
        from_us=int(start * DAY_US),
        to_us=int(end * DAY_US),
        row=(("r.csv", 1), number),
        report=f"r{number}",
        is_throughout=False,
        asked=Asked(begins, ends, np.array([int(start) == int(end)]), window),
        is_joint=False,
        actors=(0,),
        unit=None,
        verdicts=BREACH,
        faces=BREACH,
    )


def states(red: list[WatchedRow], green: list[WatchedRow]) -> dict[str, int]:
    """Return, by report, whether it is proof of a breach (2), possibly one (1) or none (0)."""
    rule = {"lapse": "ends", "unproved": "holds", "index": 0}
    conditions = {
        0: (Condition(owner="red", kept="green", **rule), GREEN),  # type: ignore[arg-type]
        1: (Condition(owner="green", kept="red", **rule), RED),  # type: ignore[arg-type]
    }
    watched = {RED: Watched(tuple(red), (0,), ()), GREEN: Watched(tuple(green), (1,), ())}
    found = resolve(watched, conditions, ZoneInfo("Etc/UTC"), lambda a, b: a == b)
    proved = {s.report: s.proved for evidence, _ in found.values() for s in evidence.sightings}
    return {r.report: proved.get(r.report, 0) for r in [*red, *green]}


def test_the_first_breach_breaks_the_deal_and_the_answer_to_it_breaks_nothing() -> None:
    assert states([row(1, 1, 1)], [row(2, 1.5, 1.5)]) == {"r1": 2, "r2": 0}


def test_of_two_that_overlap_nobody_knows_who_began() -> None:
    assert states([row(1, 1, 1.9)], [row(2, 1, 1.9)]) == {"r1": 1, "r2": 1}


def test_after_an_unsettled_start_everything_later_is_open() -> None:
    found = states([row(1, 1, 1.9), row(3, 5, 5)], [row(2, 1, 1.9)])
    assert found == {"r1": 1, "r3": 1, "r2": 1}


def test_a_later_breach_of_the_first_breaker_still_counts() -> None:
    assert states([row(1, 1, 1), row(3, 5, 5)], [row(2, 2, 2)]) == {"r1": 2, "r3": 2, "r2": 0}


def test_a_chain_of_overlaps_reaches_only_those_who_overlap() -> None:
    found = states([row(1, 1, 1.2)], [row(2, 1.3, 1.9), row(4, 1.4, 1.5)])
    assert found == {"r1": 2, "r2": 0, "r4": 0}


def test_a_row_that_may_break_both_clauses_does_not_open_its_own_condition() -> None:
    both = row(1, 1, 1)
    possible = replace(both, verdicts=((N, N, N), (U, U, U), (U, U, U)))
    assert states([possible], [both]) == {"r1": 2}


def test_rows_that_share_one_instant_overlap() -> None:
    assert states([row(1, 1, 1.5)], [row(2, 1.5, 1.9)]) == {"r1": 1, "r2": 1}
