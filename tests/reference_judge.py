"""One report under one clause: the two truths, the verdict table, proof, and the standing."""

from dataclasses import dataclass

from checker.language.core.clause import Answers, Clause, Variant
from checker.language.core.exemption import Exemption
from checker.values.verdict import Standing, Verdict
from tests.reference_conditions import Ask, View, holds
from tests.reference_match import CLAIMS, Part, Tests, exempted, grade, match, parts
from tests.reference_match import places as places_of
from tests.reference_region import FALSE, TRUE, UNKNOWN
from tests.reference_register import registered
from tests.reference_rows import Row, Word
from tests.reference_tests import Span, Tested, during, where
from tests.reference_world import World

__all__ = ["Outcome", "asker", "judge_row"]

V, S = Verdict, Standing
_TABLE = {
    (TRUE, TRUE): V.COMPLIANT,
    (TRUE, UNKNOWN): V.UNDETERMINED,
    (TRUE, FALSE): V.VIOLATION,
    (UNKNOWN, TRUE): V.NO_BREACH,
    (UNKNOWN, UNKNOWN): V.UNDETERMINED,
    (UNKNOWN, FALSE): V.UNDETERMINED,
}
_NOT_CONCERNED = (S.SILENT, S.NOT_IN_FORCE, S.NOT_APPLICABLE, S.NOT_A_POSITION)


@dataclass(frozen=True)
class Outcome:
    """Hold a judgement: verdict, standing, why undetermined, the exception, the margin."""

    verdict: Verdict
    standing: Standing
    reasons: frozenset[str] = frozenset()
    exception: str | None = None
    margin_m: float | None = None


@dataclass(frozen=True)
class _Way:
    """Say how to look: conditions at face value or proved, and a weak attribution or none."""

    answers: Answers
    view: View
    is_weak: bool


def judge_row(world: World, row: Row, clause: Clause, view: View = View()) -> Outcome:  # noqa: B008
    """Judge a report under one reading; remembered, since conditions ask for it again."""
    key = ("row", row.key, clause.id, clause.answers, view)
    if key not in world.memo:
        world.memo[key] = _judge(world, row, clause, view)
    return world.memo[key]  # type: ignore[return-value]


def _judge(world: World, row: Row, clause: Clause, view: View) -> Outcome:
    face = _everyone(world, row, clause, _Way(clause.answers, view, is_weak=False))
    if view.is_face or face.verdict not in (V.VIOLATION, V.COMPLIANT):
        found = face
    else:
        found = _proved(world, row, clause, (face, view))
    if found.verdict != V.UNDETERMINED or view.is_face:
        return found
    at_face = judge_row(world, row, clause, View(is_face=True, has_overlaps=view.has_overlaps))
    standing = {V.VIOLATION: S.APPARENT_VIOLATION, V.COMPLIANT: S.APPARENT_COMPLIANCE}
    return Outcome(
        V.UNDETERMINED,
        standing.get(at_face.verdict, S.UNDETERMINED),
        found.reasons,
        None,
        found.margin_m,
    )


def _proved(world: World, row: Row, clause: Clause, of: tuple[Outcome, View]) -> Outcome:
    """Weaken a face-value violation or compliance by what is not proved."""
    face, view = of
    source, attribution = grade(row, world.core.standard)
    bars = {"position", "incident"} | ({"admission"} if face.verdict == V.VIOLATION else set())
    reasons = {"source_weak"} if source else set()
    reasons |= set() if row.kind in bars else {"kind_weak"}
    blurred = face
    if attribution:
        blurred = _everyone(world, row, clause, _Way(clause.answers, view, is_weak=True))
    if not reasons:
        return blurred
    if blurred.verdict == V.UNDETERMINED:
        reasons |= blurred.reasons
    return Outcome(V.UNDETERMINED, S.UNDETERMINED, frozenset(reasons), None, face.margin_m)


