"""One question, asked of everybody: which reports may lie within so many metres of this line.

Reports are uniform over a box of 2.5 x 2.5 degrees; the line has 400 vertices and a stated
accuracy. A report may lie within the limit where its distance is at most limit + its radius + the
accuracy: these rows are the findings. A seed makes every row, so a longer file begins with a
shorter one. They carry no id: accord names them by file and row.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

__all__ = [
    "FOLDER",
    "LIMIT_M",
    "RADII_M",
    "FloatArray",
    "Path2D",
    "Question",
    "agreement",
    "drawn",
    "leaving",
    "line",
    "one_clause",
    "reports",
]

FloatArray = NDArray[np.float64]
Path2D = tuple[tuple[float, float], ...]

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "build" / "bench"
"""Where rows, agreements and findings lie; `make clean` removes it."""

WEST, SOUTH, SPAN_DEG = 35.0, 32.0, 2.5
RADII_M = (50.0, 500.0, 2_000.0)
ACCURACY_M = 100.0
LIMIT_M = {0.05: 5_500.0, 0.01: 400.0}
"""Limits, by the share of rows that are then findings."""

_CHUNK = 1_000_000
_GROUP = 131_072
_START_US = int(np.datetime64("2020-02-01T00:00:00", "us").astype(np.int64))
_UNITS = ("First brigade", "Second brigade", "Third brigade", "Red Army")


@dataclass(frozen=True, slots=True)
class Question:
    """Hold what a peer needs: the line in degrees, the limit and the line's accuracy in metres."""

    path: Path2D
    limit_m: float
    accuracy_m: float = ACCURACY_M

    def reach_m(self, radius_m: float) -> float:
        """Return up to which distance a report of this radius may lie within the limit."""
        return self.limit_m + radius_m + self.accuracy_m

    def write(self) -> Path:
        """Write the question for the peers' own processes."""
        path = FOLDER / f"question-{self.limit_m:.0f}.json"
        path.write_text(json.dumps(asdict(self)), encoding="utf-8")
        return path

    @staticmethod
    def read(path: Path) -> "Question":
        """Read what ``write`` wrote."""
        kept = json.loads(path.read_text(encoding="utf-8"))
        return Question(tuple((lon, lat) for lon, lat in kept.pop("path")), **kept)


def line(north_deg: float = 0.0) -> Path2D:
    """Return a winding line of 400 vertices across 2.1 degrees."""
    rng = np.random.default_rng(1)
    share = np.linspace(0.0, 1.0, 400)
    lat = 33.2 + north_deg + 0.2 * np.sin(9.0 * share) + 0.002 * rng.standard_normal(400)
    lon = 35.2 + 2.1 * share
    return tuple(zip(lon.round(6).tolist(), lat.round(6).tolist(), strict=True))


def agreement(name: str, places: Sequence[str], clauses: Sequence[str], more: str = "") -> Path:
    """Write a folder with an agreement; return it. Places and clauses are lines of YAML."""
    folder = FOLDER / name
    folder.mkdir(parents=True, exist_ok=True)
    units = "".join(
        f"  unit-{n}: {{name: {unit}, edges: [{{part_of: red, confidence: confirmed}}]}}\n"
        for n, unit in enumerate(_UNITS[:-1])
    )
    head = (
        f"accord: 1\nid: {name}\ntitle: An invented agreement\ntimezone: UTC\nedges: geodesic\n"
        "in_force: {from: 2020-01-01}\n"
        "sources: {text: {kind: treaty, title: Agreement, published: 2019-12-20}}\n"
        f"actors:\n  red: {{name: {_UNITS[-1]}}}\n{units}{more}"
    )
    body = "places:\n" + "\n".join(places) + "\nclauses:\n" + "\n".join(clauses) + "\n"
    (folder / "agreement.yaml").write_text(head + body, encoding="utf-8")
    return folder


