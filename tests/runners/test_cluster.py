"""A cluster answers to the byte as one process does, whatever is read and whoever dies."""

import os
import signal
import sys
from pathlib import Path
from threading import Event, Thread

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import Result

from checker.reports import parts
from checker.reports.parts import PartReader
from checker.runners.workers import Workers
from tests.cli.made import HEAD, accord, row, write_deal

ROOT = Path(__file__).parents[2]
CASES = ROOT / "fixtures" / "conformance"
DEMO = ROOT / "fixtures" / "south-syria-2018"
TOLD = (
    "who-029-event-unknown-or-an-interval",
    "who-032-acts-owed-by-a-date",
    "who-038-permission-lapses",
    "who-040-suspended-or-ended-and-a-later-cure",
    "who-042-mutual-duties-in-order",
    "who-043-mutual-duties-on-one-day",
    "who-045-some-and-event-conditions",
    "who-050-a-correction-replaces-its-report",
    "who-053-no-reports-is-hollow",
    "who-057-notice-with-a-lead",
    "who-058-sightings-merge-into-incidents",
    "space-024-place-accuracy",
    "space-036-open-readings",
)


def answer(*arguments: str) -> tuple[int, bytes]:
    done = accord("check", *arguments)
    return done.exit_code, done.stdout_bytes


def there(scheduler: str) -> tuple[str, ...]:
    return "--engine", "dask", "--scheduler", scheduler


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_deal(tmp_path / "deal")
    return tmp_path


def table(count: int, **columns: object) -> pa.Table:
    """Return reports about the post, some near the limits, some of undeclared actors."""
    rng = np.random.default_rng(20)
    made = {
        "id": [f"r{number:06d}" for number in range(count)],
        "kind": ["position"] * count,
        "lon": 36.0 + rng.uniform(-0.03, 0.03, count),
        "lat": 32.5 + rng.uniform(-0.03, 0.03, count),
        "radius_m": rng.choice([50.0, 500.0, 2000.0], count),
        "seen_from": pa.array(1_530_000_000_000_000 + np.arange(count), pa.timestamp("us", "UTC")),
        "actor": rng.choice(["red", "green", "red-unit", "blue"], count),
    }
    return pa.table({**made, **columns})


# ---------------------------------------------------------------------------------- the same bytes


def test_the_demo_is_answered_the_same(scheduler: str) -> None:
    mapping = str(DEMO / "mapping.yaml")
    asked = ("south-syria-2018", str(DEMO / "reports.csv"), "--mapping", mapping, "-f", "json")
    assert answer(*asked, *there(scheduler)) == answer(*asked)


def test_conditions_corrections_duties_and_incidents_are_answered_the_same(scheduler: str) -> None:
    for name in TOLD:
        asked = (str(CASES / name), str(CASES / name / "reports.csv"), "-f", "json", "--all")
        assert answer(*asked, *there(scheduler)) == answer(*asked), name


def test_row_groups_go_to_several_workers_and_come_back_in_order(
    here: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "_LEAST_ROWS", 1000)
    pq.write_table(table(4000), here / "r.parquet", row_group_size=130)
    for form in ("json", "parquet"):
        asked = ("deal", "r.parquet", "-f", form)
        assert answer(*asked, *there(scheduler)) == answer(*asked)


def test_ids_that_repeat_from_part_to_part_and_corrections_are_found(
    here: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "_LEAST_ROWS", 50)
    names = [f"r{number % 380}" for number in range(400)]
    pq.write_table(table(400, id=names), here / "a.parquet", row_group_size=50)
    old = [None] * 390 + [f"s{number:06d}" for number in range(8)] + ["gone", "s000001"]
    own = [f"s{number:06d}" for number in range(400)]
    pq.write_table(table(400, id=own, supersedes=old), here / "b.parquet", row_group_size=50)
    for files in (("a.parquet",), ("b.parquet", "a.parquet"), ("b.parquet", "b.parquet")):
        asked = ("deal", *files, "-f", "json")
        assert answer(*asked, *there(scheduler)) == answer(*asked)


