"""Why a report is evidence against a condition, or is not: the tests of what must not be there."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from checker.evaluate.columns import Columns
from checker.evaluate.matches import tests_of
from checker.evaluate.run import JudgedBatch, JudgedRun
from checker.findings.grounds import GroundWhy, ground_why
from checker.findings.phrases import condition_said
from checker.findings.trials import Asking, Trial, candidate_name, weak_of
from checker.language.core.clause import Answers
from checker.plan.plan import PatternPlan, PlannedCondition
from checker.values.truth import Truth

__all__ = ["AgainstWhy", "against_of"]


@dataclass(frozen=True, slots=True)
class AgainstWhy:
    """Hold the tests of one condition under one reading, for the actor that decided.

    ``kept`` names the clause that has to be kept, whose own explanation has the tests; else
    ``trials`` are those of what must not be there, or has to be.
    """

    answers: Answers
    said: str
    kept: str | None
    candidate: str | None
    trials: tuple[Trial, ...]
    grounds: tuple[GroundWhy, ...]
    weak: tuple[str, ...]


def against_of(run: JudgedRun, batch: JudgedBatch, row: int, clause: int) -> tuple[AgainstWhy, ...]:
    """Return the tests of report ``row`` against the conditions of clause number ``clause``."""
    return tuple(
        why
        for reading in run.plan.clauses[clause].readings
        for number in reading.owned
        for why in _condition(batch.columns, row, reading.answers, run.plan.conditions[number])
    )


def _condition(
    columns: Columns, row: int, answers: Answers, planned: PlannedCondition
) -> Iterator[AgainstWhy]:
    core = columns.plan.core
    said = condition_said(core, answers, planned.condition)
    if planned.kept is not None:
        yield AgainstWhy(answers, said, planned.condition.kept, None, (), (), ())
        return
    patterns = planned.patterns if planned.cure is None or planned.patterns else (planned.cure,)
    for pattern in patterns:
        yield _pattern(columns, row, answers, said, pattern)


def _pattern(
    columns: Columns, row: int, answers: Answers, said: str, pattern: PatternPlan
) -> AgainstWhy:
    tests = tests_of(columns, pattern)
    candidates = np.flatnonzero(columns.frame.row_of == row)
    # The candidate whose weakest answer is the strongest decided.
    least = np.min([test.truth[candidates] for test in tests], axis=0)
    candidate = int(candidates[int(np.argmax(least))])
    asking = Asking.of(columns, pattern, answers)
    steps = dict.fromkeys(s for s in (pattern.theatre, pattern.where) if s is not None)
    return AgainstWhy(
        answers=answers,
        said=said,
        kept=None,
        candidate=candidate_name(columns, row, candidate),
        trials=tuple(asking.trial(test, candidate) for test in tests),
        grounds=tuple(ground_why(columns, step, row) for step in steps),
        weak=weak_of(columns, candidate) if int(least.max()) != Truth.FALSE else (),
    )
