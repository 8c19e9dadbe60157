"""Delimited text: cells stay as typed, lines stay right, and both ways of reading agree."""

import csv as stdlib_csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.reports import Reports, csv
from checker.reports.cells import Block
from checker.reports.csv import open_csv
from checker.reports.encoding import encoding_of
from checker.reports.source import STDIN, Source
from checker.values.diagnostic import CheckerError


def source(content: bytes) -> Source:
    return Source(STDIN, None, content, "", content[:4096])


def blocks(content: str | bytes) -> list[Block]:
    raw = content.encode() if isinstance(content, str) else content
    return list(open_csv(source(raw)).blocks())


def cells(content: str | bytes) -> list[tuple[int, list[str]]]:
    """Return the line and the cells of every row."""
    found = []
    for block in blocks(content):
        columns = [column.texts().strings() for column in block.columns.values()]
        rows = [list(row) for row in zip(*columns, strict=True)]
        found += list(zip(block.line.tolist(), rows, strict=True))
    return found


def test_leading_zeros_and_words_like_numbers_stay() -> None:
    assert cells("id,unit\n007,1e3\nNA,null\n") == [(2, ["007", "1e3"]), (3, ["NA", "null"])]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_the_one_of_the_header(separator: str) -> None:
    text = f"id{separator}unit\na{separator}b\n"
    assert cells(text) == [(2, ["a", "b"])]


def test_a_decimal_comma_is_one_where_the_separator_is_no_comma() -> None:
    assert open_csv(source(b"lon;lat\n")).has_decimal_comma
    assert open_csv(source(b"lon\tlat\n")).has_decimal_comma
    assert not open_csv(source(b"lon,lat\n")).has_decimal_comma


def test_a_row_after_a_quoted_line_break_has_its_own_line() -> None:
    assert cells('id,note\na,"one\ntwo"\nb,three\n') == [
        (2, ["a", "one\ntwo"]),
        (4, ["b", "three"]),
    ]


def test_blank_lines_are_no_rows_and_count_as_lines() -> None:
    assert cells("\n\nid,note\n\n\na,b\n\nc,d\n") == [(6, ["a", "b"]), (8, ["c", "d"])]


def test_a_header_may_run_over_two_lines() -> None:
    assert cells('id,"a\nb"\nx,y\n') == [(3, ["x", "y"])]


def test_the_separator_line_of_a_spreadsheet_is_no_header() -> None:
    assert cells("sep=;\nid;note\na;b\n") == [(3, ["a", "b"])]


def test_the_last_line_needs_no_break() -> None:
    assert cells("id,note\na,b") == [(2, ["a", "b"])]


def test_a_mark_within_a_cell_is_a_mark() -> None:
    assert cells('id,note\na,5" gun\nb,"x"\n') == [(2, ["a", '5" gun']), (3, ["b", "x"])]


def test_reading_goes_on_after_a_mark_that_is_never_closed() -> None:
    (block,) = blocks('id,note\na,"open\nb,c\nd,e\n')
    assert [(one.line, one.fault.code) for one in block.faults] == [(2, "R215")]
    assert block.line.tolist() == [3, 4]
    assert block.row.tolist() == [2, 3]


def test_a_broken_row_does_not_move_the_lines_of_the_others() -> None:
    (block,) = blocks("id,note\na,b\nc\n\nd,e,f\ng,h\n")
    assert [(one.row, one.line, one.fault.code) for one in block.faults] == [
        (2, 3, "R201"),
        (3, 5, "R201"),
    ]
    assert block.line.tolist() == [2, 6]
    assert block.row.tolist() == [1, 4]


def test_a_blank_name_in_the_header_is_a_column_of_its_own() -> None:
    assert open_csv(source(b"id,,\n")).columns == ("id", "(column 2)", "(column 3)")


def test_a_header_of_nothing_is_refused() -> None:
    with pytest.raises(CheckerError, match="R104"):
        open_csv(source(b"\n  \n"))


def test_blocks_are_cut_between_records_wherever_pieces_end(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = 'id,note\r\na,"one\r\ntwo, ""x"""\r\n\r\nb,ü\r\n' + "".join(
        f'{n},"line\n{n}"\n' for n in range(50)
    )
    whole = cells(text)
    path = tmp_path / "r.csv"
    path.write_bytes(text.encode())
    for size in (1, 2, 3, 7, 64):
        monkeypatch.setattr("checker.reports.source.PIECE_BYTES", size)
        opened = open_csv(Source("r.csv", path, b"", "", text.encode()[:4096]))
        rows = [
            (line, cell)
            for block in opened.blocks()
            for line, cell in zip(
                block.line.tolist(), block.columns["id"].texts().strings(), strict=True
            )
        ]
        assert rows == [(line, row[0]) for line, row in whole]


CELL = st.text(st.sampled_from('ab1.; \t"\n,é'), max_size=6)


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=12), st.sampled_from([",", ";"]))
def test_both_ways_of_reading_agree_with_the_standard_library(
    rows: list[list[str]], separator: str
) -> None:
    written = io.StringIO()
    writer = stdlib_csv.writer(
        written, delimiter=separator, lineterminator="\n", quoting=stdlib_csv.QUOTE_ALL
    )
    writer.writerows([["x", "y", "z"], *rows])
    content = written.getvalue().encode()
    layout = csv._Layout(source(content), encoding_of(source(content)))
    fast = list(layout.blocks())
    body = content[content.index(b"\n") + 1 :]
    slow = list(layout._slow_blocks([body], 2, 1))
    trimmed = [[cell.strip() for cell in row] for row in rows]
    for way in (fast, slow):
        columns = [
            [text for block in way for text in block.columns[name].texts().strings()]
            for name in ("x", "y", "z")
        ]
        assert [list(row) for row in zip(*columns, strict=True)] == trimmed
    assert [line for block in fast for line in block.line.tolist()] == [
        line for block in slow for line in block.line.tolist()
    ]


def test_a_file_with_quoted_breaks_keeps_its_rows_and_lines(read: Callable[..., Reports]) -> None:
    text = (
        "kind,place,seen_from,actor,note\n"
        'position,camp,2018-06-01,red,"one\ntwo"\n'
        "position,camp,2018-06-01,red,\n"
    )
    (batch,) = read(text).batches()
    assert tuple(batch.ids) == ("r.csv:2", "r.csv:4")
    assert batch.row.tolist() == [1, 2]
