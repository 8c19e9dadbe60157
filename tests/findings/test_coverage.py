"""When somebody watched the ground of a duty, so that silence proves something."""

from checker.findings.coverage import is_watched, watches_after
from checker.geography.region import Named
from checker.geography.shapes import Point
from checker.language.core.agreement import Coverage, Observed
from tests.handmade import DAY_US, JUNE_US, clause, core_of_clauses, edge, judged

ELSEWHERE = Named("elsewhere", Point(40.0, 10.0))


def on(first: int, last: int, status: str = "watched", place: Named | None = None) -> Observed:
    """Watch from the start of one day of June to the end of another."""
    days = JUNE_US + (first - 1) * DAY_US, JUNE_US + last * DAY_US
    return Observed(place, *days, status)  # type: ignore[arg-type]


def after(day: int, *rows: Observed) -> list[tuple[int, int]]:
    """List the days, first and last, that were watched from a day on until 20 June."""
    core = core_of_clauses(clause("c1"), coverage=Coverage(rows))
    run = judged(core, {}, as_of_us=JUNE_US + 20 * DAY_US - 1)
    reading = run.plan.clauses[0].readings[0]
    found = watches_after(run, reading, JUNE_US + (day - 1) * DAY_US)
    return [((a - JUNE_US) // DAY_US + 1, (b - JUNE_US) // DAY_US) for a, b in found]


def test_what_was_watched_before_or_after_the_answer_is_cut_off() -> None:
    assert after(5, on(1, 4), on(3, 6), on(8, 9), on(19, 30), on(21, 30)) == [
        (5, 6),
        (8, 9),
        (19, 20),
    ]


def test_a_watch_of_another_place_or_beside_a_denial_is_none() -> None:
    assert after(1, on(2, 3, place=ELSEWHERE), on(5, 6), on(6, 6, "denied", ELSEWHERE)) == []
    assert after(1, on(2, 3), on(4, 6, "denied")) == [(2, 3)]


def test_without_coverage_nobody_watched() -> None:
    run = judged(core_of_clauses(clause("c1")), {}, as_of_us=JUNE_US + DAY_US)
    reading = run.plan.clauses[0].readings[0]
    assert list(watches_after(run, reading, JUNE_US)) == []
    assert not is_watched(run, reading, edge(JUNE_US + DAY_US))
