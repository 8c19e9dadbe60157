"""Reports that lie far from every place, and among them with longitude and latitude swapped."""

from checker.findings.swapped import swapped_reports, warnings_of_swapped
from checker.values.diagnostic import Diagnostic
from checker.values.span import Span
from tests.handmade import clause, core_of_clauses, judged

CORE = core_of_clauses(clause("c1"))
TURNED = {"lon": "32.5", "lat": "36.0"}


def told(*rows: dict[str, str]) -> list[Diagnostic]:
    run = judged(CORE, *rows)
    (batch,) = run.batches
    return list(warnings_of_swapped(swapped_reports(batch)))


def test_a_file_is_told_once_at_the_first_of_its_rows() -> None:
    (one,) = told({}, TURNED)
    assert (one.code, one.severity, one.span) == ("R156", "warning", Span("r.csv", 3, 1, 3, 1))
    assert one.message.startswith("r2 lies far from every place of the agreement")
    assert one.hint.startswith("lon comes first")
    (two,) = told(TURNED, {}, TURNED)
    assert two.message.startswith("r1 and 1 more lie far")


def test_reports_where_they_belong_or_nowhere_are_not_told() -> None:
    assert told({}, {"lon": "", "lat": ""}) == []


def test_a_report_that_was_corrected_is_not_told() -> None:
    assert told(TURNED | {"id": "a"}, {"id": "b", "supersedes": "a"}) == []
