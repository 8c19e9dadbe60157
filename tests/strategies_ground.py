"""The ground of a random world: places near each other, and positions at the limits between them.

Each place is drawn twice from the same rounded numbers, as YAML and as a shape, so that a report
can be set a chosen number of millimetres from a limit (with the reference's own distances).
"""

from dataclasses import dataclass

import numpy as np

from checker.geography.region import Named, Region
from checker.geography.shapes import Area, Box, Circle, Edges, Line, Point, Undrawn
from tests.reference_geodesy import Place, move
from tests.reference_region import signed
from tests.strategies_yaml import Node

__all__ = ["Ground", "Spot"]

_ACCURACIES = ("0 m", "1 m", "50 m", "400 m")
_RADII = (0.0, 2.0, 100.0, 300.0, 2_500.0)
_OFFSETS = (0.0, 0.0, 0.004, -0.004, 1.0, -1.0, 40.0, -40.0)


@dataclass(frozen=True)
class Spot:
    """Hold a position as the texts of a row."""

    lon: str
    lat: str
    radius: str


class Ground:
    """Draw town, camp, ring, gate, land, border, two witnesses, a far box, a wide one, nowhere."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng
        lon = float(rng.choice([36.0, 20.0, -70.0, 150.0, -3.0]))
        lat = float(rng.choice([33.0, 48.0, -35.0, 5.0, 64.0]))
        self.home: Place = (lon, lat)
        self.edges: Edges = "planar" if rng.random() < 0.3 else "geodesic"
        self.places: dict[str, Named] = {}
        self.nodes: dict[str, Node] = {}
        self.accuracies: dict[str, float] = {}
        self._points()
        self._areas()
        self._border()
        self.places["nowhere"] = Named("nowhere", Undrawn("no map"))
        self.nodes["nowhere"] = {"deferred": "no map was attached"}

    def _near(self, bearing: float, length_m: float) -> Place:
        lon, lat = move(self.home, bearing, length_m)
        return round(lon, 6), round(lat, 6)

    def _accuracy(self, name: str) -> tuple[str, float]:
        said = str(self.rng.choice(_ACCURACIES))
        self.accuracies[name] = float(said.split(maxsplit=1)[0])
        return said, self.accuracies[name]

    def _point(self, name: str, at: Place) -> None:
        said, accuracy = self._accuracy(name)
        self.places[name] = Named(name, Point(at[0], at[1], accuracy))
        where: Node = {"lon": _text(at[0]), "lat": _text(at[1])}
        self.nodes[name] = {"point": where, "accuracy": said, "source": "draft"}

    def _points(self) -> None:
        self._point("town", self.home)
        self._point("camp", self._near(float(self.rng.uniform(0, 360)), 14_000.0))
        camp = self.places["camp"].shape
        assert isinstance(camp, Point)
        self.places["circle-of-camp"] = Named("ring", Circle(camp, 4_000.0))
        self.accuracies["circle-of-camp"] = camp.accuracy_m
        self.nodes["circle-of-camp"] = {"circle": {"of": "camp", "radius": "4 km"}}

    def _box(self, name: str, corner: Place, opposite: Place) -> None:
        said, accuracy = self._accuracy(name)
        (w, e), (s, n) = sorted((corner[0], opposite[0])), sorted((corner[1], opposite[1]))
        self.places[name] = Named(name, Box(w, s, e, n, accuracy))
        sides: Node = {"west": _text(w), "south": _text(s), "east": _text(e), "north": _text(n)}
        self.nodes[name] = {"box": sides, "accuracy": said, "source": "draft"}

    def _areas(self) -> None:
        self._box("gate", self._near(215.0, 9_000.0), self._near(40.0, 8_000.0))
        self._box("far", self._near(120.0, 150_000.0), self._near(125.0, 165_000.0))
        self._box("wide", self._near(225.0, 90_000.0), self._near(45.0, 90_000.0))
        said, accuracy = self._accuracy("land")
        middle = self._near(45.0, 9_000.0)
        turns = np.sort(self.rng.uniform(0, 360, 6) * 0.15 + np.arange(6) * 60.0)
        ring = []
        for turn in turns:
            lon, lat = move(middle, float(turn), float(self.rng.uniform(7_000, 12_000)))
            ring.append((round(lon, 6), round(lat, 6)))
        ring.append(ring[0])
        self.places["land"] = Named("land", Area(((tuple(ring),),), accuracy, self.edges))
        drawn: Node = [[_text(x), _text(y)] for x, y in ring]
        self.nodes["land"] = {"area": drawn, "accuracy": said, "source": "draft"}

    def _border(self) -> None:
        said, accuracy = self._accuracy("border")
        path = [self._near(200.0, 30_000.0)]
        for _ in range(int(self.rng.integers(2, 5))):
            lon, lat = move(path[-1], float(self.rng.uniform(-35, 35)), 18_000.0)
            path.append((round(lon, 6), round(lat, 6)))
        self.places["border"] = Named("border", Line((tuple(path),), accuracy, self.edges))
        drawn: Node = [[_text(x), _text(y)] for x, y in path]
        self.nodes["border"] = {"line": drawn, "accuracy": said, "source": "draft"}
        (x0, y0), (x1, y1) = path[0], path[1]
        half = ((x0 + x1) / 2.0, (y0 + y1) / 2.0)
        for name, turn in (("eastham", 90.0), ("weston", -90.0)):
            lon, lat = move(half, turn, 5_000.0)
            self._point(name, (round(lon, 6), round(lat, 6)))

    def spot(self, region: Region) -> Spot:
        """Return a position whose doubt ends at a limit of the region, or nearly so."""
        radius = float(self.rng.choice(_RADII))
        accuracy = float(self.rng.choice([0.0, *set(self.accuracies.values())]))
        side = float(self.rng.choice([-1.0, 1.0], p=[0.6, 0.4]))
        reach, offset = radius + accuracy, float(self.rng.choice(_OFFSETS))
        if self.rng.random() < 0.5:
            offset = float(self.rng.choice([300.0, 900.0]))
        wanted = side * (reach + offset)
        for _ in range(4):
            start = self._near(float(self.rng.uniform(0, 360)), float(self.rng.uniform(0, 16_000)))
            bearing = float(self.rng.uniform(0, 360))
            found = _solve(region, start, bearing, wanted)
            if found is not None:
                return _spot(found, radius)
        return _spot(self._near(float(self.rng.uniform(0, 360)), 9_000.0), radius)


def _solve(region: Region, start: Place, bearing: float, wanted: float) -> Place | None:
    """Walk until the signed distance is what is wanted; None where it never is."""

    def off(length_m: float) -> float:
        return signed(region, move(start, bearing, length_m)) - wanted

    low, at_low = 0.0, off(0.0)
    if not np.isfinite(at_low):
        return None
    for high in np.arange(2_500.0, 40_000.0, 2_500.0):
        at_high = off(float(high))
        if at_low * at_high <= 0.0:
            break
        low, at_low = float(high), at_high
    else:
        return None
    top = float(high)
    for _ in range(45):
        middle = (low + top) / 2.0
        now = off(middle)
        if abs(now) < 2e-5:
            break
        if at_low * now <= 0.0:
            top = middle
        else:
            low, at_low = middle, now
    lon, lat = move(start, bearing, (low + top) / 2.0)
    return (lon, lat) if abs(off((low + top) / 2.0)) < 1e-3 else None


def _spot(at: Place, radius_m: float) -> Spot:
    lon = (at[0] + 180.0) % 360.0 - 180.0
    return Spot(f"{lon:.10f}", f"{at[1]:.10f}", f"{radius_m:.1f}")


def _text(degrees: float) -> str:
    return f"{degrees:.6f}"
