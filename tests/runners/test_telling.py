"""The last pass over the reports: of each batch the findings that are shown."""

from typing import Any

from checker.evaluate import prepared
from checker.evaluate.engine import Here
from checker.findings.gathered import gathered_in
from checker.findings.incidents import incidents_from
from checker.findings.request import Request
from checker.plan import compile_plan
from checker.runners.telling import Telling
from tests.handmade import batch_of, clause, core_of_clauses, group, north, pattern, reading

CORE = core_of_clauses(clause("c1"), clause("c2", reading("c2", pattern(who=group("green")))))
BATCH = batch_of({}, {"actor": "green"}, {"lat": north(5000.0)})


def telling(**request: Any) -> Telling:
    run = prepared(compile_plan(CORE), Here(lambda: [BATCH]))
    gathered = gathered_in(run, run.judged([BATCH]))
    return Telling(run, incidents_from(CORE, gathered.sightings), Request(**request))


def test_what_is_shown_is_told_and_what_is_hidden_is_counted() -> None:
    block, hidden, failed = telling().anew(BATCH)
    assert [one.clause for one in block.findings()] == ["c1", "c2"]
    assert (hidden, failed) == (0, True)
    block, hidden, failed = telling(clauses=frozenset({"c2"})).anew(BATCH)
    assert [one.clause for one in block.findings()] == ["c2"]
    assert (hidden, failed) == (1, True)


def test_a_batch_that_was_judged_is_told_of_the_same() -> None:
    how = telling(is_all=True)
    again, at_once = how.anew(BATCH), how.of(how.judged.judge(BATCH))
    assert [*again[0].findings()] == [*at_once[0].findings()]
    assert len(again[0]) == 6
