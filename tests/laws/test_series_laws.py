"""A finding says the same whether it is written alone or with others that are like it."""

import os
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

from checker.evaluate.run import JudgedRun, judge_all
from checker.findings.block import Block
from checker.findings.collect import report_series
from checker.findings.gathered import gathered_in
from checker.findings.incidents import incidents_from
from checker.outputs.flat import cells_of, columns_of
from checker.plan import compile_plan
from checker.values.diagnostic import CheckerError
from tests.laws.kernel import read_world
from tests.strategies import make_world, write_world

CASES = Path(__file__).parents[2] / "fixtures" / "conformance"
FOLDERS = sorted(path.parent for path in CASES.glob("*/reports.csv"))
WORLDS = int(os.environ.get("ACCORD_WORLDS", "50"))


def differences(run: JudgedRun) -> int:
    """Compare every finding with itself written alone, and its cells with its columns."""
    incidents = incidents_from(run.plan.core, gathered_in(run, run.batches).sightings)
    compared = 0
    for batch in run.batches:
        for clause, rolled in enumerate(batch.rolled):
            if rolled is None:
                continue
            rows = np.flatnonzero(~batch.columns.excluded)
            block = Block([*report_series(run, batch, incidents, clause, rows)])
            at = [row for series in block.series for row in series.rows.tolist()]
            for row, finding in zip(at, block.findings(), strict=True):
                (alone,) = report_series(run, batch, incidents, clause, np.array([row]))
                assert [*alone.findings()] == [finding]
                compared += 1
            cells = [cells_of(finding) for finding in block.findings()]
            assert [*zip(*columns_of(block), strict=True)] == cells
    return compared


@pytest.mark.parametrize("seed", range(min(WORLDS, 50)))
def test_of_drawn_worlds(seed: int, tmp_path: Path) -> None:
    core, batches = read_world(*write_world(make_world(seed), tmp_path))
    assert differences(judge_all(compile_plan(core), batches))


def test_of_the_conformance_cases() -> None:
    compared = 0
    for folder in FOLDERS:
        with suppress(CheckerError):  # a case of rules that are refused tells nothing
            core, batches = read_world(folder, folder / "reports.csv")
            compared += differences(judge_all(compile_plan(core), batches))
    assert compared > 300
