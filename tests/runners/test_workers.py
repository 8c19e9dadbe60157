"""The workers of a Dask cluster, one that runs already or processes of this machine."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep
from typing import Any

import pytest
from distributed import LocalCluster

from checker.runners import workers as module
from checker.runners.workers import Workers, workers_at, workers_here
from checker.values.diagnostic import CheckerError, Diagnostic
from tests.runners.jobs import added, joined, refusing

ROOT = Path(__file__).parents[2]
QUIET = {"dashboard_address": "127.0.0.1:0", "silence_logs": 50}


def test_results_come_in_the_order_of_the_items(workers: Workers) -> None:
    shared = [workers.share(100), workers.share(20)]
    assert [*workers.in_order(added, shared, range(30))] == [[120 + item] for item in range(30)]


def environ(_: int) -> dict[str, str]:
    return dict(os.environ)


def test_workers_here_keep_the_memory_that_arrays_leave(workers: Workers) -> None:
    (told,) = workers.in_order(environ, [], [1])
    assert told["OMP_NUM_THREADS"] == "1"
    assert "MALLOC_TRIM_THRESHOLD_" not in told


def test_processes_that_end_before_they_have_started_are_started_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tries: list[int] = []

    def starting(n_workers: int, **how: Any) -> LocalCluster:
        tries.append(n_workers)
        if len(tries) < 3:
            raise RuntimeError("Nanny failed to start.")
        return LocalCluster(n_workers, **how)

    monkeypatch.setattr(module, "LocalCluster", starting)
    with workers_here(1) as workers:
        assert [*workers.in_order(refusing, [], [5])] == [5]
    assert tries == [1, 1, 1]


def test_processes_that_never_start_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def starting(**_: Any) -> LocalCluster:
        raise RuntimeError("Nanny failed to start.")

    monkeypatch.setattr(module, "LocalCluster", starting)
    with pytest.raises(CheckerError, match="before they had started") as raised, workers_here(1):
        pass
    assert raised.value.diagnostics[0].code == "U113"


def test_few_items_are_taken_ahead_of_the_results(workers: Workers) -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for item in range(100):
            taken.append(item)
            yield item

    results = workers.in_order(refusing, [], items())
    assert next(results) == 0
    assert len(taken) <= 6
    results.close()  # type: ignore[attr-defined]


def test_results_are_merged_in_their_order(workers: Workers) -> None:
    shared = workers.share(100), workers.share(20)
    for count in (0, 1, 8, 9, 70):
        found = workers.reduced(added, joined, shared, range(count))
        assert found == [120 + item for item in range(count)]


def slowly(first: int, second: int, item: int) -> list[int]:
    sleep(0.5)
    return added(first, second, item)


def test_how_many_items_are_done_is_told_while_they_are_joined(workers: Workers) -> None:
    told: list[int] = []
    shared = workers.share(100), workers.share(20)
    assert len(workers.reduced(slowly, joined, shared, range(4), told.append)) == 4
    assert told == sorted(told)
    assert {0, 4} & {*told} != set()
    assert max(told) >= 2


def test_what_is_wrong_with_an_item_is_raised_in_its_place(workers: Workers) -> None:
    results = workers.in_order(refusing, [], range(6))
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(CheckerError) as raised:
        next(results)
    assert raised.value.diagnostics == (Diagnostic("U101", "three", None, "take four"),)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nothing://here", "127.0.0.1:1"])
def test_a_scheduler_that_is_not_there_is_told(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_CONNECT_S", 0.5)
    with (
        pytest.raises(CheckerError, match="there is no scheduler at") as raised,
        workers_at(address),
    ):
        pass
    (told,) = raised.value.diagnostics
    assert (told.code, address in told.message) == ("U111", True)


def test_a_scheduler_without_workers_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_APPEAR_S", 0.2)
    with (
        LocalCluster(n_workers=0, **QUIET) as cluster,
        pytest.raises(CheckerError, match="has had no workers"),
        workers_at(cluster.scheduler_address),
    ):
        pass


@contextmanager
def process(*command: str, **more: Any) -> Iterator[subprocess.Popen[bytes]]:
    """Run a module of Dask by itself, until it is killed."""
    one = subprocess.Popen(
        [sys.executable, "-m", *command, "--no-dashboard"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **more,
    )
    try:
        yield one
    finally:
        one.kill()
        one.wait()


def test_a_worker_of_another_program_is_refused_by_name(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "checker", tmp_path / "checker")
    start = tmp_path / "checker" / "__init__.py"
    start.write_text(start.read_text("utf-8") + "# edited\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    with (
        LocalCluster(n_workers=0, **QUIET) as cluster,
        process(
            *("distributed.cli.dask_worker", cluster.scheduler_address, "--no-nanny"),
            cwd=tmp_path,
            env=environment,
        ),
        pytest.raises(CheckerError, match=r"U112: the worker .* is unlike: accord is"),
        workers_at(cluster.scheduler_address),
    ):
        pass


def test_a_scheduler_that_dies_in_mid_run_is_told(tmp_path: Path) -> None:
    told = tmp_path / "scheduler.json"
    file = ("--scheduler-file", str(told))
    with (
        process("distributed.cli.dask_scheduler", "--port", "0", *file) as scheduler,
        process("distributed.cli.dask_worker", "--no-nanny", *file),
    ):
        while not told.exists():
            sleep(0.05)
        with workers_at(json.loads(told.read_text())["address"]) as workers:
            results = workers.in_order(refusing, [], [0, 1, 2, 0, 0, 0])
            assert next(results) == 0
            scheduler.kill()
            scheduler.wait()
            with pytest.raises(CheckerError, match="U113: the scheduler was lost"):
                list(results)
            with pytest.raises(CheckerError, match="U113: the scheduler was lost"):
                workers.share(1)
