"""Which reports of those that are told differ in numbers, times and names alone."""

import numpy as np

from checker.findings.categories import alike_rows
from checker.findings.told import Told
from tests.handmade import clause, core_of_clauses, incidents_in, judged, north


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
