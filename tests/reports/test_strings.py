"""Texts that lie one after the other are the same texts."""

from itertools import pairwise

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.reports.cells import ArrowCells
from checker.reports.strings import Strings, strings_of

TEXTS = st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), max_size=8)


@given(TEXTS)
def test_every_text_is_found_at_its_row(texts: list[str]) -> None:
    for strings in (strings_of(texts), Strings(pa.array(texts, pa.string()))):
        assert [strings[row] for row in range(len(strings))] == [*strings] == texts
        assert strings.sizes.tolist() == [len(text.encode()) for text in texts]


@given(TEXTS, st.integers(0, 3))
def test_equal_texts_have_equal_hashes_wherever_they_lie(texts: list[str], start: int) -> None:
    sliced = Strings(pa.array(["#" * 9] * start + texts, pa.string()).slice(start))
    assert sliced.hashes().tolist() == strings_of(texts).hashes().tolist()
    assert len(set(sliced.hashes().tolist())) == len(set(texts))


@given(TEXTS)
def test_texts_rise_by_length_and_then_by_their_bytes(texts: list[str]) -> None:
    keys = [(len(text.encode()), text.encode()) for text in texts]
    assert strings_of(texts).is_rising() == all(a < b for a, b in pairwise(keys))


@given(TEXTS)
def test_a_column_is_trimmed_as_text_by_text(texts: list[str]) -> None:
    assert [*ArrowCells(pa.array(texts, pa.string())).packed()] == [one.strip() for one in texts]


@pytest.mark.parametrize("blank", ["\u00a0", "\x1c", "\u3000", "\t", " "])
def test_a_blank_of_any_kind_at_an_edge_is_seen(blank: str) -> None:
    assert strings_of(["a", f"{blank}b"]).may_have_edges()
    assert strings_of(["a", f"b{blank}"]).may_have_edges()
    assert not strings_of(["a", f"b{blank}c", ""]).may_have_edges()


def test_what_is_null_is_empty_whatever_bytes_lie_there() -> None:
    offsets, data = pa.py_buffer(bytes([0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0])), pa.py_buffer(b"ab")
    array = pa.Array.from_buffers(pa.string(), 2, [pa.py_buffer(b"\x01"), offsets, data])
    assert [*ArrowCells(array).packed()] == ["a", ""]


def test_rows_are_taken_in_the_order_asked_for() -> None:
    taken = strings_of(["a", "", "c"]).take(pa.array([2, 1, 2]).to_numpy())
    assert [*taken] == ["c", "", "c"]


def test_texts_that_differ_at_a_far_end_have_other_hashes() -> None:
    texts = ["x" * size + end for size in (8, 255, 256, 400) for end in "ab"]
    hashes = strings_of([*texts, *texts]).hashes().tolist()
    assert hashes[: len(texts)] == hashes[len(texts) :]
    assert len(set(hashes)) == len(texts)
