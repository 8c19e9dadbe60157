"""Ground in words: where a region is, how a place is drawn, and what of it nobody knows."""

from collections.abc import Iterator
from typing import assert_never

from checker.geography.region import (
    AllOf,
    AnyOf,
    Everywhere,
    Length,
    Named,
    Not,
    Region,
    SideOf,
    Within,
    Witness,
)
from checker.geography.shapes import Area, Box, Circle, Line, Path, Point, Shape, Sites, Undrawn
from checker.language.say.words import joined, value_text

__all__ = [
    "drawn",
    "length_text",
    "metres_text",
    "place_name",
    "region_text",
    "shape_text",
    "unknowns",
    "why_deferred",
]

_KILOMETRE_M = 1_000.0


def region_text(region: Region) -> str:
    """Say where a region is, to stand after a verb: within 15 mi of river on both sides."""
    match region:
        case Everywhere():
            said = "anywhere"
        case Named():
            said = f"inside {_place(region)}"
        case Within(limit, of, toward):
            said = f"within {length_text(limit)} of {_places(of)}{_side(of, toward)}"
        case SideOf(of, toward):
            said = f"on the side of {_places(of)} where {place_name(toward)} lies"
        case AnyOf(parts):
            said = _any_text(parts)
        case AllOf(parts):
            said = _all_text(parts)
        case Not(part):
            said = _not_text(part)
        case _:
            assert_never(region)
    return said


def place_name(place: Named | Witness) -> str:
    """Return what a place is called; one that stands in a clause without a name has none."""
    name = place.name.removeprefix("places.")
    is_path = isinstance(place.shape, Undrawn) and "." in name
    return "a place that nobody drew" if is_path else name


def length_text(length: Length) -> str:
    """Say a length as the text has it, and how far it is open."""
    if length.is_deferred:
        return "an unknown distance"
    if length.said.startswith("{"):
        return f"the {value_text(length.said)}"
    middle, _, doubt = length.said.partition(" +- ")
    if doubt:
        return f"{middle} (give or take {doubt})"
    low, _, high = length.said.partition("..")
    if high and length.low_m != length.high_m:
        return f"{low} to {high} (the text does not say where between)"
    return length.said


def why_deferred(length: Length) -> str:
    """Return why nobody knows a length, which may be one of several or half of it."""
    _, _, why = length.said.rpartition("deferred: ")
    return why.partition("}")[0]


def metres_text(length_m: float) -> str:
    """Say a length in metres, or in kilometres from one on."""
    if length_m < _KILOMETRE_M:
        return f"{length_m:,.10g} m"
    return f"{length_m / _KILOMETRE_M:,.10g} km"


def shape_text(shape: Shape) -> str:
    """Say how a place is drawn and how far it may be from the true one."""
    match shape:
        case Point(lon, lat, accuracy_m):
            said = f"the point at longitude {lon:g}, latitude {lat:g}{_accuracy(accuracy_m)}"
        case Sites(points):
            said = f"{len(points)} points{_accuracy(max(p.accuracy_m for p in points))}"
        case Line(paths, accuracy_m):
            count, ends = sum(map(len, paths)), (paths[0][0], paths[-1][-1])
            said = f"a line of {count:,} points {_ends(*ends)}{_accuracy(accuracy_m)}"
        case Area(polygons, accuracy_m):
            said = f"{_corners(polygons)}{_accuracy(accuracy_m)}"
        case Box(west, south, east, north, accuracy_m):
            said = f"the box {_extent((west, east), (south, north))}{_accuracy(accuracy_m)}"
        case Circle(centre, radius_m):
            said = f"the ground within {metres_text(radius_m)} of {shape_text(centre)}"
        case Undrawn(why):
            said = f"not drawn: {why}"
        case _:
            assert_never(shape)
    return said


def drawn(region: Region | None) -> dict[str, Shape]:
    """Return the places of a region by name, in the order in which they stand there."""
    return {place_name(one): one.shape for one in _leaves(region)}


def unknowns(region: Region | None) -> tuple[str, ...]:
    """Return why parts of a region are unknown: lengths that nobody set, places nobody drew."""
    found: dict[str, None] = {}
    for one in _leaves(region):
        if isinstance(one.shape, Undrawn):
            found[one.shape.why] = None
    for length in _lengths(region):
        if length.is_deferred:
            found[why_deferred(length)] = None
    return tuple(found)


def _leaves(region: Region | None) -> Iterator[Named | Witness]:
    match region:
        case Named():
            yield region
        case Within(_, of, toward) | SideOf(of, toward):
            for part in of:
                yield from _leaves(part)
            if toward is not None:
                yield toward
        case AnyOf(parts) | AllOf(parts):
            for part in parts:
                yield from _leaves(part)
        case Not(part):
            yield from _leaves(part)
        case _:
            return


