"""Why a report has its verdict under a clause: every test that was made, with its answer."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from checker.evaluate.columns import Columns
from checker.evaluate.judged import Judged
from checker.evaluate.parts import Part, parts_of
from checker.evaluate.run import JudgedBatch, JudgedRun
from checker.evaluate.weigh import weakness_of
from checker.findings.grounds import GroundWhy, ground_why
from checker.findings.phrases import condition_said, step_text
from checker.language.core.clause import Answers
from checker.plan.plan import PatternPlan, PlannedReading, PlannedVariant
from checker.reports.batch import UNDECLARED
from checker.values.truth import Truth
from checker.values.verdict import reason_names

__all__ = ["ExemptionWhy", "ReadingWhy", "Trial", "why_of"]

_LABELS = {
    "who": "actor",
    "does": "act",
    "things": "thing",
    "against": "against",
    "when": "time",
    "theatre": "theatre",
    "where": "place",
    "more": "number or register",
    "condition": "condition",
    "always": "anything",
}


@dataclass(frozen=True, slots=True)
class Trial:
    """Hold one test: what was asked, the answer, and why it is open where it is."""

    name: str
    said: str
    answer: Truth
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExemptionWhy:
    """Hold an exception that was considered; it excepts where every test of it is TRUE."""

    name: str
    trials: tuple[Trial, ...]

    @property
    def answer(self) -> Truth:
        """Return whether the exception covers the report."""
        return Truth(min((trial.answer for trial in self.trials), default=Truth.TRUE))


@dataclass(frozen=True, slots=True)
class ReadingWhy:
    """Hold the tests under one reading, for the actor (``candidate``) and side that decided.

    ``applies`` are those that say whether the clause concerns the report; ``grounds`` the places
    that were measured. ``weak`` are the weaknesses that keep the report from proving anything.
    """

    answers: Answers
    side: str | None
    candidate: str | None
    applies: tuple[Trial, ...]
    place: Trial | None
    exemptions: tuple[ExemptionWhy, ...]
    grounds: tuple[GroundWhy, ...]
    weak: tuple[str, ...]


def why_of(run: JudgedRun, batch: JudgedBatch, row: int, clause: int) -> tuple[ReadingWhy, ...]:
    """Return the tests of report ``row`` under clause number ``clause``, reading by reading.

    A permission has no tests of its own: nothing is returned for it.
    """
    planned = run.plan.clauses[clause]
    judged = batch.readings[clause]
    pairs = [reading for reading in planned.readings if reading.kind != "permits"]
    return tuple(
        _reading(batch.columns, row, reading, answer)
        for reading, answer in zip(pairs, judged, strict=True)
    )


def _reading(columns: Columns, row: int, reading: PlannedReading, judged: Judged) -> ReadingWhy:
    variant = reading.variants[int(judged.variant[row])]
    candidate = int(judged.candidate[row])
    parts = parts_of(columns, reading, variant)
    own = iter(reading.conditions)
    applies = tuple(
        _trial(
            part, candidate, _step_said(columns, variant.pattern, part.name, own, reading.answers)
        )
        for part in parts.applies
    )
    place = None
    if parts.where is not None:
        said = _step_said(columns, variant.pattern, "where", own, reading.answers)
        place = _trial(parts.where, candidate, said)
    return ReadingWhy(
        answers=reading.answers,
        side=variant.side,
        candidate=_candidate(columns, row, candidate),
        applies=applies,
        place=place,
        exemptions=tuple(
            _exemptions(columns, variant, parts.exemptions, candidate, reading.answers)
        ),
        grounds=tuple(_grounds(columns, variant, row)),
        weak=_weak(columns, candidate),
    )


def _exemptions(
    columns: Columns,
    variant: PlannedVariant,
    tested: tuple[tuple[Part, ...], ...],
    candidate: int,
    answers: Answers,
) -> Iterator[ExemptionWhy]:
    for exemption, parts in zip(variant.exemptions, tested, strict=True):
        numbers = iter(exemption.conditions)
        more = iter(exemption.pattern.more)
        trials = []
        for part in parts:
            if part.name == "more":
                said = step_text(columns.plan.steps[next(more)], columns.plan.core.timezone)
            else:
                said = _step_said(columns, exemption.pattern, part.name, numbers, answers)
            trials.append(_trial(part, candidate, said))
        yield ExemptionWhy(exemption.name, tuple(trials))


def _trial(part: Part, candidate: int, said: str) -> Trial:
    answer = Truth(int(part.truth[candidate]))
    doubts = int(part.doubts[candidate]) if answer == Truth.UNKNOWN else 0
    return Trial(_LABELS[part.name], said, answer, reason_names(doubts))


def _step_said(
    columns: Columns,
    pattern: PatternPlan,
    name: str,
    conditions: Iterator[int],
    answers: Answers,
) -> str:
    """Return what a test asks for, in the words of the agreement."""
    if name == "condition":
        condition = columns.plan.conditions[next(conditions)].condition
        return condition_said(columns.plan.core, answers, condition)
    if name == "always":
        return "nothing is asked"
    step: int | None = getattr(pattern, name)
    return (
        step_text(columns.plan.steps[step], columns.plan.core.timezone) if step is not None else ""
    )


def _grounds(columns: Columns, variant: PlannedVariant, row: int) -> Iterator[GroundWhy]:
    patterns = [variant.pattern, *(exemption.pattern for exemption in variant.exemptions)]
    steps = [variant.pattern.theatre, *(pattern.where for pattern in patterns)]
    for step in dict.fromkeys(step for step in steps if step is not None):
        yield ground_why(columns, step, row)


def _candidate(columns: Columns, row: int, candidate: int) -> str | None:
    """Return the actor that decided, where the report names several."""
    frame = columns.frame
    if np.count_nonzero(frame.row_of == row) < 2:  # noqa: PLR2004
        return None
    code = int(frame.actor[candidate])
    if code >= 0:
        return columns.plan.core.actors[code]
    return "a name that nobody declared" if code == UNDECLARED else None


def _weak(columns: Columns, candidate: int) -> tuple[str, ...]:
    weakness = weakness_of(columns)
    bits = weakness.breach | weakness.compliance | weakness.attribution
    return reason_names(int(bits[candidate]))
