"""Every conformance case and the demo, told again from their JSON results: the same bytes."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from checker.cli.main import main
from checker.outputs import WRITERS

FIXTURES = Path(__file__).parents[2] / "fixtures"
CASES = [path.parent for path in sorted((FIXTURES / "conformance").glob("*/expected.yaml"))]
DEMO = FIXTURES / "south-syria-2018"
JUDGED = [case for case in CASES if (case / "reports.csv").is_file()]


def accord(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), prog_name="accord")


def every_format(folder: Path) -> list[str]:
    folder.mkdir()
    return [f"-f{form.name}={folder / form.name}" for form in WRITERS]


def assert_told_again(folder: Path, *arguments: str) -> None:
    """Judge, tell the JSON result again in every format, and compare."""
    checked = accord("check", *arguments, *every_format(folder / "check"))
    if checked.exit_code == 2:
        return  # a case about what is refused has no result
    stored, agreement = str(folder / "check" / "json"), ("--agreement", arguments[0])
    told = accord("report", stored, *agreement, *every_format(folder / "report"))
    assert told.exit_code == 0, told.stderr
    differing = [
        form.name
        for form in WRITERS
        if (folder / "check" / form.name).read_bytes()
        != (folder / "report" / form.name).read_bytes()
    ]
    assert differing == []


@pytest.mark.parametrize("case", JUDGED, ids=lambda case: case.name)
def test_a_case_is_told_again_in_every_format(case: Path, tmp_path: Path) -> None:
    expected = yaml.BaseLoader((case / "expected.yaml").read_text(encoding="utf-8"))
    asked = expected.get_single_data().get("arguments", [])
    assert_told_again(tmp_path, str(case), str(case / "reports.csv"), "--all", *asked)


@pytest.mark.parametrize("choice", [(), ("--all",)], ids=["listed", "all"])
def test_the_demo_is_told_again_in_every_format(tmp_path: Path, choice: tuple[str, ...]) -> None:
    reports = [str(DEMO / name) for name in ("reports.csv", "article.csv")]
    mapping = ("--mapping", str(DEMO / "mapping.yaml"))
    assert_told_again(tmp_path, "south-syria-2018", *reports, *mapping, *choice)


def test_most_cases_have_a_result() -> None:
    assert len(JUDGED) > 100