def _lengths(region: Region | None) -> Iterator[Length]:
    match region:
        case Within(limit, of, _):
            yield limit
            for part in of:
                yield from _lengths(part)
        case SideOf(parts, _) | AnyOf(parts) | AllOf(parts):
            for part in parts:
                yield from _lengths(part)
        case Not(part):
            yield from _lengths(part)
        case _:
            return


def _places(of: tuple[Region, ...]) -> str:
    """Say from what a distance is measured; the nearest of several counts."""
    return joined([_place(one) for one in of], "or")


def _place(region: Region) -> str:
    if isinstance(region, Named):
        return place_name(region)
    return f"the ground {region_text(region)}"


def _side(of: tuple[Region, ...], toward: Witness | None) -> str:
    if toward is not None:
        return f" on the side where {place_name(toward)} lies"
    is_line = any(isinstance(one, Named) and isinstance(one.shape, Line) for one in of)
    return " on both sides" if is_line else ""


def _any_text(parts: tuple[Region, ...]) -> str:
    if all(isinstance(part, Named) for part in parts):
        return f"inside {_places(parts)}"
    return ", or ".join(_bracketed(part) for part in parts)


def _all_text(parts: tuple[Region, ...]) -> str:
    """Say what must all hold: the ground first, then what is taken out of it."""
    if (pair := _between(parts)) is not None:
        return f"between {pair[0]} and {pair[1]}"
    taken = [part.part for part in parts if isinstance(part, Not)]
    sided = [one for one in (*parts, *taken) if isinstance(one, Within)]
    kept = [part for part in parts if not isinstance(part, Not | Everywhere)]
    # A depth to one side of a line says the side already.
    kept = [part for part in kept if not (isinstance(part, SideOf) and _is_said(part, sided))]
    depths = [_not_text(part) for part in taken if isinstance(part, Within)]
    ground = [part for part in taken if not isinstance(part, Within)]
    if not kept and not depths:
        return " and ".join(_not_text(part) for part in ground) or "anywhere"
    is_one = len(kept) + len(depths) == 1
    first = [region_text(kept[0])] if kept and is_one else [_bracketed(part) for part in kept]
    said = " and ".join([*first, *depths])
    if not ground:
        return said
    out = joined([region_text(part) for part in ground], "and")
    return f"{said}, {'all of it ' if is_one and ', or ' in said else ''}except {out}"


def _is_said(side: SideOf, depths: list[Within]) -> bool:
    return any((one.of, one.toward) == (side.of, side.toward) for one in depths)


def _between(parts: tuple[Region, ...]) -> tuple[str, str] | None:
    """Return the two lines that ground lies between, None for any other ground."""
    match parts:
        case (SideOf((Named(a),), b), SideOf((Named(c),), d)) if (a, b.name) == (d.name, c):
            return a, c
        case _:
            return None


def _not_text(part: Region) -> str:
    match part:
        case Within(limit, of, toward):
            return f"more than {length_text(limit)} from {_places(of)}{_side(of, toward)}"
        case Named():
            return f"outside {_place(part)}"
        case AnyOf(parts) if all(isinstance(one, Named) for one in parts):
            return f"outside {joined([_place(one) for one in parts], 'and')}"
        case Not(inner):
            return region_text(inner)
        case _:
            return f"anywhere but {region_text(part)}"


def _bracketed(part: Region) -> str:
    said = region_text(part)
    return f"({said})" if isinstance(part, AnyOf | AllOf) and "," in said else said


def _ends(first: tuple[float, float], last: tuple[float, float]) -> str:
    return f"from {first[0]:g}, {first[1]:g} to {last[0]:g}, {last[1]:g} (longitude, latitude)"


def _corners(polygons: tuple[tuple[Path, ...], ...]) -> str:
    """Say how many corners an area has, and between which degrees they lie."""
    corners = [corner for rings in polygons for ring in rings for corner in ring[1:]]
    lons, lats = zip(*corners, strict=True)
    extent = _extent((min(lons), max(lons)), (min(lats), max(lats)))
    return f"an area of {len(corners):,} corners {extent}"


def _extent(lons: tuple[float, float], lats: tuple[float, float]) -> str:
    return f"from longitude {lons[0]:g} to {lons[1]:g}, latitude {lats[0]:g} to {lats[1]:g}"


def _accuracy(accuracy_m: float) -> str:
    return f", good to {metres_text(accuracy_m)}" if accuracy_m else ", taken as exact"
