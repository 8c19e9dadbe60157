"""Texts, lists and tables of a mapping file, read with what is wrong with them."""

from checker.reports.mapping_words import TreeReader
from tests.reports.conftest import tree_of


def test_what_no_row_could_hold_is_told_at_its_place() -> None:
    reader = TreeReader()
    found = reader.settings(tree_of("{radius_m: 25000, kind: incident, lat: 120}"))
    assert found == (("radius_m", "25000"), ("kind", "incident"), ("lat", "120"))
    (wrong,) = reader.found
    assert (wrong.code, wrong.message) == ("R109", "lat cannot be '120'")
    assert wrong.span is not None
    assert wrong.span.column == 40
