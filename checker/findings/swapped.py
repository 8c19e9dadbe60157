"""Reports that lie far from every place, and among them with longitude and latitude swapped."""

from collections.abc import Iterable, Iterator

import numpy as np

from checker.evaluate.run import JudgedRun
from checker.geography.axes import are_swapped
from checker.geography.extent import extent_of
from checker.reports.batch import Batch
from checker.reports.identity import place_of

__all__ = ["swapped_positions"]


def swapped_positions(run: JudgedRun, batches: Iterable[Batch]) -> Iterator[str]:
    """Yield one warning for each file with such reports; they are judged as they stand.

    Nothing is said where the agreement draws no place.
    """
    extents = [extent_of(place) for place in run.plan.core.places if place is not None]
    middles = [extent[:2] for extent in extents if extent is not None]
    among = np.array(middles, dtype=np.float64).reshape(-1, 2).T
    found: dict[str, list[str]] = {}
    for reports in batches:
        rows = np.flatnonzero(
            are_swapped(reports.at.lon_deg, reports.at.lat_deg, (among[0], among[1]))
        )
        for row in rows.tolist():
            said = place_of(reports.file, int(reports.line[row]), int(reports.row[row]))
            found.setdefault(reports.file, []).append(said)
    for places in found.values():
        more = f" and {len(places) - 1} more" if len(places) > 1 else ""
        verb = "lie" if len(places) > 1 else "lies"
        yield (
            f"{places[0]}{more} {verb} far from every place of the agreement, and among them with "
            "longitude and latitude swapped: lon comes first, from west to east"
        )
