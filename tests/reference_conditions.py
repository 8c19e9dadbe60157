"""Conditions as timelines: what stands at a report's time, proved or at face value.

A proved break is UNKNOWN from the start of its report's interval and FALSE from its end, for as
long as it lasts; then UNKNOWN until a certainly later cure; then ``unproved`` speaks again.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from checker.language.core.clause import Answers
from checker.language.core.exemption import Condition
from checker.language.core.pattern import FOREVER_US
from checker.values.verdict import Verdict
from tests.reference_region import FALSE, TRUE, UNKNOWN
from tests.reference_rows import Row, Word
from tests.reference_tests import Clock, Span, Steps, Tested, timed
from tests.reference_world import World

__all__ = ["Ask", "View", "against_kept", "holds", "speaks_for"]

Ask = Callable[[Row, str, Answers, "View"], Verdict]
"""Judge a report under a clause: ask(row, clause, answers, view)."""


@dataclass(frozen=True)
class View:
    """Say how conditions are read: proved or at face value, and with overlapping rows or not."""

    is_face: bool = False
    has_overlaps: bool = True


@dataclass(frozen=True)
class _Spell:
    """Hold one break: possible from ``start``, certain from ``sure``, lasting to ``end``."""

    start: int
    sure: int
    end: int
    cures: tuple[Row, ...] = ()
    is_open: bool = False


def holds(
    world: World, condition: Condition, row: Row, span: Span, how: tuple[Answers, View, Ask, bool]
) -> Tested:
    """Test whether a condition holds at a report's time, as (answers, view, ask, is_cover)."""
    answers, view, ask, is_cover = how
    if condition.event is not None:
        edge = world.edge(condition.event)
        steps: Steps = [(-FOREVER_US, FALSE), (edge.low_us, UNKNOWN), (edge.high_us, TRUE)]
        truth, _ = timed(_tidy(steps), span, is_cover=is_cover)
        why = "event_unknown" if edge.openness == "unknown" else "time_vague"
        return Tested(truth, frozenset({why} if truth == UNKNOWN else ()))
    if condition.kept is not None:
        return _kept(world, condition, row, span, (answers, view, ask, is_cover))
    if condition.some is not None:
        return _some(world, condition, span, view, is_cover=is_cover)
    assert condition.none is not None
    spells = _spells(world, condition, view)
    truth, _ = timed(_timeline(condition, spells), span, is_cover=is_cover)
    for other in world.rows:
        weight = _weight(world, condition, other, view)
        if weight is not None and _is_one(world.clock, row, other):
            truth = min(truth, FALSE if weight == "breaks" else UNKNOWN)
    return _open(truth, "condition_open")


def _open(truth: int, why: str) -> Tested:
    return Tested(truth, frozenset({why} if truth == UNKNOWN else ()))


def _tidy(steps: Steps) -> Steps:
    """Drop steps of no length."""
    return [
        s
        for s, after in zip(steps, [*steps[1:], (FOREVER_US + 1, 0)], strict=True)
        if s[0] < after[0]
    ]


def _weight(
    world: World, condition: Condition, row: Row, view: View
) -> Literal["breaks", "open"] | None:
    """Weigh evidence in a view: at face value what is reported breaks."""
    found = world.evidence(condition, row)
    if found == "face":
        return "breaks" if view.is_face else "open"
    return found


def _is_one(clock: Clock, row: Row, other: Row) -> bool:
    """Say whether two rows count as one instant, the first not certainly earlier."""
    if row.key == other.key:
        return True
    if row.is_before(other) or not (row.has_time and other.has_time):
        return False
    days = {clock.day_of(us) for us in (row.from_us, row.to_us, other.from_us, other.to_us)}
    return len(days) == 1


def _end(world: World, condition: Condition, row: Row) -> int:
    if not row.has_time:
        return FOREVER_US
    if condition.lasts is None:
        return world.clock.day_of(row.to_us)[1]
    return world.clock.later(row.to_us, condition.lasts)


def _spell(world: World, condition: Condition, row: Row, cures: list[Row], how: str) -> _Spell:
    sure = row.from_us if row.is_throughout else row.to_us
    later = tuple(c for c in cures if row.is_before(c))
    return _Spell(row.from_us, sure, _end(world, condition, row), later, how == "open")


def _spells(world: World, condition: Condition, view: View) -> list[_Spell]:
    key = ("spells", id(condition), view.is_face)
    if key not in world.memo:
        assert condition.none is not None
        gone = _absences(world, condition, view)
        world.memo[key] = [
            _spell(world, condition, row, [c for c in gone if speaks_for(world, row, c)], weight)
            for row in world.rows
            if (weight := _weight(world, condition, row, view)) is not None
        ]
    return world.memo[key]  # type: ignore[return-value]


def _absences(world: World, condition: Condition, view: View) -> list[Row]:
    pattern = world.pattern_of(condition)
    return [r for r in world.rows if world.is_absence(pattern, r, is_face=view.is_face)]


def _timeline(condition: Condition, spells: list[_Spell]) -> Steps:
    base = TRUE if condition.unproved == "holds" else UNKNOWN
    cuts = {-FOREVER_US}
    for s in spells:
        cuts |= {s.start, s.sure, s.end} | {_since(c) for c in s.cures}
    return [(t, min([base, *(_during(condition, s, t) for s in spells)])) for t in sorted(cuts)]


