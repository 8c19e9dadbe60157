"""From the candidates of a report to its one answer: all named together, or one of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from checker.evaluate.columns import Columns
from checker.evaluate.judged import IntArray, Judged
from checker.values.verdict import (
    Reason,
    ReasonArray,
    Standing,
    StandingArray,
    Verdict,
    VerdictArray,
)

__all__ = ["Weighed", "report_of", "worst_of"]


@dataclass(frozen=True, slots=True)
class Weighed:
    """Hold what a variant answers for each candidate; every array has shape (m,).

    ``verdict`` is the proved one, ``face`` that at face value, ``reported`` that before the proof
    of the report itself is asked for. ``needs_all`` says that none of the reasons alone decides;
    ``clearing`` are those that would alone clear the candidate if they spoke for it.
    """

    verdict: VerdictArray
    face: VerdictArray
    reported: VerdictArray
    standing: StandingArray
    reasons: ReasonArray
    needs_all: NDArray[np.bool_]
    clearing: ReasonArray
    exemption: IntArray
    lapse: IntArray
    is_late: NDArray[np.bool_]
    may_be_timely: NDArray[np.bool_]

    def take(self, chosen: NDArray[np.bool_], other: "Weighed") -> "Weighed":
        """Take ``other`` where ``chosen``."""
        return Weighed(
            *(
                np.where(chosen, getattr(other, name), getattr(self, name))
                for name in self.__slots__
            )
        )

    def amended(self, at: NDArray[np.intp], other: "Weighed") -> "Weighed":
        """Return the same with what ``other`` answers of the candidates ``at``.

        A column in which that changes nothing is shared.
        """
        columns = []
        for name in self.__slots__:
            column, anew = getattr(self, name), getattr(other, name)
            if (column[at] != anew).any():
                column = column.copy()
                column[at] = anew
            columns.append(column)
        return Weighed(*columns)


def worst_of(variants: Sequence[Weighed]) -> tuple[Weighed, IntArray, NDArray[np.bool_]]:
    """Return the gravest answer, which variant gives it, and which concern the candidate (k, m)."""
    worst, variant = variants[0], np.zeros(len(variants[0].verdict), dtype=np.int32)
    for number, weighed in enumerate(variants[1:], 1):
        is_worse = weighed.verdict > worst.verdict
        both_out = (weighed.verdict == worst.verdict) & (weighed.verdict == Verdict.NOT_APPLICABLE)
        is_worse |= both_out & (weighed.standing < worst.standing)
        face = np.maximum(worst.face, weighed.face)
        reported = np.maximum(worst.reported, weighed.reported)
        may = worst.may_be_timely | weighed.may_be_timely
        is_open = np.minimum(worst.verdict, weighed.verdict) == Verdict.UNDETERMINED
        both = worst.clearing & weighed.clearing
        worst = worst.take(is_worse, weighed)
        clearing = np.where(is_open, both, worst.clearing)
        worst = replace(worst, face=face, reported=reported, may_be_timely=may, clearing=clearing)
        variant[is_worse] = number
    concerned = np.stack([weighed.verdict != Verdict.NOT_APPLICABLE for weighed in variants])
    return worst, variant, concerned


def report_of(
    columns: Columns, weighed: Weighed, variant: IntArray, concerned: NDArray[np.bool_]
) -> Judged:
    """Fold the candidates of each report; most reports have one."""
    row_of, count = columns.frame.row_of, len(columns.batch)
    if len(row_of) == count:  # every report has one
        every = columns.once.of("every candidate", lambda: np.arange(count, dtype=np.int32))
        judged = _of_each(weighed, variant, concerned, every)
        reported, may = weighed.reported, weighed.may_be_timely
    else:
        order = np.lexsort((weighed.standing, -weighed.verdict.astype(np.int16), row_of))
        starts = np.searchsorted(row_of, np.arange(count))
        any_of = np.logical_or.reduceat(concerned, starts, axis=1)
        judged = _picked(weighed, variant, any_of, order[starts].astype(np.intp))
        judged = _folded(columns, weighed, judged, starts)
        reported = _fold(columns, weighed.reported, starts)
        may = np.logical_or.reduceat(weighed.may_be_timely, starts)
    found = _named(_unweakened(judged, reported))
    return replace(found, may_be_timely=may & (found.verdict != Verdict.COMPLIANT))


def _folded(columns: Columns, weighed: Weighed, worst: Judged, starts: NDArray[np.intp]) -> Judged:
    """Fold what several candidates of a report answer; ``worst`` is the gravest of each."""
    verdict = _fold(columns, weighed.verdict, starts)
    least = np.minimum.reduceat(weighed.verdict, starts)
    reasons = np.bitwise_or.reduceat(weighed.reasons, starts)
    differs = columns.batch.is_one_of & (least != worst.verdict)
    reasons = np.where(differs, reasons | np.uint32(Reason.ACTOR_UNRESOLVED), reasons)
    is_open = verdict == Verdict.UNDETERMINED
    return replace(
        worst,
        verdict=verdict,
        face=_fold(columns, weighed.face, starts),
        standing=np.where(verdict == worst.verdict, worst.standing, _PLAIN[verdict]),
        reasons=np.where(is_open, reasons, np.uint32(0)).astype(np.uint32),
        # What one actor's answer hangs on decides nothing of another's.
        needs_all=worst.needs_all | differs | (np.add.reduceat(weighed.reasons != 0, starts) > 1),
        clearing=np.where(differs, np.uint32(0), _clearing(weighed, starts)).astype(np.uint32),
    )


def _clearing(weighed: Weighed, starts: NDArray[np.intp]) -> ReasonArray:
    """Return what would clear every candidate of a report that is open; shape (n,).

    Of several, knowing who one was clears no other.
    """
    every = np.uint32(0xFFFFFFFF)
    clearing = np.where(weighed.reasons != 0, weighed.clearing, every)
    count = np.add.reduceat(weighed.reasons != 0, starts)
    both = np.bitwise_and.reduceat(clearing, starts)
    who = np.where(count > 1, np.uint32(Reason.ACTOR_UNRESOLVED), np.uint32(0))
    return np.where(count > 0, both & ~who, np.uint32(0)).astype(np.uint32)


def _fold(columns: Columns, verdict: VerdictArray, starts: NDArray[np.intp]) -> VerdictArray:
    """Take the worst of all named together, and of alternatives what they agree on; shape (n,)."""
    most = np.maximum.reduceat(verdict, starts)
    agreed = _one_of(np.minimum.reduceat(verdict, starts), most)
    return np.where(columns.batch.is_one_of, agreed, most).astype(np.int8)


def _unweakened(judged: Judged, reported: VerdictArray) -> Judged:
    """Leave what is no breach as it is: proof only ever weakens a violation or compliance.

    Of several candidates one may comply, unproved, where the report as a whole breaks nothing.
    """
    harmless = (reported == Verdict.NO_BREACH) & (judged.verdict == Verdict.UNDETERMINED)
    if not harmless.any():
        return judged
    return replace(
        judged,
        verdict=np.where(harmless, np.int8(Verdict.NO_BREACH), judged.verdict),
        standing=np.where(harmless, np.int8(Standing.NO_BREACH), judged.standing),
        reasons=np.where(harmless, np.uint32(0), judged.reasons),
    )


def _named(judged: Judged) -> Judged:
    """Give each answer its word, by the verdict and the one at face value."""
    standing = _apparent(judged.standing, judged.verdict, judged.face)
    relied = (judged.exemption >= 0) & (judged.standing != Standing.EXCEPTED)
    exemption = judged.exemption
    if relied.any():
        exemption = np.where(relied, np.int32(-1), exemption)
    return replace(judged, standing=standing, exemption=exemption)


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
    if not is_open.any():
        return standing
    standing = np.where(
        is_open & (face == Verdict.VIOLATION), np.int8(Standing.APPARENT_VIOLATION), standing
    )
    return np.where(
        is_open & (face == Verdict.COMPLIANT), np.int8(Standing.APPARENT_COMPLIANCE), standing
    ).astype(np.int8)


def _of_each(
    weighed: Weighed, variant: IntArray, concerned: NDArray[np.bool_], candidate: IntArray
) -> Judged:
    """Return what some candidates answer as the answers of reports, one of each."""
    return Judged(
        verdict=weighed.verdict,
        face=weighed.face,
        standing=weighed.standing,
        reasons=weighed.reasons,
        needs_all=weighed.needs_all,
        clearing=weighed.clearing,
        variant=variant,
        candidate=candidate,
        exemption=weighed.exemption,
        lapse=weighed.lapse,
        is_late=weighed.is_late,
        may_be_timely=weighed.may_be_timely,
        concerned=concerned,
    )


def _picked(
    weighed: Weighed, variant: IntArray, concerned: NDArray[np.bool_], index: NDArray[np.intp]
) -> Judged:
    """Return the answers of some candidates, one for each report; ``concerned`` is of reports."""
    chosen = Weighed(*(getattr(weighed, name)[index] for name in weighed.__slots__))
    return _of_each(chosen, variant[index], concerned, index.astype(np.int32))
