"""From the readings of a clause to one answer over all of them, column by column."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.evaluate.judged import Judged
from checker.values.verdict import (
    Reason,
    ReasonArray,
    Standing,
    StandingArray,
    Verdict,
    VerdictArray,
)

__all__ = ["Rolled", "roll"]


@dataclass(frozen=True, slots=True)
class Rolled:
    """Hold the answer over all readings; every array has shape (n,).

    ``yes``, ``open``, ``no`` count the readings that violate, are undetermined, are neither.
    ``gravest`` is the number of the reading that speaks loudest. ``is_listed`` says whether some
    reading, or all together, is a breach or in doubt.
    """

    verdict: VerdictArray
    standing: StandingArray
    reasons: ReasonArray
    yes: NDArray[np.int32]
    open: NDArray[np.int32]
    no: NDArray[np.int32]
    gravest: NDArray[np.intp]
    is_listed: NDArray[np.bool_]


def roll(readings: Sequence[Judged]) -> Rolled:
    """Roll the readings up (design, semantics, Standings: over readings).

    A breach under some readings, proved or apparent, depends on the reading. Without one, a
    reading that is open keeps the whole open. Lawful in different ways is no breach.
    """
    verdicts = np.stack([judged.verdict for judged in readings])
    standings = np.stack([judged.standing for judged in readings])
    breach = standings <= Standing.APPARENT_VIOLATION
    is_open = standings == Standing.UNDETERMINED
    some, every = breach.any(axis=0), breach.all(axis=0)
    verdict, standing = _lawful(verdicts, standings)
    is_undetermined = is_open.any(axis=0)
    verdict[is_undetermined] = Verdict.UNDETERMINED
    standing[is_undetermined] = Standing.UNDETERMINED
    verdict[some] = Verdict.UNDETERMINED
    standing[some] = Standing.DEPENDS_ON_READING
    standing[every] = standings.max(axis=0)[every]
    verdict[every & (standing == Standing.VIOLATION)] = Verdict.VIOLATION
    yes = (verdicts == Verdict.VIOLATION).sum(axis=0).astype(np.int32)
    opened = (verdicts == Verdict.UNDETERMINED).sum(axis=0).astype(np.int32)
    return Rolled(
        verdict=verdict,
        standing=standing,
        reasons=_reasons(readings, verdict, standing),
        yes=yes,
        open=opened,
        no=(len(readings) - yes - opened).astype(np.int32),
        gravest=standings.argmin(axis=0),
        is_listed=(breach | is_open).any(axis=0),
    )


def _lawful(
    verdicts: NDArray[np.int8], standings: NDArray[np.int8]
) -> tuple[VerdictArray, StandingArray]:
    """Roll readings up of which none breaches and none is open."""
    same = (verdicts == verdicts[0]).all(axis=0)
    complied = _IS_COMPLIED[standings].all(axis=0)
    verdict = np.where(same, verdicts[0], np.int8(Verdict.NO_BREACH))
    standing = np.full(verdict.shape, Standing.NO_BREACH, dtype=np.int8)
    mixed = complied & ~same
    verdict[mixed] = Verdict.UNDETERMINED
    standing[mixed] = Standing.APPARENT_COMPLIANCE
    later = standings.max(axis=0)
    out = same & (verdict == Verdict.NOT_APPLICABLE)
    standing = np.where(same, later, standing)
    return verdict, np.where(out, standings.min(axis=0), standing).astype(np.int8)


_IS_COMPLIED = np.isin(
    np.arange(max(Standing) + 1),
    (Standing.EXCEPTED, Standing.COMPLIANT, Standing.APPARENT_COMPLIANCE),
)


def _reasons(
    readings: Sequence[Judged], verdict: VerdictArray, standing: StandingArray
) -> ReasonArray:
    reasons = np.bitwise_or.reduce([judged.reasons for judged in readings])
    differ = standing == Standing.DEPENDS_ON_READING
    reasons = np.where(differ, reasons | np.uint32(Reason.READINGS_DIFFER), reasons)
    return np.where(verdict == Verdict.UNDETERMINED, reasons, np.uint32(0)).astype(np.uint32)
