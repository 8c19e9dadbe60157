"""Which clauses lack a case that breaks them, or one that comes near and does not."""

from collections.abc import Iterator, Sequence

from checker.cli.cases import Case
from checker.language.core.agreement import Core
from checker.language.core.clause import CoreClause
from checker.values.verdict import Standing, Verdict

__all__ = ["gaps"]

_BREACH = {Verdict.VIOLATION.word, Standing.BREAKS_CONDITION.word}
_LAWFUL = {Verdict.COMPLIANT.word, Verdict.NO_BREACH.word}
_OUTSIDE = {Verdict.NOT_APPLICABLE.word}


def gaps(core: Core, cases: Sequence[Case]) -> Iterator[tuple[str, str]]:
    """Yield (clause, what it lacks) in the order of the agreement.

    A near miss is lawful, and a breach but for one thing: under a clause that names a place, a
    case that is elsewhere or excepted; under any other, one of another actor, act or time.
    """
    for clause in core.clauses:
        words = [{case.verdict, case.standing} for case in cases if case.clause == clause.id]
        has_breach = any(said & _BREACH for said in words)
        lawful = _LAWFUL if _names_place(clause) else _LAWFUL | _OUTSIDE
        has_miss = any(said & lawful and not said & _BREACH for said in words)
        lacks = [] if has_breach else ["no case that breaks it"]
        lacks += [] if has_miss or _is_permission(clause) else ["no near miss"]
        if lacks:
            yield clause.id, ", ".join(lacks)


def _names_place(clause: CoreClause) -> bool:
    return any(
        variant.pattern.where is not None
        for reading in clause.readings
        for variant in reading.variants
    )


def _is_permission(clause: CoreClause) -> bool:
    return all(reading.kind == "permits" for reading in clause.readings)
