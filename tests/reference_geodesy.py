"""The reference's own geometry: one point, one curve, plain floats and Karney's geographiclib.

Written from design/geography.md alone; nothing of ``checker.geography`` but the shapes is used. A
foot point is sought on the chord in earth-centred coordinates (cheap, and the geodesic's foot to
well below 0.1 mm), the distance to it is then one geodesic.
"""

import itertools
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TypeVar

from geographiclib.geodesic import Geodesic

__all__ = [
    "Curve",
    "Foot",
    "azimuth_deg",
    "circle_curve",
    "distance_m",
    "edge_curve",
    "encloses",
    "move",
    "nearest",
    "parallel_curve",
    "split",
]

_WGS84 = Geodesic.WGS84
_STEP_M = 250.0
_GOLDEN = (math.sqrt(5.0) - 1.0) / 2.0

K = TypeVar("K")

Place = tuple[float, float]
Solid = tuple[float, float, float]


def distance_m(a: Place, b: Place) -> float:
    """Return the geodesic distance between two (lon, lat)."""
    return float(_WGS84.Inverse(a[1], a[0], b[1], b[0], Geodesic.DISTANCE)["s12"])


def azimuth_deg(a: Place, b: Place) -> float:
    """Return the azimuth at ``a`` of the geodesic to ``b``."""
    return float(_WGS84.Inverse(a[1], a[0], b[1], b[0], Geodesic.AZIMUTH)["azi1"])


def move(a: Place, azimuth: float, length_m: float) -> Place:
    """Walk from ``a``; the longitude is not wrapped to any half-turn."""
    end = _WGS84.Direct(a[1], a[0], azimuth, length_m)
    return float(end["lon2"]), float(end["lat2"])


def solid(p: Place) -> Solid:
    """Return earth-centred coordinates of a (lon, lat) on the ellipsoid."""
    lon, lat = math.radians(p[0]), math.radians(p[1])
    e2 = _WGS84.f * (2.0 - _WGS84.f)
    n = _WGS84.a / math.sqrt(1.0 - e2 * math.sin(lat) ** 2)
    across = n * math.cos(lat)
    return across * math.cos(lon), across * math.sin(lon), n * (1.0 - e2) * math.sin(lat)


@dataclass(frozen=True, eq=False)
class Curve:
    """Run from ``u_start`` to ``u_end``; ``at`` gives (lon, lat); ``samples`` are dense."""

    at: Callable[[float], Place]
    u_start: float
    u_end: float
    samples: tuple[tuple[float, Solid], ...] = field(repr=False)

    def part(self, u_start: float, u_end: float) -> "Curve":
        """Return the stretch between two parameters."""
        return _sampled(self.at, u_start, u_end, self.length_m())

    def length_m(self) -> float:
        """Return the length as the sum of chords (for sampling only)."""
        points = [s for _, s in self.samples]
        return sum(math.dist(a, b) for a, b in itertools.pairwise(points))


@dataclass(frozen=True)
class Foot:
    """Say the nearest point of some curves: which curve, at which parameter, how far."""

    distance_m: float
    curve: int
    u: float
    place: Place


def _sampled(at: Callable[[float], Place], a: float, b: float, length_m: float) -> Curve:
    count = max(4, math.ceil(length_m / _STEP_M))
    us = [a + (b - a) * i / count for i in range(count + 1)]
    return Curve(at, a, b, tuple((u, solid(at(u))) for u in us))


@cache
def edge_curve(a: Place, b: Place, edges: str) -> Curve:
    """Draw one edge: the geodesic, or straight in longitude and latitude."""
    if edges == "planar":
        return parallel_curve(a, b)
    line = _WGS84.InverseLine(a[1], a[0], b[1], b[0])

    def at(u: float) -> Place:
        p = line.Position(u)
        return float(p["lon2"]), float(p["lat2"])

    return _sampled(at, 0.0, float(line.s13), float(line.s13))


def parallel_curve(a: Place, b: Place) -> Curve:
    """Draw straight in longitude and latitude, by a parameter in metres or so."""
    rough = math.hypot((b[0] - a[0]) * math.cos(math.radians(a[1])), b[1] - a[1]) * 111_320.0
    length = max(rough, 1e-3)

    def at(u: float) -> Place:
        t = u / length
        return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t

    return _sampled(at, 0.0, length, length)


def circle_curve(centre: Place, radius_m: float) -> Curve:
    """Draw a geodesic circle, by azimuth in degrees."""
    return _sampled(lambda u: move(centre, u, radius_m), 0.0, 360.0, 7.0 * radius_m + 2e5)


