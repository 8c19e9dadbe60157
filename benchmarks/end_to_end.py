"""Measure Parquet to findings in Parquet, whole processes, beside the peers.

One clause, asked at two limits. A peer writes the rows that it found, as they were; accord writes
what it can say of each. Wrong are rows that somebody wrote and should not have, and those that
were left out (`oracle.py`). PostGIS is a server that runs already, and its rows are CSV already;
its time is that of COPY and search.
"""

import contextlib
import functools
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pyarrow.csv
import pyarrow.parquet as pq

from benchmarks.bench import (
    PYTHON,
    Times,
    accord,
    asked,
    interleaved,
    medians,
    process,
    spread,
    table,
    tell,
    versions,
)
from benchmarks.oracle import is_found, rows_of
from benchmarks.postgis import Server, as_csv, is_there, server
from benchmarks.question import FOLDER, LIMIT_M, Question, line, one_clause, reports

OURS: dict[str, tuple[str, ...]] = {"accord": (), "accord -j 2": ("-j", "2")}
PEERS = {
    "pyarrow read + write": ("read_write", "pyarrow"),
    "Shapely buffer": ("shapely_buffer", "shapely"),
    "Shapely buffer + distances": ("shapely_distance", "shapely"),
    "GeoPandas sjoin": ("geopandas_sjoin", "geopandas"),
    "DuckDB spatial": ("duckdb_spatial", "duckdb_extension_spatial"),
    "SedonaDB geography": ("sedona_geography", "sedonadb"),
}
"""What a peer is called, its script in `peers`, and the package without which it is left out."""
POSTGIS = "PostGIS geography"
NO_SEARCH = "pyarrow read + write"
PROMISES = {
    (POSTGIS, 0.05): "at least 30",
    (POSTGIS, 0.01): "at least 15",
    ("Shapely buffer + distances", 0.05): "at least 3",
    ("Shapely buffer", 0.05): "at least 1",
    ("Shapely buffer", 0.01): "at least 1",
    (NO_SEARCH, 0.05): "at least 0.25",
}
Places = set[tuple[float, float]]
"""Rows by their longitude and latitude, for peers write them in any order."""


def contestants(
    question: Question, rows: Path, postgis: Server | None
) -> dict[str, Callable[[], object]]:
    """Return everybody who is installed."""
    runs: dict[str, Callable[[], object]] = {
        name: functools.partial(accord, one_clause(question), rows, found(name), *options)
        for name, options in OURS.items()
    }
    asks = question.write()
    for name, (script, package) in PEERS.items():
        if find_spec(package):
            command = (PYTHON, "-m", f"benchmarks.peers.{script}", rows, asks, found(name))
            runs[name] = functools.partial(process, command)
    if postgis:
        runs[POSTGIS] = functools.partial(search, postgis, question, as_csv(rows))
    return runs


def search(postgis: Server, question: Question, copied: Path) -> None:
    """Let PostGIS load the rows and write those that it finds."""
    postgis.load(copied)
    postgis.find(question, found(POSTGIS))


def found(name: str) -> Path:
    """Return where somebody's findings are written."""
    return FOLDER / f"found by {name}.{'csv' if name == POSTGIS else 'parquet'}"


def written(name: str) -> tuple[Places, int]:
    """Return the rows of somebody's findings, and how many columns were written."""
    path = found(name)
    read = pyarrow.csv.read_csv(path) if path.suffix == ".csv" else pq.read_table(path)
    return set(zip(read["lon"].to_pylist(), read["lat"].to_pylist(), strict=True)), read.num_columns


def compared(share: float, taken: Times, right: Places) -> str:
    """Return the table of one limit."""
    median = medians(taken)
    lines = []
    for name in taken:
        rows, columns = written(name)
        lines.append(
            [
                name,
                spread(taken[name]),
                f"{median[name] / median['accord']:.2f}",
                PROMISES.get((name, share), ""),
                f"{len(rows):,}",
                "no search" if name == NO_SEARCH else f"{len(rows ^ right):,}",
                f"{columns}",
            ]
        )
    header = ["who", "median", "its time / accord's", "promised", "found", "wrong", "columns"]
    return table(header, lines)


def right_places(question: Question, rows: Path) -> Places:
    """Return the rows that have to be found."""
    lon, lat, _ = rows_of(rows)
    right = is_found(question, rows)
    return set(zip(lon[right].tolist(), lat[right].tolist(), strict=True))


def who(postgis: Server | None) -> str:
    """Return who takes part in which version, and who is not installed."""
    there = {name: package for name, (_, package) in PEERS.items() if find_spec(package)}
    named = versions(*dict.fromkeys(there.values()))
    named += f", PostGIS {postgis.version}" if postgis else ""
    absent = [name for name in PEERS if name not in there] + [POSTGIS] * (postgis is None)
    return f"{named}." + (f" Not installed, so left out: {', '.join(absent)}." if absent else "")


def main() -> None:
    """Ask at each limit, and tell."""
    options = asked(rows=2_200_000)
    rows = reports(options.rows)
    told = []
    with contextlib.ExitStack() as stack:
        postgis = stack.enter_context(server()) if is_there() else None
        for share, limit_m in LIMIT_M.items():
            question = Question(line(), limit_m)
            runs = contestants(question, rows, postgis)
            taken = interleaved(options.runs, runs)
            right = right_places(question, rows)
            told.append(
                f"Within {limit_m:,.0f} m: findings are {len(right) / options.rows:.2%} "
                f"of {options.rows:,} rows."
            )
            told.append(compared(share, taken, right))
        first = f"Medians of {options.runs} interleaved runs of whole processes. "
        tell("end to end", first + who(postgis), *told)


if __name__ == "__main__":
    main()
