"""What the first passes over the reports found out, for the last one to judge with."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from checker.folds.evidence import Evidence
from checker.folds.timeline import Timeline

__all__ = ["ConditionFacts", "Facts"]


@dataclass(frozen=True, slots=True)
class ConditionFacts:
    """Hold one condition's timelines, with the proof and at face value, and what drew them.

    For a condition that watches a clause, ``without`` holds the timelines for the few reports that
    are evidence themselves, drawn without them: by (batch, row).
    """

    proved: Timeline
    face: Timeline
    evidence: Evidence
    without: Mapping[tuple[int, int], tuple[Timeline, Timeline]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Facts:
    """Hold the timeline of every condition of the plan that could be drawn so far.

    ``firsts`` dates events by their first proved report. ``excluded`` marks, per batch, reports
    that are superseded or wholly after ``as_of_us``: they prove nothing.
    """

    firsts: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    conditions: Mapping[int, ConditionFacts] = field(default_factory=dict)
    excluded: tuple[NDArray[np.bool_], ...] = ()
    as_of_us: int | None = None
