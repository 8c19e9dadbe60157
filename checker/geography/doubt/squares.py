"""Squares of a grid as doubt: a reference never means a point, but all that it leaves open.

A square is taken whole, also where maps cut it at the edge of its zone: whoever writes a reference
near that edge may well go on in the zone of the day.
"""

from functools import lru_cache

import numpy as np

from checker.geography.discs import FloatArray
from checker.geography.doubt.doubt import Doubt, drawn_doubt
from checker.geography.doubt.mgrs import Block, GridProblem, Zone, block_of, zone_box
from checker.geography.doubt.utm import POLES, degrees_of, metres_of
from checker.geography.geodesic import direct, inverse
from checker.geography.region import Named
from checker.geography.shapes import Area, Box, Path

__all__ = ["grid_doubt", "ups_doubt", "utm_doubt"]

_PIECE_M = 6_250.0
_BEND_PER_M2 = 2.5e-9
"""A straight line of UTM or UPS leaves the geodesic by no more than this, per square of its length.

It is an eighth of its curvature against it: x / R^2 at most for x metres from the meridian of UTM
(400 km in the widest zone), and half the sine of the distance from the pole over R for UPS (80
degrees south). Both stay below 2e-8 a metre.
"""
_POINT_M = 1.0
"""The disc about a square of this side is all that is kept of it: 0.7 m."""
_SMALL_M = 1_000.0
_SPARE_M = 1e-3
_CYCLE_M = 2_000_000.0
_SOUTH_M = 10_000_000.0
_SLACK_DEG = 1e-3
"""Some 100 m: references are also taken in datums that are so far off WGS 84."""
_MOST_EAST_M = 1_000_000.0
_HALF_TURN_DEG = 180.0
_POLE_M = 2_000_000.0
_CAP_NORTH_DEG, _CAP_SOUTH_DEG = 83.5, -79.5
"""How far UPS reaches, with half a degree over UTM: NGA.STND.0037_2.0.0_GRIDS (2014), 2.4."""


def grid_doubt(text: str) -> Doubt:
    """Return the square of an MGRS reference; raises ``GridProblem``.

    Of any precision: from a zone alone, which is its box, to millimetres.
    """
    block = block_of(text)
    if block.is_whole_zone:
        assert isinstance(block.grid, Zone)
        return _zone_doubt(block.grid)
    if isinstance(block.grid, Zone):
        north_m = _block_north_m(text, block.grid, block.column_m, block.row_m)
        zone = block.grid.number
    else:
        north_m, zone = block.row_m, POLES
    corner = block.column_m + block.east_m, north_m + block.north_m
    lon, lat = _rim(zone, corner, block.side_m, is_north=block.grid.is_north)
    _refuse_elsewhere(text, block, lat)
    return _square(lon, lat, block.side_m)


def utm_doubt(
    text: str, zone: Zone, corner_m: tuple[float, float], unit_m: float, *, is_half: bool
) -> Doubt:
    """Return the square of coordinates in UTM, east and north, that are good to ``unit_m`` metres.

    The last digit may be cut off or rounded, so the square is from half a unit below to one above.
    The letter of ``zone`` is that of its band, or of any band of the half of the Earth that is
    meant (``is_half``); N and S alone may be both, and are refused where that is another place.
    Raises ``GridProblem``.
    """
    east_m, north_m = corner_m
    if not 0.0 < east_m < _MOST_EAST_M or not 0.0 <= north_m <= _SOUTH_M:
        hint = "east runs from 100000 to 900000, north from 0 to 10000000"
        raise GridProblem(f"'{text}' is off the zone", hint)
    start = east_m - 0.5 * unit_m, north_m - 0.5 * unit_m
    is_north = zone.is_north if is_half else _is_north(text, zone, corner_m)
    lon, lat = _rim(zone.number, start, 1.5 * unit_m, is_north=is_north)
    if np.isnan(lon).any():
        raise GridProblem(f"'{text}' is off the zone", "correct its digits")
    return _square(lon, lat, 1.5 * unit_m)


def ups_doubt(text: str, part: str, corner_m: tuple[float, float], unit_m: float) -> Doubt:
    """Return the square of coordinates about a pole, as ``utm_doubt`` does.

    ``part`` is N or S, or the letter of a half of a cap: A and Y lie west, B and Z east of the
    meridians 0 and 180. Raises ``GridProblem``.
    """
    is_north = part in "NYZ"
    start = corner_m[0] - 0.5 * unit_m, corner_m[1] - 0.5 * unit_m
    lon, lat = _rim(POLES, start, 1.5 * unit_m, is_north=is_north)
    if np.isnan(lat).any() or (
        lat.max() < _CAP_NORTH_DEG if is_north else lat.min() > _CAP_SOUTH_DEG
    ):
        hint = "UPS is of the caps north of 83.5 N and south of 79.5 S; the pole is 2000000 2000000"
        raise GridProblem(f"'{text}' is not about a pole", hint)
    if (part in "AY" and start[0] >= _POLE_M) or (part in "BZ" and corner_m[0] + unit_m < _POLE_M):
        message = f"'{text}' contradicts itself: {part} is the other half of the cap"
        raise GridProblem(message, "correct the letter, or the digits")
    return _square(lon, lat, 1.5 * unit_m)


