"""Passes that others work on: parts go to them, and what they return is joined here."""

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from checker.evaluate import prepared
from checker.findings.incidents import incidents_from
from checker.findings.request import Request
from checker.plan import compile_plan
from checker.reports import ReadOptions, Reports, open_reports, parts
from checker.runners.passes import Passes, PassesHere
from checker.runners.telling import Telling
from checker.runners.there import PassesThere
from checker.runners.watched import untold
from tests.handmade import VOCABULARY, clause, core_of_clauses, north

CORE = core_of_clauses(clause("c1"))


class OneOther:
    """Do each task when its result is asked for, on what was pickled, as another process does."""

    def share(self, value: object) -> Any:
        return value

    def in_order(
        self, task: Callable[..., Any], shared: Sequence[object], items: Iterable[Any]
    ) -> Iterator[Any]:
        for item in items:
            given = pickle.loads(pickle.dumps((task, shared, item)))  # noqa: S301
            yield pickle.loads(pickle.dumps(given[0](*given[1], given[2])))  # noqa: S301

    def reduced(
        self,
        task: Callable[..., Any],
        merge: Callable[..., Any],
        shared: tuple[object, object],
        items: Iterable[Any],
        tell: Callable[[int], None] | None = None,
    ) -> Any:
        found = [*self.in_order(task, shared, items)]
        if tell is not None:
            tell(len(found))
        return merge(shared[1], *found)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(parts, "_LEAST_ROWS", 1)
    path = tmp_path / "r.parquet"
    count = 12
    columns = {
        "id": [f"r{number}" for number in range(count)],
        "supersedes": [None] * 10 + ["r3", None],
        "kind": ["position"] * count,
        "lon": [36.0] * count,
        "lat": [float(north(100.0 * number)) for number in range(count)],
        "radius_m": [150.0] * count,
        "seen_from": ["2018-06-01T12:00:00Z"] * count,
        "actor": ["red", "green", "Umber"] * 4,
    }
    pq.write_table(pa.table(columns), path, row_group_size=3)
    return path


def reports_of(path: Path) -> Reports:
    return open_reports([str(path)], ReadOptions(VOCABULARY))


def told(passes: Passes, reports: Reports, request: Request) -> tuple[object, ...]:
    run = prepared(compile_plan(CORE), passes.over, None, reports.superseded())
    gathered = passes.gathered(run)
    telling = Telling(run, incidents_from(CORE, gathered.sightings), request)
    return gathered, [one for block, _, _ in passes.told(telling) for one in block.findings()]


@pytest.mark.parametrize("is_all", [False, True])
def test_others_say_what_is_said_here(path: Path, *, is_all: bool) -> None:
    request = Request(is_all=is_all)
    mine, theirs = reports_of(path), reports_of(path)
    there = PassesThere(theirs, OneOther(), untold, is_whole=True)
    assert told(there, theirs, request) == told(PassesHere(mine), mine, request)
    assert theirs.inputs == mine.inputs


def test_each_pass_tells_how_many_parts_of_it_are_done(path: Path) -> None:
    heard: list[tuple[int, int, int | None]] = []
    reports = reports_of(path)
    there = PassesThere(reports, OneOther(), lambda *said: heard.append(said), is_whole=True)
    told(there, reports, Request())
    numbers = sorted({number for number, _, _ in heard})
    assert numbers == [1, 2, 3]
    assert [said for said in heard if said[0] == 1] == [(1, done, 4) for done in range(1, 5)]
    assert heard[-1] == (3, 4, 4)
