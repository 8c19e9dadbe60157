"""Which reports of those that are told differ in numbers, times and names alone."""

from dataclasses import replace

import numpy as np

from checker.evaluate.run import JudgedRun
from checker.findings.categories import alike_rows
from checker.findings.collect import report_series
from checker.findings.finding import Finding
from checker.findings.told import Told
from checker.geography.region import Named
from checker.geography.shapes import Point
from checker.language.core.exemption import Exemption
from checker.language.core.pattern import Duration
from tests.findings.test_links import BACKED, clients
from tests.handmade import (
    DAY_US,
    JUNE_US,
    clause,
    condition,
    core_of_clauses,
    incidents_in,
    judged,
    north,
    pattern,
    reading,
    within,
)


def groups(*rows: dict[str, str]) -> list[list[int]]:
    run = judged(core_of_clauses(clause("c1")), *rows)
    told = Told(run, run.batches[0], incidents_in(run), run.plan.clauses[0], np.arange(len(rows)))
    return sorted(some.tolist() for some, _ in alike_rows(told))


def test_numbers_and_times_do_not_part_reports() -> None:
    assert groups({}, {"lat": north(100.0)}, {"radius_m": "20"}) == [[0, 1, 2]]


def test_words_do() -> None:
    assert groups({}, {"actor": "green"}) == [[0], [1]]
    assert groups({}, {"lat": north(5000.0)}, {"lat": north(1000.0)}) == [[0], [1], [2]]
    assert groups({}, {"kind": "allegation"}, {"does": "fire"}) == [[0], [1], [2]]
    assert groups({}, {"radius_m": ""}) == [[0], [1]]


def test_the_border_that_is_told_is_that_of_the_gravest_reading() -> None:
    run = judged(core_of_clauses(clause("c1")), {})
    told = Told(run, run.batches[0], incidents_in(run), run.plan.clauses[0], np.arange(1))
    assert [border for _, border in alike_rows(told)] == [(0, 0)]


def told(run: JudgedRun, *rows: int) -> list[Finding]:
    """Return the findings about some reports under the first clause, as they are told together."""
    batch = run.batches[0]
    found = {
        row: finding
        for series in report_series(run, batch, incidents_in(run), 0, np.array(rows))
        for row, finding in zip(series.rows.tolist(), series.findings(), strict=True)
    }
    return [found[row] for row in rows]


def check_words(run: JudgedRun, *rows: int) -> None:
    """Each of some reports is told with the others as it is told alone; and not all are alike."""
    together, alone = told(run, *rows), [one for row in rows for one in told(run, row)]
    assert together == alone
    assert len({one.message.partition(": ")[2] + str(one.decides) for one in alone}) > 1


def test_reports_that_lapses_by_other_reports_decided_are_told_apart() -> None:
    fire = {"kind": "incident", "role": "acting", "does": "fire", "actor": "green"}
    rows = (
        fire | {"seen_from": "2018-06-01T11:00:00Z"},
        fire | {"seen_from": "2018-06-03T11:00:00Z"},
        {"seen_from": "2018-06-02T11:00:00Z"},
        {"seen_from": "2018-06-04T11:00:00Z"},
    )
    one = reading("c1", pattern(), conditions=(condition(lasts=Duration(days=2)),))
    check_words(judged(core_of_clauses(clause("c1", one)), *rows), 2, 3)


def test_reports_of_an_actor_with_other_links_by_then_are_told_apart() -> None:
    later = JUNE_US + 3 * DAY_US
    who = clients(
        replace(BACKED, until_us=later), replace(BACKED, kind="commanded_by", from_us=later)
    )
    unit = {"actor": "red-unit"}
    rows = (
        unit | {"seen_from": "2018-06-02T11:00:00Z"},
        unit | {"seen_from": "2018-06-05T11:00:00Z"},
    )
    check_words(judged(core_of_clauses(clause("c1", reading("c1", pattern(who=who)))), *rows), 0, 1)


def test_reports_of_which_only_some_are_as_far_under_each_reading_are_told_apart() -> None:
    readings = tuple(
        reading(
            "c1",
            pattern(where=within(1000.0, None, Named("post", Point(lon, 32.5, 0.0)))),
            answers=(("which", answer),),
        )
        for answer, lon in (("west", 35.995), ("east", 36.005))
    )
    rows = ({"lon": "36.0"}, {"lon": "36.001"})
    check_words(judged(core_of_clauses(clause("c1", *readings)), *rows), 0, 1)


def test_reports_that_other_doubts_would_clear_are_told_apart() -> None:
    camp = Named("camp", Point(36.0, 32.5, 0.0))
    unless = Exemption("unless 1", pattern(who=None, where=within(300.0, None, camp)))
    rows = (
        {"actor": "", "lat": north(990.0), "radius_m": "50"},
        {"actor": "", "lat": north(290.0), "radius_m": "50"},
    )
    check_words(
        judged(core_of_clauses(clause("c1", reading("c1", pattern(), [unless]))), *rows), 0, 1
    )
