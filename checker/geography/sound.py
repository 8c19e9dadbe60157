"""Whether what is drawn can be measured: rings closed and not crossing, edges with one way."""

from collections.abc import Iterator

import numpy as np
import shapely
from shapely.validation import explain_validity

from checker.geography.edges import densify
from checker.geography.geodesic import inverse
from checker.geography.plane import Plane, plane_about
from checker.geography.shapes import Area, Edges, Line, Path, Shape

__all__ = ["GeoProblem", "checked"]

_HALF_TURN_DEG = 180.0
_ONE_WAY_M = 19_900_000.0
"""A little less than the 20,003 km at which the shortest way stops being the only one."""

_FLAT_M2 = 1.0
_RING = 4

_FAULTS = {
    "Self-intersection": "the outline crosses or touches itself",
    "Ring Self-intersection": "the outline crosses or touches itself",
    "Hole lies outside shell": "a hole lies outside its outer ring",
    "Holes are nested": "a hole lies within another hole",
    "Interior is disconnected": "holes cut the area in two",
    "Duplicate Rings": "a ring is drawn twice",
}


class GeoProblem(Exception):  # noqa: N818 - a problem of the input, said in the words of its report
    """Say in ``message`` what is wrong with a drawing, and in ``hint`` what to draw instead."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def checked(shape: Shape) -> Shape:
    """Return a shape as it is; raise ``GeoProblem`` where a line or an area is drawn badly.

    Refused are lines without length, rings that are open, flat or crossing, holes outside, planar
    edges that jump more than 180 degrees of longitude, and geodesic edges to the antipode.
    """
    if isinstance(shape, Line):
        for path in shape.paths:
            _check_line(path)
            _check_edges(path, shape.edges)
    elif isinstance(shape, Area):
        for rings in shape.polygons:
            for ring in rings:
                _check_ring(ring)
                _check_edges(ring, shape.edges)
            _check_polygon(rings, shape.edges)
    return shape


def _check_line(path: Path) -> None:
    if len(set(path)) < 2:  # noqa: PLR2004 - a line has two ends
        raise GeoProblem(
            "a line has no length: all its positions are the same",
            "draw at least two different positions",
        )


def _check_ring(ring: Path) -> None:
    if len(ring) < _RING:
        raise GeoProblem(
            f"a ring has {len(ring)} positions, and needs at least {_RING}",
            "draw three corners, and the first one again at the end",
        )
    if ring[0] != ring[-1]:
        raise GeoProblem(
            f"a ring is not closed: it starts at {_said(ring[0])} and ends at {_said(ring[-1])}",
            "write the first position again at the end",
        )


def _check_edges(path: Path, edges: Edges) -> None:
    drawn = np.asarray(path, dtype=np.float64)
    if edges == "planar":
        jump_deg = np.abs(np.diff(drawn[:, 0]))
        if (jump_deg > _HALF_TURN_DEG).any():
            at = int(jump_deg.argmax())
            raise GeoProblem(
                f"the edge from {_said(path[at])} to {_said(path[at + 1])} jumps "
                f"{jump_deg[at]:g} degrees of longitude",
                "cut it at the antimeridian, or say edges: geodesic",
            )
        return
    _, length_m = inverse(drawn[:-1, 0], drawn[:-1, 1], drawn[1:, 0], drawn[1:, 1])
    if (length_m > _ONE_WAY_M).any():
        at = int(length_m.argmax())
        raise GeoProblem(
            f"the edge from {_said(path[at])} to {_said(path[at + 1])} runs half round the world, "
            "so its short way is not known",
            "draw a position between them",
        )


def _check_polygon(rings: tuple[Path, ...], edges: Edges) -> None:
    dense = [densify(ring, edges) for ring in rings]
    plane = plane_about(dense[:1])
    flat = [plane.flat(*ring) for ring in dense]
    for ring, drawn in zip(flat, rings, strict=True):
        if shapely.MultiPoint(ring).convex_hull.area < _FLAT_M2:
            raise GeoProblem(
                f"the ring at {_said(drawn[0])} encloses no ground",
                "draw at least three corners that don't lie in one line",
            )
    problem = explain_validity(shapely.Polygon(flat[0], flat[1:]))
    if problem != "Valid Geometry":
        kind, _, at = problem.partition("[")
        where = ", ".join(_placed(plane, at.rstrip("]")))
        said = _FAULTS.get(kind.strip(), f"the area is not well drawn ({kind.strip().lower()})")
        raise GeoProblem(
            f"{said} near {where}" if where else said,
            "draw each ring once round, without crossing itself or another ring",
        )


def _placed(plane: Plane, at: str) -> Iterator[str]:
    """Yield where a fault lies, which is told in the plane's metres."""
    numbers = at.split()
    if len(numbers) >= 2:  # noqa: PLR2004 - x and y
        lon, lat = plane.back(np.array([[float(numbers[0]), float(numbers[1])]]))
        yield _said((round(float(lon[0]), 6), round(float(lat[0]), 6)))


def _said(position: tuple[float, float]) -> str:
    return f"({position[0]:g}, {position[1]:g})"
