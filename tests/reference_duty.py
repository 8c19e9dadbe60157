"""How a duty with a date stands: done in time, late, not at all, or nobody can say."""

from collections.abc import Sequence
from dataclasses import replace

from checker.language.core.clause import Clause, Variant
from checker.values.verdict import ClauseStanding, Standing, Verdict
from tests.reference_conditions import View, holds, speaks_for
from tests.reference_coverage import begins, is_unseen, is_watched
from tests.reference_judge import Outcome, asker
from tests.reference_match import CLAIMS, Part, grade, places, unsure
from tests.reference_region import FALSE, TRUE, UNKNOWN
from tests.reference_rows import Row
from tests.reference_tests import Span, joined, where
from tests.reference_world import World

__all__ = ["Judged", "duty_standing", "stood"]

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
    is_late = done + _done_late(world, clause, due_us) >= wanted
    if not is_late and not is_watched(world, clause, begins(world, clause), due_us):
        return None
    owed = stood(world, clause, due_us - 1)
    if owed == TRUE:
        return C.LATE if is_late else C.OVERDUE
    return C.UNDETERMINED if owed == UNKNOWN else None


def stood(world: World, clause: Clause, us: int) -> int:
    """Ask all conditions as a report of that instant would, that is no report at all."""
    row = _nobody(us)
    how = (clause.answers, View(), asker(world), False)
    found = [holds(world, c, row, Span(row, (us, us), (us, us)), how) for c in clause.conditions]
    return min([TRUE, *(t.truth for t in found)])


def _maybe_done(world: World, clause: Clause, due_us: int, judged: Judged) -> int:
    """Count reports that may be the act, and in time, and are not proved to be."""
    count = 0
    for row, outcome in judged:
        if outcome.verdict == V.COMPLIANT or outcome.standing == S.SILENT or row.kind in CLAIMS:
            continue
        if row.has_time and row.from_us >= due_us:
            continue
        count += any(_shown(world, v, row, frozenset()) != FALSE for v in clause.variants)
    return count


def _shown(world: World, variant: Variant, row: Row, weak: frozenset[str]) -> int:
    """Say whether a report shows the act, inside the theatre."""
    theatre = where(variant.theatre, places(Part(of_presence=False), row))
    truth = theatre.truth
    if "place_swapped" in weak and variant.theatre is not None:
        truth = UNKNOWN
    return min(truth, world.matched(variant.pattern, row, weak)[0])


def _done_late(world: World, clause: Clause, due_us: int) -> int:
    count = 0
    for row in world.rows:
        source, _ = grade(row, world.core.standard)
        if row.from_us < due_us or source or row.kind not in ("position", "incident"):
            continue
        count += any(
            _shown(world, v, row, unsure(row, world.core.standard)) == TRUE
            and _bound(world, clause, row, joined(world.resolve(v.pattern.when), row))
            for v in clause.variants
        )
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
            and not (row.is_swapped and v.theatre is not None)
            for v in clause.variants
        )
        if is_gone and speaks_for(world, broke, row):
            return True
        same = broke.unit is not None and broke.unit == row.unit
        if same and outcome.standing == S.COMPLIANT:
            return True
    return False


def _bound(world: World, clause: Clause, row: Row, span: Span) -> bool:
    """Say whether the conditions of a duty stood at a report's time."""
    how = (clause.answers, View(), asker(world), False)
    return all(holds(world, c, row, span, how).truth == TRUE for c in clause.conditions)


def _nobody(us: int) -> Row:
    return Row(
        file="", row=-1, id="", fingerprint="", kind=None, at=None, origin=None, target=None,
        from_us=us, to_us=us, has_time=False, is_throughout=False, actors=(None,),
        is_one_of=False, against=(), does=(), things=(), attribution=None, role=None,
        position_of=None, unit=None, event=None, count_low=float("nan"),
        count_high=float("nan"), reliability=None, credibility=None, supersedes=None,
    )  # fmt: skip
