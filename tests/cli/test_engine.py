"""Who works on the reports: this process, several threads of it, or the workers of a cluster."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.made import HEAD, accord, row


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--scheduler", "tcp://127.0.0.1:8786"), "--scheduler goes with --engine dask"),
        (("--engine", "dask", "--scheduler", "tcp://127.0.0.1:8786", "-j", "2"), "-j starts"),
        (("--engine", "spark"), "'spark' is not one of 'local', 'dask'"),
        (("-j", "0"), "0 is not in the range"),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    here: Path, deal: str, options: tuple[str, ...], said: str
) -> None:
    (here / "r.csv").write_text(HEAD + row("r1"))
    done = accord("check", deal, "r.csv", *options)
    assert (done.exit_code, said in done.stderr) == (2, True), done.stderr


def test_processes_start_and_end_with_the_command_and_say_nothing_of_themselves(
    here: Path, deal: str
) -> None:
    (here / "r.csv").write_text(HEAD + row("r1"))
    command = [sys.executable, "-m", "checker", "check", deal, "r.csv"]
    root = str(Path(__file__).parents[2])
    told = [
        subprocess.run(
            [*command, *options],
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONPATH": root},
        )
        for options in ((), ("-j", "2"), ("--engine", "dask", "-j", "1"))
    ]
    assert [one.returncode for one in told] == [1, 1, 1]
    assert len({one.stdout for one in told}) == 1
    assert {one.stderr for one in told} == {b""}


def test_a_baseline_is_held_against_findings_that_come_from_other_processes(
    here: Path, deal: str
) -> None:
    (here / "r.csv").write_text(HEAD + row("r1"))
    accord("check", deal, "r.csv", "-f", "json=result.json")
    why = ("--reason", "known", "--author", "M. O.", "--expires", "2018-12-31")
    accord("baseline", "write", "result.json", *why, "-o", "base.json")
    root = str(Path(__file__).parents[2])
    command = [sys.executable, "-m", "checker", "check", deal, "r.csv", "--baseline", "base.json"]
    done = subprocess.run(
        [*command, "-f", "csv", "--engine", "dask", "-j", "1"],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": root},
    )
    assert (done.returncode, b"known (M. O., until 2018-12-31)" in done.stdout) == (0, True)


def test_what_only_several_processes_need_is_imported_only_for_them() -> None:
    program = "import sys, checker.cli.check; print('multiprocessing' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert told.stdout.split() == [b"False"]