def _everyone(world: World, row: Row, clause: Clause, way: _Way) -> Outcome:
    """Judge each actor through the whole clause, then some or all of them."""
    found = []
    for actor in row.actors:
        asked = [
            _one(world, row, (clause, variant, part), actor, way)
            for variant in clause.variants
            for part in parts(variant.pattern.does)
        ]
        found.append(_all_of(asked))
    return _one_of(found) if row.is_one_of else _all_of(found)


def _least(found: list[Outcome]) -> float | None:
    return min((o.margin_m for o in found if o.margin_m is not None), default=None)


def _all_of(found: list[Outcome]) -> Outcome:
    """Take the gravest; of equals the standing that comes first."""
    worst = max(o.verdict for o in found)
    same = [o for o in found if o.verdict == worst]
    standing = min(o.standing for o in same)
    name = next((o.exception for o in same if o.exception), None)
    reasons = frozenset(r for o in same for r in o.reasons)
    return Outcome(worst, standing, reasons, name, _least(found))


def _one_of(found: list[Outcome]) -> Outcome:
    """Take what every candidate agrees on."""
    verdicts = {o.verdict for o in found}
    if len(verdicts) == 1:
        return _all_of(found)
    if not verdicts & {V.VIOLATION, V.UNDETERMINED}:
        return Outcome(V.NO_BREACH, S.NO_BREACH, margin_m=_least(found))
    open_reasons = frozenset(r for o in found for r in o.reasons)
    if verdicts == {V.VIOLATION, V.UNDETERMINED}:
        return Outcome(V.UNDETERMINED, S.UNDETERMINED, open_reasons, None, _least(found))
    reasons = open_reasons | {"actor_unresolved"}
    return Outcome(V.UNDETERMINED, S.UNDETERMINED, reasons, None, _least(found))


def _one(
    world: World, row: Row, asked: tuple[Clause, Variant, Part], actor: Word, way: _Way
) -> Outcome:
    clause, variant, part = asked
    found = match(variant.pattern, part, row, actor, world.resolve, is_weak=way.is_weak)
    tests = dict(found.tests)
    theatre = where(variant.theatre, places_of(part, row))
    if variant.theatre is not None:
        tests["theatre"] = Tested(theatre.truth, theatre.reasons)
    for condition in clause.conditions:
        how = (way.answers, way.view, asker(world), False)
        tests[f"while {condition.index}"] = holds(world, condition, row, found.span, how)
    if clause.kind == "act":
        return _act(world, row, clause, found, tests)
    region = Tested(found.place.truth, found.place.reasons)
    margin = found.place.margin_m if theatre.truth != UNKNOWN else None
    none = _not_concerned(row, found, tests)
    if none is not None:
        return Outcome(V.NOT_APPLICABLE, none)
    exceptions = [
        (e.name, _exception(world, row, (clause, part, e), actor, (found.span, way)))
        for e in variant.exemptions
    ]
    return _table(tests, region, exceptions, margin)


def asker(world: World) -> Ask:
    """Return how conditions ask for a verdict."""

    def ask(row: Row, name: str, answers: Answers, view: View) -> Verdict:
        return judge_row(world, row, world.clause(name, answers), view).verdict

    return ask


def _not_concerned(row: Row, found: Tests, tests: dict[str, Tested]) -> Standing | None:
    """Return the first that is true of silent, not_in_force, not_applicable, not_a_position."""
    added = {n: t for n, t in tests.items() if n not in found.tests}
    if found.is_silent and all(t.truth != FALSE for t in added.values()):
        return S.SILENT
    false = {n for n, t in tests.items() if t.truth == FALSE}
    if any(n == "when" or n.startswith("while") for n in false):
        return S.NOT_IN_FORCE
    if false - {"does"}:
        return S.NOT_APPLICABLE
    if false:
        is_place = found.is_elsewhere and row.count_high != 0.0
        return S.NOT_A_POSITION if is_place else S.NOT_APPLICABLE
    return S.NOT_A_POSITION if row.kind in CLAIMS else None


