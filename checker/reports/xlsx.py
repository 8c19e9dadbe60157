"""XLSX: one sheet under a header, read as a person sees it; a row is called by its number there.

What a cell shows is what is read: the values that formulas had when the file was saved, dates by
their format, numbers of zeros with all their digits. What a cell does not say is not guessed.
"""

from checker.reports.opened import Opened, Reader
from checker.reports.source import Source

__all__ = ["READER", "open_xlsx"]

_START = b"PK\x03\x04"


def open_xlsx(source: Source) -> Opened:
    """Open a workbook; raises ``CheckerError`` like ``open_table``."""
    from checker.reports.sheet_table import open_table  # noqa: PLC0415 - openpyxl is heavy

    return open_table(source)


def _starts(head: bytes) -> bool:
    return head.startswith(_START) and b"[Content_Types].xml" in head


READER = Reader("XLSX", (".xlsx", ".xlsm"), _starts, open_xlsx, is_text=False)
