"""JSON value by value, in pieces of any size."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.reports import json_text, source
from checker.reports.encoding import Encoding
from checker.reports.json_text import Doubled, JsonText, doubled_key, parsed_json
from checker.reports.source import Source
from checker.values.diagnostic import CheckerError

UTF8 = Encoding("utf-8", 0, is_guess=False)


def text_of(content: str, monkeypatch: pytest.MonkeyPatch, size: int) -> JsonText:
    monkeypatch.setattr(source, "PIECE_BYTES", size)
    raw = content.encode()
    return JsonText(Source("r.json", None, raw, "", raw[:4096]), UTF8)


def as_typed(value: Any) -> Any:
    return json.loads(json.dumps(value), parse_int=str, parse_float=str, parse_constant=str)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.lists(VALUES), st.integers(1, 40), st.sampled_from([None, 1]))
def test_the_elements_are_the_same_wherever_the_text_is_cut(
    values: list[Any], size: int, indent: int | None
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        text = text_of(json.dumps(values, indent=indent, ensure_ascii=False), patch, size)
        assert list(text.elements()) == as_typed(values)
        assert text.next() == ""


@pytest.mark.parametrize("size", [1, 2, 7, 1000])
def test_a_number_stays_as_typed_and_whole(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    text = text_of("[1.50, 007e, 1]".replace("007e", "-0.0E+1"), monkeypatch, size)
    assert list(text.elements()) == ["1.50", "-0.0E+1", "1"]


@pytest.mark.parametrize("size", [1, 3, 1000])
@pytest.mark.parametrize(
    ("content", "said", "place"),
    [
        ('[1,\n {"a": tru}]', "expecting value at column 8", "r.json:2"),
        ('[1,\n {"a": 1 "b"}]', "expecting ',' delimiter at column 10", "r.json:2"),
        ("[1\n\n 2]", "expecting ',' delimiter at column 2", "r.json:3"),
        ('[1, "abc', "unterminated string starting at column 5", "r.json:1"),
        ('["\\q"]', "invalid \\escape at column 3", "r.json:1"),
        ("[1,", "expecting value at column 4", "r.json:1"),
    ],
)
def test_damage_is_located_wherever_the_text_is_cut(
    content: str, said: str, place: str, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(CheckerError) as refused:
        list(text_of(content, monkeypatch, size).elements())
    (one,) = refused.value.diagnostics
    assert one.message == f"the file is damaged: {said}"
    assert str(one.span) == f"{place}:1"
    assert one.code == "R108"


def test_a_value_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_text, "MOST_CHARACTERS", 1000)
    text = text_of('["' + "x" * 5000, monkeypatch, 64)
    with pytest.raises(CheckerError, match="a value of more than 0 MiB"):
        text.value()


def test_nesting_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CheckerError, match="nested too deeply"):
        text_of("[" * 100_000, monkeypatch, 1 << 20).value()


def test_the_character_after_the_next_is_seen_across_pieces(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = text_of('  [ \n {"a": 1}]', monkeypatch, 1)
    assert (text.after(), text.next()) == ("{", "[")
    assert list(text.elements()) == [{"a": "1"}]


def test_a_key_that_stands_twice_is_found_at_any_depth() -> None:
    value = parsed_json('{"a": [1, {"b": {"c": 1, "c": 2}}]}')
    assert doubled_key(value) == "c"
    assert isinstance(parsed_json('{"a": 1, "a": 2}'), Doubled)
    assert doubled_key(parsed_json('[{"a": 1}, {"a": 2}]')) is None
