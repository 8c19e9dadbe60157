"""Patterns among the names of files."""

from pathlib import Path

import pytest

from checker.reports.globs import named_files
from checker.values.diagnostic import CheckerError
from checker.values.ledger import recording


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("b.csv", "a.csv", "c.json", "may/d.csv", "may/e[1].csv", ".hidden.csv"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).touch()
    Path("folder.csv").mkdir()


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["*.csv"], ("a.csv", "b.csv")),
        (["c.json", "[ab].csv"], ("c.json", "a.csv", "b.csv")),
        (["**/*.csv"], ("a.csv", "b.csv", "may/d.csv", "may/e[1].csv")),
        (["may/e[1].csv"], ("may/e[1].csv",)),
        (["-", "gone.csv", "?.json"], ("-", "gone.csv", "c.json")),
        (["s3://bucket/*.csv"], ("s3://bucket/*.csv",)),
    ],
)
def test_a_pattern_is_the_files_it_matches_sorted(names: list[str], found: tuple[str, ...]) -> None:
    assert named_files(names) == found


def test_patterns_that_match_nothing_are_told_all_at_once() -> None:
    with pytest.raises(CheckerError) as refused:
        named_files(["*.xml", "a.csv", "june/*"])
    assert [str(one) for one in refused.value.diagnostics] == [
        "R101: no file matches '*.xml'",
        "R101: no file matches 'june/*'",
    ]
    assert all(one.hint for one in refused.value.diagnostics)


def test_no_answer_is_kept_that_hangs_on_what_a_folder_holds() -> None:
    with recording() as ledger:
        named_files(["a.csv", "gone.csv"])
    assert ledger.is_whole
    with recording() as ledger:
        named_files(["*.csv"])
    assert not ledger.is_whole
