"""What findings take from their reports as they are: who they are, when and where, by column."""

import numpy as np

from checker.findings.blank import blank_report_finding
from checker.findings.reported import at, reported_of
from tests.handmade import clause, core_of_clauses, judged, north


def test_columns_hold_what_a_finding_holds() -> None:
    rows: list[dict[str, str]] = [
        {},
        {"lat": north(1000.0), "seen_from": ""},
        {"lon": "", "lat": ""},
    ]
    run = judged(core_of_clauses(clause("c1")), *rows)
    batch = run.batches[0]
    found = reported_of(run, batch, 0, np.array([2, 0, 1]))
    for place, row in enumerate((2, 0, 1)):
        one = blank_report_finding(run, batch, row, 0, "report")
        assert (found.findings[place], found.seen_from[place], found.seen_to[place]) == (
            *(one.id, one.seen_from, one.seen_to),
        )
        assert (found.lon[place], found.lat[place], found.radius_m[place]) == (
            *(one.lon, one.lat, one.radius_m),
        )
        (report,) = one.reports
        assert (found.lines[place], found.numbers[place], found.ids[place]) == (
            *(report.line, report.row, report.id),
        )
    assert found.take(np.array([1])).ids == [found.ids[1]]


def test_items_are_taken_in_the_order_that_is_asked() -> None:
    assert at("abc", np.array([2, 0])) == ["c", "a"]
