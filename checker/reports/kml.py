"""KML: each Placemark is a report, its extended data are the columns (OGC 12-007r2, KML 2.3)."""

from dataclasses import replace
from functools import partial

from checker.reports.aside import Aside
from checker.reports.aside.xml_elements import ElementCopier
from checker.reports.items import merged, open_items
from checker.reports.kml_outlines import SEVERAL, SHAPES, outline_of
from checker.reports.opened import Opened, Reader
from checker.reports.rejected import Fault
from checker.reports.source import Source
from checker.reports.xml_rows import cut_fault, items_of, refuse_other_root
from checker.reports.xml_tree import Element, root_of

__all__ = ["READER", "open_kml"]

_NAMES = ("Placemark", "NetworkLink")
_TEXTS = ("name", "description", "address", "phoneNumber")
_LINK = Fault(
    "R236",
    "this links to another file, which is not followed",
    "save what it links to, and name that file too",
)


def open_kml(source: Source) -> Opened:
    """Open a KML file; raises ``CheckerError`` where it is damaged, or another kind of XML."""
    refuse_other_root(source, "kml", ("kml",))
    opened = open_items(source, partial(items_of, source, _NAMES, _row))
    return replace(opened, aside=Aside(".kml", ElementCopier(source.pieces, _NAMES)))


READER = Reader("KML", (".kml",), lambda head: root_of(head) == "kml", open_kml)


def _row(element: Element) -> dict[str, str] | Fault:
    """Return the cells of a Placemark, or why it is no report."""
    if element.is_cut:
        return cut_fault(element.name)
    if element.name == "NetworkLink":
        return _LINK
    given = _extended(element)
    for found in (_texts(element), _times(element), _position(element)):
        if isinstance(given, Fault) or isinstance(found, Fault):
            return given if isinstance(given, Fault) else found
        given = merged(given, found)
    return given


def _texts(element: Element) -> dict[str, str]:
    """Return what a Placemark says of itself; ``folder`` are the names of what it stands in."""
    cells = {"id": element.attributes["id"]} if "id" in element.attributes else {}
    cells |= {one.name: one.text for one in element.children if one.name in _TEXTS}
    if element.within:
        cells["folder"] = " / ".join(element.within)
    return cells


def _extended(element: Element) -> dict[str, str] | Fault:
    """Return the columns of ExtendedData, typed or not."""
    cells: dict[str, str] = {}
    data = element.child("ExtendedData")
    for one in data.children if data is not None else ():
        pairs = {one.attributes.get("name", "").strip(): one.said("value")}
        if one.name == "SchemaData":
            pairs = {}
            for held in one.children:
                name = held.attributes.get("name", "").strip()
                if name in pairs:
                    return Fault("R232", f"the name '{name}' stands here twice", "keep one")
                pairs[name] = held.text
        elif one.name != "Data":
            pairs = {one.name: one.text}
        twice = cells.keys() & pairs.keys()
        if twice:
            return Fault("R232", f"the name '{min(twice)}' stands here twice", "keep one")
        cells |= pairs
    return cells


def _times(element: Element) -> dict[str, str] | Fault:
    """Return the time of a stamp or a span; one that is open at an end is no time."""
    if element.child("TimeStamp") is not None:
        return {"seen_from": element.said("TimeStamp", "when")}
    if element.child("TimeSpan") is None:
        return {}
    begin, end = element.said("TimeSpan", "begin"), element.said("TimeSpan", "end")
    if bool(begin) != bool(end):
        lacks = "end" if begin else "begin"
        return Fault("R235", f"the time span has no {lacks}", f"write <{lacks}> too")
    return {"seen_from": begin, "seen_to": end}


def _position(element: Element) -> dict[str, str] | Fault:
    """Return lon and lat of a Point, the outline of what else is drawn, nothing without a shape."""
    shapes = [one for one in element.children if one.name in SHAPES]
    point = element.child("Point")
    if shapes:
        outline = outline_of(shapes[0]) if len(shapes) == 1 and point is None else SEVERAL
        return outline if isinstance(outline, Fault) else {"outline": outline}
    if point is None:
        return {}
    places = point.said("coordinates").split()
    numbers = places[0].split(",") if len(places) == 1 else []
    if len(numbers) not in {2, 3}:
        hint = "write <coordinates>lon,lat</coordinates>"
        return Fault("R214", "the point has no coordinates, or several", hint)
    return {"lon": numbers[0], "lat": numbers[1]}
