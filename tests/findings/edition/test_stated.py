"""What an edition says of itself."""

from checker.findings.edited import Edition
from checker.findings.edition.stated import public_span, stated, statement
from checker.values.span import Span
from tests.outputs.made import HEADER


def test_the_title_says_it_before_the_name_of_the_deal() -> None:
    header = stated(HEADER, Edition(1_000.0))
    assert header.agreement_title == "[Public edition, places to 1 km] Invented deal"
    assert header.edition == Edition(1_000.0)


def test_the_agreement_is_told_without_the_folders_in_which_it_lies() -> None:
    (clause,) = stated(HEADER, Edition(1_000.0)).clauses
    assert (clause.span.file, clause.span.line) == ("agreement.yaml", 14)
    windows = Span("C:\\Users\\smith\\deal.yaml", 1, 1, 1, 2)
    assert public_span(windows).file == "deal.yaml"


def test_it_is_a_warning_that_has_no_place() -> None:
    one = statement(Edition(500.0))
    assert (one.code, one.span, one.severity) == ("U155", None, "warning")
    assert "500 m" in one.message
