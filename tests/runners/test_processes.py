"""Several processes of this machine do tasks on parts, and answer as one does."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import sleep
from typing import Any

import pyarrow.parquet as pq
import pytest

from checker.reports import parts
from checker.runners import processes as module
from checker.runners.processes import Processes, processes_here
from checker.values.diagnostic import CheckerError
from tests.cli.made import accord, write_deal
from tests.runners.jobs import added, joined, refusing
from tests.runners.test_cluster import CASES, ROOT, TOLD, answer, table


def killed(item: int) -> int:
    if item == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def pid(item: int) -> int:
    del item
    return os.getpid()


@pytest.fixture(scope="module")
def started() -> Iterator[Processes]:
    with processes_here(2) as processes:
        yield processes


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(parts, "_LEAST_ROWS", 1000)
    monkeypatch.setattr(parts, "_WORTH_ROWS", 2000)
    write_deal(tmp_path / "deal")
    return tmp_path


def test_results_come_in_the_order_of_the_items(started: Processes) -> None:
    shared = [started.share(100), started.share(20)]
    assert [*started.in_order(added, shared, range(30))] == [[120 + item] for item in range(30)]


def test_few_items_are_taken_ahead_of_the_results(started: Processes) -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for item in range(100):
            taken.append(item)
            yield item

    results = started.in_order(refusing, [], items())
    assert next(results) == 0
    assert len(taken) == 4
    results.close()  # type: ignore[attr-defined]


def test_results_are_merged_in_their_order_and_told_as_they_come(started: Processes) -> None:
    shared, told = (started.share(100), started.share(20)), list[int]()
    found = started.reduced(added, joined, shared, range(40), told.append)
    assert found == [120 + item for item in range(40)]
    assert told == [*range(1, 41)]
    assert started.reduced(added, joined, shared, ()) == []


def test_what_a_task_raises_is_raised_in_its_place(started: Processes) -> None:
    results = started.in_order(refusing, [], range(9))
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(CheckerError, match="three") as raised:
        next(results)
    assert raised.value.diagnostics[0].hint == "take four"


def test_others_do_the_work_and_an_interrupt_is_left_to_the_parent(started: Processes) -> None:
    pids = {*started.in_order(pid, [], range(8))}
    assert os.getpid() not in pids
    for one in pids:
        os.kill(one, signal.SIGINT)
    assert {*started.in_order(pid, [], range(8))} <= pids


def test_a_process_that_is_ended_from_without_ends_the_run() -> None:
    with processes_here(1) as processes, pytest.raises(CheckerError, match="was ended") as raised:
        [*processes.in_order(killed, [], range(4))]
    assert raised.value.diagnostics[0].code == "U113"


def test_where_there_is_no_room_for_what_is_shared_that_is_told(
    started: Processes, tmp_path: Path
) -> None:
    full = Processes(started._pool, 2, tmp_path / "gone")
    with pytest.raises(CheckerError, match="cannot be written: no such file") as raised:
        full.share(1)
    assert raised.value.diagnostics[0].code == "R112"


def test_where_the_machine_lets_no_process_be_started_that_is_told(
    started: Processes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(started._pool, "submit", refused)
    with pytest.raises(CheckerError, match="started: resource temporarily") as raised:
        [*started.in_order(refusing, [], range(2))]
    assert raised.value.diagnostics[0].code == "U113"
    monkeypatch.setattr(module, "ProcessPoolExecutor", refused)
    with pytest.raises(CheckerError, match="cannot be started") as raised, processes_here(1):
        pass
    assert raised.value.diagnostics[0].code == "U113"


def test_they_end_where_their_parent_is_killed_and_leave_nothing_behind(tmp_path: Path) -> None:
    program = (
        "import sys; from checker.runners.processes import processes_here\n"
        "from tests.runners.test_processes import pid\n"
        "if __name__ == '__main__':\n"
        "    with processes_here(1) as one:\n"
        "        print(*one.in_order(pid, [], range(1)), flush=True)\n"
        "        sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program],
        stdin=-1,
        stdout=-1,
        cwd=ROOT,
        text=True,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    ) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert [*tmp_path.iterdir()]
        parent.kill()
    for _ in range(100):
        if not _lives(child):
            break
        sleep(0.1)
    assert not _lives(child)
    assert not [*tmp_path.iterdir()]


def _lives(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


# ---------------------------------------------------------------------------------- the same bytes


@pytest.mark.parametrize("form", ["json", "parquet"])
def test_row_groups_are_answered_as_in_one_process(
    here: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pq.write_table(table(4000), here / "r.parquet", row_group_size=500)
    asked = ("deal", "r.parquet", "-f", form)
    alone, begun = answer(*asked), list[int]()
    monkeypatch.setattr(module, "_ARITY", 2)
    init = Processes.__init__

    def noted(self: Processes, pool: object, count: int, folder: Path) -> None:
        begun.append(count)
        init(self, pool, count, folder)  # type: ignore[arg-type]

    monkeypatch.setattr(Processes, "__init__", noted)
    assert answer(*asked, "-j", "2") == alone
    assert begun == [2]


def test_ids_that_repeat_from_part_to_part_and_corrections_are_found(here: Path) -> None:
    names = [f"r{number % 2200}" for number in range(2400)]
    old = [None] * 2390 + [f"s{number:06d}" for number in range(8)] + ["gone", "s000001"]
    own = [f"s{number:06d}" for number in range(2400)]
    pq.write_table(table(2400, id=names), here / "a.parquet", row_group_size=500)
    pq.write_table(table(2400, id=own, supersedes=old), here / "b.parquet", row_group_size=500)
    for files in (("a.parquet",), ("b.parquet", "a.parquet")):
        asked = ("deal", *files, "-f", "json", "--no-cache")
        assert answer(*asked, "-j", "2") == answer(*asked)


def test_conditions_corrections_duties_and_incidents_are_answered_the_same(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "_WORTH_ROWS", 0)
    for name in TOLD[1:4]:
        reports = str(CASES / name / "reports.csv")
        (here / "more.csv").write_bytes(Path(reports).read_bytes().splitlines(keepends=True)[0])
        asked = (str(CASES / name), reports, "more.csv", "-f", "json", "--all", "--no-cache")
        assert answer(*asked, "-j", "2") == answer(*asked), name


def test_of_files_that_are_remembered_only_what_is_new_is_done_by_others(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACCORD_CACHE", str(here / "cache"))
    done: list[str] = []
    begin = Processes.done

    def noted(self: Processes, task: Any, shared: Any, item: Any) -> Any:
        done.append(f"{task.__name__} {item.file}")
        return begin(self, task, shared, item)

    monkeypatch.setattr(Processes, "done", noted)
    for number in range(3):
        first = 1500 * number
        ids = [f"r{number:06d}" for number in range(first, first + 1500)]
        pq.write_table(table(1500, id=ids), here / f"{number}.parquet")
    asked = ("deal", "0.parquet", "1.parquet", "2.parquet", "-f", "json")
    alone = answer(*asked, "--no-cache")
    assert answer(*asked, "-j", "2") == alone
    whole = ["surveyed", "noted", "told", "worked"]
    assert sorted(done) == sorted(f"{task} {number}" for task in whole for number in range(3))
    done.clear()
    assert answer(*asked, "-v", "-j", "2")[1] != b""  # asked otherwise, so not an answer of before
    assert done == []
    columns = {"id": [f"s{number:06d}" for number in range(1500)]}
    pq.write_table(table(1500, **columns), here / "1.parquet")
    assert answer(*asked, "-j", "2") == answer(*asked, "--no-cache")
    assert sorted(done) == sorted(f"{task} 1" for task in whole)


def test_few_reports_and_stdin_start_no_process(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("checker.runners.processes.processes_here", never)
    pq.write_table(table(1900), here / "r.parquet", row_group_size=1000)
    assert accord("check", "deal", "r.parquet", "-j", "2").exit_code == 1
    text = "id,kind,lon,lat,radius_m,seen_from,actor\n" + "".join(
        f"r{number},position,36,32.5,5,2018-07-01,red\n" for number in range(2500)
    )
    assert accord("check", "deal", "-", "-j", "2", stdin=text).exit_code == 1
