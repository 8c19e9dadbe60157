"""Reports that lie far from every place, and among them with longitude and latitude swapped."""

from checker.findings.swapped import swapped_positions
from tests.handmade import clause, core_of_clauses, judged

CORE = core_of_clauses(clause("c1"))
TURNED = {"lon": "32.5", "lat": "36.0"}


def told(*rows: dict[str, str]) -> list[str]:
    run = judged(CORE, *rows)
    return list(swapped_positions(run, [batch.columns.batch for batch in run.batches]))


def test_a_file_is_told_once_with_the_first_of_its_rows() -> None:
    (one,) = told({}, TURNED)
    assert one.startswith("r.csv:3 lies far from every place of the agreement")
    (two,) = told(TURNED, {}, TURNED)
    assert two.startswith("r.csv:2 and 1 more lie far")


def test_reports_where_they_belong_or_nowhere_are_not_told() -> None:
    assert told({}, {"lon": "", "lat": ""}) == []