def _exception(
    world: World,
    row: Row,
    of: tuple[Clause, Part, Exemption],
    actor: Word,
    how: tuple[Span, _Way],
) -> dict[str, Tested]:
    _clause, part, exemption = of
    span, way = how
    acts = part if part.of_presence is False else None
    tests = exempted(exemption, (part, acts), row, actor, span)
    needs = exemption.pattern.who is not None and exemption.pattern.who.needs_attribution
    if way.is_weak and needs:
        tests["who"] = Tested(UNKNOWN, frozenset({"attribution_weak"}))
    tests["when"] = during(world.resolve(exemption.pattern.when), row, span)
    if exemption.registered is not None:
        tests["registered"] = registered(
            world, exemption.registered, row, (actor, part), is_weak=way.is_weak
        )
    for condition in exemption.conditions:
        asked = (way.answers, way.view, asker(world), True)
        tests[f"while {condition.index}"] = holds(world, condition, row, span, asked)
    return tests


Exceptions = list[tuple[str, dict[str, Tested]]]


def _verdict(tests: dict[str, Tested], region: int, exceptions: Exceptions) -> Verdict:
    applies = min(t.truth for t in tests.values())
    excepted = max((min(t.truth for t in e.values()) for _, e in exceptions), default=FALSE)
    return _TABLE[applies, max(TRUE - region, excepted)]


def _table(
    tests: dict[str, Tested], region: Tested, exceptions: Exceptions, margin: float | None
) -> Outcome:
    verdict = _verdict(tests, region.truth, exceptions)
    if verdict == V.COMPLIANT:
        names = [n for n, e in exceptions if min(t.truth for t in e.values()) == TRUE]
        is_excepted = region.truth != FALSE and bool(names)
        standing = S.EXCEPTED if is_excepted else S.COMPLIANT
        return Outcome(verdict, standing, frozenset(), names[0] if is_excepted else None, margin)
    if verdict != V.UNDETERMINED:
        standing = S.VIOLATION if verdict == V.VIOLATION else S.NO_BREACH
        return Outcome(verdict, standing, margin_m=margin)
    reasons = _reasons(tests, region, exceptions)
    return Outcome(verdict, S.UNDETERMINED, reasons, None, margin)


def _reasons(tests: dict[str, Tested], region: Tested, exceptions: Exceptions) -> frozenset[str]:
    """List the doubts of which one alone, if TRUE, would decide; else all of them."""
    sure = Tested(TRUE)
    worlds = [(t, (tests | {n: sure}, region.truth, exceptions)) for n, t in tests.items()]
    worlds.append((region, (tests, TRUE, exceptions)))
    for i, (name, inner) in enumerate(exceptions):
        if min(t.truth for t in inner.values()) != UNKNOWN:
            continue
        for n, t in inner.items():
            changed = [*exceptions]
            changed[i] = (name, inner | {n: sure})
            worlds.append((t, (tests, region.truth, changed)))
    doubts = [(t.reasons, w) for t, w in worlds if t.truth == UNKNOWN]
    alone = [r for r, w in doubts if _verdict(*w) != V.UNDETERMINED]
    return frozenset(x for r in alone or [r for r, _ in doubts] for x in r)


def _act(world: World, row: Row, clause: Clause, found: Tests, tests: dict[str, Tested]) -> Outcome:
    """Judge a duty to act: the act in time is compliant; what may be it breaks nothing."""
    tests["where"] = Tested(found.place.truth, found.place.reasons)
    if clause.deadline is not None:
        end = world.edge(clause.deadline)
        in_time = TRUE if row.to_us < end.low_us else FALSE if row.from_us >= end.high_us else 1
        tests["in time"] = Tested(in_time, frozenset({"time_vague"}))
    none = _not_concerned(row, found, tests)
    if none is not None:
        return Outcome(V.NOT_APPLICABLE, none)
    applies = min(t.truth for t in tests.values())
    if applies == TRUE:
        return Outcome(V.COMPLIANT, S.COMPLIANT)
    return Outcome(V.NO_BREACH, S.NO_BREACH)
