"""What a file seems to be by its content, whatever its name says, and the way out of that.

It is asked only where a file cannot be read as what its name says, so that a guess may cost nothing
but words.
"""

import re
import zipfile
from dataclasses import dataclass

from checker.reports.header import SEPARATORS
from checker.reports.packing import DAMAGES
from checker.reports.source import Source
from checker.reports.xml_tree import root_of
from checker.values.diagnostic import CheckerError

__all__ = ["Seeming", "packed_seeming", "seeming_of"]

_UNPACK = "unpack it, and name the file that was in it"
_AS_XLSX = "save it as .xlsx, or the sheet as CSV"
_AS_CSV = "copy its table into a sheet, and save that as CSV"
_AS_GEOJSON = "save the layer as GeoJSON in WGS 84, such as with ogr2ogr"
_NO_TABLE = "name the file of the reports"
_BLANKS = "\ufeff \t\r\n"
_MOST_NAMED = 3
_FEWEST_MARKS = 2


@dataclass(frozen=True, slots=True)
class Seeming:
    """Say what a file is, as in "the file is ...", and what to do.

    ``suffixes`` are the ends of names under which it is read as that; none where it is not read. By
    default what to do is to let the name end in the first of them.
    """

    said: str
    suffixes: tuple[str, ...] = ()
    hint: str = ""

    def way_out(self, packing: str = "") -> str:
        """Return what to do; ``packing`` is the end of the name of what is compressed."""
        return self.hint or f"let its name end in {self.suffixes[0]}{packing}"


_KINDS = (
    # RFC 1952, 2.3.1; RFC 8878, 3.1.1; the others by the documents of their programs.
    (
        b"\x1f\x8b",
        Seeming("compressed with gzip", (".gz",), f"{_UNPACK}; or let its own end in .gz, once"),
    ),
    (
        b"\x28\xb5\x2f\xfd",
        Seeming("compressed with zstd", (".zst",), f"{_UNPACK}; or let its own end in .zst, once"),
    ),
    (b"BZh91AY&SY", Seeming("compressed with bzip2", hint=_UNPACK)),
    (b"\xfd7zXZ\x00", Seeming("compressed with xz", hint=_UNPACK)),
    (b"7z\xbc\xaf\x27\x1c", Seeming("a 7z archive", hint=_UNPACK)),
    (b"Rar!\x1a\x07", Seeming("a RAR archive", hint=_UNPACK)),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        Seeming("a spreadsheet of old (.xls), or one that is locked by a password", hint=_AS_XLSX),
    ),
    (b"PAR1", Seeming("Parquet", (".parquet", ".pq"))),
    (b"ARROW1\0\0", Seeming("Arrow or Feather", hint="save it as Parquet or CSV")),
    (b"Obj\x01", Seeming("Avro", hint="save it as Parquet or CSV")),
    (b"SQLite format 3\x00", Seeming("a database, such as a GeoPackage", hint=_AS_GEOJSON)),
    (b"\x00\x00\x27\x0a", Seeming("a shapefile", hint=_AS_GEOJSON)),
    (b"%PDF-", Seeming("a PDF document", hint=_AS_CSV)),
    (b"{\\rtf", Seeming("a document of a word processor (RTF)", hint=_AS_CSV)),
    (b"\x89PNG\r\n", Seeming("a picture", hint=_NO_TABLE)),
    (b"\xff\xd8\xff", Seeming("a picture", hint=_NO_TABLE)),
    (b"GIF89a", Seeming("a picture", hint=_NO_TABLE)),
    (
        b"version https://git-lfs.github.com/",
        Seeming("a pointer of Git LFS, which only names the file", hint="fetch it: git lfs pull"),
    ),
)
"""First bytes of formats, most of which hold no text."""
_ZIP = b"PK\x03\x04"
_MEMBERS = (
    ("xl/workbook.xml", Seeming("an XLSX workbook", (".xlsx", ".xlsm"))),
    ("xl/workbook.bin", Seeming("a workbook in binary form (.xlsb)", hint=_AS_XLSX)),
    ("word/document.xml", Seeming("a document of a word processor (.docx)", hint=_AS_CSV)),
    ("[Content_Types].xml", Seeming("a document of an office program", (".xlsx",), _AS_XLSX)),
    ("content.xml", Seeming("a document of LibreOffice, such as a sheet (.ods)", hint=_AS_XLSX)),
)
"""What an archive is by a file in it: ECMA-376, part 2; OpenDocument 1.3, part 2."""
_ANY_ARCHIVE = Seeming(
    "a ZIP archive, or a part of one",
    (".xlsx", ".kmz"),
    "unpack it, and name the files that were in it",
)
_ROOTS = {
    "kml": Seeming("KML", (".kml", ".xml")),
    "gpx": Seeming("GPX", (".gpx", ".xml")),
    "event": Seeming("Cursor on Target", (".cot", ".xml")),
    "events": Seeming("Cursor on Target", (".cot", ".xml")),
    "Workbook": Seeming("a spreadsheet saved as XML", hint=_AS_XLSX),
}
_HTML = re.compile(r"<(?:!doctype html|html|head|body|table)\b", re.IGNORECASE)
_PAGE = Seeming(
    "a web page (HTML)",
    hint="look at it in a browser: it may ask for a password; save its table as CSV",
)
_JSON = Seeming("JSON", (".json",))
_GEOJSON = Seeming("GeoJSON", (".geojson", ".json"))
_SEQUENCE = Seeming("a GeoJSON sequence", (".geojsons", ".geojsonl", ".geojsonseq", ".ndgeojson"))
_LINES = Seeming("NDJSON, with one object a line", (".ndjson", ".jsonl"))
_FEATURES = Seeming("one GeoJSON feature a line", _SEQUENCE.suffixes + _LINES.suffixes)
_ANY_JSON = Seeming("JSON", _JSON.suffixes + _GEOJSON.suffixes + _FEATURES.suffixes)
"""Stands for an object that may go on, or that another may follow."""
_CSV = Seeming("CSV", (".csv", ".tsv", ".txt"))
_FEATURE = re.compile(r'"type"\s*:\s*"Feature"')
_COLLECTION = re.compile(r'"type"\s*:\s*"FeatureCollection"')