def test_rejected_rows_and_files_of_several_forms_are_counted_the_same(
    here: Path, scheduler: str
) -> None:
    (here / "a.csv").write_text(HEAD + row("c1") + row("c2", lat="99") + row("c3", actor="who"))
    pq.write_table(table(50), here / "b.parquet")
    asked = ("deal", "a.csv", "b.parquet", "-f", "json", "--max-quarantined", "0")
    assert answer(*asked, *there(scheduler)) == answer(*asked)


def test_an_answer_of_a_cluster_is_kept_until_a_file_changes(
    here: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACCORD_CACHE", str(here / "cache"))
    (here / "r.csv").write_text(HEAD + row("r1"))
    asked = ("deal", "r.csv", *there(scheduler), "-v")
    first, second = accord("check", *asked), accord("check", *asked)
    assert (first.exit_code, first.stdout_bytes) == (second.exit_code, second.stdout_bytes)
    assert ("as answered before" in first.stderr, "as answered before" in second.stderr) == (0, 1)
    (here / "r.csv").write_text(HEAD + row("r1", lat="34"))
    assert answer(*asked)[0] == 0


# -------------------------------------------------------------------------------- what goes wrong


def kill_one(workers: Workers) -> bool:
    """Kill a worker as the system does that lacks memory; False where none lives just now."""
    nannies = workers._client.cluster.workers.values()
    pids = [nanny.pid for nanny in nannies if nanny.pid is not None]
    if pids:
        os.kill(min(pids), signal.SIGKILL)
    return bool(pids)


def test_a_worker_that_is_killed_in_mid_run_changes_nothing(
    here: Path, workers: Workers, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "_LEAST_ROWS", 1)
    pq.write_table(table(6000), here / "r.parquet", row_group_size=60)
    asked = ("deal", "r.parquet", "-f", "json")
    alone = answer(*asked)
    done, killed = Event(), [False]

    def kill() -> None:
        while not done.wait(0.6) and sum(killed) < 3:
            killed.append(kill_one(workers))

    thread = Thread(target=kill)
    thread.start()
    try:
        found = answer(*asked, *there(scheduler))
    finally:
        done.set()
        thread.join()
    assert any(killed)
    assert found == alone


def refused(done: Result) -> str:
    assert (done.exit_code, done.stdout) == (2, ""), done.output
    assert "Traceback" not in done.stderr
    return done.stderr


def test_a_part_that_cannot_be_read_is_told_as_in_one_process(here: Path, scheduler: str) -> None:
    path = here / "r.parquet"
    pq.write_table(table(3000), path, row_group_size=1000, compression="none")
    start = pq.ParquetFile(path).metadata.row_group(1).column(2).data_page_offset
    content = bytearray(path.read_bytes())
    content[start : start + 200] = b"\xff" * 200
    path.write_bytes(content)
    asked = ("check", "deal", "r.parquet", "-f", "json=out.json")
    alone = refused(accord(*asked))
    assert "R108: the file is damaged: row group 2 cannot be read" in alone
    assert refused(accord(*asked, *there(scheduler))) == alone
    assert not (here / "out.json").exists()


def test_a_file_that_a_worker_finds_otherwise_gives_no_answer(
    here: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "r.csv").write_text(HEAD + row("r1"))
    reduced = PartReader.__reduce__

    def changing(self: PartReader) -> tuple[type[PartReader], tuple[object, ...]]:
        (here / "r.csv").write_text(HEAD + row("r2"))
        return reduced(self)

    monkeypatch.setattr(PartReader, "__reduce__", changing)
    said = refused(accord("check", "deal", "r.csv", *there(scheduler)))
    assert said.startswith("r.csv:1:1: R111: the file is not the same where it is judged")


def test_stdin_is_refused(here: Path, scheduler: str) -> None:
    assert here.is_dir()
    done = accord("check", "deal", "-", *there(scheduler), stdin=HEAD + row("r1"))
    assert "R113: the workers of a cluster cannot read stdin" in refused(done)


def test_without_dask_the_extra_is_named(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "r.csv").write_text(HEAD + row("r1"))
    monkeypatch.delitem(sys.modules, "checker.runners.workers", raising=False)
    monkeypatch.setitem(sys.modules, "dask", None)
    said = refused(accord("check", "deal", "r.csv", "--engine", "dask"))
    assert said.startswith("U110: --engine dask needs the package 'dask', which is not installed")
    assert "pip install 'accord[dask]'" in said
