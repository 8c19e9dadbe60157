"""Measure CSV: judging a file, against pyarrow's own parse of the same file.

One clause with about 1 % findings, so that reading is most of the work; both are whole processes.
The same rows as Parquet show what the text costs.
"""

import functools
from pathlib import Path

import pyarrow.csv
import pyarrow.parquet as pq

from benchmarks.bench import (
    PYTHON,
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
from benchmarks.question import FOLDER, LIMIT_M, Question, line, one_clause, reports

PARSE = "import sys, pyarrow.csv; pyarrow.csv.read_csv(sys.argv[1])"


def as_csv(rows: Path) -> Path:
    """Return the reports as CSV; written once."""
    path = rows.with_suffix(".csv")
    if not path.is_file():
        file = pq.ParquetFile(rows, pre_buffer=False)
        with pyarrow.csv.CSVWriter(path, file.schema_arrow) as writer:
            for group in range(file.num_row_groups):
                writer.write_table(file.read_row_group(group))
    return path


def main() -> None:
    """Read in each way, and tell."""
    options = asked(rows=200_000)
    rows = reports(options.rows)
    text = as_csv(rows)
    asks = one_clause(Question(line(), LIMIT_M[0.01]))
    out = FOLDER / "found.parquet"
    taken = interleaved(
        options.runs,
        {
            "pyarrow, parse of the CSV": functools.partial(process, (PYTHON, "-c", PARSE, text)),
            "accord on the CSV": functools.partial(accord, asks, text, out),
            "accord on Parquet": functools.partial(accord, asks, rows, out),
        },
    )
    median = medians(taken)
    parse, *_ = median.values()
    tell(
        "csv",
        f"{options.rows:,} rows of {text.stat().st_size / options.rows:.0f} bytes, medians of "
        f"{options.runs} interleaved runs of whole processes; {versions('pyarrow')}. "
        "Promised: at most 2 times pyarrow's parse.",
        table(
            ["what", "median", "times the parse"],
            [[name, spread(taken[name]), f"{median[name] / parse:.2f}"] for name in taken],
        ),
    )


if __name__ == "__main__":
    main()
