"""Columns read at once and text by text answer the same."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.reports.batch import MISSING_US
from checker.reports.cells import ArrowCells, texts_of
from checker.reports.clock import Clock
from checker.reports.columns import BY_NAME, Column
from checker.reports.numbers import number_column, plain_number
from checker.reports.rejected import Faults

ANY = Column("any", "number", "any number")
NUMBER = st.one_of(
    st.floats(allow_nan=False, allow_infinity=False).map(repr),
    st.integers(-(10**6), 10**6).map(str),
    st.sampled_from(["", "1e5", "+3", ".5", "5.", "-0", "nan", "inf", "0x10", "1 000", "1,5", "x"]),
)


def arrow(values: list[str]) -> ArrowCells:
    return ArrowCells(pa.array([value or None for value in values], pa.string()))


@given(st.lists(NUMBER, max_size=8))
def test_numbers_at_once_are_the_numbers_one_by_one(values: list[str]) -> None:
    for has_decimal_comma in (False, True):
        at_once, one_by_one = Faults(), Faults()
        left = number_column(
            arrow(values), ANY, "any", at_once, has_decimal_comma=has_decimal_comma
        )
        right = number_column(
            texts_of(values), ANY, "any", one_by_one, has_decimal_comma=has_decimal_comma
        )
        np.testing.assert_array_equal(left, right)
        assert list(at_once) == list(one_by_one)


TIME = st.one_of(
    st.just(""),
    st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001
        datetime.isoformat
    ),
)


@given(st.lists(TIME, max_size=6))
def test_instants_at_once_are_the_instants_one_by_one(values: list[str]) -> None:
    at_us = arrow(values).instants_us()
    assert at_us is not None
    clock = Clock(ZoneInfo("UTC"))
    one_by_one = [clock.read(value) if value else (MISSING_US, MISSING_US) for value in values]
    assert [(us, us) for us in at_us.tolist()] == one_by_one


@pytest.mark.parametrize(
    "text",
    [
        *("2020-06-01T12Z", "2020-06-01T12:00+03", "2020-06-01T12:00:00+23:59", "2020-06-01"),
        *("2020-06-01T12:00:00.123456789Z", "2020-06-01T12:00:00,5Z", "2020-06-01T12:00z"),
        *("2020-06-01 12:00:00+0300", "2020-06-01T12:00:00 Z", "2020-06-01T24:00:00Z"),
    ],
)
def test_an_instant_is_read_whatever_else_stands_in_its_block(text: str) -> None:
    at_us, alone = arrow([text]).instants_us(), Clock(ZoneInfo("UTC")).read(text)
    assert at_us is None or [(us, us) for us in at_us.tolist()] == [alone]


@pytest.mark.parametrize("has_decimal_comma", [False, True])
@pytest.mark.parametrize(
    "text",
    ["1e-5000", "1,5e3", ",5", "5,", "1,5", "1.5", ".5", "5.", "+1e3", "0x1", "1_0", "\u0661"],
)
def test_a_number_is_read_whatever_else_stands_in_its_block(
    text: str, *, has_decimal_comma: bool
) -> None:
    values = arrow([text]).numbers(has_decimal_comma=has_decimal_comma)
    alone = plain_number(text, has_decimal_comma=has_decimal_comma)
    assert values is None or values.tolist() == [float(alone or "nan")]


def test_a_slice_of_a_column_is_read_at_its_place() -> None:
    sliced = ArrowCells(pa.array([1.0, None, 3.0, 4.0]).slice(1, 2))
    np.testing.assert_array_equal(sliced.numbers(has_decimal_comma=False), [np.nan, 3.0])
    assert sliced.texts().strings() == ["", "3"]
    assert sliced.blank().tolist() == [True, False]


def test_whole_numbers_that_were_stored_as_floats_are_words_again() -> None:
    assert ArrowCells(pa.array([1.0, 6.0, None])).texts().strings() == ["1", "6", ""]


def test_lists_and_dictionaries_become_cells() -> None:
    assert ArrowCells(pa.array([["a", "b"], None])).texts().strings() == ["a;b", ""]
    assert ArrowCells(pa.array([[None, "a"], [None]])).texts().strings() == ["a", ""]
    encoded = pa.array(["a", None, "a"]).dictionary_encode()
    assert ArrowCells(encoded).texts().strings() == ["a", "", "a"]


def test_the_radius_has_a_greatest_value() -> None:
    faults = Faults()
    number_column(
        texts_of(["20037508", "20040000"]),
        BY_NAME["radius_m"],
        "r",
        faults,
        has_decimal_comma=False,
    )
    assert [row for row, _, _ in faults] == [1]
