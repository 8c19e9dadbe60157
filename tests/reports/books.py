"""Workbooks for tests: written by openpyxl, and changed as other programs write them."""

import io
import re
import zipfile
from collections.abc import Callable, Sequence

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["HEAD", "ROW", "book", "patched", "saved", "shared"]

HEAD = ("id", "kind", "lon", "lat", "radius_m", "seen_from", "actor")
ROW = ("r1", "position", 36.2, 32.7, 100, "2018-06-01", "red")
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def book(*rows: Sequence[object], change: Callable[[Worksheet], object] | None = None) -> bytes:
    """Return a workbook of one sheet; ``change`` may do to it what it likes."""
    made = Workbook()
    sheet = made.active
    for row in rows:
        sheet.append(row)
    if change is not None:
        change(sheet)
    return saved(made)


def saved(made: Workbook) -> bytes:
    """Return the bytes of a workbook."""
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def patched(content: bytes, old: str, new: str, member: str = SHEET) -> bytes:
    """Return a workbook with another text in one of its members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as read, zipfile.ZipFile(stream, "w") as made:
        for name in read.namelist():
            held = read.read(name)
            if name == member:
                # openpyxl writes empty elements in two ways, with lxml and without.
                held = re.sub(rb"<(\w+)></\1>", rb"<\1/>", held).replace(b" />", b"/>")
                old = old.replace(" />", "/>")
                assert old.encode() in held
                held = held.replace(old.encode(), new.encode())
            made.writestr(name, held)
        assert member in read.namelist()
    return stream.getvalue()


def shared(content: bytes) -> bytes:
    """Return a workbook that keeps its texts in a table beside the sheet, as Excel does."""
    texts: list[str] = []

    def number(found: re.Match[str]) -> str:
        texts.append(found[1])
        return f't="s"><v>{len(texts) - 1}</v></c>'

    with zipfile.ZipFile(io.BytesIO(content)) as read:
        members = {name: read.read(name).decode() for name in read.namelist()}
    members[SHEET] = re.sub(r't="inlineStr"><is><t>([^<]*)</t></is></c>', number, members[SHEET])
    items = "".join(f"<si><t>{text}</t></si>" for text in texts)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    part = f'<Override PartName="/{STRINGS}" ContentType="{kind}"/></Types>'
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace("</Types>", part)
    members[STRINGS] = f'<sst xmlns="{MAIN}">{items}</sst>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in members.items():
            made.writestr(name, text)
    return stream.getvalue()
