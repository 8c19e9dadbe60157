"""Measure the peak of resident memory, at so many rows and at ten times as many."""

from benchmarks.bench import accord, asked, table, tell
from benchmarks.question import FOLDER, LIMIT_M, Question, leaving, line, one_clause, reports


def main() -> None:
    """Judge once at each size, and tell."""
    options = asked(rows=100_000, runs=1)
    question = Question(line(), LIMIT_M[0.05])
    asks = {
        "one clause": (one_clause(question), 0),
        "each report of one of 1,000 named units": (one_clause(question), 1_000),
        "the same, under a duty to leave": (leaving(question), 1_000),
    }
    lines = []
    for name, (agreement, named_units) in asks.items():
        for rows in (options.rows, 10 * options.rows):
            used = accord(agreement, reports(rows, named_units), FOLDER / "found.parquet")
            lines.append([name, f"{rows:,}", f"{used.peak_mib:,.0f} MiB", f"{used.seconds:.1f} s"])
    tell(
        "memory",
        "About 5 % findings, Parquet to Parquet, one run each. Promised: under 1,024 MiB at "
        "10,000,000 and at 100,000,000 rows alike.",
        table(["asked", "rows", "peak", "time"], lines),
    )


if __name__ == "__main__":
    main()
