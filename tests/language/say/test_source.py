"""Sources, claims and the bar of proof in words."""

from pathlib import Path

import pytest

from tests.language.spoken import clause, said


@pytest.mark.parametrize(
    ("bar", "sentence"),
    [
        ("standard_of_proof: {reliability: C, credibility: 3, attribution: reported}\n",
         ("its source is graded C (fairly reliable) or better, its information is graded 3 "
         "(possibly true) or better and who it was is reported, or surer than that")),
        ("standard_of_proof: {credibility: 2}\n",
         "only if its information is graded 2 (probably true) or better."),
        ("", "The agreement sets no bar"),
    ],
)  # fmt: skip
def test_the_bar_of_proof_is_said(bar: str, sentence: str, tmp_path: Path) -> None:
    assert sentence in said(tmp_path, bar + clause("binds: red, prohibits: fire"))
