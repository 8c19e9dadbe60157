"""What changed between two results, whole, as people and as programs read it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.made import AGREEMENT, HEAD, accord, row, write_deal

Golden = Callable[[str, str], None]

COLUMNS = HEAD.strip() + ",supersedes\n"


def line(name: str, supersedes: str = "", **given: str) -> str:
    return row(name, **given).strip() + f",{supersedes}\n"


FIRST = (
    COLUMNS
    + line("stays")
    + line("goes")
    + line("moves", lat="32.5095", radius_m="300")
    + line("corrected")
    + line("at-green", actor="green", lat="32.513", seen_from="2018-06-09")
)
SECOND = (
    COLUMNS
    + line("comes", actor="Red Unit")
    + line("stays")
    + line("moves", lat="32.5095", radius_m="3000")
    + line("at-green", actor="green", lat="32.5131", seen_from="2018-06-09")
    + line("correction", "corrected", lat="32.6")
)
DRAFT = AGREEMENT.replace("within: 2 km", "within: 1 km").replace("lat: 32.5}", "lat: 32.501}")


@pytest.fixture(autouse=True)
def _two_results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand beside a result of the deal, and one of a later draft on later reports."""
    monkeypatch.chdir(tmp_path)
    for name, agreement, reports in (("old", AGREEMENT, FIRST), ("new", DRAFT, SECOND)):
        write_deal(tmp_path / name, agreement)
        Path(f"{name}.csv").write_text(reports, encoding="utf-8")
        accord("check", name, f"{name}.csv", "-f", f"json={name}.json")


@pytest.mark.parametrize("form", ["text", "json"])
def test_results_of_other_reports_under_another_draft(golden: Golden, form: str) -> None:
    done = accord("diff", "old.json", "new.json", "-f", form)
    golden(f"diff.{form.replace('text', 'txt')}", done.stdout)
    assert done.exit_code == 1


def test_two_drafts_on_the_same_reports(golden: Golden) -> None:
    golden("diff-drafts.txt", accord("diff", "old", "new", "old.csv").stdout)
