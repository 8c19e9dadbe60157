"""Forms that are told by the bytes of a whole column are those of each text."""

import re

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.reports import forms
from checker.reports.cells import ArrowCells
from checker.reports.forms import are_instants, are_numbers
from checker.reports.numbers import plain_number

INSTANTS = st.sampled_from(
    [
        *("2020-06-01T12:00:00Z", "2021-12-31T23:59:59Z", "2020-06-01 12:00:00Z"),
        *("2020-06-01T12:00+03:00", "2020-06-01T12:00+15:59", "2020-06-01T12:00+16:00"),
        *("2020-06-01T12:00-0300", "2020-06-01T12:00+0360", "2020-06-01T12:00:00/"),
        *("2020-06-01T12:00:00.5Z", "2020-06-01T12:00:00:5Z", "2020-06-01T1a:00:00Z"),
        *("2020-06-01T12:00-03:00", "2020/06/01T12:00:00Z", "2020-06-01T12:00:00\u0661"),
    ]
)


@given(st.lists(INSTANTS | st.none(), max_size=4))
def test_instants_are_told_by_the_first_as_each_for_itself(texts: list[str | None]) -> None:
    wanted = all(text is None or re.match(forms._INSTANT, text) for text in texts)
    assert are_instants(pa.array(texts, pa.string())) == wanted


@given(st.text("0123456789.-", max_size=12))
def test_of_digits_points_and_hyphens_arrow_reads_what_we_read(text: str) -> None:
    values = ArrowCells(pa.array([text, "1"])).numbers(has_decimal_comma=False)
    alone = plain_number(text, has_decimal_comma=False)
    assert values is None or values[0] == float(alone or "nan")


@pytest.mark.parametrize("text", ["1e400", "0x1", "nan", "inf", "1_0", "+1", "1e5", " 1", "1,5"])
def test_what_has_another_byte_is_told_by_its_form(text: str) -> None:
    is_number = re.match(forms._NUMBER, text) is not None
    assert are_numbers(pa.array(["2", text, None]), has_decimal_comma=False) == is_number


def test_texts_that_parquet_keeps_as_codes_are_read_one_by_one() -> None:
    coded = pa.array(["1.5", "0x1", "1.5"]).dictionary_encode()
    assert ArrowCells(coded).numbers(has_decimal_comma=False) is None
