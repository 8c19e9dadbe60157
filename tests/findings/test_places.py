import numpy as np

from checker.findings.places import Places
from checker.operators.place import Where
from tests.handmade import clause, core_of_clauses, judged, north, pattern, reading


def test_only_the_reports_that_are_told_are_measured_each_step_once() -> None:
    core = core_of_clauses(clause("c1", reading("c1", pattern())))
    rows: tuple[dict[str, str], ...] = ({}, {"lat": north(5000.0)}, {"lat": north(200.0)})
    columns = judged(core, *rows).batches[0].columns
    step = next(n for n, one in enumerate(columns.plan.steps) if isinstance(one, Where))
    places = Places(columns, np.array([2, 1]))
    assert places.measure(step) is places.measure(step)
    assert (
        places.measure(step).low_m.tolist()
        == columns.measure(step, np.array([2, 1])).low_m.tolist()
    )
