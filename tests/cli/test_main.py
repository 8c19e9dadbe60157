"""The command itself: its help, its exit codes, and what becomes of what goes wrong."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import checker.cli.check
from checker import __version__
from checker.cli.main import COMMANDS
from tests.cli.made import HEAD, accord, row


def test_the_help_lists_every_command_with_its_line() -> None:
    said = accord("--help")
    assert said.exit_code == 0
    for name, line in COMMANDS.items():
        assert f"  {name}" in said.stdout
        assert line.split()[0] in said.stdout
    assert accord("-h").stdout == said.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_help_and_takes_the_common_switches(name: str) -> None:
    said = accord(name, "--help")
    assert said.exit_code == 0
    assert all(option in said.stdout for option in ("--quiet", "--verbose", "--no-color"))


def test_the_version_is_that_of_the_package() -> None:
    assert accord("--version").stdout == f"accord, version {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "there is no command 'chek'; did you mean 'check'?"),
        (["xyz"], "there is no command 'xyz'; there are check, demo"),
        (["check"], "Missing argument 'AGREEMENT'"),
        (["check", "--nothing"], "No such option"),
        ([], "Usage: accord"),
    ],
)
def test_wrong_usage_is_exit_2_with_what_to_write(arguments: list[str], said: str) -> None:
    done = accord(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr


def broken(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(checker.cli.check, "run", fail)


def test_a_defect_of_ours_is_one_line_and_a_trace_only_if_asked_for(
    deal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken(monkeypatch, ValueError("a number\nof things"))
    done = accord("check", deal, "-", stdin=HEAD + row("r1"))
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == (
        "accord: a defect of the program: ValueError: a number of things (-v shows where)\n"
    )
    traced = accord("check", deal, "-", "-v", stdin=HEAD + row("r1"))
    assert traced.exit_code == 2
    assert "Traceback (most recent call last)" in traced.stderr


def test_an_interruption_is_exit_130(deal: str, monkeypatch: pytest.MonkeyPatch) -> None:
    broken(monkeypatch, KeyboardInterrupt())
    done = accord("check", deal, "-", stdin=HEAD + row("r1"))
    assert (done.exit_code, done.stdout, done.stderr) == (130, "", "interrupted\n")


def test_a_disk_that_is_full_is_no_defect_of_ours(
    deal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken(monkeypatch, OSError(28, "No space left on device", "out.json"))
    done = accord("check", deal, "-", stdin=HEAD + row("r1"))
    assert (done.exit_code, done.stderr) == (2, "accord: No space left on device: out.json\n")


def process(*arguments: str, **given: int) -> subprocess.Popen[bytes]:
    running: subprocess.Popen[bytes] = subprocess.Popen(
        [sys.executable, "-m", "checker", *arguments],
        env={**os.environ, "PYTHONPATH": str(Path(checker.__file__).parents[1])},
        stderr=subprocess.PIPE,
        **given,  # type: ignore[call-overload]
    )
    return running


@pytest.mark.skipif(os.name == "nt", reason="signals are those of POSIX")
def test_a_process_that_is_interrupted_while_it_reads_ends_with_130(
    deal: str, request: pytest.FixtureRequest
) -> None:
    # A run in the background may have been started deaf to it, and so would be what it starts.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    request.addfinalizer(lambda: signal.signal(signal.SIGINT, before))
    with process("check", deal, "-", stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write(HEAD.encode())
        running.stdin.flush()
        time.sleep(3.0)
        running.send_signal(signal.SIGINT)
        running.stdin.close()
        assert running.wait(30) == 130
        assert running.stdout.read() == b""


@pytest.mark.skipif(os.name == "nt", reason="pipes are those of POSIX")
def test_a_reader_that_has_gone_gets_no_trace(deal: str, here: Path) -> None:
    many = "".join(row(f"r{number}") for number in range(3000))
    (here / "r.csv").write_text(HEAD + many)
    with process("check", deal, "r.csv", "-f", "json", stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline()
        running.stdout.close()
        assert running.wait(60) != 0
        assert b"Traceback" not in running.stderr.read()


def test_the_help_imports_nothing_that_is_heavy() -> None:
    code = (
        "import sys; from checker.cli.main import main; main(['--help'], standalone_mode=False);"
        "heavy = {'numpy', 'pyarrow', 'shapely', 'pyproj', 'pydantic', 'yaml', 'rich'};"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("redirected", "code", "said"),
    [
        ("<&-", 2, "U105: stdin is closed"),
        (">&-", 2, "accord: stdout is closed, so that nothing could be written to it"),
        ("-f parquet >&-", 2, "accord: stdout is closed, so that nothing could be written to it"),
        ("-f json=result.json >&-", 1, ""),
    ],
)
def test_a_stream_that_is_closed_is_no_defect(
    redirected: str, code: int, said: str, here: Path
) -> None:
    accord("init", "mine")
    reports = "-" if redirected == "<&-" else "mine/reports.csv"
    command = f"{sys.executable} -m checker check mine {reports} -q {redirected}"
    done = subprocess.run(
        ["/bin/sh", "-c", command], cwd=here, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr.partition("\n")[0]) == (code, said)


@pytest.mark.parametrize("command", ["disable", "enable"])
def test_what_a_command_imports_is_not_searched_for_garbage_and_what_it_makes_is(
    command: str,
) -> None:
    program = (
        f"import gc; gc.{command}(); from checker.cli.main import _module\n"
        "_module('checker.cli.check')\n"
        "print(gc.isenabled(), gc.get_freeze_count() > 100_000)\n"
        "frozen = gc.get_freeze_count(); _module('checker.cli.check')\n"
        "print(gc.get_freeze_count() == frozen)\n"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert told.stdout.split() == [str(command == "enable").encode(), b"True", b"True"]
