"""One row a finding: as many cells as columns, in the order that programs rely on."""

from checker.findings.finding import Measured
from checker.outputs.flat import COLUMNS, cells_of
from checker.values.verdict import Standing
from tests.findings.made import finding, reading_finding

NEAR = Measured("distance to post", (), 300.0, 800.0, 1300.0, 1000.0, 1000.0)
FAR = Measured("distance to post", (), 9000.0, 9500.0, 10000.0, 1000.0, 1000.0)
FIRST = (
    "finding report clause verdict standing reasons actor seen_from seen_to lon lat radius_m low_m "
    "best_m high_m limit_low_m limit_high_m margin_m violated_yes violated_open violated_no file "
    "line message"
)


def test_the_first_columns_are_those_of_the_contract() -> None:
    assert [column.name for column in COLUMNS][:24] == FIRST.split()
    assert all(column.about for column in COLUMNS)


def row(**given: object) -> dict[str, object]:
    cells = cells_of(finding(**given))
    return dict(zip((column.name for column in COLUMNS), cells, strict=True))


def test_the_distance_is_that_of_the_reading_that_speaks_loudest() -> None:
    readings = (
        reading_finding(standing=Standing.COMPLIANT, measured=(FAR,)),
        reading_finding(standing=Standing.VIOLATION, measured=(NEAR,)),
    )
    found = row(readings=readings, measured=(FAR, NEAR), margin_m=-5.0)
    assert (found["low_m"], found["limit_high_m"], found["measured"]) == (
        *(300.0, 1000.0, "distance to post"),
    )
    assert found["margin_m"] == -5.0


def test_a_duty_as_a_whole_has_no_report_and_what_was_not_measured_no_distance() -> None:
    found = row(subject="deadline", reports=(), readings=(), measured=())
    assert [found[name] for name in ("report", "file", "line", "row", "low_m", "measured")] == (
        [None] * 6
    )
