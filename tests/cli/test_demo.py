"""`accord demo`: the founding deal on the reports that ship, with nothing needed."""

from pathlib import Path

from checker.cli.shipped import demo_file
from tests.cli.made import accord


def test_the_demo_needs_nothing_and_writes_nothing(here: Path) -> None:
    done = accord("demo")
    assert (done.exit_code, done.stderr) == (0, "")
    assert list(here.iterdir()) == []
    heads = [line for line in done.stdout.splitlines() if line.isupper() and line[0] != " "]
    assert heads[0].startswith("BREACH: ")
    assert heads.index("CLAUSE BY CLAUSE") < heads.index("NOT JUDGED")
    assert "reports from reports.csv, article.csv" in done.stdout


def test_with_a_folder_it_writes_what_it_is_made_of_to_play_with(here: Path) -> None:
    done = accord("demo", "play")
    assert done.exit_code == 0
    command = done.stderr.splitlines()[-1].split()
    assert command[:2] == ["accord", "check"]
    assert (here / "play" / "reports.csv").read_bytes() == demo_file("reports.csv").read_bytes()
    again = accord(*command[1:])
    assert again.exit_code in {0, 1}
    assert again.stdout.splitlines()[4:] == done.stdout.splitlines()[4:]


def test_nothing_that_is_there_is_written_over(here: Path) -> None:
    (here / "play").mkdir()
    (here / "play" / "reports.csv").write_text("mine")
    done = accord("demo", "play")
    assert done.exit_code == 2
    assert "U106: play/reports.csv is there already" in done.stderr
    assert (here / "play" / "reports.csv").read_text() == "mine"
