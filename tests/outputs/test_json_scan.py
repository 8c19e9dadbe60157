"""A JSON object is read member by member, and each is told by its place."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.outputs.json_scan import ScanError, parsed_at, scanned

STREAMED = frozenset(("list",))
VALUES = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), VALUES, max_size=4), st.lists(VALUES, max_size=4))
def test_any_document_has_the_values_that_the_json_of_the_standard_library_has(
    members: dict[str, object], items: list[object]
) -> None:
    whole = {**members, "list": items}
    for text in (json.dumps(whole), json.dumps(whole, indent=2, ensure_ascii=False)):
        found = scanned(text, STREAMED)
        assert found.values == {key: value for key, value in whole.items() if key != "list"}
        assert [parsed_at(text, start)[0] for start in found.items["list"]] == items
        assert set(found.starts) == set(whole)


def test_a_streamed_member_that_is_no_list_is_a_value() -> None:
    assert scanned('{"list": {"a": []}}', STREAMED).values == {"list": {"a": []}}


def test_a_place_is_told_by_line_and_column() -> None:
    found = scanned('{"a": 1,\n  "b": [2]}')
    assert str(found.span(found.starts["a"], "r.json")) == "r.json:1:7"
    assert str(found.span(found.starts["b"], "r.json")) == "r.json:2:8"


@pytest.mark.parametrize(
    ("text", "at", "said"),
    [
        ("", 0, "it ends in the middle"),
        ("  ", 2, "it ends in the middle"),
        ("id,kind", 0, "this is no JSON: expecting value"),
        ("[]", 0, "the document is no object"),
        ('{"a": 1', 7, "it ends in the middle"),
        ('{"a"', 4, "it ends in the middle"),
        ('{"a": "bc', 6, "it ends in the middle"),
        ('{"list": [1', 11, "it ends in the middle"),
        ('{"list": [1,', 12, "it ends in the middle"),
        ('{"list": [36.', 12, "it ends in the middle"),
        ('{"a": tru', 6, "it ends in the middle"),
        ('{"a": -', 6, "it ends in the middle"),
        ('{"list": [1 2]}', 12, "expecting ','"),
        ('{"a": 1 "b": 2}', 8, "expecting ','"),
        ('{"a" 1}', 5, "expecting ':'"),
        ("{1: 2}", 1, "a key must be a text"),
        ('{"a": 1, "a": 2}', 9, "has 'a' twice"),
        ('{"a": 1} x', 9, "something stands behind its end"),
        ('{"a": ' + "[" * 100_000, 6, "nested too deeply"),
    ],
)
def test_what_is_no_object_is_told_with_its_place(text: str, at: int, said: str) -> None:
    with pytest.raises(ScanError, match=said) as error:
        scanned(text, STREAMED)
    assert error.value.at == at
