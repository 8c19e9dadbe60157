"""Reports that lie far from every place, and among them with longitude and latitude swapped.

They are judged as they stand, for nobody can be sure; but none of them is taken as proof that a
clause was kept, and whoever reads the result is told which they are.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from checker.evaluate.run import JudgedBatch, JudgedRun
from checker.findings.blank import report_ref
from checker.findings.finding import ReportRef
from checker.geography.axes import are_swapped
from checker.geography.discs import FloatArray
from checker.geography.extent import extent_of
from checker.plan.plan import PlannedReading
from checker.values.diagnostic import Diagnostic
from checker.values.span import Span

__all__ = ["CODE", "hangs_on_place", "swapped_reports", "swapped_rows", "warnings_of_swapped"]

CODE = "R156"


def swapped_rows(run: JudgedRun, batch: JudgedBatch) -> NDArray[np.bool_]:
    """Say which reports of a batch may be swapped; shape (n,).

    None is where the agreement draws no place, and none that proves nothing anyway.
    """
    at = batch.columns.batch.at
    found: NDArray[np.bool_] = are_swapped(at.lon_deg, at.lat_deg, _middles(run))
    return found & ~batch.columns.excluded


def swapped_reports(batch: JudgedBatch, rows: NDArray[np.bool_]) -> tuple[ReportRef, ...]:
    """Return the flagged reports of a batch in the order of the input."""
    return tuple(report_ref(batch.columns.batch, row) for row in np.flatnonzero(rows).tolist())


def _middles(run: JudgedRun) -> tuple[FloatArray, FloatArray]:
    """Return where the places of an agreement lie, longitudes and latitudes."""
    extents = [extent_of(place) for place in run.plan.core.places if place is not None]
    middles = [extent[:2] for extent in extents if extent is not None]
    lon_deg, lat_deg = np.array(middles, dtype=np.float64).reshape(-1, 2).T
    return lon_deg, lat_deg


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
            "as they stand, and prove nowhere that a clause was kept"
        )
        line = first.line or 1
        yield Diagnostic(CODE, message, Span(file, line, 1, line, 1), hint, "warning")


def hangs_on_place(reading: PlannedReading) -> bool:
    """Say whether a place decides anything under a reading: its own, or that of an exception.

    A register or a count may ask for a place too.
    """
    patterns = [variant.pattern for variant in reading.variants]
    patterns += [one.pattern for variant in reading.variants for one in variant.exemptions]
    return any(
        pattern.where is not None or pattern.theatre is not None or pattern.more
        for pattern in patterns
    )
