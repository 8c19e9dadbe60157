"""One variant of a clause, candidate by candidate: the region it speaks of, and all else it asks.

Most reports lie outside of most regions, and many clauses differ in their regions alone. What a
variant answers where it is FALSE that a candidate lies in its region is worked out once for all of
them; only those that lie elsewhere are weighed for each region.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from checker.evaluate.candidates import Weighed
from checker.evaluate.columns import Columns
from checker.evaluate.concern import is_silent, silenced, unconcerned
from checker.evaluate.judged import IntArray
from checker.evaluate.parts import Part, Parts, parts_of, place_of
from checker.evaluate.weigh import (
    Weakness,
    clearing_of,
    exemption_truths,
    reasons_of,
    weakness_of,
    weigh,
    weigh_face,
    weigh_reported,
)
from checker.plan.plan import PlannedReading, PlannedVariant
from checker.values.truth import Truth, all_of, truths
from checker.values.verdict import (
    Reason,
    ReasonArray,
    Standing,
    StandingArray,
    Verdict,
    VerdictArray,
)

__all__ = ["weigh_variant"]


def weigh_variant(columns: Columns, reading: PlannedReading, variant: PlannedVariant) -> Weighed:
    """Weigh every candidate by one variant of a clause that is no duty to act; shape (m,)."""
    anywhere = replace(variant, pattern=replace(variant.pattern, where=None))
    case = columns.once.of(
        (reading.conditions, anywhere), lambda: _case(columns, reading, anywhere)
    )
    place = place_of(columns, variant.pattern, case.parts.asked)
    if place is None:
        return case.weighed(None)
    outside = columns.once.of(
        (reading.conditions, anywhere, "outside"), lambda: case.weighed(_outside(place))
    )
    elsewhere = np.flatnonzero(place.truth != Truth.FALSE)
    return outside.amended(elsewhere, case.take(elsewhere).weighed(place.take(elsewhere)))


def _outside(place: Part) -> Part:
    """Return the test of any region, as if every candidate lay outside.

    What of a place is not proved hangs on the report, and not on the region.
    """
    no = truths(len(place.truth), Truth.FALSE)
    return replace(place, truth=no, face=no, doubts=np.zeros(len(no), dtype=np.uint32))


def _case(columns: Columns, reading: PlannedReading, variant: PlannedVariant) -> "_Case":
    parts = parts_of(columns, reading, variant, is_whole=False)
    silent = is_silent(columns, variant.pattern, parts)
    return _Case(
        parts=parts,
        weakness=weakness_of(columns),
        is_quiet=silenced(columns, silent),
        unconcerned=unconcerned(columns, variant.pattern, parts, silent),
    )


@dataclass(frozen=True, slots=True)
class _Case:
    """Hold all that a variant asks of candidates but whether they lie in its region; (m,) each."""

    parts: Parts
    weakness: Weakness
    is_quiet: NDArray[np.bool_]
    unconcerned: StandingArray

    def take(self, rows: NDArray[np.intp]) -> "_Case":
        return _Case(
            self.parts.take(rows),
            self.weakness.take(rows),
            self.is_quiet[rows],
            self.unconcerned[rows],
        )

    def weighed(self, place: Part | None) -> Weighed:
        """Weigh the candidates, with the test of the region if the variant names one."""
        parts, quiet = replace(self.parts, where=place), self.is_quiet
        verdict = weigh(parts, self.weakness, quiet)
        standing = _standings(self.unconcerned, verdict)
        exempt = _exemption(parts, verdict)
        standing = np.where(exempt >= 0, np.int8(Standing.EXCEPTED), standing).astype(np.int8)
        reasons, needs_all, clearing = _doubts(parts, self.weakness, quiet, verdict)
        never = np.zeros(len(verdict), dtype=np.bool_)
        return Weighed(
            verdict=verdict,
            face=weigh_face(parts, quiet),
            reported=weigh_reported(parts, quiet),
            standing=standing,
            reasons=reasons,
            needs_all=needs_all,
            clearing=clearing,
            exemption=exempt,
            lapse=_lapse(parts, verdict),
            is_late=never,
            may_be_timely=never,
        )


def _doubts(
    parts: Parts, weakness: Weakness, quiet: NDArray[np.bool_], verdict: VerdictArray
) -> tuple[ReasonArray, NDArray[np.bool_], ReasonArray]:
    """Return why candidates are open, whether all of it has to go, and what would clear them.

    Each doubt is weighed anew, so only those that are open are looked at: mostly they are few.
    """
    reasons, clearing = np.zeros((2, len(verdict)), dtype=np.uint32)
    needs_all = np.zeros(len(verdict), dtype=np.bool_)
    rows = np.flatnonzero(verdict == Verdict.UNDETERMINED)
    if len(rows):
        told = parts.take(rows), weakness.take(rows), quiet[rows]
        reasons[rows], needs_all[rows] = reasons_of(*told, verdict[rows])
        is_joint = needs_all[rows] | _is_of_place(reasons[rows])
        clearing[rows] = clearing_of(*told, np.where(is_joint, reasons[rows], np.uint32(0)))
    return reasons, needs_all, clearing


def _is_of_place(reasons: ReasonArray) -> NDArray[np.bool_]:
    """Say where more than one doubt about the place may keep it open between them."""
    vague = reasons & np.uint32(Reason.PLACE_VAGUE) != 0
    return np.asarray(vague & (reasons & np.uint32(~Reason.PLACE_VAGUE & 0xFFFFFFFF) != 0))


def _standings(standing: StandingArray, verdict: VerdictArray) -> StandingArray:
    """Give each verdict its plain word; ``standing`` has those of what is not concerned."""
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
