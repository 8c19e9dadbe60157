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


FORMATS = [form.name for form in WRITERS]
DRAWN = {"html", "svg", "png"}
"""What takes its time: the demo and some cases will do."""

SOME = {"space-011-antimeridian-cut", "space-012-pole", "space-036-open-readings"}
SOME |= {"who-012-each-side", "who-031-leaving-by-a-date", "who-038-permission-lapses"}


def to(folder: Path, names: list[str]) -> list[str]:
    folder.mkdir()
    return [f"-f{name}={folder / name}" for name in names]


def assert_told_again(folder: Path, names: list[str], *arguments: str) -> None:
    """Judge, tell the JSON result again in every format, and compare."""
    checked = accord("check", *arguments, *to(folder / "check", names))
    if checked.exit_code == 2:
        return  # a case about what is refused has no result
    stored, agreement = str(folder / "check" / "json"), ("--agreement", arguments[0])
    told = accord("report", stored, *agreement, *to(folder / "report", names))
    assert told.exit_code == 0, told.stderr
    differing = [
        name
        for name in names
        if (folder / "check" / name).read_bytes() != (folder / "report" / name).read_bytes()
    ]
    assert differing == []


@pytest.mark.parametrize("case", JUDGED, ids=lambda case: case.name)
def test_a_case_is_told_again_in_every_format(case: Path, tmp_path: Path) -> None:
    expected = yaml.BaseLoader((case / "expected.yaml").read_text(encoding="utf-8"))
    asked = expected.get_single_data().get("arguments", [])
    names = [name for name in FORMATS if name not in DRAWN or case.name in SOME]
    assert_told_again(tmp_path, names, str(case), str(case / "reports.csv"), "--all", *asked)


@pytest.mark.parametrize("choice", [(), ("--all",)], ids=["listed", "all"])
def test_the_demo_is_told_again_in_every_format(tmp_path: Path, choice: tuple[str, ...]) -> None:
    reports = [str(DEMO / name) for name in ("reports.csv", "article.csv")]
    mapping = ("--mapping", str(DEMO / "mapping.yaml"))
    assert_told_again(tmp_path, FORMATS, "south-syria-2018", *reports, *mapping, *choice)


def test_most_cases_have_a_result() -> None:
    assert len(JUDGED) > 100
