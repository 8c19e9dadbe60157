"""Meridians and parallels over a map, so that it tells itself where north is and how it bends."""

from dataclasses import dataclass
from math import ceil, floor

import numpy as np

from checker.geography.flat import Flat, FlatLine

__all__ = ["Grid", "Label", "grid_over", "length_text", "scale_bar_m"]

_STEPS_DEG = (
    *(0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5),
    *(1.0, 2.0, 5.0, 10.0, 15.0, 30.0),
)
_LINES = 5
_M_PER_DEG = 111_320.0
_NEAR_POLE = 80.0
_SIDE = 60
_KM = 1_000.0
_ROOM = 0.15


@dataclass(frozen=True, slots=True)
class Label:
    """Say which meridian or parallel a line is, at a spot on it."""

    text: str
    x_m: float
    y_m: float


@dataclass(frozen=True, slots=True)
class Grid:
    """Hold the lines, and their labels on the left and below where the first view ends."""

    lines: tuple[FlatLine, ...]
    labels: tuple[Label, ...]


def grid_over(flat: Flat, centre: tuple[float, float], reach_m: float) -> Grid:
    """Return some five meridians and parallels across a view, drawn beyond it too."""
    lon, lat = flat.degrees(*centre)
    tall_deg = 2.0 * reach_m / _M_PER_DEG
    wide_deg = tall_deg / max(0.02, float(np.cos(np.radians(min(89.0, abs(lat) + tall_deg / 2)))))
    down, across = _step(tall_deg), _step(min(360.0, wide_deg))
    most = 3.0
    south, north = max(-90.0, lat - most * tall_deg), min(90.0, lat + most * tall_deg)
    is_round = wide_deg >= 180.0 or abs(lat) + tall_deg / 2 > _NEAR_POLE  # noqa: PLR2004 - half a turn
    reach_deg = 180.0 if is_round else min(180.0, most * wide_deg)
    lines: list[FlatLine] = []
    labels: list[Label] = []
    for value in _values(lon - reach_deg, lon + reach_deg, across):
        if is_round and value >= floor((lon - reach_deg) / across) * across + 360.0:
            continue
        meridian = np.linspace(south, north, 4 * _SIDE + 1)
        runs = flat.runs(np.full(len(meridian), value), meridian)
        lines += runs
        labels += _labelled(runs, _meridian(value), centre, reach_m, 1)
    for value in _values(south, north, down):
        if abs(value) < 90.0:  # noqa: PLR2004 - a pole is no line
            parallel = np.linspace(lon - reach_deg, lon + reach_deg, 4 * _SIDE + 1)
            runs = flat.runs(parallel, np.full(len(parallel), value))
            lines += runs
            labels += _labelled(runs, _parallel(value), centre, reach_m, 0)
    return Grid(tuple(lines), tuple(_apart(labels, _ROOM * reach_m)))


def scale_bar_m(reach_m: float) -> float:
    """Return a round length of about a quarter of a view."""
    target = reach_m / 2.0
    power = 10.0 ** floor(np.log10(target))
    return float(max(step * power for step in (1.0, 2.0, 5.0) if step * power <= target))


def length_text(length_m: float) -> str:
    """Return a round length in kilometres, or in metres where it is none."""
    return f"{length_m / _KM:,g} km" if length_m >= _KM else f"{length_m:g} m"


def _labelled(
    runs: list[FlatLine], text: str, centre: tuple[float, float], reach_m: float, axis: int
) -> list[Label]:
    """Return a label where a line leaves the view: below for a meridian, left for a parallel."""
    for run in runs:
        x, y = run[0] - centre[0], run[1] - centre[1]
        inside = (np.abs(x) <= reach_m) & (np.abs(y) <= reach_m)
        if inside.any():
            along = np.where(inside, (x, y)[axis], np.inf)
            place = int(np.argmin(along))
            return [Label(text, float(run[0][place]), float(run[1][place]))]
    return []


def _apart(labels: list[Label], room_m: float) -> list[Label]:
    """Return labels without those that would lie on another, as all meridians do at a pole."""
    kept: list[Label] = []
    for one in labels:
        if all(abs(o.x_m - one.x_m) > room_m or abs(o.y_m - one.y_m) > room_m / 4 for o in kept):
            kept.append(one)
    return kept


def _step(span_deg: float) -> float:
    return next((step for step in _STEPS_DEG if span_deg / step <= _LINES + 1), _STEPS_DEG[-1])


def _values(low: float, high: float, step: float) -> list[float]:
    return [round(place * step, 6) for place in range(ceil(low / step), floor(high / step) + 1)]


def _meridian(value: float) -> str:
    turned = (value + 180.0) % 360.0 - 180.0
    if abs(turned) in {0.0, 180.0}:
        return f"{abs(turned):g}°"
    return f"{abs(round(turned, 6)):g}° {'E' if turned > 0 else 'W'}"


def _parallel(value: float) -> str:
    return f"{abs(value):g}°{' N' if value > 0 else ' S' if value < 0 else ''}"
