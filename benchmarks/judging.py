"""Measure judging alone, against the fastest planar test, and count what is wrong in both.

A million uniform discs about one line of 400 vertices, `within 15 miles` of it. The peer is
Shapely: a buffer in UTM, prepared, and `contains_xy`. Ours answers in three values and says it of
the whole disc; for the count of wrong answers both are asked about bare points, and the oracle is
the geodesic distance to every piece of the line (geographiclib near the limit). It asserts nothing.
"""

import itertools
import os
import platform
import statistics
import time
from collections.abc import Callable

import numpy as np
import shapely
from geographiclib.geodesic import Geodesic
from geographiclib.geodesicline import GeodesicLine
from numpy.typing import NDArray
from pyproj import Transformer

from checker.geography.discs import Discs
from checker.geography.edges import densify
from checker.geography.field import compile_field
from checker.geography.region import Length, Named, Within
from checker.geography.shapes import Line, Path
from checker.geography.strokes import Strokes
from checker.values.truth import Truth, TruthArray

RUNS = 7
COUNT = 1_000_000
BATCH = 131_072
LIMIT_M = 24_140.16  # 15 miles of 1609.344 m
NEAR_M = 0.05
ZONE = 32636  # UTM 36 north, in which the line lies

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]
Axes = tuple[FloatArray, FloatArray]


def line() -> Path:
    """Return a winding line of 400 vertices across 2.1 degrees."""
    rng = np.random.default_rng(1)
    share = np.linspace(0.0, 1.0, 400)
    lat = 33.2 + 0.5 * np.sin(9.0 * share) + 0.01 * rng.standard_normal(400)
    return tuple(zip((35.2 + 2.1 * share).tolist(), lat.tolist(), strict=True))


def spots(seed: int) -> Axes:
    """Return uniform positions in a box of 2.5 x 2.5 degrees."""
    rng = np.random.default_rng(seed)
    return 35.0 + 2.5 * rng.random(COUNT), 32.0 + 2.5 * rng.random(COUNT)


def planar(path: Path) -> Callable[[Axes], BoolArray]:
    """Return the peer, with its buffer made and prepared."""
    to_utm = Transformer.from_crs(4326, ZONE, always_xy=True)
    drawn = shapely.LineString(np.stack(to_utm.transform(*np.array(path).T), axis=-1))
    band = drawn.buffer(LIMIT_M, quad_segs=64)
    shapely.prepare(band)
    return lambda at: shapely.contains_xy(band, *to_utm.transform(*at))


def screened(path: Path, accuracy_m: float) -> Callable[[Axes, FloatArray], TruthArray]:
    """Return ours: truths of discs, in batches that stay in the cache."""
    limit = Length(LIMIT_M, LIMIT_M, "15 mi")
    field = compile_field(Within(limit, (Named("line", Line((path,), accuracy_m)),)))

    def answer(at: Axes, radius_m: FloatArray) -> TruthArray:
        found = np.empty(len(radius_m), dtype=np.int8)
        for first in range(0, len(radius_m), BATCH):
            some = slice(first, first + BATCH)
            area = np.full(len(radius_m[some]), -1, dtype=np.int32)
            discs = Discs(at[0][some], at[1][some], radius_m[some], area)
            found[some] = field.test(discs)[0]
        return found

    return answer


def is_within(path: Path, at: Axes) -> BoolArray:
    """Return the oracle: geodesics to all pieces, those near the limit by geographiclib."""
    away_m = Strokes([densify(path, "geodesic")]).distance_m(*at)
    for row in np.flatnonzero(np.abs(away_m - LIMIT_M) < NEAR_M).tolist():
        away_m[row] = _karney_m(path, float(at[0][row]), float(at[1][row]))
    return away_m < LIMIT_M


def _karney_m(path: Path, lon: float, lat: float) -> float:
    earth = Geodesic.WGS84
    least = np.inf
    for (a_lon, a_lat), (b_lon, b_lat) in itertools.pairwise(path):
        edge = earth.InverseLine(a_lat, a_lon, b_lat, b_lon)
        low, high = 0.0, edge.s13
        for _ in range(60):  # a distance to a geodesic has one least value along a short edge
            third = (high - low) / 3.0
            one, other = (
                earth.Inverse(lat, lon, *_at(edge, at))["s12"] for at in (low + third, high - third)
            )
            low, high = (low, high - third) if one < other else (low + third, high)
        least = min(least, earth.Inverse(lat, lon, *_at(edge, low))["s12"])
    return float(least)


def _at(edge: GeodesicLine, along_m: float) -> tuple[float, float]:
    place = edge.Position(along_m)
    return place["lat2"], place["lon2"]


def main() -> None:
    """Print medians, ratios, wrong answers and the machine."""
    path, zero = line(), np.zeros(COUNT)
    at = spots(seed=2)
    radius_m = np.random.default_rng(3).choice([50.0, 500.0, 2_000.0], COUNT)
    peer, ours, discs = planar(path), screened(path, 0.0), screened(path, 0.0)
    taken: dict[str, list[float]] = {"planar points": [], "our points": [], "our discs": []}
    for _ in range(RUNS):
        for name, run in (
            ("planar points", lambda: peer(at)),
            ("our points", lambda: ours(at, zero)),
            ("our discs", lambda: discs(at, radius_m)),
        ):
            start = time.perf_counter()
            run()
            taken[name].append(time.perf_counter() - start)
    right = is_within(path, at)
    found = ours(at, zero)
    wrong = int(((found == Truth.TRUE) & ~right).sum() + ((found == Truth.FALSE) & right).sum())
    median = {name: statistics.median(times) for name, times in taken.items()}
    print(f"judging alone, {COUNT:,} positions, medians of {RUNS} interleaved runs, one core")
    for name, times in taken.items():
        rate = COUNT / median[name] / 1e6
        print(
            f"  {name:<14} {median[name] * 1e3:6.0f} ms  {rate:5.1f} M/s  (first {times[0]:.2f} s)"
        )
    print(f"  wrong: planar {int((peer(at) != right).sum())}, ours {wrong}")
    print(f"  open: points {int((found == Truth.UNKNOWN).sum())}", end=", ")
    print(f"discs {(discs(at, radius_m) == Truth.UNKNOWN).mean():.1%}")
    ratio = median["planar points"] / median["our points"]
    print(f"  planar / ours: {ratio:.2f} (promised: at least 3)")
    print(
        f"machine: {platform.machine()}, {os.cpu_count()} cores, "
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    )


if __name__ == "__main__":
    main()
