"""From tests to a verdict for every candidate: at face value, proved, with a doubt removed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from checker.evaluate.columns import Columns
from checker.evaluate.parts import Part, Parts
from checker.reports.batch import KINDS, MISSING
from checker.values.truth import Truth, TruthArray, all_of, any_of, negate, truths
from checker.values.verdict import Reason, ReasonArray, Verdict, VerdictArray, verdict_of

__all__ = [
    "Weakness",
    "clearing_of",
    "exemption_truths",
    "reasons_of",
    "weakness_of",
    "weigh",
    "weigh_face",
    "weigh_reported",
]


@dataclass(frozen=True, slots=True)
class Weakness:
    """Hold the weaknesses of each candidate's report as reasons, shape (m,).

    ``breach`` are those that keep it from proving a breach, ``compliance`` those that keep it from
    proving compliance. ``single`` stand apart: attribution weakens only who, and axes that may be
    swapped weaken only where.
    """

    breach: ReasonArray
    compliance: ReasonArray
    single: ReasonArray

    def take(self, rows: NDArray[np.intp]) -> "Weakness":
        """Return the weaknesses of some candidates."""
        return Weakness(self.breach[rows], self.compliance[rows], self.single[rows])


def weakness_of(columns: Columns) -> Weakness:
    """Gather what the grades and the kind of each report withhold from proof."""
    rows, kind = columns.frame.row_of, columns.batch.kind
    is_said = (kind == KINDS.index("allegation")) | (kind == MISSING)
    weak = np.uint32(Reason.KIND_WEAK)
    breach = columns.source_weak | np.where(is_said, weak, np.uint32(0))
    is_admission = kind == KINDS.index("admission")
    compliance = breach | np.where(is_admission, weak, np.uint32(0))
    return Weakness(
        breach[rows].astype(np.uint32),
        compliance[rows].astype(np.uint32),
        columns.unsure[rows],
    )


def weigh_face(parts: Parts, is_silenced: NDArray[np.bool_]) -> VerdictArray:
    """Return the verdict with everything taken as true that is reported; shape (m,)."""
    return _verdict(parts, is_silenced, partial(Part.value, at_face=True, weak=None, removed=None))


def weigh_reported(parts: Parts, is_silenced: NDArray[np.bool_]) -> VerdictArray:
    """Return the verdict before the proof of the report itself is asked for; shape (m,).

    Conditions are read as proved already here.
    """
    as_said = partial(Part.value, at_face=False, weak=None, removed=None)
    return _verdict(parts, is_silenced, as_said)


def weigh(
    parts: Parts,
    weakness: Weakness,
    is_silenced: NDArray[np.bool_],
    removed: Reason | None = None,
    by: Truth = Truth.TRUE,
) -> VerdictArray:
    """Return the verdict as proved, with one doubt ``removed`` if asked; shape (m,).

    The tests from which it is removed are answered ``by``.
    Proof only ever weakens a violation or compliance. ``is_silenced`` marks candidates to which
    the clause does not apply whatever the tests say.
    """
    verdict = _verdict(
        parts, is_silenced, partial(Part.value, at_face=False, weak=None, removed=removed, by=by)
    )
    kept = np.uint32(~removed & 0xFFFFFFFF) if removed is not None else np.uint32(0xFFFFFFFF)
    # What the whole row cannot prove is open, even where a weak attribution alone would leave
    # "no breach": one more weakness never decides anything.
    unproved = ((verdict == Verdict.VIOLATION) & (weakness.breach & kept != 0)) | (
        (verdict == Verdict.COMPLIANT) & (weakness.compliance & kept != 0)
    )
    weak = weakness.single & kept
    decided = (verdict == Verdict.VIOLATION) | (verdict == Verdict.COMPLIANT)
    is_weak = decided & (weak != 0)
    if is_weak.any():
        value = partial(Part.value, at_face=False, weak=weak, removed=removed, by=by)
        weakened = _verdict(parts, is_silenced, value)
        verdict = np.where(is_weak, weakened, verdict)
    return np.where(unproved, np.int8(Verdict.UNDETERMINED), verdict).astype(np.int8)


def exemption_truths(parts: Parts) -> list[TruthArray]:
    """Return whether each exemption covers each candidate, as proved; shapes (m,)."""
    return [all_of(*(part.truth for part in exemption)) for exemption in parts.exemptions]


def reasons_of(
    parts: Parts, weakness: Weakness, is_silenced: NDArray[np.bool_], verdict: VerdictArray
) -> tuple[ReasonArray, NDArray[np.bool_]]:
    """Say why each undetermined candidate is, and whether all of it has to go; shapes (m,).

    A doubt is listed if removing it alone would decide; if none alone would, all present are, and
    only all of them together would. No reason where nothing is open.
    """
    is_open = verdict == Verdict.UNDETERMINED
    reasons = np.zeros(len(verdict), dtype=np.uint32)
    if not is_open.any():
        return reasons, is_open
    present = np.where(is_open, _present(parts, weakness, is_silenced), np.uint32(0))
    for reason in Reason:
        has_it = present & np.uint32(reason) != 0
        if has_it.any():
            decided = weigh(parts, weakness, is_silenced, reason) != Verdict.UNDETERMINED
            reasons |= np.where(has_it & decided, np.uint32(reason), np.uint32(0))
    needs_all = is_open & (reasons == 0)
    return np.where(needs_all, present, reasons).astype(np.uint32), needs_all


def clearing_of(
    parts: Parts, weakness: Weakness, is_silenced: NDArray[np.bool_], reasons: ReasonArray
) -> ReasonArray:
    """Say which of the ``reasons`` why a candidate is open would alone clear it; shape (m,).

    They do if what they leave open, though it be all the rest as well, turns out to be FALSE: the
    actor is another, the place lies outside.
    """
    found = np.zeros_like(reasons)
    for reason in Reason:
        has_it = reasons & np.uint32(reason) != 0
        if has_it.any():
            verdict = weigh(parts, weakness, is_silenced, reason, Truth.FALSE)
            is_clear = verdict < Verdict.UNDETERMINED
            found |= np.where(has_it & is_clear, np.uint32(reason), np.uint32(0))
    return found.astype(np.uint32)


def _verdict(
    parts: Parts, is_silenced: NDArray[np.bool_], value: Callable[[Part], TruthArray]
) -> VerdictArray:
    applies = all_of(*(value(part) for part in parts.applies))
    applies = np.where(is_silenced, np.int8(Truth.FALSE), applies).astype(np.int8)
    met = [truths(len(applies), Truth.FALSE)]
    if parts.where is not None:
        met.append(negate(value(parts.where)))
    met += [all_of(*(value(part) for part in exemption)) for exemption in parts.exemptions]
    return verdict_of(applies, any_of(*met))


def _present(parts: Parts, weakness: Weakness, is_silenced: NDArray[np.bool_]) -> ReasonArray:
    """Collect the doubts that bear on the verdict: those of what may apply, and may be met."""
    doubts = np.zeros_like(weakness.breach)
    for part in (*parts.applies, *((parts.where,) if parts.where is not None else ())):
        doubts = doubts | np.where(part.truth == Truth.UNKNOWN, part.doubts, np.uint32(0))
    for exemption, truth in zip(parts.exemptions, exemption_truths(parts), strict=True):
        for part in exemption:
            is_open = (truth == Truth.UNKNOWN) & (part.truth == Truth.UNKNOWN)
            doubts = doubts | np.where(is_open, part.doubts, np.uint32(0))
    doubts = doubts | weakness.breach | (weakness.single & np.uint32(parts.unproved))
    # A kind that proves a breach but no compliance bears on what complies at face value alone.
    compliance_only = weakness.compliance & ~weakness.breach
    complies = weigh_reported(parts, is_silenced) == Verdict.COMPLIANT
    compliance_only = np.where(complies, compliance_only, np.uint32(0))
    return (doubts | compliance_only).astype(np.uint32)
