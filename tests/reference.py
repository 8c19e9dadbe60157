"""The slow reference evaluator of Accord: one report at a time, in plain Python, no arrays.

Written from the design and the conformance cases alone. It shares with the product the types of
what is read (``Core``, ``Batch``, shapes, regions, the words of verdicts) and no computation: its
distances are Karney's geographiclib, its logic is its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from checker.language.core.agreement import Core
from checker.language.core.clause import Answers, Clause
from checker.language.core.exemption import Condition
from checker.reports.batch import Batch
from checker.values.verdict import ClauseStanding, Standing, Verdict
from tests.reference_conditions import View, against_kept
from tests.reference_judge import Outcome, judge_row
from tests.reference_period import clause_standing, incidents, over_readings
from tests.reference_placed import Margin, least
from tests.reference_rows import Row, read
from tests.reference_tests import Clock
from tests.reference_world import World

__all__ = ["Against", "Judgement", "Over", "RowKey", "judge"]

RowKey = tuple[str, int]
"""File and row of a report."""

Against = Literal["breaks", "open"]


@dataclass(frozen=True)
class Over:
    """Hold a report x clause over all readings; ``violated`` counts (yes, open, no)."""

    verdict: Verdict
    standing: Standing
    reasons: frozenset[str]
    violated: tuple[int, int, int]
    margin_m: Margin | None


@dataclass(frozen=True)
class Judgement:
    """Hold all answers; ids and fingerprints of the rows that were judged are in ``rows``."""

    rows: dict[RowKey, Row]
    findings: dict[tuple[RowKey, str, Answers], Outcome]
    over: dict[tuple[RowKey, str], Over]
    evidence: dict[tuple[RowKey, str, Answers], Against]
    clauses: dict[tuple[str, Answers], tuple[ClauseStanding, int]]


def judge(core: Core, batches: Iterable[Batch], as_of_us: int | None = None) -> Judgement:
    """Judge every report under every clause and reading; slow, and meant to be."""
    rows, as_of = read(core, batches, as_of_us)
    world = World(core, rows, as_of, Clock(core.timezone))
    world.date_first_events()
    found = Judgement({r.key: r for r in rows}, {}, {}, {}, {})
    for owner in core.clauses:
        for clause in owner.readings:
            _weigh(world, clause, found)
            if clause.kind == "permits":
                continue
            judged = [(row, judge_row(world, row, clause)) for row in rows]
            for row, outcome in judged:
                found.findings[row.key, owner.id, clause.answers] = outcome
            standing = clause_standing(world, clause, judged)
            proved, apparent = incidents(judged)
            found.clauses[owner.id, clause.answers] = (standing, proved or apparent)
        if owner.readings[0].kind != "permits":
            for row in rows:
                outcomes = [judge_row(world, row, clause) for clause in owner.readings]
                found.over[row.key, owner.id] = _over(outcomes)
    return found


def _over(outcomes: list[Outcome]) -> Over:
    verdict, standing, violated = over_readings(outcomes)
    reasons: frozenset[str] = frozenset()
    if verdict == Verdict.UNDETERMINED:
        reasons = frozenset(r for o in outcomes for r in o.reasons)
    if standing == Standing.DEPENDS_ON_READING:
        reasons |= {"readings_differ"}
    return Over(verdict, standing, reasons, violated, least(o.margin_m for o in outcomes))


def _weigh(world: World, clause: Clause, found: Judgement) -> None:
    """Note every report that speaks against a condition of this clause."""
    for row in world.rows:
        weights = {_against(world, c, clause, row) for c in _own_conditions(clause)}
        if "breaks" in weights:
            found.evidence[row.key, clause.id, clause.answers] = "breaks"
        elif "open" in weights:
            found.evidence[row.key, clause.id, clause.answers] = "open"


def _own_conditions(clause: Clause) -> list[Condition]:
    own = [*clause.conditions]
    for variant in clause.variants:
        for exemption in variant.exemptions:
            own += [c for c in exemption.conditions if c.owner == clause.id and c not in own]
    return own


def _against(world: World, condition: Condition, clause: Clause, row: Row) -> Against | None:
    if condition.kept is not None:
        other = world.clause(condition.kept, clause.answers)
        found = judge_row(world, row, other, View())
        return (
            None if found.standing == Standing.APPARENT_COMPLIANCE else against_kept(found.verdict)
        )
    if condition.some is not None:
        pattern = world.pattern_of(condition)
        if world.is_absence(pattern, row):
            return "breaks"
        return "open" if world.is_absence(pattern, row, is_face=True) else None
    if condition.none is None:
        return None
    weight = world.evidence(condition, row)
    return None if weight is None else "breaks" if weight == "breaks" else "open"
