"""What is told of reports under one clause: numbers by column, and one of them in words."""

import numpy as np

from checker.findings.told import Told, ToldRow, measured_of
from checker.values.verdict import Standing
from tests.handmade import clause, core_of_clauses, incidents_in, judged, north


def told_of(*rows: dict[str, str]) -> Told:
    run = judged(core_of_clauses(clause("c1")), *rows)
    return Told(run, run.batches[0], incidents_in(run), run.plan.clauses[0], np.arange(len(rows)))


def test_a_row_is_put_into_words() -> None:
    told = told_of({"lat": north(1000.0)}, {})
    for at, standing in enumerate((Standing.UNDETERMINED, Standing.VIOLATION)):
        row = ToldRow(told, at)
        finding = row.finding(row.helps())
        assert finding.standing == standing
        assert (finding.decides is None) is (standing == Standing.VIOLATION)
    assert ToldRow(told, 0).opened() == [0]
    assert ToldRow(told, 1).opened() == []
    assert ToldRow(told, 0).notes == ()


def test_a_distance_is_told_with_its_limit() -> None:
    told = told_of({"lat": north(5000.0)})
    row = ToldRow(told, 0)
    (ends,) = row.ends(0)
    measured = measured_of(ends, 0, (("which", "one"),))
    assert (measured.what, measured.answers) == ("distance to post", (("which", "one"),))
    assert (measured.limit_low_m, measured.limit_high_m) == (1000.0, 1000.0)
    assert measured.low_m is not None


def test_what_does_not_apply_tells_no_distance() -> None:
    assert ToldRow(told_of({"actor": "green"}), 0).ends(0) == ()
