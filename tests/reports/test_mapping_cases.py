"""What a mapping says of rows by their columns: its cases, and the cells that it leaves unread."""

from collections.abc import Callable

import pytest

from checker.reports.mapping import Mapping
from checker.values.diagnostic import CheckerError

Mapped = Callable[[str], Mapping]


def test_a_case_holds_where_and_unless_and_sets_or_lifts(mapping_of: Mapped) -> None:
    said = "cases: [{where: {a: [X, y]}, unless: {b: ''}, set: {note: n}, least: {radius_m: 5}}]"
    (case,) = mapping_of(said).cases
    assert case.conditions == (("a", frozenset({"x", "y"})),)
    assert case.exceptions == (("b", frozenset({""})),)
    assert (case.settings, case.least) == ((("note", "n"),), (("radius_m", "5"),))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("cases: [{unless: {a: b}}]", "a case needs 'where' or 'unless', and 'set' or 'least'"),
        ("cases: [{where: {a: b}, least: {note: 5}}]", "note has no least number"),
        ("cases: [{where: {a: b}, least: {radius_m: }}]", "radius_m has no least number"),
        ("unread: [{columns: a}]", "it needs 'columns' and 'unless'"),
        ("unread: {columns: a}", "expected a list"),
    ],
)
def test_a_mistake_is_told(mapping_of: Mapped, text: str, message: str) -> None:
    with pytest.raises(CheckerError) as error:
        mapping_of(text)
    assert [one.message for one in error.value.diagnostics] == [message]


def test_codes_are_no_lengths_until_a_table_makes_them_so(mapping_of: Mapped) -> None:
    said = "unread: [{columns: X, unless: {p: 1}}]\ncolumns: {radius_m: p}\n"
    with pytest.raises(CheckerError) as error:
        mapping_of(said + "values: {radius_m: {1: 500}}")
    assert [one.code for one in error.value.diagnostics] == ["R311"]
    (one,) = mapping_of(said + 'values: {radius_m: {1: 500, "*": }}').unread
    assert (one.columns, one.exceptions) == (("X",), (("p", frozenset({"1"})),))
