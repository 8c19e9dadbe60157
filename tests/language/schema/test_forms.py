"""The forms of quantities and of what stands in their place while the text is open."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from checker.values.quantity import Dimension, QuantityError, parse_quantity
from tests.language.drafted import FORMS, changed, mistakes


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("within: 5 km", "within: 15..20 km"),
        ("within: 5 km", "within: 2 km +- 200 m"),
        ("within: 5 km", "within: {far: {yes: 5 km, no: {deferred: not said}}}"),
    ],
)
def test_a_length_may_be_exact_vague_or_open(old: str, new: str) -> None:
    assert mistakes(changed(old, new)) == []


@given(
    st.sampled_from(("length", "time", "count")),
    st.from_regex(
        r"\A[0-9]{0,3}[.,]?[0-9]{0,2}(\.\.[0-9]{1,2})? ?(mm|m|km|mi|nmi|nm|h|d|s|min|KM)?\Z"
    )
    | st.from_regex(r"\A[0-9]{1,2} ?(km|h)? \+- [0-9]{1,2} ?(km|m|h)?\Z"),
)
def test_a_quantity_is_valid_if_and_only_if_it_can_be_read(kind: Dimension, text: str) -> None:
    form = {"length": "PlainLength", "time": "PlainDuration", "count": "Count"}[kind]
    valid = Draft202012Validator({"$ref": f"#/$defs/{form}", "$defs": FORMS})
    try:
        parse_quantity(text, kind)
    except QuantityError as error:
        # A pattern cannot compare two numbers, nor tell whole days.
        is_order = re.search("backwards|tolerance|whole number", str(error)) is not None
        assert is_order or not valid.is_valid(text)
    else:
        # A length of time is one number.
        assert valid.is_valid(text.strip()) or (kind == "time" and re.search(r"\.\.|-", text))
