"""What a report leaves blank that the agreement's standard of proof asks for."""

from checker.language.core.agreement import Standard
from checker.reports.batch import MISSING, RELIABILITIES, Batch

__all__ = ["blank_of"]

_UNUSABLE = 6
"""The credibility that cannot be judged: it is no basis for proof, whatever the bar."""


def blank_of(reason: str, batch: Batch, standard: Standard, row: int) -> str | None:
    """Return what of a weakness is a blank cell; None where what is given is too weak itself."""
    if reason == "attribution_weak" and standard.attribution is not None:
        return "attribution_blank" if batch.attribution[row] == MISSING else None
    if reason == "kind_weak":
        return "kind_blank" if batch.kind[row] == MISSING else None
    if reason == "source_weak":
        return _grades(batch, standard, row)
    return None


def _grades(batch: Batch, standard: Standard, row: int) -> str | None:
    grade, figure = int(batch.reliability[row]), int(batch.credibility[row])
    blank, weak = [], False
    if standard.reliability is not None:
        bar = RELIABILITIES.index(standard.reliability)
        blank += ["reliability_blank"] if grade == MISSING else []
        weak |= grade > bar or grade == RELIABILITIES.index("F")
    if standard.credibility is not None:
        blank += ["credibility_blank"] if figure == MISSING else []
        weak |= figure > standard.credibility or figure == _UNUSABLE
    if weak or not blank:
        return None
    return blank[0] if len(blank) == 1 else "grades_blank"
