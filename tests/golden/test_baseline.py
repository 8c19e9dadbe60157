"""A baseline, whole: the file that people review, and the page of a run that was given it."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.made import HEAD, accord, row, write_deal

Golden = Callable[[str, str], None]

COLUMNS = HEAD.strip() + ",unit\n"
DOCS = Path(__file__).parents[2] / "docs"


def line(name: str, unit: str = "", **given: str) -> str:
    return row(name, **given).strip() + f",{unit}\n"


FIRST = (
    COLUMNS
    + line("r1", "3rd")
    + line("r2", "3rd", seen_from="2018-06-04")
    + line("r3", actor="green")
    + line("r4", lat="32.5095", radius_m="300")
)
SECOND = (
    COLUMNS
    + line("r5", actor="Red Unit")
    + line("r2", "3rd", seen_from="2018-06-04")
    + line("r1", "3rd", lon="36.001")
    + line("r4", lat="32.505", radius_m="10")
    + line("r6", "3rd", seen_from="2018-07-30")
)


@pytest.fixture(autouse=True)
def _accepted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Accept all that was found first."""
    monkeypatch.chdir(tmp_path)
    write_deal(tmp_path / "deal")
    Path("r.csv").write_text(FIRST, encoding="utf-8")
    accord("check", "deal", "r.csv", "-f", "json=result.json")
    why = ("--reason", "before the line was marked", "--author", "M. Observer")
    how = ("--expires", "2018-12-31", "--fail-on", "undetermined", "-o", "base.json")
    accord("baseline", "write", "result.json", *why, *how)


def test_the_file_that_people_review(golden: Golden) -> None:
    golden("baseline.json", Path("base.json").read_text(encoding="utf-8"))


def test_the_page_of_a_run_that_was_given_it(golden: Golden) -> None:
    Path("r.csv").write_text(SECOND, encoding="utf-8")
    done = accord("check", "deal", "r.csv", "--baseline", "base.json")
    golden("baseline-check.txt", done.stdout + done.stderr)
    assert done.exit_code == 1


def test_the_entries_beside_a_later_result(golden: Golden) -> None:
    Path("r.csv").write_text(SECOND, encoding="utf-8")
    accord("check", "deal", "r.csv", "-f", "json=later.json")
    golden("baseline-show.txt", accord("baseline", "show", "base.json", "later.json").stdout)


def test_the_example_of_the_documents_has_the_keys_of_an_entry() -> None:
    page = (DOCS / "baselines.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"^```json\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    written = json.loads(Path("base.json").read_text(encoding="utf-8"))
    assert list(json.loads(shown)) == list(written)
    assert list(json.loads(shown)["accepted"][0]) == list(written["accepted"][0])
