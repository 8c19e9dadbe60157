"""What the first passes over the reports found out, for the last one to judge with."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from checker.folds.evidence import Evidence
from checker.folds.precedence import Precedence
from checker.folds.timeline import Timeline
from checker.operators import Tested
from checker.values.verdict import Reason

__all__ = ["ConditionFacts", "Facts"]


@dataclass(frozen=True, slots=True)
class ConditionFacts:
    """Hold one condition's timelines, with the proof and at face value, and what drew them.

    A condition that watches a clause is answered by ``order``, with the proof and at face value: it
    reads strictly earlier instants alone. ``doubt`` says why the others are open where they are.
    """

    proved: Timeline
    face: Timeline
    evidence: Evidence
    order: tuple[Precedence, Precedence] | None = None
    doubt: Reason = Reason.CONDITION_OPEN


@dataclass(frozen=True, slots=True)
class Facts:
    """Hold the timeline of every condition of the plan that could be drawn so far.

    ``firsts`` dates events by their first proved report. ``excluded`` marks, per batch, reports
    that are superseded or wholly after ``as_of_us``: they prove nothing. ``placed`` keeps
    where the reports of each batch lie, by (batch, place step): no pass changes it.
    """

    firsts: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    conditions: Mapping[int, ConditionFacts] = field(default_factory=dict)
    excluded: tuple[NDArray[np.bool_], ...] = ()
    as_of_us: int | None = None
    placed: dict[tuple[int, int], Tested] = field(default_factory=dict, compare=False)
