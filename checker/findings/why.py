"""Why a report has its verdict under a clause: every test that was made, with its answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from checker.evaluate.columns import Columns
from checker.evaluate.judged import Judged
from checker.evaluate.parts import Part, parts_of
from checker.evaluate.run import JudgedBatch, JudgedRun
from checker.findings.grounds import GroundWhy, ground_why
from checker.findings.trials import Asking, Trial, candidate_name, weak_of
from checker.language.core.clause import Answers
from checker.plan.plan import PlannedReading, PlannedVariant
from checker.values.truth import Truth

__all__ = ["ExemptionWhy", "ReadingWhy", "why_of"]


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
    asking = Asking.of(columns, variant.pattern, reading.answers, reading.conditions)
    return ReadingWhy(
        answers=reading.answers,
        side=variant.side,
        candidate=candidate_name(columns, row, candidate),
        applies=tuple(asking.trial(part, candidate) for part in parts.applies),
        place=asking.trial(parts.where, candidate) if parts.where is not None else None,
        exemptions=tuple(
            _exemptions(columns, variant, parts.exemptions, candidate, reading.answers)
        ),
        grounds=tuple(_grounds(columns, variant, row)),
        weak=weak_of(columns, candidate),
    )


def _exemptions(
    columns: Columns,
    variant: PlannedVariant,
    tested: tuple[tuple[Part, ...], ...],
    candidate: int,
    answers: Answers,
) -> Iterator[ExemptionWhy]:
    for exemption, parts in zip(variant.exemptions, tested, strict=True):
        asking = Asking.of(columns, exemption.pattern, answers, exemption.conditions)
        trials = tuple(asking.trial(part, candidate) for part in parts)
        yield ExemptionWhy(exemption.name, trials)


def _grounds(columns: Columns, variant: PlannedVariant, row: int) -> Iterator[GroundWhy]:
    patterns = [variant.pattern, *(exemption.pattern for exemption in variant.exemptions)]
    steps = [variant.pattern.theatre, *(pattern.where for pattern in patterns)]
    for step in dict.fromkeys(step for step in steps if step is not None):
        yield ground_why(columns, step, row)
