"""Reports whose longitude and latitude may be swapped, as the reference tells them."""

import statistics
from collections.abc import Sequence

from checker.geography.region import Named
from checker.geography.shapes import Area, Box, Circle, Line, Point, Shape, Sites, Undrawn
from tests.reference_geodesy import Place, distance_m, nearest
from tests.reference_places import edges_of
from tests.reference_region import Disc, signed

__all__ = ["Ground", "grounds_of", "may_be_swapped"]

_BESIDE_M = 20_000.0
_ROUND = 1.6
"""Ground between vertices may lie farther off than they do."""
_SHARE = 0.3

Ground = tuple[Named, Place, float]
"""A drawn place, its middle, and how far it reaches."""


def grounds_of(places: Sequence[Named | None]) -> list[Ground]:
    """Return each drawn place with its middle, halfway between its outermost vertices."""
    found = []
    for place in places:
        vertices = _vertices(place.shape) if place is not None else []
        if place is not None and vertices:
            middle = _middle(vertices)
            reach_m = max(distance_m(middle, v) for v in vertices) * _ROUND
            reach_m += place.shape.radius_m if isinstance(place.shape, Circle) else 0.0
            found.append((place, middle, reach_m))
    return found


def may_be_swapped(at: Disc | None, grounds: Sequence[Ground]) -> bool:
    """Say whether a position is far from all places, and turned round it is among them."""
    if at is None or at.centre is None or not grounds or abs(at.centre[0]) > 90.0:
        return False
    middles = [middle for _, middle, _ in grounds]
    centre = min(middles, key=lambda one: sum(distance_m(one, other) for other in middles))
    spread_m = statistics.median(distance_m(centre, other) for other in middles)
    among_m = 2.0 * spread_m + _BESIDE_M
    here, turned = at.centre, (at.centre[1], at.centre[0])
    if distance_m(centre, here) <= 2.0 * among_m or distance_m(centre, turned) > among_m:
        return False
    return all(_away_m(place, here) > _SHARE * reach_m for place, _, reach_m in grounds)


def _away_m(place: Named, p: Place) -> float:
    match place.shape:
        case Line(paths=paths, edges=edges):
            return nearest([c for path in paths for c in edges_of(path, edges)], p).distance_m
        case Area() | Box() | Circle():
            return signed(place, p)
        case _:
            return min(distance_m(vertex, p) for vertex in _vertices(place.shape))


def _middle(vertices: Sequence[Place]) -> Place:
    lons, lats = [v[0] for v in vertices], [v[1] for v in vertices]
    return (min(lons) + max(lons)) / 2.0, (min(lats) + max(lats)) / 2.0


def _vertices(shape: Shape) -> list[Place]:
    match shape:
        case Point(lon_deg=lon, lat_deg=lat) | Circle(centre=Point(lon_deg=lon, lat_deg=lat)):
            return [(lon, lat)]
        case Sites(points=points):
            return [(p.lon_deg, p.lat_deg) for p in points]
        case Box(west_deg=w, south_deg=s, east_deg=e, north_deg=n):
            return [(w, s), (w + (e - w) % 360.0, n)]
        case Line(paths=paths):
            return [vertex for path in paths for vertex in path]
        case Area(polygons=polygons):
            return [vertex for rings in polygons for vertex in rings[0]]
        case Undrawn():
            pass
    return []