def packed_seeming(source: Source) -> Seeming | None:
    """Return what a file is by first bytes that no text has; None where it may be a text."""
    if source.head.startswith(_ZIP):
        return _archive(source)
    return next((found for start, found in _KINDS if source.head.startswith(start)), None)


def seeming_of(source: Source) -> Seeming | None:
    """Return what a file seems to be; None where nothing tells."""
    return packed_seeming(source) or _text(_decoded(source.head))


def _archive(source: Source) -> Seeming:
    """Return what a ZIP archive is by the names of what is in it."""
    try:
        with source.open() as stream, zipfile.ZipFile(stream) as archive:
            names = [one for one in archive.namelist() if not one.endswith("/")]
    except (CheckerError, *DAMAGES):
        names = []
    for name, found in _MEMBERS:
        if name in names:
            return found
    if any(name.lower().endswith(".kml") for name in names):
        return Seeming("KMZ", (".kmz",))
    if not names:
        return _ANY_ARCHIVE
    held = ", ".join(map(repr, names[:_MOST_NAMED])) + ", ..." * (len(names) > _MOST_NAMED)
    return Seeming(f"a ZIP archive, which holds {held}", hint=_ANY_ARCHIVE.hint)


def _decoded(head: bytes) -> str:
    """Return the start of a text; empty where it is none."""
    is_utf16 = head[:2] in {b"\xff\xfe", b"\xfe\xff"}
    text = head.decode("utf-16" if is_utf16 else "utf-8-sig", "replace")
    return "" if "\0" in text else text.lstrip(_BLANKS)


def _text(text: str) -> Seeming | None:
    if text.startswith("<"):
        root = root_of(text.encode())
        if _HTML.match(text) or root.lower() == "html":
            return _PAGE
        known = "known are KML, GPX and Cursor on Target"
        other = Seeming(f"XML whose first element is <{root}>", hint=known)
        return _ROOTS.get(root, other) if root else None
    if text.startswith("\x1e"):
        return _SEQUENCE
    if text.startswith(("{", "[")):
        return _json(text)
    line = text.partition("\n")[0].rstrip("\r")
    is_table = line.isprintable() or line.replace("\t", "").isprintable()
    is_parted = max(map(line.count, SEPARATORS)) >= _FEWEST_MARKS
    return _CSV if is_table and is_parted else None


def _json(text: str) -> Seeming:
    first, _, rest = text.partition("\n")
    if first.startswith("{") and first.rstrip().endswith("}") and rest.lstrip().startswith("{"):
        return _FEATURES if _FEATURE.search(first) else _LINES
    if _COLLECTION.search(text):
        return _GEOJSON
    if text.startswith("["):
        return _JSON
    return _JSON if rest.strip() and not _FEATURE.search(text) else _ANY_JSON
