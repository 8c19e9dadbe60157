"""The passes of a run over its reports, and how they are done in this process."""

import pytest

from checker.evaluate import prepared
from checker.findings.incidents import incidents_from
from checker.findings.request import Request
from checker.plan import compile_plan
from checker.reports import reports
from checker.runners.passes import PassesHere
from checker.runners.telling import Telling
from tests.handmade import clause, core_of_clauses, opened

CORE = core_of_clauses(clause("c1"))


def test_few_reports_are_judged_once_and_many_anew_for_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers, held = [], []
    for most in (1000, 0):
        monkeypatch.setattr(reports, "_KEPT_ROWS", most)
        passes = PassesHere(opened({}, {"actor": "green"}))
        run = prepared(compile_plan(CORE), passes.over)
        gathered = passes.gathered(run)
        telling = Telling(run, incidents_from(CORE, gathered.sightings), Request())
        told = [*passes.told(telling)]
        answers.append((gathered, [one for block, _, _ in told for one in block.findings()]))
        held.append(passes._held.items is not None)
    assert answers[0] == answers[1]
    assert held == [True, False]
