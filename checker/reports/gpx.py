"""GPX: waypoints and points of tracks; what stands in them are the columns (GPX 1.1, and 1.0).

Who it was, of what kind and how exact is said by extensions, or has to be stated.
"""

from dataclasses import replace
from functools import partial

from checker.reports.aside import Aside
from checker.reports.aside.xml_elements import ElementCopier
from checker.reports.items import merged, open_items
from checker.reports.opened import Opened, Reader
from checker.reports.rejected import Fault
from checker.reports.source import Source
from checker.reports.xml_rows import cut_fault, items_of, refuse_other_root
from checker.reports.xml_tree import Element, root_of

__all__ = ["READER", "open_gpx"]

_POINTS = {"wpt": "waypoint", "trkpt": "track point"}
_NAMES = (*_POINTS, "rtept")
_PLANNED = Fault(
    "R236",
    "a point of a route says where somebody means to go, not where they were",
    "nothing; or make it a waypoint, if somebody was there",
)


def open_gpx(source: Source) -> Opened:
    """Open a GPX file; raises ``CheckerError`` where it is damaged, or another kind of XML."""
    refuse_other_root(source, "gpx", ("gpx",))
    opened = open_items(source, partial(items_of, source, _NAMES, _row))
    return replace(opened, aside=Aside(".gpx", ElementCopier(source.pieces, _NAMES)))


READER = Reader("GPX", (".gpx",), lambda head: root_of(head) == "gpx", open_gpx)


def _row(element: Element) -> dict[str, str] | Fault:
    """Return the cells of a point, or why it is no report."""
    if element.is_cut:
        return cut_fault(element.name)
    if element.name == "rtept":
        return _PLANNED
    own = {
        "lon": element.attributes.get("lon", ""),
        "lat": element.attributes.get("lat", ""),
        "point": _POINTS[element.name],
    }
    if element.within:
        own["track"] = " / ".join(element.within)
    cells = _leaves(element)
    if isinstance(cells, Fault):
        return cells
    if "time" in cells:
        own["seen_from"] = cells.pop("time")
    return merged(cells, own)


def _leaves(element: Element) -> dict[str, str] | Fault:
    """Return the texts in an element, at any depth, each under its own name."""
    cells: dict[str, str] = {}
    waiting = list(reversed(element.children))
    while waiting:
        one = waiting.pop()
        if one.children:
            waiting += reversed(one.children)
        elif one.text and cells.get(one.name, one.text) != one.text:
            return Fault("R232", f"the name '{one.name}' stands here twice", "keep one")
        else:
            cells[one.name] = one.text or cells.get(one.name, "")
    return cells
