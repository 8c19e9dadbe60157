"""Borders, coasts and towns under a map, from two tables that ``scripts/make_base_map.py`` makes.

They are for finding one's way and nothing is judged by them. Borders are drawn as Natural Earth
draws them, by who holds the ground: that says nothing about whose it is.
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from checker.geography.flat import Flat, FlatLine

__all__ = ["CREDIT", "Base", "Town", "base_about"]

CREDIT = (
    "Borders and coasts: Natural Earth, drawn by who holds the ground, which says nothing about "
    "whose it is. Towns: GeoNames (CC BY 4.0). No finding rests on either."
)

_PER_DEG = 1_000.0
_M_PER_DEG = 111_000.0
_MOST_TOWNS = 600

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Town:
    """Name a town at its place on the map."""

    name: str
    x_m: float
    y_m: float


@dataclass(frozen=True, slots=True)
class Base:
    """Hold what lies under a map; ``towns`` are the largest first."""

    coasts: tuple[FlatLine, ...]
    borders: tuple[FlatLine, ...]
    towns: tuple[Town, ...]


@dataclass(frozen=True, slots=True)
class _Lines:
    is_border: NDArray[np.bool_]
    starts: NDArray[np.int64]
    lon_deg: Floats
    lat_deg: Floats


def base_about(flat: Flat, reach_m: float) -> Base:
    """Return what lies within ``reach_m`` of the middle of a map."""
    lines = _lines()
    is_near = _is_near(flat, lines.lon_deg, lines.lat_deg, reach_m)
    found: dict[bool, list[FlatLine]] = {False: [], True: []}
    counts = np.add.reduceat(is_near, lines.starts)
    ends = np.append(lines.starts[1:], len(is_near))
    for place in np.flatnonzero(counts).tolist():
        start, end = int(lines.starts[place]), int(ends[place])
        for first, last in _stretches(is_near[start:end]):
            part = slice(start + first, start + last)
            runs = flat.runs(lines.lon_deg[part], lines.lat_deg[part])
            found[bool(lines.is_border[place])] += runs
    return Base(tuple(found[False]), tuple(found[True]), _towns_about(flat, reach_m))


def _towns_about(flat: Flat, reach_m: float) -> tuple[Town, ...]:
    names, lon_deg, lat_deg = _towns()
    near = np.flatnonzero(_is_near(flat, lon_deg, lat_deg, reach_m))[:_MOST_TOWNS]
    x_m, y_m = flat.points(lon_deg[near], lat_deg[near])
    return tuple(
        Town(names[place], x, y)
        for place, x, y in zip(near.tolist(), x_m.tolist(), y_m.tolist(), strict=True)
    )


def _is_near(flat: Flat, lon_deg: Floats, lat_deg: Floats, reach_m: float) -> NDArray[np.bool_]:
    """Say what is within reach, on a sphere: the edge of a base map need not be exact."""
    lon, lat = np.radians(lon_deg), np.radians(lat_deg)
    middle_lon, middle_lat = np.radians(flat.lon_deg), np.radians(flat.lat_deg)
    cosine = np.sin(lat) * np.sin(middle_lat) + np.cos(lat) * np.cos(middle_lat) * np.cos(
        lon - middle_lon
    )
    limit = np.cos(np.radians(min(180.0, reach_m / _M_PER_DEG)))
    return np.asarray(cosine >= limit, dtype=np.bool_)


def _stretches(is_near: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return the stretches within reach, each with the vertex before and the one after it."""
    padded = np.concatenate([[0], is_near.astype(np.int8), [0]])
    edges = np.flatnonzero(np.diff(padded)).reshape(-1, 2)
    return [(max(0, first - 1), min(len(is_near), last + 1)) for first, last in edges.tolist()]


@lru_cache(maxsize=1)
def _lines() -> _Lines:
    table = _table("lines")
    lons, lats = table.column("lon").combine_chunks(), table.column("lat").combine_chunks()
    return _Lines(
        table.column("is_border").to_numpy(),
        lons.offsets.to_numpy()[:-1].astype(np.int64),
        lons.values.to_numpy() / _PER_DEG,
        lats.values.to_numpy() / _PER_DEG,
    )


@lru_cache(maxsize=1)
def _towns() -> tuple[list[str], Floats, Floats]:
    table = _table("towns")
    lon, lat = table.column("lon").to_numpy(), table.column("lat").to_numpy()
    return table.column("name").to_pylist(), lon / _PER_DEG, lat / _PER_DEG


def _table(name: str):  # type: ignore[no-untyped-def]  # noqa: ANN202 - a table of pyarrow, which has no types
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    held = (files("checker.outputs.drawing") / f"{name}.parquet").read_bytes()
    return pq.read_table(pa.BufferReader(held))
