"""How well a report is proved: which weaknesses stand between face value and proof."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checker.language.core.agreement import Standard
from checker.reports.batch import ATTRIBUTIONS, KINDS, MISSING, RELIABILITIES, Batch
from checker.values.verdict import Reason, ReasonArray

__all__ = ["Kinds", "attribution_weakness", "kinds_of", "source_weakness"]

# Design, semantics, table of kinds.
_PROVES_BREACH = ("position", "incident", "admission")
_PROVES_COMPLIANCE = ("position", "incident")
_STARTS_EVENT = ("incident", "admission", "statement")
_SAYS_NOTHING = ("statement", "denial", "withdrawal_claim")


@dataclass(frozen=True, slots=True)
class Kinds:
    """Say what the kind of each report can do; every array has shape (n,).

    ``is_claim`` proves neither breach nor compliance; ``is_denied`` is refused access.
    """

    proves_breach: NDArray[np.bool_]
    proves_compliance: NDArray[np.bool_]
    starts_event: NDArray[np.bool_]
    is_claim: NDArray[np.bool_]
    is_denied: NDArray[np.bool_]


def kinds_of(batch: Batch) -> Kinds:
    """Look the kind of each report up in the table; a report without a kind proves nothing."""

    def is_of(names: tuple[str, ...]) -> NDArray[np.bool_]:
        return np.isin(batch.kind, [KINDS.index(name) for name in names])

    return Kinds(
        proves_breach=is_of(_PROVES_BREACH),
        proves_compliance=is_of(_PROVES_COMPLIANCE),
        starts_event=is_of(_STARTS_EVENT),
        is_claim=is_of(_SAYS_NOTHING),
        is_denied=is_of(("access_denied",)),
    )


def source_weakness(batch: Batch, standard: Standard) -> ReasonArray:
    """Return SOURCE_WEAK where a grade is under the bar, F, 6 or missing; shape (n,).

    A standard that sets no bar for a grade accepts any, a missing one too.
    """
    is_weak = np.zeros(len(batch), dtype=np.bool_)
    if standard.reliability is not None:
        bar = RELIABILITIES.index(standard.reliability)
        grade = batch.reliability
        is_weak |= (grade == MISSING) | (grade > bar) | (grade == RELIABILITIES.index("F"))
    if standard.credibility is not None:
        figure = batch.credibility
        is_weak |= (figure == MISSING) | (figure > standard.credibility) | (figure == 6)  # noqa: PLR2004
    return np.where(is_weak, np.uint32(Reason.SOURCE_WEAK), np.uint32(0)).astype(np.uint32)


def attribution_weakness(batch: Batch, standard: Standard) -> ReasonArray:
    """Return ATTRIBUTION_WEAK where who it was is under the bar, unknown or missing; shape (n,)."""
    is_weak = np.zeros(len(batch), dtype=np.bool_)
    if standard.attribution is not None:
        bar = ATTRIBUTIONS.index(standard.attribution)
        said = batch.attribution
        is_weak = (said == MISSING) | (said > bar) | (said == ATTRIBUTIONS.index("unknown"))
    return np.where(is_weak, np.uint32(Reason.ATTRIBUTION_WEAK), np.uint32(0)).astype(np.uint32)
