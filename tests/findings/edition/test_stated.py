"""What an edition says of itself."""

from checker.findings.edited import Edition
from checker.findings.edition.stated import stated, statement
from tests.outputs.made import HEADER


def test_the_title_says_it_before_the_name_of_the_deal() -> None:
    header = stated(HEADER, Edition(1_000.0))
    assert header.agreement_title == "[Public edition, places to 1 km] Invented deal"
    assert header.edition == Edition(1_000.0)


def test_it_is_a_warning_that_has_no_place() -> None:
    one = statement(Edition(500.0))
    assert (one.code, one.span, one.severity) == ("U155", None, "warning")
    assert "500 m" in one.message
