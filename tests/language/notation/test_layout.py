"""Core notation is YAML: short on one line, long in a block, and what was put in comes out."""

import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

from checker.language.notation.layout import block

TEXT = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=["Cc", "Cs", "Zl", "Zp"],
        exclude_characters="\ufffe\uffff",
    )
)
VALUES = st.recursive(
    TEXT, lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner), max_leaves=8
)


def test_what_fits_stands_on_one_line() -> None:
    table: dict[str, JsonValue] = {"where": {"within": "15 mi", "of": ["a", "b"]}, "none": []}
    assert list(block(table)) == ["where: {within: 15 mi, of: [a, b]}", "none: []"]


def test_what_does_not_fit_stands_in_a_block() -> None:
    long = "word " * 18 + "end"
    table: dict[str, JsonValue] = {"c": {"says": long, "unless": [{"who": "red", "does": long}]}}
    assert list(block(table)) == [
        "c:",
        f"  says: {long}",
        "  unless:",
        "    - who: red",
        f"      does: {long}",
    ]


def test_long_lists_of_names_are_filled_into_lines() -> None:
    lines = list(block({"surely": [f"brigade-{number}" for number in range(20)]}))
    assert lines[1].startswith("  [brigade-0, brigade-1,")
    assert max(map(len, lines)) <= 100
    assert yaml.BaseLoader("\n".join(lines)).get_single_data()["surely"][19] == "brigade-19"


def test_text_that_yaml_would_read_as_something_else_is_quoted() -> None:
    table: dict[str, JsonValue] = {"why": "no: one, {said} #", "at": "x[1]", "none": ""}
    assert list(block(table)) == ['why: "no: one, {said} #"', 'at: "x[1]"', 'none: ""']


@given(st.dictionaries(TEXT, VALUES, min_size=1))
def test_what_is_written_is_read_back(table: dict[str, JsonValue]) -> None:
    assert yaml.BaseLoader("\n".join(block(table))).get_single_data() == table
