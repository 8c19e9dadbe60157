"""An acceptance says why, by whom and until when."""

from checker.findings.acceptance import Acceptance


def test_all_of_it_is_told_in_a_few_words() -> None:
    assert Acceptance("known", "M. O.", "2027-01-31").said == "known (M. O., until 2027-01-31)"
