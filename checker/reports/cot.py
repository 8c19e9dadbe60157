"""Cursor on Target: each event is a report of where something was (MITRE MTR 080213; Event.xsd).

``ce`` is taken as the radius: the schema calls it one sigma, or an area round the point. Whoever
sends one sigma has to state a factor; so the file says, as a warning, what was taken.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from checker.reports.aside import Aside
from checker.reports.aside.xml_elements import ElementCopier
from checker.reports.cot_sighting import no_sighting
from checker.reports.items import Item, open_items
from checker.reports.opened import Opened, Reader
from checker.reports.rejected import Fault
from checker.reports.source import Source
from checker.reports.xml_rows import cut_fault, items_of, refuse_other_root
from checker.reports.xml_tree import Element, SeveralRootsError, root_of
from checker.values.diagnostic import Diagnostic
from checker.values.span import Span

__all__ = ["READER", "open_cot"]

_UNKNOWN = 9_999_999.0
"""Stands for an error that nobody knows: MTR 080213, table of the attributes of ``point``.

Nor does 0 tell one: no sighting is exact, and senders that know of no error fill it with noughts.
"""
_AFFILIATIONS = {
    "p": "pending",
    "u": "unknown",
    "a": "assumed friend",
    "f": "friend",
    "n": "neutral",
    "s": "suspect",
    "h": "hostile",
    "j": "joker",
    "k": "faker",
    "o": "none specified",
    "x": "other",
}
_DIMENSIONS = {
    "P": "space",
    "A": "air",
    "G": "ground",
    "S": "sea surface",
    "U": "sea subsurface",
    "F": "special operations",
    "X": "other",
}
"""The second and third part of the type of an atom: MTR 080213, and MIL-STD-2525B, table I."""
_OWN = ("lon", "lat", "ce")
_DECLARATION = re.compile(rb"<\?xml[^>]*\?>")
_ROOTS = ("event", "events")

_DRAWN = ("u-d-c", "u-d-f", "u-d-r")
"""Circles, free forms and rectangles that somebody drew: ``ce`` is of their middle alone."""


def open_cot(source: Source) -> Opened:
    """Open a file of events: one, several in a list, or several documents one after the other.

    Raises ``CheckerError`` where it is damaged, or another kind of XML.
    """
    refuse_other_root(source, "cot", _ROOTS)
    said = "ce was taken as the radius that holds the place"
    hint = "if the sender means one sigma, state a larger one in the mapping: constants, or values"
    warnings = [Diagnostic("R162", said, Span(source.name, 1, 1, 1, 1), hint, "warning")]

    def items_of_several() -> Iterator[Item]:
        return items_of(source, ("event",), _row, _joined(source.pieces()))

    copier = ElementCopier(source.pieces, ("event",))
    try:
        opened = open_items(source, partial(items_of, source, ("event",), _row), warnings)
    except SeveralRootsError:
        opened = open_items(source, items_of_several, warnings)
        copier = ElementCopier(lambda: _joined(source.pieces()), ("event",))
    return replace(opened, aside=Aside(".cot", copier))


READER = Reader("Cursor on Target", (".cot",), lambda head: root_of(head) in _ROOTS, open_cot)


def _joined(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield several documents as one: without their declarations, between two tags."""
    yield b"<events>"
    rest = b""
    for piece in pieces:
        text = _DECLARATION.sub(b"", rest + piece)
        # A declaration may be cut in two.
        start = text.rfind(b"<?")
        cut = start if start >= 0 and len(text) - start < 1000 else len(text) - 1  # noqa: PLR2004
        yield text[:cut]
        rest = text[cut:]
    yield _DECLARATION.sub(b"", rest)
    yield b"</events>"


def _row(event: Element) -> dict[str, str] | Fault:
    """Return the cells of an event, or why it is no report."""
    if event.is_cut:
        return cut_fault(event.name)
    said = event.attributes
    start, made = said.get("start", "").strip(), said.get("time", "").strip()
    fault = no_sighting(said)
    if fault is not None:
        return fault
    point = event.child("point")
    place = point.attributes if point is not None else {}
    cells = {**said, **_affiliation(said.get("type", "")), "seen_from": start or made}
    cells |= {f"point.{name}": text for name, text in place.items() if name not in _OWN}
    cells |= {"lon": place.get("lon", ""), "lat": place.get("lat", "")}
    detail = event.child("detail")
    is_shape = detail is not None and detail.child("shape") is not None
    is_drawn = is_shape or said.get("type", "").startswith(_DRAWN)
    cells["radius_m"] = "" if is_drawn else _radius(place.get("ce", ""))
    for name, text in _details(detail).items() if detail is not None else ():
        cells[f"detail.{name}" if name in cells else name] = text
    return cells


def _affiliation(kind: str) -> dict[str, str]:
    """Return in words what the type of an atom says; blank for what is none."""
    parts = [*kind.split("-"), "", "", ""]
    is_atom = parts[0] == "a"
    return {
        "affiliation": _AFFILIATIONS.get(parts[1], "") if is_atom else "",
        "dimension": _DIMENSIONS.get(parts[2], "") if is_atom else "",
    }


def _radius(error: str) -> str:
    """Return a circular error as it stands; blank where it says that nobody knows."""
    try:
        is_unknown = float(error) == 0 or float(error) >= _UNKNOWN
    except ValueError:
        return error
    return "" if is_unknown else error


def _details(detail: Element) -> dict[str, str]:
    """Return all attributes and texts in an element, by their paths: ``contact.callsign``."""
    cells: dict[str, list[str]] = {}
    waiting = [(one.name, one) for one in reversed(detail.children)]
    while waiting:
        path, one = waiting.pop()
        if one.text:
            cells.setdefault(path, []).append(one.text)
        for name, text in one.attributes.items():
            cells.setdefault(f"{path}.{name}", []).append(text)
        waiting += [(f"{path}.{inner.name}", inner) for inner in reversed(one.children)]
    return {path: ";".join(texts) for path, texts in cells.items()}
