"""Paths and texts of SVG: what a picture is put together from."""

from collections.abc import Iterable
from unicodedata import bidirectional, combining, east_asian_width

import numpy as np

from checker.geography.flat import FlatLine
from checker.outputs.colours import LOOKS
from checker.outputs.drawing.marks import STROKED, mark_path
from checker.outputs.printable import printable
from checker.outputs.xml_text import attributes, text

__all__ = ["Frame", "along", "fitted", "mark", "path", "words"]

_TURNED = {"R", "AL"}
_WIDE = {"W": 1.0, "F": 1.0}
_NARROW = 0.56
"""The width of a letter of a common typeface, in its height."""

_LEAST = 0.6
"""Vertices nearer to each other than this look like one."""


class Frame:
    """Turn metres on the map into units of a picture."""

    def __init__(
        self, centre: tuple[float, float], m_per_unit: float, middle: tuple[float, float]
    ) -> None:
        self._x_m, self._y_m = centre
        self._scale = m_per_unit
        self._x, self._y = middle

    def spot(self, x_m: float, y_m: float) -> tuple[float, float]:
        """Return where a spot of the map lies."""
        return (
            round(self._x + (x_m - self._x_m) / self._scale, 1),
            round(self._y - (y_m - self._y_m) / self._scale, 1),
        )

    def line(self, line: FlatLine) -> str:
        """Return a line as a piece of a path; bends that nobody would see are left out."""
        x = self._x + (line[0] - self._x_m) / self._scale
        y = self._y - (line[1] - self._y_m) / self._scale
        if len(x) < 2:  # noqa: PLR2004 - a line has two ends
            return ""
        spots = list(zip(x.tolist(), y.tolist(), strict=True))
        kept = spots[:1]
        for east, south in spots[1:-1]:
            if max(abs(east - kept[-1][0]), abs(south - kept[-1][1])) >= _LEAST:
                kept.append((east, south))
        kept.append(spots[-1])
        return f"M{'L'.join(f'{east:.1f},{south:.1f}' for east, south in kept)}"

    def lines(self, lines: Iterable[FlatLine]) -> str:
        """Return several lines as one path."""
        return "".join(map(self.line, lines))

    def ground(self, fills: Iterable[tuple[FlatLine, ...]]) -> str:
        """Return areas with their holes as one path."""
        rings = [self.line(ring) for rings in fills for ring in rings]
        return "".join(f"{ring}Z" for ring in rings if ring)


def along(line: FlatLine, centre: tuple[float, float], reach_m: float) -> list[tuple[float, float]]:
    """Return spots along a line, near each other as a view of ``reach_m`` goes, that lie in it."""
    x, y = line
    length = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
    steps = np.linspace(0.0, length[-1], int(min(5_000.0, 20.0 * length[-1] / reach_m)) + 2)
    east, north = np.interp(steps, length, x), np.interp(steps, length, y)
    inside = np.maximum(np.abs(east - centre[0]), np.abs(north - centre[1])) < reach_m
    return list(zip(east[inside].tolist(), north[inside].tolist(), strict=True))


def path(d: str, **given: str | float | None) -> str:
    """Return a path with its look; nothing for an empty one. A name's _ stands for a dash."""
    if not d:
        return ""
    return f"<path{attributes(d=d)}{_look(given)}/>\n"


def words(said: str, x: float, y: float, **given: str | float | None) -> str:
    """Return a text at a spot, in the direction of its own first letter.

    That is told by marks in the text (Unicode, UAX 9): not every program knows the property.
    """
    whole = {"x": x, "y": y, **given}
    shown = printable(said)
    if any(bidirectional(letter) in _TURNED for letter in shown):
        shown = f"\N{FIRST STRONG ISOLATE}{shown}\N{POP DIRECTIONAL ISOLATE}"
    return f"<text{_look(whole)}>{text(shown)}</text>\n"


def mark(word: str, x: float, y: float, reach: float) -> str:
    """Return the mark of a standing, with a pale rim that parts it from what lies below."""
    look = LOOKS[word]
    d, colour = mark_path(look.mark, x, y, reach), f"#{look.colour}"
    if look.mark in STROKED:
        below = path(d, fill="none", stroke="#ffffff", stroke_width=round(reach * 0.9, 1))
        return below + path(d, fill="none", stroke=colour, stroke_width=round(reach * 0.55, 1))
    return path(d, fill=colour, stroke="#ffffff", stroke_width=1.2, paint_order="stroke")


def fitted(said: str, room: float, size: float) -> str:
    """Return as much of a text as fits into ``room``, as well as that is known without its font."""
    shown = " ".join(printable(said).split())
    width = 0.0
    for place, letter in enumerate(shown):
        if not combining(letter):
            width += size * _WIDE.get(east_asian_width(letter), _NARROW)
        if width > room:
            return f"{shown[: max(1, place - 1)]}\N{HORIZONTAL ELLIPSIS}"
    return shown


def _look(given: dict[str, str | float | None]) -> str:
    return attributes(**{name.replace("_", "-"): value for name, value in given.items()})
