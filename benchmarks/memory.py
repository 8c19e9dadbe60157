"""Measure the peak of resident memory, at so many rows and at ten times as many."""

from benchmarks.bench import accord, asked, table, tell
from benchmarks.question import FOLDER, LIMIT_M, Question, line, one_clause, reports


def main() -> None:
    """Judge once at each size, and tell."""
    options = asked(rows=100_000, runs=1)
    asks = one_clause(Question(line(), LIMIT_M[0.05]))
    lines = []
    for rows in (options.rows, 10 * options.rows):
        used = accord(asks, reports(rows), FOLDER / "found.parquet")
        lines.append([f"{rows:,}", f"{used.peak_mib:,.0f} MiB", f"{used.seconds:.1f} s"])
    tell(
        "memory",
        "One clause with about 5 % findings, Parquet to Parquet, one run each. Promised: under "
        "1,024 MiB at 10,000,000 and at 100,000,000 rows alike.",
        table(["rows", "peak", "time"], lines),
    )


if __name__ == "__main__":
    main()