def _since(cure: Row) -> int:
    return cure.from_us if cure.is_throughout else cure.to_us


def _during(condition: Condition, spell: _Spell, t: int) -> int:
    """Say what one break leaves of the condition at an instant."""
    if t < spell.start:
        return TRUE
    if spell.is_open:
        return UNKNOWN if condition.lapse == "ends" or t < spell.end else TRUE
    if t < spell.sure:
        return UNKNOWN
    if condition.lapse == "ends" or t < spell.end:
        return FALSE
    return TRUE if any(_since(c) <= t for c in spell.cures) else UNKNOWN


def _some(world: World, condition: Condition, span: Span, view: View, *, is_cover: bool) -> Tested:
    """Stand where a match is proved; fall where absence is; else what ``unproved`` says."""
    assert condition.some is not None
    shown = [r for r in world.rows if _weight(world, condition, r, view) == "breaks"]
    gone = _absences(world, condition, view)
    maybe = [r for r in _absences(world, condition, View(is_face=True)) if r not in gone]
    losses = [_spell(world, condition, r, shown, "breaks") for r in gone]
    losses += [_spell(world, condition, r, [], "open") for r in maybe]
    daily = replace(condition, lapse="suspends")
    stands = [_spell(world, daily, r, [], "breaks") for r in shown]
    cuts = {t for t, _ in _timeline(condition, losses)} | {
        t for s in stands for t in (s.sure, s.end)
    }
    base = TRUE if condition.unproved == "holds" else UNKNOWN
    line = [(t, _stands_at(condition, stands, losses, base, t)) for t in sorted(cuts)]
    truth, _ = timed(line, span, is_cover=is_cover)
    if any(_is_one(world.clock, span.row, r) for r in gone):
        truth = FALSE
    elif any(_is_one(world.clock, span.row, r) for r in maybe):
        truth = min(truth, UNKNOWN)
    elif any(_is_one(world.clock, span.row, r) for r in shown):
        truth = FALSE if condition.lapse == "ends" and truth == FALSE else TRUE
    return _open(truth, "condition_open")


def _stands_at(
    condition: Condition, stands: list[_Spell], losses: list[_Spell], base: int, t: int
) -> int:
    lost = min([TRUE, *(_during(condition, s, t) for s in losses)])
    here = any(s.sure <= t < s.end for s in stands)
    if lost == FALSE:
        return UNKNOWN if here and condition.lapse == "suspends" else FALSE
    return TRUE if here else min(base, lost)


def against_kept(verdict: Verdict) -> Literal["breaks", "open"] | None:
    """Say what a verdict under the clause to be kept means for the condition."""
    if verdict == Verdict.VIOLATION:
        return "breaks"
    return "open" if verdict == Verdict.UNDETERMINED else None


def _kept(
    world: World, condition: Condition, row: Row, span: Span, how: tuple[Answers, View, Ask, bool]
) -> Tested:
    """Read strictly earlier instants only; what overlaps leaves the order unknown."""
    answers, view, ask, is_cover = how
    assert condition.kept is not None
    name = condition.kept
    before = [r for r in world.rows if r.is_before(row)]
    full = View(view.is_face, has_overlaps=True)
    verdicts = {r.key: ask(r, name, answers, full) for r in before}
    good = [r for r in before if verdicts[r.key] == Verdict.COMPLIANT]
    spells = []
    for r in before:
        weight = against_kept(verdicts[r.key])
        if weight is not None:
            cures = [c for c in good if _is_same_force(world, r, c)]
            spells.append(_spell(world, condition, r, cures, weight))
    truth, _ = timed(_timeline(condition, spells), span, is_cover=is_cover)
    reasons = {"condition_open"} if truth == UNKNOWN else set()
    if view.has_overlaps:
        for r in world.rows:
            if r.is_before(row) or row.is_before(r):
                continue
            if r.key == row.key and (row.is_one_of or len(row.actors) == 1):
                continue  # nobody's act overlaps itself; of two together one may have begun
            earlier = View(view.is_face, has_overlaps=False)
            weight = against_kept(ask(r, name, answers, earlier))
            if weight is not None and truth != FALSE:
                truth = UNKNOWN
                reasons.add("sequence_unknown" if weight == "breaks" else "condition_open")
    return Tested(truth, frozenset(reasons if truth == UNKNOWN else ()))


def _is_same_force(world: World, broke: Row, cure: Row) -> bool:
    """Say whether a cure speaks for who broke it: the unit, else all its actors."""
    if broke.unit is not None:
        return broke.unit == cure.unit
    return speaks_for(world, broke, cure)


def speaks_for(world: World, broke: Row, cure: Row) -> bool:
    """Say whether all actors of a break are, or are parts of, those of the cure."""
    if cure.is_one_of and len(set(cure.actors)) > 1:
        return False  # it is not known of whom it speaks
    groups = dict(world.core.party_groups)

    def covers(speaker: Word, actor: Word) -> bool:
        if not isinstance(speaker, int) or not isinstance(actor, int):
            return False
        group = groups.get(world.core.actors[speaker])
        spans = group.members[actor].spans if group is not None else ()
        return speaker == actor or (bool(spans) and all(t == TRUE for *_, t in spans))

    return all(any(covers(c, a) for c in cure.actors) for a in broke.actors)