def _is_north(text: str, zone: Zone, corner_m: tuple[float, float]) -> bool:
    """Say on which half of the Earth coordinates are, or refuse what their letter leaves open."""
    east, north = (np.array([one]) for one in corner_m)
    _, south_deg, _, north_deg = zone_box(zone)
    lat = float(degrees_of(zone.number, east, north, is_north=zone.is_north)[1][0])
    fits = south_deg - _SLACK_DEG <= lat <= north_deg + _SLACK_DEG
    if zone.band == "S":
        if fits:
            raise GridProblem(
                f"'{text}' may be in band S, north of the equator, or on the southern half",
                f"write {zone.number} south, or {zone.number} north",
            )
        return False
    if not fits and zone.band != "N":
        raise GridProblem(
            f"'{text}' contradicts itself: it lies at {lat:.1f} degrees of latitude, "
            f"and band {zone.band} runs from {south_deg:g} to {north_deg:g}",
            "correct the letter of the band, or the digits",
        )
    return zone.is_north


def _zone_doubt(zone: Zone) -> Doubt:
    west, south, east, north = zone_box(zone)
    steps = np.linspace(0.0, 1.0, 17)
    lon = west + (east - west) * np.concatenate([steps, steps])
    lat = np.concatenate([np.full(17, south), np.full(17, north)])
    ring = np.append(lon[:17], lon[:16:-1]), np.append(lat[:17], lat[:16:-1])
    # An edge along a parallel bows poleward by less than this between vertices of half a degree.
    found = drawn_doubt(Area(((_path(*ring),),), 150.0))
    box = Box(west, south, east if east < _HALF_TURN_DEG else -_HALF_TURN_DEG, north, 0.0)
    return Doubt(found.lon_deg, found.lat_deg, found.radius_m, Named("the zone", box))


@lru_cache(maxsize=4096)
def _block_north_m(text: str, zone: Zone, column_m: float, row_m: float) -> float:
    """Return how far north of its origin a 100 km block begins: where its zone and band have it."""
    west, south, east, north = zone_box(zone)
    origin_m = 0.0 if zone.is_north else _SOUTH_M
    middle = np.array([0.5 * (west + east)]), np.array([0.5 * (south + north)])
    near_m = float(metres_of(zone.number, *middle, is_north=zone.is_north)[1][0])
    # Bands are narrower than a cycle, so that a block is at most once in one.
    turns = round((near_m - 0.5 * _CYCLE_M / 20.0 - row_m) / _CYCLE_M)
    for turn in (turns, turns - 1, turns + 1):
        north_m = row_m + turn * _CYCLE_M
        if not -_CYCLE_M / 20.0 <= north_m <= origin_m + _SOUTH_M:
            continue
        lon, lat = _rim(zone.number, (column_m, north_m), _CYCLE_M / 20.0, is_north=zone.is_north)
        turned = (
            west + np.remainder(lon - west + _HALF_TURN_DEG, 2 * _HALF_TURN_DEG) - _HALF_TURN_DEG
        )
        meets = lat.max() >= south - _SLACK_DEG and lat.min() <= north + _SLACK_DEG
        if meets and turned.max() >= west - _SLACK_DEG and turned.min() <= east + _SLACK_DEG:
            return north_m
    raise GridProblem(
        f"'{text}' contradicts itself: its block is nowhere in {zone.number}{zone.band}",
        "correct the letters: the band follows from how far north the block is",
    )


def _refuse_elsewhere(text: str, block: Block, lat: FloatArray) -> None:
    """Refuse a square that lies in another band than the one that is written."""
    if not isinstance(block.grid, Zone):
        return
    _, south, _, north = zone_box(block.grid)
    if lat.max() < south - _SLACK_DEG or lat.min() > north + _SLACK_DEG:
        raise GridProblem(
            f"'{text}' contradicts itself: it lies at {lat.mean():.1f} degrees of latitude, "
            f"and band {block.grid.band} runs from {south:g} to {north:g}",
            "correct the letter of the band, or the digits",
        )


def _rim(
    zone: int, corner_m: tuple[float, float], side_m: float, *, is_north: bool
) -> tuple[FloatArray, FloatArray]:
    """Return the vertices of a square, against the clock, its edges in pieces of 6 km at most."""
    count = max(1, int(np.ceil(side_m / _PIECE_M)))
    along = np.arange(count) / count * side_m
    zero, whole = np.zeros(count), np.full(count, side_m)
    east = np.concatenate([along, whole, side_m - along, zero]) + corner_m[0]
    north = np.concatenate([zero, along, whole, side_m - along]) + corner_m[1]
    return degrees_of(zone, east, north, is_north=is_north)


def _square(lon: FloatArray, lat: FloatArray, side_m: float) -> Doubt:
    piece_m = min(side_m, _PIECE_M)
    bend_m = _BEND_PER_M2 * piece_m * piece_m
    area = Area(((_path(lon, lat),),), bend_m)
    if side_m > _SMALL_M:
        return drawn_doubt(area)
    # Of a small square the middle of two corners is so near to its own that nothing is gained by
    # a search: the radius is measured either way. All corners are in it, so their edges are.
    far = slice(len(lon) // 2, len(lon) // 2 + 1)
    azimuth, length_m = inverse(lon[:1], lat[:1], lon[far], lat[far])
    middle = direct(lon[:1], lat[:1], azimuth, 0.5 * length_m)
    away_m = inverse(np.full(len(lon), middle[0][0]), np.full(len(lon), middle[1][0]), lon, lat)[1]
    radius_m = float(away_m.max()) + bend_m + _SPARE_M
    ground = Named("the ground reported", area) if side_m > _POINT_M else None
    return Doubt(float(middle[0][0]), float(middle[1][0]), radius_m, ground)


def _path(lon: FloatArray, lat: FloatArray) -> Path:
    pairs = tuple(zip(lon.tolist(), lat.tolist(), strict=True))
    return (*pairs, pairs[0])
