"""XLSX: what is told by its first bytes, and read by the reader that is put off."""

import io

from checker.reports import open_reports
from checker.reports.options import ReadOptions
from checker.reports.xlsx import READER
from tests.reports.books import HEAD, ROW, book


def test_a_workbook_on_stdin_is_told_by_its_first_bytes() -> None:
    content = book(HEAD, ROW)
    assert READER.is_start(content[:4096])
    assert not READER.is_start(b"PK\x03\x04rest")
    reports = open_reports(["-"], ReadOptions(), io.BytesIO(content))
    assert [tuple(batch.ids) for batch in reports.batches()] == [("r1",)]
