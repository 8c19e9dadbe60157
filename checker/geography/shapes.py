"""What is drawn: points, lines, areas, boxes and circles, frozen, each with its accuracy."""

from dataclasses import dataclass
from typing import Literal

__all__ = [
    "Area",
    "Box",
    "Circle",
    "Edges",
    "Line",
    "Path",
    "Point",
    "Shape",
    "Sites",
    "Undrawn",
    "accuracy_of",
]

Edges = Literal["geodesic", "planar"]
"""What a drawn edge means: the shortest way, or straight in longitude and latitude."""

Path = tuple[tuple[float, float], ...]
"""Vertices in order, each (longitude, latitude) in degrees; a ring ends where it starts."""


@dataclass(frozen=True, slots=True)
class Point:
    """Stand at one position; the true place lies within ``accuracy_m`` of it."""

    lon_deg: float
    lat_deg: float
    accuracy_m: float = 0.0


@dataclass(frozen=True, slots=True)
class Sites:
    """List several points; the nearest of them counts."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Draw one line in one or more parts; it has no left or right of its own."""

    paths: tuple[Path, ...]
    accuracy_m: float
    edges: Edges = "geodesic"


@dataclass(frozen=True, slots=True)
class Area:
    """Draw ground with holes and parts: ``polygons`` holds rings, the outer one first.

    ``accuracy_m`` holds for every piece of the outline, but for those that ``shared`` names: pieces
    of border, each with the accuracy that holds along it instead.
    """

    polygons: tuple[tuple[Path, ...], ...]
    accuracy_m: float
    edges: Edges = "geodesic"
    shared: tuple[tuple[Path, float], ...] = ()

    def __hash__(self) -> int:
        """Tell areas apart by a few of their vertices: they are looked up all the time."""
        few = tuple(rings[0][:3] for rings in self.polygons)
        return hash((few, self.accuracy_m, self.edges, len(self.shared)))


@dataclass(frozen=True, slots=True)
class Box:
    """Bound ground by two meridians and two parallels; west above east crosses the antimeridian."""

    west_deg: float
    south_deg: float
    east_deg: float
    north_deg: float
    accuracy_m: float


@dataclass(frozen=True, slots=True)
class Circle:
    """Bound ground by a geodesic radius round a point; takes the point's accuracy."""

    centre: Point
    radius_m: float


@dataclass(frozen=True, slots=True)
class Undrawn:
    """Stand for a place whose map nobody published: every test of it is UNKNOWN."""

    why: str


Shape = Point | Sites | Line | Area | Box | Circle | Undrawn


def accuracy_of(shape: Shape) -> float | None:
    """Return how far off the worst piece of a drawing may be, metres; None for what nobody drew."""
    match shape:
        case Undrawn():
            return None
        case Sites(points):
            return max(point.accuracy_m for point in points)
        case Circle(centre):
            return centre.accuracy_m
        case Area(accuracy_m=own_m, shared=pieces):
            return max((own_m, *(accuracy_m for _, accuracy_m in pieces)))
        case (
            Point(accuracy_m=accuracy_m) | Line(accuracy_m=accuracy_m) | Box(accuracy_m=accuracy_m)
        ):
            return accuracy_m
