"""The faces that outlines cut a plane into: each lies in a place, or out of it, as a whole."""

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from checker.geography.discs import FloatArray
from checker.geography.outlines import Outline

__all__ = ["Faces", "faces_of"]

BoolArray = NDArray[np.bool_]

_THIN_M = 1e-3


class Faces:
    """Hold the bounded faces between outlines; all of them are cut once, so none overlap.

    To join areas two by two would leave slivers and spikes where a crossing, rounded, lies off the
    edge that it cuts; faces that are cut at once share their edges to the last bit.
    """

    def __init__(self, polygons: NDArray[np.object_]) -> None:
        self._polygons = polygons
        self._spots = shapely.point_on_surface(polygons)

    def __len__(self) -> int:
        return len(self._polygons)

    def held_by(self, polygons: Sequence[Sequence[FloatArray]]) -> BoolArray:
        """Say which faces lie in one of some polygons, each its rings (v, 2) in the plane."""
        held = np.zeros(len(self), dtype=np.bool_)
        for rings in polygons:
            drawn = _valid(shapely.Polygon(rings[0], rings[1:]))
            shapely.prepare(drawn)
            held |= shapely.contains(drawn, self._spots)
        return held

    def joined(self, chosen: BoolArray) -> list[list[FloatArray]]:
        """Return the ground of the chosen faces: parts, each its rings (v, 2), the outer one first.

        What is thinner than 1 mm is left out, or filled: it is an artefact of drawing.
        """
        if not chosen.any():
            return []
        found = []
        for part in shapely.get_parts(shapely.coverage_union_all(self._polygons[chosen])):
            if not _is_thin(part.exterior):
                holes = [hole for hole in part.interiors if not _is_thin(hole)]
                found.append([shapely.get_coordinates(one) for one in (part.exterior, *holes)])
        return found


def faces_of(outlines: Sequence[Outline]) -> Faces:
    """Return the faces between outlines of one plane."""
    if not outlines:
        return Faces(np.empty(0, dtype=np.object_))
    lines = [shapely.linestrings(outline.xy_m) for outline in outlines]
    return Faces(shapely.get_parts(shapely.polygonize(shapely.get_parts(shapely.union_all(lines)))))


def _valid(polygon: shapely.Geometry) -> shapely.Geometry:
    """Return a polygon without the spikes that leading it along others may leave."""
    if polygon.is_valid:
        return polygon
    return shapely.make_valid(polygon, method="structure", keep_collapsed=False)


def _is_thin(ring: shapely.Geometry) -> bool:
    return bool(2.0 * shapely.Polygon(ring).area <= _THIN_M * ring.length)
