"""XML under no name of its own: its first element says which format it is."""

from checker.reports import cot, gpx, kml
from checker.reports.opened import Opened, Reader
from checker.reports.source import Source, refuse
from checker.reports.xml_tree import root_of

__all__ = ["READER", "open_xml"]


def open_xml(source: Source) -> Opened:
    """Open a file as what its first element says; raises ``CheckerError`` where that is nothing."""
    for reader in (kml.READER, gpx.READER, cot.READER):
        if reader.is_start(source.head):
            return reader.open(source)
    root = root_of(source.head)
    said = f"its first element is <{root}>" if root else "no element begins in it"
    hint = "known are KML, GPX and Cursor on Target"
    raise refuse("R102", f"the file is no XML that is read: {said}", source.name, hint)


def _starts(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


READER = Reader("XML", (".xml",), _starts, open_xml)
