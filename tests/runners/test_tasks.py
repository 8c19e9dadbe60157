"""What a worker does with one part of the reports; all of it pickles."""

import pickle
from pathlib import Path

import pytest

from checker.evaluate import prepared
from checker.evaluate.engine import Here
from checker.findings.gathered import gathered_in
from checker.findings.incidents import incidents_from
from checker.findings.request import Request
from checker.plan import compile_plan
from checker.reports import ReadOptions, Reports, open_reports
from checker.reports.tally import RowCount
from checker.runners.passes import Looking
from checker.runners.tasks import Ground, looked, merged, surveyed, told, worked
from checker.runners.telling import Telling
from checker.runners.versions import versions_here
from checker.values.diagnostic import CheckerError
from tests.handmade import VOCABULARY, clause, core_of_clauses

CORE = core_of_clauses(clause("c1"), clause("c2"))


@pytest.fixture
def reports(tmp_path: Path) -> Reports:
    path = tmp_path / "r.csv"
    head = "id,kind,lon,lat,radius_m,seen_from,actor\n"
    near, far = "position,36,32.5,10,2018-06-01T12:00Z,red", "position,36,34,10,2018-06-01,red"
    path.write_text(f"{head}a,{near}\nb,{far}\nc,{near}\n")
    return open_reports([str(path)], ReadOptions(vocabulary=VOCABULARY))


def test_each_task_does_on_a_part_what_is_done_on_its_batches(reports: Reports) -> None:
    ground: Ground = pickle.loads(  # noqa: S301 - what was pickled here
        pickle.dumps(Ground(reports.part_reader(), versions_here()))
    )
    (part,) = reports.parts()
    assert surveyed(ground, part).tally.counts == (RowCount(3, 3, 0, 3),)
    assert worked(ground, len, part) == [3]
    run = prepared(compile_plan(CORE), Here(reports.batches))
    gathered = gathered_in(run, run.judged(reports.batches()))
    assert looked(ground, Looking(run), part) == gathered
    assert merged(Looking(run), gathered) == gathered
    telling = Telling(run, incidents_from(CORE, gathered.sightings), Request())
    (batch,) = reports.batches()
    block, hidden, failed = telling.anew(batch)
    for is_whole in (True, False):
        ((sent, *counted),) = pickle.loads(  # noqa: S301
            pickle.dumps(told(ground, (telling, is_whole), part))
        )
        assert (len(sent), counted) == (len(block), [hidden, failed])
    assert [*block.findings()] == [*told(ground, (telling, True), part)[0][0].findings()]


def test_a_worker_that_came_later_has_the_same_versions(reports: Reports) -> None:
    ground = Ground(reports.part_reader(), {**versions_here(), "numpy": "0.1"})
    with pytest.raises(CheckerError, match="U112: a worker that came later is unlike: numpy is"):
        surveyed(ground, reports.parts()[0])
