"""Corrections: a report that another supersedes proves nothing; the last of a chain counts."""

from collections.abc import Iterable

from checker.reports.batch import Batch
from checker.reports.rejected import Fault

__all__ = ["corrections_in", "superseded_ids"]


def corrections_in(batches: Iterable[Batch]) -> dict[str, Fault]:
    """Return, by their ids, the bad rows among all corrections, across files.

    All reports of a circle are bad, and so are all that supersede one and the same report: nobody
    can tell which of them counts.
    """
    parent: dict[str, str] = {}
    heirs: dict[str, list[str]] = {}
    for batch in batches:
        for row, old in batch.supersedes.given():
            own = batch.ids[row]
            parent[own] = old
            heirs.setdefault(old, []).append(own)
    faults: dict[str, Fault] = {}
    for old, rivals in heirs.items():
        if len(rivals) > 1:
            said = f"'{old}' is superseded by {' and '.join(repr(one) for one in rivals)}"
            fault = Fault(
                "R210",
                said,
                "name in each report the one that it corrects: the last of them, not the first",
            )
            faults.update(dict.fromkeys(rivals, fault))
    for own in _in_circles(parent):
        said = f"'{own}' supersedes itself, through '{parent[own]}'"
        faults[own] = Fault("R210", said, "leave supersedes blank in the first report of them")
    return faults


def superseded_ids(batches: Iterable[Batch], as_of_us: int | None = None) -> frozenset[str]:
    """Return the ids of the reports that are superseded.

    A correction that lies wholly after ``as_of_us`` is not read, so it supersedes nothing; one
    without a time is (MISSING_US is before every instant).
    """
    return frozenset(
        name
        for batch in batches
        for row, name in batch.supersedes.given()
        if as_of_us is None or batch.from_us[row] <= as_of_us
    )


def _in_circles(parent: dict[str, str]) -> set[str]:
    """Return the ids that reach themselves by going from each report to the one it supersedes."""
    found: set[str] = set()
    done: set[str] = set()
    for start in parent:
        path: list[str] = []
        at = start
        while at in parent and at not in done:
            done.add(at)
            path.append(at)
            at = parent[at]
        if at in path:
            found.update(path[path.index(at) :])
    return found
