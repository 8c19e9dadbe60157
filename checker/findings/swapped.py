"""Reports that lie far from every place, and among them with longitude and latitude swapped.

They are judged as they stand, for nobody can be sure; but nothing that hangs on their place is
proved, and whoever reads the result is told which they are.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from checker.evaluate.run import JudgedBatch
from checker.findings.blank import report_ref
from checker.findings.finding import ReportRef
from checker.values.diagnostic import Diagnostic
from checker.values.span import Span

__all__ = ["CODE", "swapped_reports", "warnings_of_swapped"]

CODE = "R156"


def swapped_reports(batch: JudgedBatch) -> tuple[ReportRef, ...]:
    """Return the reports of a batch that may be swapped, in the order of the input.

    None is where the agreement draws no place, and none that proves nothing anyway.
    """
    rows = np.flatnonzero(batch.columns.swapped & ~batch.columns.excluded)
    return tuple(report_ref(batch.columns.batch, row) for row in rows.tolist())


def warnings_of_swapped(reports: Sequence[ReportRef]) -> Iterator[Diagnostic]:
    """Yield one warning for each file that holds such reports, at the first of them."""
    by_file: dict[str, list[ReportRef]] = {}
    for report in reports:
        by_file.setdefault(report.file, []).append(report)
    for file, (first, *others) in by_file.items():
        more = f" and {len(others):,} more" if others else ""
        verb = "lie" if others else "lies"
        message = (
            f"{first.id}{more} {verb} far from every place of the agreement, and among them with "
            "longitude and latitude swapped"
        )
        hint = (
            "lon comes first, from west to east; if they are right, let them be: they are judged "
            "as they stand, and nothing that hangs on their place is proved"
        )
        line = first.line or 1
        yield Diagnostic(CODE, message, Span(file, line, 1, line, 1), hint, "warning")
