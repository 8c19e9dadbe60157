"""The page as a format: what it needs, what goes beside it, and that its bytes never change."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli.main import main
from checker.outputs import needed
from checker.outputs.html import FORMAT, ready
from checker.values.diagnostic import CheckerError
from tests.findings.made import finding
from tests.outputs.made import written

CASE = Path(__file__).parents[2] / "fixtures" / "conformance" / "space-012-pole"
SEEN = finding(lon=36.0, lat=33.1, radius_m=500.0, seen_from="2018-06-01T00:00:00+03:00")


def check(*formats: str) -> int:
    targets = [part for one in formats for part in ("-f", one)]
    command = ["check", str(CASE), str(CASE / "reports.csv"), "--no-cache", *targets]
    return CliRunner().invoke(main, command, prog_name="accord").exit_code


def test_the_same_result_gives_the_same_bytes() -> None:
    assert written(FORMAT, SEEN) == written(FORMAT, SEEN)


def test_all_findings_go_beside_a_file_as_a_table(tmp_path: Path) -> None:
    assert check(f"html={tmp_path / 'page.html'}", f"csv={tmp_path / 'own.csv'}") in {0, 1}
    beside = tmp_path / "page.findings.csv"
    assert beside.read_bytes() == (tmp_path / "own.csv").read_bytes()
    assert list(csv.DictReader(beside.read_text().splitlines()))


def test_a_table_that_is_asked_for_at_that_place_is_written_once(tmp_path: Path) -> None:
    both = f"html={tmp_path / 'p.html'}", f"csv={tmp_path / 'p.findings.csv'}"
    assert check(*both) in {0, 1}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["p.findings.csv", "p.html"]


def test_another_format_at_the_place_of_the_table_is_refused(tmp_path: Path) -> None:
    both = f"html={tmp_path / 'p.html'}", f"json={tmp_path / 'p.findings.csv'}"
    assert check(*both) == 2
    assert list(tmp_path.iterdir()) == []


def test_without_bokeh_it_is_refused_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    ready()
    monkeypatch.setattr(needed, "find_spec", lambda _: None)
    with pytest.raises(CheckerError) as refused:
        ready()
    assert "accord[page]" in refused.value.diagnostics[0].hint
