"""The findings about one batch of reports in their order, in columns or one by one."""

import pickle

import numpy as np
import pytest

from checker.findings.block import Block
from checker.findings.collect import report_series
from checker.outputs.flat import columns_of
from tests.findings.made import finding
from tests.handmade import clause, core_of_clauses, incidents_in, judged, north


def test_findings_are_in_the_order_that_is_given() -> None:
    one, two = finding(id="1"), finding(id="2")
    assert [*Block.of(one, two).findings()] == [one, two]
    assert [*Block(singles=[one, two], order=[1, 0]).findings()] == [two, one]
    assert len(Block()) == 0


def test_series_come_before_singles_until_they_are_ordered() -> None:
    run = judged(core_of_clauses(clause("c1")), {}, {"lat": north(1000.0)}, {})
    found = report_series(run, run.batches[0], incidents_in(run), 0, np.arange(3))
    block = Block([*found], [finding(id="single")], order=[3, 0, 2, 1])
    assert len(block) == 4
    ids = [one.reports[0].id if one.id != "single" else one.id for one in block.findings()]
    assert ids[0] == "single"
    assert sorted(ids[1:]) == ["r1", "r2", "r3"]
    assert block.ordered("abcd") == ["d", "a", "c", "b"]


def test_findings_that_are_sent_are_whole_or_have_their_columns_alone() -> None:
    run = judged(core_of_clauses(clause("c1")), {}, {"lat": north(1000.0)}, {})
    found = [*report_series(run, run.batches[0], incidents_in(run), 0, np.arange(3))]
    block = Block(found, [finding(id="single")], order=[3, 0, 2, 1])
    whole, bare = (
        pickle.loads(pickle.dumps(block.detached(is_whole=is_whole)))  # noqa: S301
        for is_whole in (True, False)
    )
    assert [*whole.findings()] == [*block.findings()]
    assert columns_of(bare) == columns_of(block)
    with pytest.raises(ValueError, match="were left where they were made"):
        [*bare.findings()]
