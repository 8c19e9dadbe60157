"""Places drawn with longitude and latitude the wrong way round."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from checker.geography.axes import are_swapped, cluster_of, swapped_vertices
from checker.geography.discs import FloatArray
from checker.geography.extent import extent_of
from checker.geography.geodesic import ecef
from checker.geography.region import Named
from checker.language.lint.drawings import Drawing, drawings_of, paths_of
from checker.language.lint.linted import Check, Found, Linted

__all__ = ["CHECK"]

_FEWEST = 2
_HINT = "longitude and latitude may be swapped: longitude comes first"
_CHORD_TO_GROUND = 1.6
"""More than pi/2: no ground distance is more than that of its chord."""


def run(linted: Linted) -> Iterator[Found]:
    """Find drawn places far from all the others that would lie among them with axes swapped.

    And single vertices of lines and areas that would so lie by their neighbours.
    """
    drawings = drawings_of(linted)
    for drawing in drawings:
        yield from _vertices(drawing)
    middles = [extent_of(Named(drawing.name, drawing.shape)) for drawing in drawings]
    known = [(d, m) for d, m in zip(drawings, middles, strict=True) if m is not None]
    if len(known) < _FEWEST:
        return
    lon, lat, reach_m = np.array([extent for _, extent in known]).T
    for index in np.flatnonzero(_may_be_swapped(lon, lat)).tolist():
        drawing, _ = known[index]
        others = np.arange(len(known)) != index
        # Of two alone, nobody can say which is swapped: the later one is told.
        if len(known) == _FEWEST and index == 0:
            continue
        among = cluster_of(lon[others], lat[others])
        if among is not None:
            # What lies by half of the others lies by them, however long or wide they are.
            wide_m = float(np.median(reach_m[others]))
            among = replace(among, among_m=among.among_m + wide_m)
        if are_swapped(lon[[index]], lat[[index]], among)[0]:
            message = (
                f"{drawing.name!r} lies far from all the other places, and would lie among them "
                f"at longitude {lat[index]:g}, latitude {lon[index]:g}"
            )
            yield Found(message, drawing.span, _HINT)


def _vertices(drawing: Drawing) -> Iterator[Found]:
    """Find the vertices of a drawing that lie by their neighbours with axes swapped."""
    for path in paths_of(drawing.shape):
        for index in swapped_vertices(path).tolist():
            lon, lat = path[index]
            message = (
                f"the vertex {lon:g}, {lat:g} of {drawing.name!r} lies far from its neighbours "
                f"and would lie by them at longitude {lat:g}, latitude {lon:g}"
            )
            yield Found(message, drawing.span, _HINT)


def _may_be_swapped(lon_deg: FloatArray, lat_deg: FloatArray) -> NDArray[np.bool_]:
    """Say which of p places may be among the others if swapped, by chords alone; shape (p,).

    Among them is what lies within some length of the middle one (``are_swapped``), and half of the
    others lie within half of that length. A swapped place is more than one and a half such lengths
    from each of those, and turned round it is not: it has come nearer to half of the others.
    """
    here, turned = ecef(lon_deg, lat_deg), ecef(lat_deg, lon_deg)
    away_m = np.linalg.norm(here[:, None] - here[None], axis=2)
    turned_m = np.linalg.norm(turned[:, None] - here[None], axis=2)
    return np.asarray(2 * (turned_m <= _CHORD_TO_GROUND * away_m).sum(axis=1) >= len(here) - 1)


# A swapped place changes every answer that hangs on it, so `accord check` tells it too; what is
# told of its sides and depths is no more than what follows.
CHECK = Check("W107", "longitude and latitude swapped", run, is_cheap=True, tells_why=True)
