"""KMZ: an archive with a KML file, which is read; the pictures beside it are not."""

from collections.abc import Sequence
from dataclasses import replace

from checker.reports.archive import archive_of, member_of
from checker.reports.kml import open_kml
from checker.reports.opened import Opened, Reader
from checker.reports.seeming import packed_seeming
from checker.reports.source import Source, refuse
from checker.reports.xml_tree import elements_of

__all__ = ["READER", "open_kmz"]


def open_kmz(source: Source) -> Opened:
    """Open a KMZ file; raises ``CheckerError`` where it is damaged, or has no KML file or several.

    ``doc.kml`` at the top is the one that is meant, whatever other files it has, unless all that it
    holds are links to some of them.
    """
    with archive_of(source) as archive:
        names = [name for name in archive.namelist() if name.lower().endswith(".kml")]
        # macOS puts a file of attributes beside each file.
        names = [name for name in names if not name.startswith("__MACOSX/")]
    found = [name for name in names if name.lower() == "doc.kml"] or names
    if len(found) == 1 < len(names):
        found = _linked(source, found[0], names) or found
    if len(found) != 1:
        said = f"several KML files, {', '.join(found)}" if found else "no KML file"
        hint = "unpack it, and name the KML files in it"
        raise refuse("R123", f"the archive has {said}", source.name, hint)
    member = member_of(source, found[0])
    if (seeming := packed_seeming(member)) is not None:
        said = f"'{found[0]}' in the archive is no KML: it is {seeming.said}"
        raise refuse("R102", said, source.name, "unpack it, and look at what is in it")
    opened = open_kml(member)
    return replace(opened, source=source)


def _linked(source: Source, main: str, names: Sequence[str]) -> list[str]:
    """Return the files of the archive to which one of them links, if it holds nothing else.

    So GDAL and QGIS write KMZ: a file for each layer.
    """
    links: list[str] = []
    for element in elements_of(member_of(source, main), ("Placemark", "NetworkLink")):
        link = element.said("Link", "href") or element.said("Url", "href")
        if link not in names:
            return []
        links.append(link)
    return links


def _starts(head: bytes) -> bool:
    # The first member has its name at byte 30 of the file: APPNOTE 6.3.10, 4.3.7.
    return head.startswith(b"PK\x03\x04") and head[30:].split(b"\0")[0].lower().startswith(
        b"doc.kml"
    )


READER = Reader("KMZ", (".kmz",), _starts, open_kmz, is_text=False)
