"""A report in the list of all that were read, by which two results are compared."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["ListedReport", "ReportState"]

ReportState = Literal["judged", "superseded", "after_as_of"]


@dataclass(frozen=True, slots=True)
class ListedReport:
    """Tell a report: its id, whether that is its own or its place in the file, and a hash.

    ``content`` is of all that it says, as it was read, and ``ground`` of where that lies: it
    changes too when a place that it names is drawn anew. What is not ``judged`` proves nothing.
    """

    id: str
    is_named: bool
    content: str
    ground: str
    state: ReportState
    supersedes: str | None
