"""`accord demo`: the founding deal on the reports that ship, with nothing needed."""

from pathlib import Path

import pytest
from click.testing import Result

from checker.cli.shipped import demo_file
from tests.cli.made import accord


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def shown(folder: Path) -> Result:
    """Run the demo once, and have it write what it is made of."""
    with pytest.MonkeyPatch.context() as here:
        here.chdir(folder)
        return accord("demo", "play")


def test_the_page_tells_findings_first_then_clauses_then_what_was_not_judged(
    shown: Result,
) -> None:
    assert shown.exit_code == 0
    heads = [line for line in shown.stdout.splitlines() if line.isupper() and line[0] != " "]
    assert heads[0].startswith("BREACH: ")
    assert heads.index("CLAUSE BY CLAUSE") < heads.index("NOT JUDGED")
    assert "reports from reports.csv, article.csv" in shown.stdout


def test_what_it_wrote_can_be_judged_again_with_the_same_answer(
    shown: Result, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert [path.name for path in folder.iterdir()] == ["play"]
    assert (folder / "play" / "reports.csv").read_bytes() == demo_file("reports.csv").read_bytes()
    command = shown.stderr.splitlines()[-1].split()
    assert command[:2] == ["accord", "check"]
    assert accord(*command[1:]).stdout.replace("play/", "") == shown.stdout


def test_nothing_that_is_there_is_written_over(here: Path) -> None:
    (here / "play").mkdir()
    (here / "play" / "reports.csv").write_text("mine")
    done = accord("demo", "play")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "U106: play/reports.csv is there already" in done.stderr
    assert (here / "play" / "reports.csv").read_text() == "mine"
