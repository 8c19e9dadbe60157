"""Measure judging alone, against the fastest planar test, and count what is wrong in both.

Uniform discs about one line of 400 vertices, `within 15 miles` of it. The peer is Shapely: a
buffer in UTM, prepared, and `contains_xy`. Ours answers in three values and says it of the whole
disc; for the count of wrong answers both are asked about bare points (`oracle.py` tells what is
right).
"""

from collections.abc import Callable

import numpy as np
import shapely
from pyproj import Transformer

from benchmarks.bench import asked, interleaved, medians, table, tell, versions
from benchmarks.oracle import BoolArray, Ruler, rows_of
from benchmarks.peers.planar import UTM, in_utm
from benchmarks.question import ACCURACY_M, FloatArray, Question, line, reports
from checker.geography.discs import Discs
from checker.geography.field import compile_field
from checker.geography.region import Length, Named, Within
from checker.geography.shapes import Line
from checker.values.truth import Truth, TruthArray

BATCH = 131_072
LIMIT_M = 24_140.16  # 15 miles of 1609.344 m

Axes = tuple[FloatArray, FloatArray]


def planar(question: Question) -> Callable[[Axes], BoolArray]:
    """Return the peer, with its buffer made and prepared."""
    to_utm = Transformer.from_crs("EPSG:4326", UTM, always_xy=True)
    band = in_utm(question).buffer(question.limit_m, quad_segs=64)
    shapely.prepare(band)
    return lambda at: shapely.contains_xy(band, *to_utm.transform(*at))


def screened(question: Question, accuracy_m: float) -> Callable[[Axes, FloatArray], TruthArray]:
    """Return ours: truths of discs, in batches that stay in the cache."""
    limit = Length(question.limit_m, question.limit_m, "15 mi")
    field = compile_field(Within(limit, (Named("line", Line((question.path,), accuracy_m)),)))

    def answer(at: Axes, radius_m: FloatArray) -> TruthArray:
        found = np.empty(len(radius_m), dtype=np.int8)
        for first in range(0, len(radius_m), BATCH):
            some = slice(first, first + BATCH)
            area = np.full(len(radius_m[some]), -1, dtype=np.int32)
            discs = Discs(at[0][some], at[1][some], radius_m[some], area)
            found[some] = field.test(discs)[0]
        return found

    return answer


def main() -> None:
    """Measure, count what is wrong, and tell."""
    options = asked(rows=1_000_000, runs=7)
    question = Question(line(), LIMIT_M)
    lon, lat, radius_m = rows_of(reports(options.rows))
    at, zero = (lon, lat), np.zeros(options.rows)
    peer, points, discs = planar(question), screened(question, 0.0), screened(question, ACCURACY_M)
    taken = interleaved(
        options.runs,
        {
            "Shapely, points": lambda: peer(at),
            "accord, points": lambda: points(at, zero),
            "accord, discs": lambda: discs(at, radius_m),
        },
    )
    limit_m = np.full(options.rows, LIMIT_M)
    right = Ruler.along(question.path).near_exact_m(lon, lat, [limit_m]) <= limit_m
    said, whole = points(at, zero), discs(at, radius_m)
    wrong = {
        "Shapely, points": f"{(peer(at) != right).sum():,}",
        "accord, points": f"{(said != np.where(right, Truth.TRUE, Truth.FALSE)).sum():,}",
        "accord, discs": f"{(whole == Truth.UNKNOWN).mean():.1%} open",
    }
    median = medians(taken)
    lines = [
        [
            name,
            f"{median[name] * 1e3:.0f} ms",
            f"{options.rows / median[name] / 1e6:.1f} M/s",
            f"{median['Shapely, points'] / median[name]:.2f}",
            wrong[name],
        ]
        for name in taken
    ]
    tell(
        "judging alone",
        f"{options.rows:,} positions, one core, without start, reading and writing; medians of "
        f"{options.runs} interleaved runs. {versions('shapely')}; {right.mean():.1%} are within. "
        "Promised: at least 3 times as fast as Shapely, at least 20 M/s.",
        table(["who", "median", "rate", "times as fast as Shapely", "wrong"], lines),
    )


if __name__ == "__main__":
    main()
