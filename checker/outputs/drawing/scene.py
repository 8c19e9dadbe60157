"""The map of a result: places with their bands, limits, findings and what lies under them.

All of it is metres east and north of the middle of what the clauses draw and the reports tell.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.findings.finding import Finding
from checker.geography.chart import Chart
from checker.geography.flat import Flat, FlatShape, band_of, flat_about
from checker.outputs.drawing.base import Base, base_about
from checker.outputs.drawing.gathered import Gathered, Kept
from checker.outputs.drawing.grid import Grid, grid_over
from checker.outputs.gravest import GRAVITY
from checker.outputs.mapped import MapLimit, MapPlace, finding_chart, map_limits, map_places

__all__ = ["Crowd", "Disc", "Scene", "SceneLimit", "ScenePlace", "Spot", "scene_of"]

_ROOM = 1.3
_LEAST_M = 2_000.0
_BEYOND = 3.0
"""What lies farther from the places than three times their reach does not widen the first view."""

_WIDEN = 6.0
"""The first view grows up to so many times to show the nearest edge and limit of a clause."""

_BASE_REACH = 3.0
_CROWDS = 40
"""The view is so many squares wide where findings are drawn as squares."""

_PER_DEG = 100.0

Spots = NDArray[np.float64]
"""Positions, shape (n, 2)."""


@dataclass(frozen=True, slots=True)
class ScenePlace:
    """Draw a place; ``band`` is where its edge may truly run."""

    place: MapPlace
    shape: FlatShape
    band: FlatShape


@dataclass(frozen=True, slots=True)
class SceneLimit:
    """Draw a limit line."""

    limit: MapLimit
    shape: FlatShape


@dataclass(frozen=True, slots=True)
class Spot:
    """Draw the findings at one position as one mark, that of the gravest of them."""

    x_m: float
    y_m: float
    standing: str
    findings: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Disc:
    """Draw the ground in which a reported position lies, by the gravest finding that has it."""

    shape: FlatShape
    standing: str
    findings: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Crowd:
    """Draw the findings on a square of ground as how many they are."""

    x_m: float
    y_m: float
    half_m: float
    counts: Counter[str]

    @property
    def standing(self) -> str:
        """Return the gravest standing."""
        return min(self.counts, key=GRAVITY.__getitem__)

    @property
    def depth(self) -> float:
        """Return how dark it is drawn: the more findings, the darker."""
        return round(min(0.85, 0.25 + 0.15 * float(np.log10(self.counts.total()))), 2)


@dataclass(frozen=True, slots=True)
class Scene:
    """Hold the map; ``reach_m`` is half of the first view's side. Findings go by their number.

    ``beyond`` counts the positions outside of the first view, ``unplaced`` the findings without
    one. What is too far away to be put on the map has no spot. ``crowds`` count all findings where
    they are too many to be told one by one, and are empty elsewhere.
    """

    flat: Flat
    centre: tuple[float, float]
    reach_m: float
    base: Base
    grid: Grid
    places: tuple[ScenePlace, ...]
    limits: tuple[SceneLimit, ...]
    discs: tuple[Disc, ...]
    spots: tuple[Spot, ...]
    crowds: tuple[Crowd, ...]
    beyond: int
    unplaced: int


def scene_of(gathered: Gathered) -> Scene:
    """Return the map of all that was gathered."""
    drawn = gathered.header.drawn
    places, limits = tuple(map_places(drawn)), tuple(map_limits(drawn))
    kept = gathered.kept()
    ground = [*(one.chart for one in places), *(one.chart for one in limits)]
    ground_of_all = gathered.ground if gathered.left_out else Counter[tuple[int, int, str]]()
    seen = [(one.finding.lon, one.finding.lat) for one in kept] + [
        (lon / _PER_DEG, lat / _PER_DEG) for lon, lat, _ in ground_of_all
    ]
    found = np.array([one for one in seen if None not in one], dtype=np.float64).reshape(-1, 2)
    drawn_at = _vertices(ground)
    flat = flat_about(*(drawn_at if len(drawn_at) else found).T)
    of_places = tuple(_place(flat, one) for one in places)
    of_limits = tuple(SceneLimit(one, flat.shape(one.chart)) for one in limits)
    seen_from = _view(flat, drawn_at, found)
    lines = [one.shape for one in of_places], [one.shape for one in of_limits]
    centre, reach_m = _widened(*seen_from, lines)
    outside = found[_is_outside(flat, found, centre, reach_m)]
    wide_m = reach_m * _BASE_REACH + float(np.hypot(*centre))
    return Scene(
        flat=flat,
        centre=centre,
        reach_m=reach_m,
        base=base_about(flat, wide_m * 1.5),
        grid=grid_over(flat, centre, reach_m),
        places=of_places,
        limits=of_limits,
        discs=_discs(flat, kept),
        spots=_spots(flat, kept),
        crowds=_crowds(flat, ground_of_all, reach_m),
        beyond=len({tuple(one) for one in outside.tolist()}),
        unplaced=gathered.total - gathered.placed,
    )


def _place(flat: Flat, place: MapPlace) -> ScenePlace:
    shape = flat.shape(place.chart)
    return ScenePlace(place, shape, band_of(shape, place.accuracy_m or 0.0))


def _vertices(charts: Iterable[Chart]) -> Spots:
    found: list[tuple[float, float]] = []
    for chart in charts:
        found += chart.points
        found += [spot for line in chart.lines for spot in line]
        found += [spot for rings in chart.polygons for spot in rings[0]]
    return np.array(found, dtype=np.float64).reshape(-1, 2)


def _view(flat: Flat, drawn: Spots, found: Spots) -> tuple[tuple[float, float], float]:
    """Return the middle and half the side of the first view."""
    ground = np.stack(flat.points(*drawn.T), axis=-1)
    ground = ground[~np.isnan(ground[:, 0])]
    seen = np.stack(flat.points(*found.T), axis=-1)
    seen = seen[~np.isnan(seen[:, 0])]
    if len(ground) and len(seen):
        west, east = ground.min(axis=0), ground.max(axis=0)
        reach = _BEYOND * max(float((east - west).max()), _LEAST_M)
        middle = 0.5 * (west + east)
        seen = seen[np.abs(seen - middle).max(axis=1) <= reach]
    # What was reported is what is looked at; where nothing was, the ground itself.
    both = seen if len(seen) else ground
    if not len(both):
        return (0.0, 0.0), 1_000_000.0
    low, high = both.min(axis=0), both.max(axis=0)
    x, y = (0.5 * (low + high)).tolist()
    return (x, y), max(float((high - low).max()) / 2.0, _LEAST_M) * _ROOM


def _widened(
    centre: tuple[float, float], reach_m: float, kinds: Iterable[Sequence[FlatShape]]
) -> tuple[tuple[float, float], float]:
    """Return the view with the nearest spot of each kind in it, where that is not too far off."""
    middle = np.array(centre)
    near = [one for one in (_nearest(shapes, middle) for shapes in kinds) if one is not None]
    near = [one for one in near if np.abs(one - middle).max() <= reach_m * _WIDEN]
    spots = np.array([one for one in near if np.abs(one - middle).max() * _ROOM > reach_m])
    if not len(spots):
        return centre, reach_m
    half = reach_m / _ROOM
    low = np.minimum(spots.min(axis=0), middle - half)
    high = np.maximum(spots.max(axis=0), middle + half)
    x, y = (0.5 * (low + high)).tolist()
    return (x, y), float((high - low).max()) / 2.0 * _ROOM


def _nearest(shapes: Sequence[FlatShape], middle: Spots) -> Spots | None:
    """Return the spot of edges, lines and points that is nearest to the middle; shape (2,)."""
    spots = [np.array(shape.points) for shape in shapes if shape.points]
    for line in (line for shape in shapes for line in (*shape.lines, *shape.outlines)):
        path = np.stack(line, axis=-1)
        start, step = path[:-1], np.diff(path, axis=0)
        squared = np.maximum((step**2).sum(axis=1), 1e-9)
        along = np.clip(((middle - start) * step).sum(axis=1) / squared, 0.0, 1.0)
        spots += [path[-1:], start + along[:, None] * step]
    if not spots:
        return None
    found = np.concatenate(spots)
    nearest: Spots = found[np.argmin(np.hypot(*(found - middle).T))]
    return nearest


def _is_outside(
    flat: Flat, found: Spots, centre: tuple[float, float], reach_m: float
) -> NDArray[np.bool_]:
    x, y = flat.points(*found.T)
    off = np.maximum(np.abs(x - centre[0]), np.abs(y - centre[1]))
    return np.asarray(~(off <= reach_m))


def _spots(flat: Flat, kept: Sequence[Kept]) -> tuple[Spot, ...]:
    """Return a mark for each position, the gravest last so that it lies above."""
    at: dict[tuple[float, float], list[int]] = {}
    for number, one in enumerate(kept):
        finding = one.finding
        if finding.lon is not None and finding.lat is not None:
            at.setdefault((finding.lon, finding.lat), []).append(number)
    lon, lat = np.array([*at], dtype=np.float64).reshape(-1, 2).T
    x, y = flat.points(lon, lat)
    spots = [
        Spot(east, north, kept[numbers[0]].finding.standing.word, tuple(numbers))
        for east, north, numbers in zip(x.tolist(), y.tolist(), at.values(), strict=True)
        if east == east  # noqa: PLR0124 - not NaN
    ]
    return tuple(reversed(spots))


def _discs(flat: Flat, kept: Sequence[Kept]) -> tuple[Disc, ...]:
    at: dict[tuple[float, float, float], list[int]] = {}
    first: dict[tuple[float, float, float], Finding] = {}
    for number, one in enumerate(kept):
        finding = one.finding
        if finding.lon is not None and finding.lat is not None and finding.radius_m:
            key = finding.lon, finding.lat, finding.radius_m
            at.setdefault(key, []).append(number)
            first.setdefault(key, finding)
    discs = [
        Disc(flat.shape(finding_chart(first[key])), first[key].standing.word, tuple(numbers))
        for key, numbers in at.items()
    ]
    return tuple(reversed([one for one in discs if one.shape.fills]))


def _crowds(flat: Flat, ground: Counter[tuple[int, int, str]], reach_m: float) -> tuple[Crowd, ...]:
    """Return all findings, counted in squares of equal size."""
    if not ground:
        return ()
    keys = [*ground]
    lon, lat = np.array([key[:2] for key in keys], dtype=np.float64).T / _PER_DEG
    x, y = flat.points(lon, lat)
    half_m = reach_m / _CROWDS
    counts: dict[tuple[int, int], Counter[str]] = {}
    for key, east, north in zip(keys, x.tolist(), y.tolist(), strict=True):
        if east == east:  # noqa: PLR0124 - not NaN
            square = round(east / (2.0 * half_m)), round(north / (2.0 * half_m))
            counts.setdefault(square, Counter())[key[2]] += ground[key]
    return tuple(
        Crowd(column * 2.0 * half_m, row * 2.0 * half_m, half_m, found)
        for (column, row), found in sorted(counts.items())
    )
