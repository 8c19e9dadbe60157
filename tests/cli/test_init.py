"""`accord init`: a new agreement folder, which shows one breach at once."""

import re
from pathlib import Path

import pytest

from tests.cli.made import accord, result_of


@pytest.mark.usefixtures("here")
def test_a_new_folder_shows_one_breach_at_once() -> None:
    done = accord("init", "mine")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "accord check mine mine/reports.csv" in done.stderr
    result = result_of("mine", "mine/reports.csv")
    violations = [one for one in result["findings"] if one["standing"] == "violation"]
    assert len(violations) == 1
    assert accord("check", "mine", "mine/reports.csv").exit_code == 1


@pytest.mark.usefixtures("here")
def test_its_rules_have_no_problems_and_its_cases_pass() -> None:
    accord("init", "mine")
    assert accord("lint", "mine").stdout == "No problems.\n"
    tested = accord("test", "mine", "--coverage")
    assert tested.exit_code == 0
    assert "gap" not in tested.stdout
    assert accord("validate", "mine/reports.csv").exit_code == 0


def test_a_file_is_no_folder_to_write_into(here: Path) -> None:
    (here / "f").write_text("x")
    for command in ("init", "demo"):
        done = accord(command, "f")
        assert (done.exit_code, done.stdout) == (2, "")
        assert "U106: f is a file, no folder" in done.stderr


def test_it_holds_rules_reports_cases_and_a_workflow(here: Path) -> None:
    accord("init", "mine")
    files = {
        path.relative_to(here / "mine").as_posix() for path in here.rglob("*") if path.is_file()
    }
    assert files == {
        *("agreement.yaml", "reports.csv", "cases.csv", ".github/workflows/accord.yml"),
        "agreement.schema.json",
    }


def test_its_workflow_runs_the_sources_that_are_named_and_no_namesake(here: Path) -> None:
    accord("init", "mine")
    text = (here / "mine" / ".github" / "workflows" / "accord.yml").read_text()
    # The action installs what lies in that folder; an index may hold a namesake.
    assert re.findall(r"- uses: (\S+)", text) == ["actions/checkout@v4", "./accord"]
    assert re.findall(r"- run: (\S+ \S+)", text) == ["accord test"]


def test_nothing_that_is_there_is_written_over(here: Path) -> None:
    (here / "reports.csv").write_text("mine")
    done = accord("init", ".")
    assert done.exit_code == 2
    assert "U106: reports.csv is there already" in done.stderr
    assert "hint: name a folder that is empty or new" in done.stderr
    assert [path.name for path in here.iterdir()] == ["reports.csv"]


def test_a_mapping_is_proposed_on_stdout_and_can_be_used_as_it_is(here: Path) -> None:
    (here / "r.csv").write_text("Longitude,latitude,Who\n36,33,red\n")
    done = accord("init", "--mapping", "r.csv")
    assert done.exit_code == 0
    (here / "m.yaml").write_text(done.stdout)
    told = accord("validate", "r.csv", "--mapping", "m.yaml")
    assert told.exit_code == 2
    assert "R109" not in told.stderr
    assert "does not say when" in told.stderr


def test_a_mapping_is_proposed_for_one_sheet_in_one_encoding(here: Path) -> None:
    (here / "r.csv").write_bytes("Ширина,latitude\n1,33\n".encode("windows-1251"))
    assert accord("init", "--mapping", "r.csv").exit_code == 2
    done = accord("init", "--mapping", "r.csv", "--encoding", "windows-1251")
    assert '#   "Ширина": "1"' in done.stdout
    assert "R110" in accord("init", "--mapping", "r.csv", "--encoding", "none").stderr


def test_a_folder_or_a_file_is_named_and_not_both(here: Path) -> None:
    (here / "r.csv").write_text("a\n")
    for arguments in ((), ("new", "--mapping", "r.csv")):
        done = accord("init", *arguments)
        assert done.exit_code == 2
        assert "not both" in done.stderr
