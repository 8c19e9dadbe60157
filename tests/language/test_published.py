"""The date of a source or a claim is one of the calendar, as far as it is known."""

from pathlib import Path

import pytest

from checker.language import lint_agreement
from tests.language.whole import TERMS
from tests.language.written import HEAD, LISTS

REST = "clauses: {c: {says: Said., source: text, binds: red, prohibits: fire}}\n"


def faults(folder: Path, published: str) -> list[str]:
    source = f"kind: treaty, published: {published}"
    text = HEAD.replace("kind: invented", source) + TERMS + REST
    path = folder / "agreement.yaml"
    path.write_text(text + f"claims: {{k: {{says: Said., published: {published}}}}}\n")
    found = lint_agreement(path, lists=LISTS)
    return [f"{one.code} {one.hint}" for one in found if one.severity == "error"]


@pytest.mark.parametrize(
    "published", ["2018-05-25", "2018-05", "2018", "2018-05-25T14:00:00+03:00"]
)
def test_a_date_a_month_or_a_year_is_taken(published: str, tmp_path: Path) -> None:
    assert faults(tmp_path, published) == []


@pytest.mark.parametrize("published", ["2018-02-30", "2018-13", "25 May 2018", "yesterday"])
def test_anything_else_is_refused_of_a_source_and_of_a_claim(
    published: str, tmp_path: Path
) -> None:
    hint = "write 2018-05-25; where only that is known, 2018-05 or 2018"
    assert faults(tmp_path, published) == [f"L604 {hint}"] * 2
