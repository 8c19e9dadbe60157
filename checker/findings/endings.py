"""Conditions whose break ends what stands on them for good, where others suspend it."""

from collections.abc import Iterator

from checker.findings.phrases import condition_said
from checker.language.core.agreement import Core
from checker.language.core.clause import Answers, Clause
from checker.language.core.exemption import Condition

__all__ = ["Ending", "endings_of"]

Ending = tuple[str, Answers, str]
"""A clause, a reading of it, and its condition as results tell it."""


def endings_of(core: Core) -> tuple[Ending, ...]:
    """Return the conditions that end, as the spells of a result name them."""
    return tuple(
        (clause.id, reading.answers, condition_said(core, reading.answers, condition))
        for clause in core.clauses
        for reading in clause.readings
        for condition in dict.fromkeys(_conditions(reading))
        if condition.lapse == "ends"
    )


def _conditions(reading: Clause) -> Iterator[Condition]:
    yield from reading.conditions
    for variant in reading.variants:
        for exemption in variant.exemptions:
            yield from exemption.conditions