def _foot_on(curve: Curve, here: Solid) -> float:
    """Return the parameter of the nearest point of a curve, by golden section on the chord.

    A closed curve has its seam twice among its samples: both ends are tried.
    """
    away = [math.dist(here, spot) for _, spot in curve.samples]
    bests = [i for i, d in enumerate(away) if d <= min(away) + 1e-6]
    feet = [_foot_about(curve, here, best) for best in bests]
    return min(feet, key=lambda u: math.dist(here, solid(curve.at(u))))


def _foot_about(curve: Curve, here: Solid, best: int) -> float:
    low = curve.samples[max(best - 1, 0)][0]
    high = curve.samples[min(best + 1, len(curve.samples) - 1)][0]

    def away(u: float) -> float:
        return math.dist(here, solid(curve.at(u)))

    a, b = low, high
    c, d = b - _GOLDEN * (b - a), a + _GOLDEN * (b - a)
    fc, fd = away(c), away(d)
    for _ in range(34):
        if fc < fd:
            b, d, fd = d, c, fc
            c = b - _GOLDEN * (b - a)
            fc = away(c)
        else:
            a, c, fc = c, d, fd
            d = a + _GOLDEN * (b - a)
            fd = away(d)
    return min((low, (a + b) / 2.0, high), key=away)


def nearest(curves: Sequence[Curve], p: Place) -> Foot:
    """Return the nearest point of all curves; ties go to the first."""
    here = solid(p)
    rough = [min(math.dist(here, s) for _, s in c.samples) for c in curves]
    reach = min(r + _half_step(c) for r, c in zip(rough, curves, strict=True))
    found: Foot | None = None
    for i, curve in enumerate(curves):
        if rough[i] - _half_step(curve) > reach:
            continue
        u = _foot_on(curve, here)
        place = curve.at(u)
        foot = Foot(distance_m(p, place), i, u, place)
        if found is None or foot.distance_m < found.distance_m - 1e-7:
            found = foot
    assert found is not None
    return found


@cache
def _half_step(curve: Curve) -> float:
    pairs = zip(curve.samples, curve.samples[1:], strict=False)
    return 0.6 * max(math.dist(a[1], b[1]) for a, b in pairs) + 1.0


def encloses(rings: Iterable[Sequence[Curve]], p: Place) -> bool:
    """Say whether a point lies inside an outer ring and in none of its holes.

    Each ring's azimuths, as seen from the point, turn once about it or not at all.
    """
    return all(_winds(ring, p) == (i == 0) for i, ring in enumerate(rings))


def _winds(ring: Sequence[Curve], p: Place) -> bool:
    lon, lat = math.radians(p[0]), math.radians(p[1])
    x0, y0, z0 = solid(p)
    turned, last = 0.0, math.nan
    for curve in ring:
        for _, (x, y, z) in curve.samples:
            dx, dy, dz = x - x0, y - y0, z - z0
            east = -math.sin(lon) * dx + math.cos(lon) * dy
            north = -math.sin(lat) * (math.cos(lon) * dx + math.sin(lon) * dy) + math.cos(lat) * dz
            now = math.atan2(east, north)
            if not math.isnan(last):
                turned += math.remainder(now - last, 2.0 * math.pi)
            last = now
    return abs(turned) > math.pi


def split(curve: Curve, key: Callable[[float], K]) -> list[tuple[Curve, K]]:
    """Cut a curve into stretches along which ``key`` is constant (to a centimetre)."""
    us = [u for u, _ in curve.samples]
    inset = 1e-6 * (curve.u_end - curve.u_start)
    mids = [(a + b) / 2.0 for a, b in itertools.pairwise(us)]
    mids = [curve.u_start + inset, *mids, curve.u_end - inset]
    keys = [key(u) for u in mids]
    cuts = [curve.u_start]
    kinds = [keys[0]]
    for i in range(len(mids) - 1):
        if keys[i] != keys[i + 1]:
            cuts.append(_cut(key, mids[i], mids[i + 1], keys[i]))
            kinds.append(keys[i + 1])
    cuts.append(curve.u_end)
    return [(curve.part(a, b), k) for a, b, k in zip(cuts, cuts[1:], kinds, strict=False) if b > a]


def _cut(key: Callable[[float], K], low: float, high: float, before: K) -> float:
    for _ in range(22):
        middle = (low + high) / 2.0
        if key(middle) == before:
            low = middle
        else:
            high = middle
    return (low + high) / 2.0
