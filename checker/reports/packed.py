"""Files whose name says text and whose first bytes say another format: refused by its name."""

from checker.reports.source import Source, refuse

__all__ = ["refuse_packed"]

_UNPACK = "unpack it, and name the file that was in it"
_PACKED = (
    # RFC 1952, 2.3.1; RFC 8878, 3.1.1; the others by the documents of their programs.
    (b"\x1f\x8b", "is compressed with gzip", f"{_UNPACK}; or let its own end in .gz, once"),
    (b"BZh", "is compressed with bzip2", _UNPACK),
    (b"\xfd7zXZ\x00", "is compressed with xz", _UNPACK),
    (
        b"\x28\xb5\x2f\xfd",
        "is compressed with zstd",
        f"{_UNPACK}; or let its own end in .zst, once",
    ),
    (
        b"PK\x03\x04",
        "is a ZIP archive or a spreadsheet (.xlsx, .ods)",
        "let the name of a workbook end in .xlsx; unpack an archive, and name what was in it",
    ),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "is a spreadsheet of old (.xls)",
        "save it as .xlsx, or the sheet as CSV",
    ),
    (b"PAR1", "is Parquet", "rename it so that it ends in .parquet"),
    (b"%PDF-", "is a PDF document", "copy its table into a sheet, and save that as CSV"),
)
"""First bytes of formats that hold no text, what the file is, and what to do."""


def refuse_packed(source: Source) -> None:
    """Raise ``CheckerError`` for a file that is no text, whatever its name says."""
    for start, said, hint in _PACKED:
        if source.head.startswith(start):
            raise refuse("R102", f"this is no text: the file {said}", source.name, hint)