def drawn(path: Path2D) -> str:
    """Return a line as YAML."""
    turns = ", ".join(f"[{lon}, {lat}]" for lon, lat in path)
    return f"{{line: [{turns}], accuracy: {ACCURACY_M:.0f} m, source: text}}"


def one_clause(question: Question) -> Path:
    """Write the agreement that asks the question in one clause."""
    where = f"{{within: {question.limit_m:.0f} m, of: line, toward: both}}"
    says = f"Red forces keep {question.limit_m:.0f} m away from the line."
    clause = (
        f"  stand-off: {{says: {says}, source: text, binds: red, "
        f"prohibits: presence, where: {where}}}"
    )
    return agreement(f"one-{question.limit_m:.0f}", [f"  line: {drawn(question.path)}"], [clause])


def reports(rows: int, named_units: int = 0) -> Path:
    """Return the Parquet file of so many reports; written once, by a process of its own.

    Each is of one of ``named_units``, if there are any. The own process keeps this one small: the
    peak memory of a child counts from its parent's.
    """
    path = FOLDER / (f"named-{named_units}-{rows}" if named_units else f"reports-{rows}")
    path = path.with_suffix(".parquet")
    if not path.is_file():
        FOLDER.mkdir(parents=True, exist_ok=True)
        asked = str(rows), str(path), str(named_units)
        command = (sys.executable, "-m", "benchmarks.question", *asked)
        subprocess.run(command, check=True, cwd=ROOT)
    return path


def leaving(question: Question) -> Path:
    """Write the agreement that has reds leave that ground half an hour after the first report."""
    where = f"{{within: {question.limit_m:.0f} m, of: line, toward: both}}"
    says = f"Red forces leave the ground within {question.limit_m:.0f} m of the line."
    clause = (
        f"  withdrawal: {{says: {says}, source: text, binds: red, obliges: leave, "
        f"where: {where}, by: 2020-02-01T00:30:00Z}}"
    )
    name = f"leave-{question.limit_m:.0f}"
    return agreement(name, [f"  line: {drawn(question.path)}"], [clause])


def _chunks(rows: int, named_units: int = 0) -> Iterator[pa.RecordBatch]:
    for first in range(0, rows, _CHUNK):
        # A whole chunk is drawn even if less is used, so that a longer file begins with a shorter.
        rng = np.random.default_rng([2, first // _CHUNK])
        lon = WEST + SPAN_DEG * rng.random(_CHUNK)
        lat = SOUTH + SPAN_DEG * rng.random(_CHUNK)
        radius_m = rng.choice(RADII_M, _CHUNK)
        units = rng.integers(0, len(_UNITS), _CHUNK, dtype=np.int32)
        kinds = np.zeros(_CHUNK, dtype=np.int32)
        seen_us = _START_US + 100_000 * np.arange(first, first + _CHUNK)
        named = {}
        if named_units:
            each = [f"unit {number}" for number in range(named_units)]
            codes = rng.integers(0, named_units, _CHUNK, dtype=np.int32)
            named = {"unit": pa.DictionaryArray.from_arrays(codes, each)}
        whole = pa.RecordBatch.from_pydict(
            {
                **named,
                "kind": pa.DictionaryArray.from_arrays(kinds, ["position"]),
                "lon": lon,
                "lat": lat,
                "radius_m": radius_m,
                "seen_from": pa.array(seen_us).cast(pa.timestamp("us", tz="UTC")),
                "actor": pa.DictionaryArray.from_arrays(units, list(_UNITS)),
            }
        )
        yield whole.slice(0, min(_CHUNK, rows - first))


def _write(rows: int, path: Path, named_units: int) -> None:
    half = path.with_suffix(".part")
    with pq.ParquetWriter(half, next(_chunks(1, named_units)).schema) as file:
        for chunk in _chunks(rows, named_units):
            file.write_batch(chunk, row_group_size=_GROUP)
    half.rename(path)


if __name__ == "__main__":
    _write(int(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
