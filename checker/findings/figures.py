"""Figures of things that a finding rests on, and that come from a list: which, and where read."""

from collections.abc import Iterator

import numpy as np

from checker.evaluate.run import JudgedRun
from checker.findings.citation import citation
from checker.language.core.agreement import Core, Figure
from checker.language.core.clause import Assumed
from checker.operators.thing import Thing
from checker.plan.plan import PatternPlan
from checker.reports.batch import Batch

__all__ = ["asked_of", "figures_told"]

_SHORT = 12
"""So much of a hash tells two versions of a list apart."""


def asked_of(run: JudgedRun, clause: int) -> frozenset[str]:
    """Return the attributes of things that a clause, or an exception of it, asks for."""
    return frozenset(
        name
        for pattern in _patterns(run, clause)
        if pattern.things is not None and isinstance(step := run.plan.steps[pattern.things], Thing)
        for name in step.words.asks
    )


def figures_told(run: JudgedRun, reports: Batch, row: int, clause: int) -> tuple[Assumed, ...]:
    """Return the figures of a list that were asked of the things a report names, as they are told.

    None where the clause asks for none, or where the agreement gives them itself.
    """
    start, end = reports.things.offsets[row : row + 2]
    asked = asked_of(run, clause) if end > start else ()
    if not asked:
        return ()
    core = run.plan.core
    codes = np.unique(reports.things.codes[start:end])
    named = {core.things[code] for code in codes.tolist() if code >= 0}
    return tuple(
        Assumed(f"things.{one.thing}.{one.attribute}", one.value, _why(core, one))
        for one in core.figures
        if one.thing in named and one.attribute in asked
    )


def _patterns(run: JudgedRun, clause: int) -> Iterator[PatternPlan]:
    for reading in run.plan.clauses[clause].readings:
        for variant in reading.variants:
            yield variant.pattern
            yield from (exemption.pattern for exemption in variant.exemptions)


def _why(core: Core, one: Figure) -> str:
    version = f"sha256 {one.sha256[:_SHORT]}"
    return f"from {one.origin} ({version}), which cites {citation(core.sources, one.source)}"
