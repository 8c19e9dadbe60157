"""Drawn edges so long that what an edge means moves the line."""

from collections.abc import Iterator

import numpy as np

from checker.geography.axes import swapped_vertices
from checker.geography.geodesic import inverse
from checker.geography.shapes import Area, Line, Path
from checker.language.lint.drawings import drawings_of, paths_of
from checker.language.lint.linted import Check, Found, Linted

__all__ = ["CHECK"]

_EARTH_M = 6_371_008.8  # mean radius, Moritz, Geodetic Reference System 1980
_LEAST_M = 1.0
"""What a drawing that calls itself exact is still not held to."""
_WIDEST_DEG = 180.0


def run(linted: Linted) -> Iterator[Found]:
    """Find edges whose middle lies elsewhere if ``edges`` meant the other thing.

    Compared with the accuracy that the place states: where the two meanings differ by less, it does
    not matter which is right. The worst edge of each drawing is told; none of one with a vertex
    that may have its axes swapped, which is told itself (W107).
    """
    for drawing in drawings_of(linted):
        if not isinstance(drawing.shape, Line | Area):
            continue
        shape = drawing.shape
        paths = paths_of(shape)
        if any(len(swapped_vertices(path)) for path in paths):
            continue
        moved_m, length_m, start = max((_worst(path) for path in paths), default=(0.0, 0.0, (0, 0)))
        if moved_m > max(shape.accuracy_m, _LEAST_M):
            lon, lat = start
            message = (
                f"an edge of {drawing.name!r} is {length_m / 1e3:,.0f} km long, from {lon:g}, "
                f"{lat:g} on: its middle lies {_metres(moved_m)} elsewhere if edges are not "
                f"{shape.edges}, and the place is good to {_metres(shape.accuracy_m)}"
            )
            hint = "make sure of edges:, or draw more points along the line"
            yield Found(message, drawing.span, hint)


def _worst(path: Path) -> tuple[float, float, tuple[float, float]]:
    """Return how far the two meanings of an edge part at its middle, its length, its start."""
    found = (0.0, 0.0, path[0])
    if len(path) < 2:  # noqa: PLR2004 - a path of one vertex has no edge
        return found
    vertices = np.asarray(path, dtype=np.float64)
    lon, lat = vertices[:, 0], vertices[:, 1]
    middle_lon, middle_lat = 0.5 * (lon[:-1] + lon[1:]), 0.5 * (lat[:-1] + lat[1:])
    towards_deg, length_m = inverse(lon[:-1], lat[:-1], lon[1:], lat[1:])
    aside_deg, away_m = inverse(lon[:-1], lat[:-1], middle_lon, middle_lat)
    # How far the middle lies off the shortest way, on a sphere: good to a percent.
    sine = np.sin(away_m / _EARTH_M) * np.sin(np.radians(aside_deg - towards_deg))
    moved_m = np.abs(np.arcsin(np.clip(sine, -1.0, 1.0))) * _EARTH_M
    moved_m[np.abs(np.diff(lon)) > _WIDEST_DEG] = 0.0
    worst = int(np.argmax(moved_m))
    return float(moved_m[worst]), float(length_m[worst]), path[worst]


def _metres(length_m: float) -> str:
    return f"{length_m / 1e3:,.1f} km" if length_m >= 1e3 else f"{length_m:,.0f} m"  # noqa: PLR2004


CHECK = Check("W106", "long edges whose meaning moves the line", run, is_cheap=False)
