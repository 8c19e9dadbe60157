"""Files that are no text, whatever their names say."""

import gzip

import pytest

from checker.reports.packed import refuse_packed
from checker.reports.source import Source
from checker.values.diagnostic import CheckerError


def source(head: bytes) -> Source:
    return Source("r.csv", None, head, "0" * 64, head)


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (gzip.compress(b"id,kind\n"), "compressed with gzip"),
        (b"PK\x03\x04rest", "a ZIP archive or a spreadsheet"),
        (b"PAR1rest", "is Parquet"),
        (b"%PDF-1.7", "a PDF document"),
    ],
)
def test_a_format_is_told_by_its_first_bytes(head: bytes, said: str) -> None:
    with pytest.raises(CheckerError, match="R102") as refused:
        refuse_packed(source(head))
    (one,) = refused.value.diagnostics
    assert said in one.message
    assert one.hint


@pytest.mark.parametrize("head", [b"", b"id,kind\n", b"\xef\xbb\xbfid", b"PKL,x\n"])
def test_text_passes(head: bytes) -> None:
    refuse_packed(source(head))
