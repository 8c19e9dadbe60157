"""First lines that are no header are told once, and only of a file that cannot be read by them."""

from collections.abc import Callable

import pytest

from checker.reports import Mapping
from checker.reports.header import column_names, doubt_of, separator_of
from checker.reports.source import Source
from checker.values.diagnostic import CheckerError
from tests.reports.conftest import Read

HEAD = "id,kind,place,seen_from,actor"
ROW = "a,position,camp,2018-06-01,red"


def said(first: str, *below: str) -> str | None:
    cells = first.split(separator_of(first))
    found = doubt_of("r.csv", (1, cells), list(enumerate(below, 2)))
    return found.message if found else None


@pytest.mark.parametrize(
    ("line", "mark"),
    [("a,b,c", ","), ("a;b", ";"), ("a\tb", "\t"), ("id;kind;lon, E;lat, N;radius, m, x", ";")],
)
def test_the_separator_parts_the_most_names_of_the_contract_then_the_most_cells(
    line: str, mark: str
) -> None:
    assert separator_of(line) == mark


@pytest.mark.parametrize("mark", ["|", ":", " "])
def test_one_column_that_another_separator_parts_is_told(mark: str) -> None:
    told = said(HEAD.replace(",", mark), ROW.replace(",", mark))
    assert told is not None
    assert told.startswith(f"the header is one column, 'id{mark}kind{mark}place")


@pytest.mark.parametrize("title", ["Positions", "Positions,,,,", "Positions, all of them", "T;;"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_title_above_the_header_is_told(title: str, mark: str) -> None:
    told = said(title, HEAD.replace(",", mark), ROW.replace(",", mark))
    assert told == "line 1 names no columns: the header seems to be line 2"


def test_a_title_above_names_that_a_mapping_is_for_is_told_too() -> None:
    assert said("Export", "Ref,X,Y,Day", "1,2,3,4") is not None


@pytest.mark.parametrize("first", [HEAD, "Ref,X,Y,Day", "kind,lon"])
def test_a_header_is_not(first: str) -> None:
    assert said(first, ROW, "b,incident,camp,2018-06-02,red") is None


def test_a_doubt_is_told_instead_of_all_that_is_lacking(read: Read) -> None:
    with pytest.raises(CheckerError) as refused:
        read(f"Positions of May\n{HEAD}\n{ROW}\n")
    assert [one.code for one in refused.value.diagnostics] == ["R104"]


def test_a_file_that_lacks_nothing_is_read_whatever_its_header_looks_like(
    read: Read, mapping_of: Callable[[str], Mapping]
) -> None:
    mapping = mapping_of(
        "{columns: {place: Where}, constants: {kind: position, seen_from: 2018-06-01, actor: red}}"
    )
    assert len(list(read("Where\ncamp\n", mapping=mapping).batches())) == 1


def test_names_are_trimmed_and_a_blank_one_is_named_by_its_place() -> None:
    source = Source("r.csv", None, b"", "", b"")
    assert column_names([" id ", "", "unit"], source, 1) == ("id", "(column 2)", "unit")
    with pytest.raises(
        CheckerError, match=r"^r\.csv:4:1: R104: the header names the column 'id' tw"
    ):
        column_names(["id", "id "], source, 4)
    with pytest.raises(CheckerError, match="zero byte"):
        column_names(["i\0d"], source, 4)
