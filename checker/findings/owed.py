"""Whether the conditions of a clause stand, where no report is asked about."""

import numpy as np

from checker.evaluate.run import JudgedRun
from checker.folds.timeline import Asked
from checker.plan.plan import PlannedReading
from checker.values.truth import Truth
from checker.values.window import Window

__all__ = ["worth_of"]


def worth_of(run: JudgedRun, reading: PlannedReading, from_us: int, to_us: int) -> Truth:
    """Return what all the conditions of a clause are worth, as proved, from one instant to another.

    UNKNOWN where they are not worth the same all the while. A clause without conditions stands.
    """
    never = np.array([False])
    start, end = np.array([from_us], dtype=np.int64), np.array([to_us], dtype=np.int64)
    asked = Asked(start, end, never, Window(start, end, start, end, never))
    timelines = (run.facts.conditions[number].proved for number in reading.conditions)
    return Truth(min((int(t.truth(asked, "some")[0]) for t in timelines), default=Truth.TRUE))
