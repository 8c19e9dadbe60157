"""How a duty with a date stands: done in time, late, not at all, or nobody can say."""

from collections.abc import Sequence
from dataclasses import replace

from checker.language.core.clause import Clause
from checker.values.verdict import ClauseStanding, Standing, Verdict
from tests.reference_conditions import speaks_for
from tests.reference_coverage import begins, is_unseen, is_watched
from tests.reference_judge import Outcome
from tests.reference_match import CLAIMS, grade
from tests.reference_region import FALSE, TRUE
from tests.reference_rows import Row
from tests.reference_tests import where
from tests.reference_world import World

__all__ = ["Judged", "duty_standing"]

V, S, C = Verdict, Standing, ClauseStanding

Judged = Sequence[tuple[Row, Outcome]]


def duty_standing(world: World, clause: Clause, judged: Judged) -> ClauseStanding | None:
    """Return the word for a duty with a date, None where none of those words is true."""
    assert clause.deadline is not None
    due = world.edge(clause.deadline)
    if world.as_of_us < due.high_us:
        return C.OUTSTANDING
    if clause.kind == "act":
        return _acted(world, clause, due.high_us, judged)
    broken = [row for row, o in judged if o.verdict == V.VIOLATION]
    if not broken:
        return None
    lawful = [row for row, o in judged if o.verdict == V.COMPLIANT]
    is_answered = all(_has_left(world, clause, row, judged) for row in broken)
    return C.LATE if is_answered or is_unseen(world, clause, lawful) else C.OVERDUE


def _acted(world: World, clause: Clause, due_us: int, judged: Judged) -> ClauseStanding | None:
    wanted = clause.bound.at_least[1] if clause.bound.at_least else 1.0
    done = sum(o.verdict == V.COMPLIANT for _, o in judged)
    if done >= wanted:
        return C.COMPLIED
    if done + _maybe_done(world, clause, due_us, judged) >= wanted:
        return C.UNDETERMINED
    if done + _done_late(world, clause, due_us) >= wanted:
        return C.LATE
    return C.OVERDUE if is_watched(world, clause, begins(world, clause), due_us) else None


def _maybe_done(world: World, clause: Clause, due_us: int, judged: Judged) -> int:
    """Count reports that may be the act, and in time, and are not proved to be."""
    count = 0
    for row, outcome in judged:
        if outcome.verdict == V.COMPLIANT or outcome.standing == S.SILENT or row.kind in CLAIMS:
            continue
        if row.has_time and row.from_us >= due_us:
            continue
        count += any(
            world.matched(v.pattern, row, is_weak=False)[0] != FALSE for v in clause.variants
        )
    return count


def _done_late(world: World, clause: Clause, due_us: int) -> int:
    count = 0
    for row in world.rows:
        source, attribution = grade(row, world.core.standard)
        if row.from_us < due_us or source or row.kind not in ("position", "incident"):
            continue
        shown = [
            world.matched(v.pattern, row, is_weak=attribution)[0] == TRUE for v in clause.variants
        ]
        count += any(shown)
    return count


def _has_left(world: World, clause: Clause, broke: Row, judged: Judged) -> bool:
    """Say whether a later report proves that who was there has gone."""
    for row, outcome in judged:
        if not broke.is_before(row):
            continue
        # Who has left has left, also where it is seen only after the clause has ended.
        is_gone = any(
            world.is_absence(replace(v.pattern, when=()), row)
            and where(v.theatre, [row.at]).truth == TRUE
            for v in clause.variants
        )
        if is_gone and speaks_for(world, broke, row):
            return True
        same = broke.unit is not None and broke.unit == row.unit
        if same and outcome.standing == S.COMPLIANT:
            return True
    return False
