"""Measure twenty clauses on three places under four readings, against one clause.

A distance is worked out once for a row and place, whatever the limits, so clauses should cost
little beyond their findings. Two questions make the readings: how deep, and who counts as red.
"""

import functools
from pathlib import Path

import pyarrow.parquet as pq

from benchmarks.bench import accord, asked, interleaved, medians, spread, table, tell
from benchmarks.question import (
    FOLDER,
    LIMIT_M,
    Question,
    agreement,
    drawn,
    line,
    one_clause,
    reports,
)

PLACES = {"south": -0.3, "middle": 0.0, "north": 0.3}
READ_IN_TWO_WAYS = """\
  allies: {name: Third army}
  reds: {who-is-red: {narrow: red, broad: [red, allies]}}
questions:
  how-deep: {asks: How deep is the zone?, answers: {narrow: by half, wide: by the whole}}
  who-is-red: {asks: Who are the reds?, answers: {narrow: the army, broad: its allies as well}}
"""


def twenty() -> Path:
    """Write the agreement; its limits are such that it has some eight times the findings."""
    names = list(PLACES)
    clauses = []
    for number in range(20):
        wide_m = 400 + 120 * number
        depth = f"{{how-deep: {{narrow: {wide_m // 2} m, wide: {wide_m} m}}}}"
        where = f"{{within: {depth}, of: {names[number % 3]}, toward: both}}"
        says = f"Reds keep {wide_m // 2} m or {wide_m} m away."
        clauses.append(
            f"  keep-off-{number}: {{says: {says}, source: text, binds: reds, "
            f"prohibits: presence, where: {where}}}"
        )
    places = [f"  {name}: {drawn(line(north_deg))}" for name, north_deg in PLACES.items()]
    return agreement("twenty", places, clauses, READ_IN_TWO_WAYS)


def main() -> None:
    """Judge by each, and tell."""
    options = asked(rows=100_000)
    rows = reports(options.rows)
    asks = {
        "one clause": one_clause(Question(line(), LIMIT_M[0.05])),
        "20 clauses, 3 places, 4 readings": twenty(),
    }
    out = {name: FOLDER / f"found by {name}.parquet" for name in asks}
    taken = interleaved(
        options.runs,
        {name: functools.partial(accord, asks[name], rows, out[name]) for name in asks},
    )
    median = medians(taken)
    one, *_ = median.values()
    found = {name: pq.ParquetFile(path).metadata.num_rows for name, path in out.items()}
    few, *_ = found.values()
    lines = [
        [
            name,
            spread(taken[name]),
            f"{median[name] / one:.2f}",
            f"{found[name]:,}",
            f"{found[name] / few:.1f}",
        ]
        for name in asks
    ]
    tell(
        "clauses",
        f"{options.rows:,} rows, medians of {options.runs} interleaved runs of whole processes. "
        "Promised: at most 3 times the time of one clause, at up to 8 times its findings.",
        table(["agreement", "median", "times one clause", "findings", "times"], lines),
    )


if __name__ == "__main__":
    main()
