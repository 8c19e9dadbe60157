"""The kernel: one clause under one reading over a batch, by candidate and then by report."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.evaluate.columns import Columns
from checker.evaluate.concern import is_silent, silenced, unconcerned
from checker.evaluate.judged import IntArray, Judged
from checker.evaluate.parts import Parts, parts_of
from checker.evaluate.weigh import (
    exemption_truths,
    reasons_of,
    weakness_of,
    weigh,
    weigh_face,
)
from checker.plan.plan import PlannedReading, PlannedVariant
from checker.values.truth import Truth, all_of
from checker.values.verdict import (
    Reason,
    ReasonArray,
    Standing,
    StandingArray,
    Verdict,
    VerdictArray,
)

__all__ = ["judge"]


@dataclass(frozen=True, slots=True)
class _Weighed:
    """Hold what a variant answers for each candidate; every array has shape (m,)."""

    verdict: VerdictArray
    face: VerdictArray
    standing: StandingArray
    reasons: ReasonArray
    exemption: IntArray
    lapse: IntArray
    is_late: NDArray[np.bool_]

    def take(self, chosen: NDArray[np.bool_], other: "_Weighed") -> "_Weighed":
        """Take ``other`` where ``chosen``."""
        return _Weighed(
            *(
                np.where(chosen, getattr(other, name), getattr(self, name))
                for name in self.__slots__
            )
        )


def judge(columns: Columns, reading: PlannedReading) -> Judged:
    """Judge every report of the batch under one reading of one clause.

    Each candidate is judged through the whole clause; ONE_OF is a verdict only if every candidate
    has it, ALL_OF takes the worst (design, semantics, Who).
    """
    weighed, variant = _worst_variant(columns, reading)
    return _rows(columns, weighed, variant)


def _worst_variant(columns: Columns, reading: PlannedReading) -> tuple[_Weighed, IntArray]:
    count = len(columns.frame.row_of)
    variant = np.zeros(count, dtype=np.int32)
    worst: _Weighed | None = None
    for number, planned in enumerate(reading.variants):
        weighed = _weigh_variant(columns, reading, planned)
        if worst is None:
            worst = weighed
            continue
        is_worse = weighed.verdict > worst.verdict
        both_out = (weighed.verdict == worst.verdict) & (weighed.verdict == Verdict.NOT_APPLICABLE)
        is_worse |= both_out & (weighed.standing < worst.standing)
        face = np.maximum(worst.face, weighed.face)
        worst = worst.take(is_worse, weighed)
        worst = _Weighed(worst.verdict, face, *(getattr(worst, n) for n in _Weighed.__slots__[2:]))
        variant[is_worse] = number
    assert worst is not None
    return worst, variant


def _weigh_variant(columns: Columns, reading: PlannedReading, variant: PlannedVariant) -> _Weighed:
    parts = parts_of(columns, reading, variant)
    silent = is_silent(columns, variant.pattern, parts)
    quiet = silenced(columns, silent)
    if reading.kind == "act":
        return _weigh_act(columns, reading, variant, parts)
    weakness = weakness_of(columns)
    verdict = weigh(parts, weakness, quiet)
    standing = _standings(columns, variant, parts, verdict)
    exempt = _exemption(parts, verdict)
    standing = np.where(exempt >= 0, np.int8(Standing.EXCEPTED), standing).astype(np.int8)
    return _Weighed(
        verdict=verdict,
        face=weigh_face(parts, quiet),
        standing=standing,
        reasons=reasons_of(parts, weakness, quiet, verdict),
        exemption=exempt,
        lapse=_lapse(parts, verdict),
        is_late=np.zeros(len(verdict), dtype=np.bool_),
    )


def _weigh_act(
    columns: Columns, reading: PlannedReading, variant: PlannedVariant, parts: Parts
) -> _Weighed:
    """Judge a duty to act: an act in time complies, any other report is not concerned."""
    silent = is_silent(columns, variant.pattern, parts)
    quiet = silenced(columns, silent)
    frame, deadline = columns.frame, reading.deadline
    tests = [part.truth for part in parts.applies]
    if parts.where is not None:
        tests.append(parts.where.truth)
    done = (all_of(*tests) == Truth.TRUE) & ~quiet
    in_time = np.ones(len(columns.batch), dtype=np.bool_)
    is_after = np.zeros(len(columns.batch), dtype=np.bool_)
    if deadline is not None:
        in_time = frame.has_time & (frame.to_us < deadline.low_us)
        is_after = frame.has_time & (frame.from_us >= deadline.high_us)
    weakness = weakness_of(columns)
    weak = weakness.compliance | weakness.attribution
    rows = frame.row_of
    timely = done & in_time[rows]
    verdict = np.where(timely & (weak == 0), Verdict.COMPLIANT, Verdict.NOT_APPLICABLE)
    verdict = np.where(timely & (weak != 0), Verdict.UNDETERMINED, verdict).astype(np.int8)
    standing = unconcerned(columns, variant.pattern, parts, silent)
    standing = np.where(done, np.int8(Standing.NOT_APPLICABLE), standing)
    standing = np.where(verdict == Verdict.COMPLIANT, np.int8(Standing.COMPLIANT), standing)
    none = np.full(len(rows), -1, dtype=np.int32)
    return _Weighed(
        verdict=verdict,
        face=np.where(timely, Verdict.COMPLIANT, Verdict.NOT_APPLICABLE).astype(np.int8),
        standing=standing.astype(np.int8),
        reasons=np.where(verdict == Verdict.UNDETERMINED, weak, np.uint32(0)).astype(np.uint32),
        exemption=none,
        lapse=none,
        is_late=done & is_after[rows] & (weak == 0),
    )


def _standings(
    columns: Columns, variant: PlannedVariant, parts: Parts, verdict: VerdictArray
) -> StandingArray:
    silent = is_silent(columns, variant.pattern, parts)
    standing = unconcerned(columns, variant.pattern, parts, silent)
    for value, word in (
        (Verdict.VIOLATION, Standing.VIOLATION),
        (Verdict.UNDETERMINED, Standing.UNDETERMINED),
        (Verdict.NO_BREACH, Standing.NO_BREACH),
        (Verdict.COMPLIANT, Standing.COMPLIANT),
    ):
        standing = np.where(verdict == value, np.int8(word), standing)
    return standing.astype(np.int8)


def _exemption(parts: Parts, verdict: VerdictArray) -> IntArray:
    """Return the first exemption that excepts a candidate that the region does not clear."""
    number = np.full(len(verdict), -1, dtype=np.int32)
    needs_one = verdict == Verdict.COMPLIANT
    if parts.where is not None:
        needs_one &= parts.where.truth != Truth.FALSE
    for index, truth in reversed(list(enumerate(exemption_truths(parts)))):
        number[needs_one & (truth == Truth.TRUE)] = index
    return number


def _lapse(parts: Parts, verdict: VerdictArray) -> IntArray:
    """Return the condition whose lapse put the clause or an exemption relied on aside."""
    lapse = np.full(len(verdict), -1, dtype=np.int32)
    for exemption, numbers in zip(parts.exemptions, parts.exemption_conditions, strict=True):
        if not numbers:
            continue
        tests = all_of(*(part.truth for part in exemption[: -len(numbers)]))
        for part, number in zip(exemption[-len(numbers) :], numbers, strict=True):
            relied = (tests == Truth.TRUE) & (part.truth == Truth.FALSE)
            lapse[relied & (verdict == Verdict.VIOLATION)] = number
    own = [part for part in parts.applies if part.name == "condition"]
    others = [part.truth for part in parts.applies if part.name != "condition"]
    rest = all_of(*others) if others else None
    for part, number in zip(own, parts.own_conditions, strict=True):
        would_apply = part.truth == Truth.FALSE
        if rest is not None:
            would_apply &= rest != Truth.FALSE
        lapse[would_apply] = number
    return lapse


def _rows(columns: Columns, weighed: _Weighed, variant: IntArray) -> Judged:
    """Fold the candidates of each report; most reports have one."""
    row_of, count = columns.frame.row_of, len(columns.batch)
    if count == 0:
        return _picked(weighed, variant, np.zeros(0, dtype=np.intp))
    order = np.lexsort((weighed.standing, -weighed.verdict.astype(np.int16), row_of))
    starts = np.searchsorted(row_of, np.arange(count))
    judged = _picked(weighed, variant, order[starts].astype(np.intp))
    if len(row_of) == count:
        return judged
    least = np.minimum.reduceat(weighed.verdict, starts)
    least_face = np.minimum.reduceat(weighed.face, starts)
    face = np.maximum.reduceat(weighed.face, starts)
    one_of = columns.batch.is_one_of
    reasons = np.bitwise_or.reduceat(weighed.reasons, starts)
    verdict = np.where(one_of, _one_of(least, judged.verdict), judged.verdict).astype(np.int8)
    differs = one_of & (least != judged.verdict) & (verdict == Verdict.UNDETERMINED)
    reasons = np.where(differs, reasons | np.uint32(Reason.ACTOR_UNRESOLVED), reasons)
    is_open = verdict == Verdict.UNDETERMINED
    standing = np.where(verdict == judged.verdict, judged.standing, _PLAIN[verdict])
    face = np.where(one_of, _one_of(least_face, face), face).astype(np.int8)
    return Judged(
        verdict=verdict,
        face=face,
        standing=_apparent(standing.astype(np.int8), verdict, face),
        reasons=np.where(is_open, reasons, np.uint32(0)).astype(np.uint32),
        variant=judged.variant,
        candidate=judged.candidate,
        exemption=np.where(standing == Standing.EXCEPTED, judged.exemption, -1).astype(np.int32),
        lapse=judged.lapse,
        is_late=judged.is_late,
    )


# The plain word for a verdict that no single candidate has.
_PLAIN = np.array(
    [
        Standing.NOT_APPLICABLE,
        Standing.COMPLIANT,
        Standing.NO_BREACH,
        Standing.UNDETERMINED,
        Standing.VIOLATION,
    ],
    dtype=np.int8,
)


def _one_of(least: VerdictArray, most: VerdictArray) -> VerdictArray:
    """Whoever it was: one verdict if all agree; no breach if none breaches or is open."""
    mixed = np.where(
        most <= Verdict.NO_BREACH, np.int8(Verdict.NO_BREACH), np.int8(Verdict.UNDETERMINED)
    )
    return np.where(least == most, most, mixed).astype(np.int8)


def _apparent(standing: StandingArray, verdict: VerdictArray, face: VerdictArray) -> StandingArray:
    is_open = verdict == Verdict.UNDETERMINED
    standing = np.where(
        is_open & (face == Verdict.VIOLATION), np.int8(Standing.APPARENT_VIOLATION), standing
    )
    return np.where(
        is_open & (face == Verdict.COMPLIANT), np.int8(Standing.APPARENT_COMPLIANCE), standing
    ).astype(np.int8)


def _picked(weighed: _Weighed, variant: IntArray, index: NDArray[np.intp]) -> Judged:
    verdict, face = weighed.verdict[index], weighed.face[index]
    return Judged(
        verdict=verdict,
        face=face,
        standing=_apparent(weighed.standing[index], verdict, face),
        reasons=weighed.reasons[index],
        variant=variant[index],
        candidate=index.astype(np.int32),
        exemption=weighed.exemption[index],
        lapse=weighed.lapse[index],
        is_late=weighed.is_late[index],
    )
