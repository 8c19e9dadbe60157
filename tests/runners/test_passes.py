"""The passes of a run over its reports, and how they are done in this process."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from checker.evaluate import prepared
from checker.findings.incidents import incidents_from
from checker.findings.request import Request
from checker.plan import compile_plan
from checker.reports import ReadOptions, open_reports, parquet, parts, reports
from checker.runners.passes import PassesHere
from checker.runners.telling import Telling
from tests.handmade import VOCABULARY, clause, core_of_clauses, opened

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


def table(path: Path, ids: list[str], near: set[str]) -> str:
    """Write reports in row groups of two; those that are ``near`` break the clause."""
    columns = {
        "id": ids,
        "kind": ["position"] * len(ids),
        "lon": [36.0] * len(ids),
        "lat": [32.5 if one in near else 34.0 for one in ids],
        "radius_m": [10.0] * len(ids),
        "seen_from": ["2018-06-01T12:00:00Z"] * len(ids),
        "actor": ["red"] * len(ids),
    }
    pq.write_table(pa.table(columns), path, row_group_size=2)
    return str(path)


@pytest.fixture
def groups_read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Read few rows at a time, hold none of them, and note which row groups are read."""
    monkeypatch.setattr(reports, "_KEPT_ROWS", 0)
    monkeypatch.setattr(parts, "_LEAST_ROWS", 1)
    read: list[int] = []
    row_group = parquet._row_group

    def noted(file: object, group: int, *given: object) -> pa.Table:
        read.append(group)
        return row_group(file, group, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(parquet, "_row_group", noted)
    return read


def told_of(path: str, *, is_all: bool = False) -> list[str]:
    opened = open_reports([path], ReadOptions(vocabulary=VOCABULARY))
    passes = PassesHere(opened)
    judged = prepared(compile_plan(CORE), passes.over)
    gathered = passes.gathered(judged)
    telling = Telling(judged, incidents_from(CORE, gathered.sightings), Request(is_all=is_all))
    found = [one for block, _, _ in passes.told(telling) for one in block.findings()]
    return [one.reports[0].id for one in found]


def test_row_groups_of_which_nothing_is_told_are_not_read_again(
    tmp_path: Path, groups_read: list[int]
) -> None:
    path = table(tmp_path / "r.parquet", [f"r{number}" for number in range(8)], {"r2", "r7"})
    assert told_of(path) == ["r2", "r7"]
    assert groups_read == [0, 1, 2, 3, 1, 3]
    assert len(told_of(path, is_all=True)) == 8


def test_where_an_id_is_given_twice_all_is_read_again(
    tmp_path: Path, groups_read: list[int]
) -> None:
    # Row group 0 holds the first r1, of which nothing is told; the second one is not accepted.
    ids = ["r1", "r2", "r3", "r4", "r1", "r6"]
    columns = table(tmp_path / "r.parquet", ids, {"r6", "r4"})
    assert told_of(columns) == ["r4", "r6"]
    assert groups_read.count(0) > 1
