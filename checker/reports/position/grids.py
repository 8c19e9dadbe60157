"""Cells of grid references: MGRS, UTM, UPS, or longitude and latitude at once, as squares."""

import re

import numpy as np

from checker.geography.doubt.doubt import Doubt, drawn_doubt
from checker.geography.doubt.mgrs import GridProblem, Zone
from checker.geography.doubt.squares import grid_doubt, ups_doubt, utm_doubt
from checker.geography.shapes import Area
from checker.reports.position.degrees import Angle, pair_of
from checker.reports.rejected import Fault

__all__ = ["grid_cell"]

_ZONE = r"(?:zone\s*)?(\d{1,2})\s*(north|south|[C-HJ-NP-X])"
_EAST = r"(?:E(?:asting)?\s*[:=]?\s*)?(\d{5,7}(?:\.\d{1,6})?)\s*(?:m\s*)?E?"
_NORTH = r"(?:N(?:orthing)?\s*[:=]?\s*)?(\d{1,8}(?:\.\d{1,6})?)\s*(?:m\s*)?N?"
_GAP = r"[\s,;/]+"
_UTM = re.compile(rf"(?:utm\s*)?{_ZONE}{_GAP}{_EAST}{_GAP}{_NORTH}", re.IGNORECASE | re.ASCII)
_UTM_LAST = re.compile(rf"{_EAST}{_GAP}{_NORTH}{_GAP}(?:utm\s*)?{_ZONE}", re.IGNORECASE | re.ASCII)
_UPS = re.compile(
    rf"(?:ups[\s,:]*(north|south|[NSABYZ])|([ABYZ]))\s*{_EAST}{_GAP}{_NORTH}",
    re.IGNORECASE | re.ASCII,
)
_MGRS = re.compile(r"(?:mgrs|usng)[\s:]+", re.IGNORECASE)
_LONGEST = 80
_BEND_M = 0.5
"""More than a geodesic of 0.05 degrees leaves the parallel of its ends, up to 85 degrees."""
_WIDE_DEG = 0.05
_HINT = "write one such as 36SYB4512, 36 north 745000 3612000, or 33.1N 36.2E"


def grid_cell(text: str) -> Doubt | Fault:
    """Return the ground that a grid reference leaves open, or why it is none."""
    if len(text) > _LONGEST:
        return Fault("R209", f"'{text[:40]}...' is not a grid reference", _HINT)
    try:
        metric = _utm(text) or _ups(text)
        if metric is not None:
            return metric
        pair = pair_of(text)
        if pair is not None:
            return _box(*pair)
        return grid_doubt(_MGRS.sub("", text, count=1))
    except GridProblem as problem:
        return Fault("R209", problem.message, problem.hint)


def _utm(text: str) -> Doubt | None:
    """Return the square of coordinates in UTM, None where the text is no such thing."""
    found, last = _UTM.fullmatch(text.strip()), _UTM_LAST.fullmatch(text.strip())
    if found is not None:
        number, letter, east, north = found.groups()
    elif last is not None:
        east, north, number, letter = last.groups()
    else:
        return None
    if not 1 <= int(number) <= 60:  # noqa: PLR2004 - zones of 6 degrees
        raise GridProblem(f"'{text}': there is no zone {number}", "zones run from 1 to 60")
    # Words tell a half of the Earth, which a band of it tells as well.
    half = {"NORTH": "N", "SOUTH": "M"}.get(letter.upper(), letter.upper())
    is_half = len(letter) > 1
    zone, unit_m = Zone(int(number), half), _unit_m(east, north)
    return utm_doubt(text, zone, (float(east), float(north)), unit_m, is_half=is_half)


def _ups(text: str) -> Doubt | None:
    """Return the square of coordinates about a pole, None where the text is no such thing."""
    found = _UPS.fullmatch(text.strip())
    if found is None:
        return None
    named, letter, east, north = found.groups()
    part = (named or letter).upper()[:1]
    return ups_doubt(text, part, (float(east), float(north)), _unit_m(east, north))


def _unit_m(east: str, north: str) -> float:
    """Return how much one of the last digit is, in metres, of the coarser of two numbers."""
    return 10.0 ** -min(len(one.partition(".")[2]) for one in (east, north))


def _box(lon: Angle, lat: Angle) -> Doubt:
    """Return the ground that two angles leave open: half a unit inward, and one outward.

    The last digit may be cut off or rounded.
    """
    west, east = _ends(lon, 180.0)
    south, north = _ends(lat, 90.0)
    steps = np.linspace(west, east, 2 + int((east - west) / _WIDE_DEG))
    lower = [(float(one), south) for one in steps]
    upper = [(float(one), north) for one in steps[::-1]]
    return drawn_doubt(Area((((*lower, *upper, lower[0]),),), _BEND_M))


def _ends(angle: Angle, most: float) -> tuple[float, float]:
    value, unit = float(angle.degrees), float(angle.unit)
    inner, outer = abs(value) - 0.5 * unit, min(abs(value) + unit, most)
    if value == 0.0:
        return -outer, outer
    return (inner, outer) if value > 0.0 else (-outer, -inner)
