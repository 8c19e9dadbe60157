"""Why the other clauses did not fire for the same report: of each, the tests that kept it back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.evaluate.run import JudgedBatch, JudgedRun
from checker.findings.finding import Finding, ReadingFinding
from checker.findings.trials import Trial
from checker.findings.why import ReadingWhy, why_of
from checker.language.core.clause import Answers
from checker.values.truth import Truth
from checker.values.verdict import ClauseStanding, Standing, Verdict

__all__ = ["OtherReading", "OtherWhy", "other_clauses", "others_of"]


@dataclass(frozen=True, slots=True)
class OtherReading:
    """Hold what another clause makes of the report under one reading.

    ``kept`` are the tests that keep it from being a proved breach: those that say no, or are open.
    ``exception`` names the one that covers the report.
    """

    answers: Answers
    standing: Standing
    kept: tuple[Trial, ...]
    exception: str | None
    reasons: tuple[str, ...]
    margin_m: float | None


@dataclass(frozen=True, slots=True)
class OtherWhy:
    """Hold another clause: how the report stands under it, and why.

    ``standing`` is None for a permission, which nothing can break, and where nobody stored it;
    ``said`` says which. ``finding`` is the id under which a finding has all of it.
    """

    clause: str
    says: str
    standing: Standing | ClauseStanding | None
    finding: str | None
    readings: tuple[OtherReading, ...]
    said: str = ""


_PERMISSION = "it permits, so no report can break it"


def others_of(
    run: JudgedRun, batch: JudgedBatch, row: int, clause: int, found: Sequence[Finding]
) -> tuple[OtherWhy, ...]:
    """Return every clause but number ``clause``; ``found`` are all findings about the report."""
    own = {one.clause: one for one in found if one.subject == "report"}
    told = []
    for index, carried in enumerate(run.plan.core.clauses):
        if index == clause:
            continue
        finding = own.get(carried.id)
        if finding is None:
            told.append(OtherWhy(carried.id, carried.says, None, None, (), _PERMISSION))
            continue
        whys = why_of(run, batch, row, index)
        readings = tuple(map(_reading, whys, finding.readings))
        told.append(OtherWhy(carried.id, carried.says, finding.standing, finding.id, readings))
    return tuple(told)


def other_clauses(
    clauses: Sequence[tuple[str, str]], finding: Finding, beside: Sequence[Finding], unsaid: str
) -> tuple[OtherWhy, ...]:
    """Return the clauses, each an id with its words, that a stored finding is not about.

    ``beside`` are the stored findings about the same report; ``unsaid`` says why a clause has none.
    """
    own = {one.clause: one for one in beside if one.subject == "report"}
    return tuple(
        OtherWhy(name, says, None, None, (), unsaid)
        if (one := own.get(name)) is None
        else OtherWhy(name, says, one.standing, one.id, tuple(map(_stored, one.readings)))
        for name, says in clauses
        if name != finding.clause
    )


def _reading(why: ReadingWhy, finding: ReadingFinding) -> OtherReading:
    return OtherReading(
        answers=finding.answers,
        standing=finding.standing,
        kept=tuple(_kept(why, finding)),
        exception=finding.exception,
        reasons=finding.reasons,
        margin_m=finding.margin_m,
    )


def _stored(finding: ReadingFinding) -> OtherReading:
    return OtherReading(
        finding.answers,
        finding.standing,
        (),
        finding.exception,
        finding.reasons,
        finding.margin_m,
    )


def _kept(why: ReadingWhy, finding: ReadingFinding) -> Iterator[Trial]:
    """Yield the tests that kept a reading back: what says no decides, else what is open."""
    asked = (*why.applies, *((why.place,) if why.place is not None else ()))
    denied = [one for one in asked if one.answer == Truth.FALSE]
    if finding.verdict == Verdict.NOT_APPLICABLE:
        denied = [one for one in denied if one is not why.place]
    if denied or finding.verdict == Verdict.VIOLATION:
        yield from denied
    elif finding.exception is None:
        yield from (one for one in asked if one.answer == Truth.UNKNOWN)
