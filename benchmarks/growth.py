"""Measure how time grows: with ten times the rows, and with ten times the clauses.

All are whole processes, start included; what a further million rows costs has no start in it.
"""

import functools
from pathlib import Path

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


def ten_clauses() -> Path:
    """Write an agreement of ten clauses on one place, each with as many findings as the one."""
    clauses = []
    for number in range(10):
        limit_m = LIMIT_M[0.05] + number
        clauses.append(
            f"  stand-off-{number}: {{says: Red forces keep {limit_m:.0f} m away., source: text, "
            "binds: red, prohibits: presence, "
            f"where: {{within: {limit_m:.0f} m, of: line, toward: both}}}}"
        )
    return agreement("ten", [f"  line: {drawn(line())}"], clauses)


def main() -> None:
    """Judge each, and tell."""
    options = asked(rows=30_000)
    asks = one_clause(Question(line(), LIMIT_M[0.05]))
    few, many = reports(options.rows), reports(10 * options.rows)
    out = FOLDER / "found.parquet"
    taken = interleaved(
        options.runs,
        {
            "one clause": functools.partial(accord, asks, few, out),
            "10 x the rows": functools.partial(accord, asks, many, out),
            "10 x the clauses": functools.partial(accord, ten_clauses(), few, out),
        },
    )
    median = medians(taken)
    one, ten, _ = median.values()
    promised = {"10 x the rows": "at most 10.5", "10 x the clauses": "less than 10"}
    lines = [
        [name, spread(taken[name]), f"{median[name] / one:.2f}", promised.get(name, "")]
        for name in taken
    ]
    tell(
        "growth",
        f"{options.rows:,} rows, about 5 % findings a clause; medians of {options.runs} "
        "interleaved runs of whole processes. A further million rows takes "
        f"{(ten - one) / (9 * options.rows) * 1e6:.1f} s.",
        table(["what", "median", "ratio", "promised"], lines),
    )


if __name__ == "__main__":
    main()
