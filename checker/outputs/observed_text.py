"""What stands beside a count of breaches: how often somebody looked, and was refused."""

from collections.abc import Iterator

from checker.findings.finding import Summary
from checker.outputs.plain import counted
from checker.values.verdict import ClauseStanding

__all__ = ["observed_lines"]


def observed_lines(summary: Summary) -> Iterator[tuple[str, str]]:
    """Yield each clause with its proved breaches in so many visits; none where nobody told them."""
    for one in summary.observed:
        said = f"{_breaches(summary, one.clause)} in {counted(one.visits, 'visit')}"
        if one.partial:
            said += f", {one.partial:,} of them in part"
        yield one.clause, f"{said}; {one.refused:,} refused"


def _breaches(summary: Summary, clause: str) -> str:
    """Count the incidents that are proved, by the readings that differ."""
    counts = {
        0 if row.standing == ClauseStanding.APPARENTLY_VIOLATED else row.incidents
        for row in summary.rows
        if row.clause == clause
    }
    low, high = min(counts, default=0), max(counts, default=0)
    if low == high:
        return counted(low, "breach", "breaches")
    return f"{low:,} to {high:,} breaches, by the reading,"
