"""Where the records of a delimited text begin: at once where it is regular, else line by line."""

import pytest

from checker.reports import records
from checker.reports.records import cut_records, physical_lines, records_of, split_record
from checker.reports.rejected import Fault
from checker.values.diagnostic import CheckerError


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a,b,c", ("a", "b", "c")),
        ("a,,", ("a", "", "")),
        ('"a,b",c', ("a,b", "c")),
        ('"say ""no""",c', ('say "no"', "c")),
        ('a"b,c', ('a"b', "c")),
        ('"a\nb",c', ("a\nb", "c")),
        ('"",""', ("", "")),
    ],
)
def test_a_record_is_split_at_its_separators(text: str, cells: tuple[str, ...]) -> None:
    assert split_record(text, ",") == cells


def test_an_open_mark_needs_more_and_text_after_a_closing_one_is_a_fault() -> None:
    assert split_record('a,"b', ",") is None
    found = split_record('"a"b,c', ",")
    assert isinstance(found, Fault)
    assert found.code == "R215"


def test_lines_end_in_any_of_the_three_breaks_wherever_pieces_end() -> None:
    assert list(physical_lines([b"a\r", b"\nb\rc\n", b"d"])) == ["a", "b", "c", "d"]
    assert list(physical_lines(["Nusaïr".encode()[:5], "Nusaïr".encode()[5:]])) == ["Nusaïr"]
    assert list(physical_lines([])) == []


def test_records_keep_the_line_on_which_they_start() -> None:
    lines = ['a,"x', 'y"', "", "b,z"]
    found = [(record.line, record.cells) for record in records_of(lines, ",", 2)]
    assert found == [(2, ("a", "x\ny")), (5, ("b", "z"))]


def test_after_a_mark_that_is_never_closed_reading_goes_on_with_the_next_line() -> None:
    found = [
        (r.line, r.fault.code if r.fault else r.cells) for r in records_of(['"a', "b"], ",", 1)
    ]
    assert found == [(1, "R215"), (2, ("b",))]


def test_a_zero_byte_is_no_text() -> None:
    (record,) = records_of(["a\0,b"], ",", 1)
    assert record.fault is not None
    assert record.fault.code == "R213"


def test_a_regular_text_is_cut_after_its_last_whole_record() -> None:
    found = cut_records(b'a,b\n"c\nd",e\n\nf', ",", is_last=False)
    assert found is not None
    assert (found.size, found.line.tolist(), found.line_count) == (13, [0, 1], 4)
    last = cut_records(b"a,b\nf", ",", is_last=True)
    assert last is not None
    assert (last.size, last.line.tolist()) == (5, [0, 1])


@pytest.mark.parametrize(
    "text", [b'a"b",c\n', b'"a"b,c\n', b"a\rb\n", b"a\0b\n"], ids=["mid", "junk", "mac", "zero"]
)
def test_a_text_that_is_not_regular_is_not_cut(text: bytes) -> None:
    assert cut_records(text, ",", is_last=True) is None


def test_nothing_is_regular() -> None:
    found = cut_records(b"", ",", is_last=True)
    assert found is not None
    assert found.size == 0


def test_a_line_without_end_is_given_up_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "LONGEST_LINE", 10)
    pieces = [b"a\nb\n", b"x" * 6, b"y" * 6, b"z"]
    with pytest.raises(CheckerError, match=r"^r\.csv:3:1: R108: the line is longer"):
        list(physical_lines(pieces, "r.csv"))
    assert list(physical_lines([b"x" * 6, b"\n", b"y" * 6], "r.csv")) == ["x" * 6, "y" * 6]


def test_a_cell_that_runs_over_too_much_text_has_lost_its_mark(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(records, "LONGEST_LINE", 10)
    first, *_ = records_of(['a,"b', "c" * 9, "d" * 9, 'e"'], ",", 1)
    assert first.fault is not None
    assert first.fault.code == "R215"
