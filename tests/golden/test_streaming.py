"""Reports that stream by get the bytes of reports that are held: every case, and the demo."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli.main import main
from checker.evaluate import facts
from checker.reports import csv, reports

CASES = Path(__file__).parents[2] / "fixtures" / "conformance"


def judged(*arguments: str) -> bytes:
    return CliRunner().invoke(main, list(arguments), prog_name="accord").stdout_bytes


def streamed(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> bytes:
    """Judge in blocks of two reports, of which nothing is held from one pass to the next."""
    with monkeypatch.context() as patch:
        patch.setattr(reports, "_KEPT_ROWS", -1)
        patch.setattr(facts, "_KEPT_ROWS", 0)
        patch.setattr(csv, "BLOCK_ROWS", 2)
        return judged(*arguments)


def test_no_case_is_judged_otherwise_where_nothing_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    folders = sorted(path.parent for path in CASES.glob("*/reports.csv"))
    for folder in folders:
        asked = ("check", str(folder), str(folder / "reports.csv"), "-f", "json", "--all")
        assert streamed(monkeypatch, *asked) == judged(*asked), folder.name
    assert len(folders) > 100


def test_no_case_is_judged_otherwise_by_several_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    folders = sorted(path.parent for path in CASES.glob("*/reports.csv"))
    for folder in folders:
        asked = ("check", str(folder), str(folder / "reports.csv"), "-f", "json", "--all")
        alone = judged(*asked)
        assert judged(*asked, "-j", "3") == alone, folder.name
        assert streamed(monkeypatch, *asked, "-j", "3") == alone, folder.name


def test_the_demo_is_the_same_where_nothing_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    assert streamed(monkeypatch, "demo") == judged("demo")
