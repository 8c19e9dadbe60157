"""One report under one clause: the two truths, the verdict table, proof, and the standing."""

from dataclasses import dataclass, replace

from checker.language.core.agreement import Standard
from checker.language.core.clause import Answers, Clause, Variant
from checker.language.core.exemption import Exemption
from checker.values.verdict import Standing, Verdict
from tests.reference_case import ADMISSION, Case, Opened
from tests.reference_conditions import Ask, View, holds
from tests.reference_match import CLAIMS, Part, Tests, exempted, grade, match, parts, unsure
from tests.reference_match import places as places_of
from tests.reference_placed import Margin, least
from tests.reference_region import FALSE, TRUE, UNKNOWN
from tests.reference_register import registered
from tests.reference_rows import Row, Word
from tests.reference_tests import Span, Tested, during, where
from tests.reference_world import World

__all__ = ["Outcome", "asker", "judge_row"]

V, S = Verdict, Standing
_ACT_BY_ONE = {V.COMPLIANT, V.NOT_APPLICABLE}


@dataclass(frozen=True)
class Outcome:
    """Hold a judgement: verdict, standing, why undetermined, the exception, the margin."""

    verdict: Verdict
    standing: Standing
    reasons: frozenset[str] = frozenset()
    exception: str | None = None
    margin_m: Margin | None = None


@dataclass(frozen=True)
class _Way:
    """Say how to look: how conditions are read, and what the row cannot prove."""

    answers: Answers
    view: View
    weak: frozenset[str] = frozenset()


def judge_row(world: World, row: Row, clause: Clause, view: View = View()) -> Outcome:  # noqa: B008
    """Judge a report under one reading; remembered, since conditions ask for it again."""
    key = ("row", row.key, clause.id, clause.answers, view)
    if key not in world.memo:
        world.memo[key] = _judge(world, row, clause, view)
    return world.memo[key]  # type: ignore[return-value]


def _judge(world: World, row: Row, clause: Clause, view: View) -> Outcome:
    weak = frozenset() if view.is_face else _weaknesses(row, world.core.standard)
    found = _everyone(world, row, clause, _Way(clause.answers, view, weak))
    if weak and found.verdict == V.UNDETERMINED:
        # Proof only ever weakens a violation or compliance of the whole report.
        unweakened = _everyone(world, row, clause, _Way(clause.answers, view))
        if unweakened.verdict == V.NO_BREACH:
            return unweakened
    if found.verdict != V.UNDETERMINED or view.is_face:
        return found
    at_face = judge_row(world, row, clause, View(is_face=True, has_overlaps=view.has_overlaps))
    standing = {V.VIOLATION: S.APPARENT_VIOLATION, V.COMPLIANT: S.APPARENT_COMPLIANCE}
    return replace(found, standing=standing.get(at_face.verdict, S.UNDETERMINED))


def _weaknesses(row: Row, standard: Standard) -> frozenset[str]:
    """Name what the row falls short of, by the standard of proof and the kinds table."""
    source, _ = grade(row, standard)
    weak = {"source_weak"} if source else set()
    weak |= unsure(row, standard)
    if row.kind == "admission":
        weak |= {ADMISSION}
    elif row.kind not in ("position", "incident", "access_denied"):
        weak |= {"kind_weak"}
    return frozenset(weak)


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
    if row.is_one_of and clause.kind == "act" and {o.verdict for o in found} == _ACT_BY_ONE:
        # Not proved to be the duty's act, and so like any other report (semantics, Standings).
        return Outcome(V.NOT_APPLICABLE, S.NOT_APPLICABLE)
    return _one_of(found) if row.is_one_of else _all_of(found)


def _all_of(found: list[Outcome]) -> Outcome:
    """Take the gravest; of equals the standing that comes first."""
    worst = max(o.verdict for o in found)
    same = [o for o in found if o.verdict == worst]
    standing = min(o.standing for o in same)
    name = next((o.exception for o in same if o.exception), None)
    reasons = frozenset(r for o in same for r in o.reasons)
    return Outcome(worst, standing, reasons, name, least(o.margin_m for o in found))


def _one_of(found: list[Outcome]) -> Outcome:
    """Take what every candidate agrees on."""
    verdicts = {o.verdict for o in found}
    if len(verdicts) == 1:
        return _all_of(found)
    if not verdicts & {V.VIOLATION, V.UNDETERMINED}:
        return Outcome(V.NO_BREACH, S.NO_BREACH, margin_m=least(o.margin_m for o in found))
    reasons = frozenset(r for o in found for r in o.reasons) | {"actor_unresolved"}
    return Outcome(V.UNDETERMINED, S.UNDETERMINED, reasons, None, least(o.margin_m for o in found))


def _one(
    world: World, row: Row, asked: tuple[Clause, Variant, Part], actor: Word, way: _Way
) -> Outcome:
    clause, variant, part = asked
    found = match(variant.pattern, part, row, actor, world.resolve)
    tests = dict(found.tests)
    theatre = where(variant.theatre, places_of(part, row))
    if variant.theatre is not None:
        tests["theatre"] = Tested(theatre.truth, theatre.reasons)
    for condition in clause.conditions:
        how = (way.answers, way.view, asker(world), False)
        tests[f"while {condition.index}"] = holds(world, condition, row, found.span, how)
    if clause.kind == "act":
        return _act(world, row, (clause, variant), (found, tests), way)
    region = Tested(found.place.truth, found.place.reasons)
    margin = found.place.margin_m if theatre.truth != UNKNOWN else None
    none = _not_concerned(row, found, tests)
    if none is not None:
        return Outcome(V.NOT_APPLICABLE, none)
    exceptions = [
        (e.name, _exception(world, row, (clause, part, e), actor, (found.span, way)))
        for e in variant.exemptions
    ]
    told = tuple(_unsure(world, found.span, e, (actor, part)) for e in variant.exemptions)
    return _table(Case(tests, region, exceptions, _opened(variant), way.weak, told), margin)


def asker(world: World) -> Ask:
    """Return how conditions ask for a verdict."""

    def ask(row: Row, name: str, answers: Answers, view: View) -> Verdict:
        found = judge_row(world, row, world.clause(name, answers), view)
        # What is lawful at its word breaks nothing, and is not proved to cure anything.
        return V.NO_BREACH if found.standing == S.APPARENT_COMPLIANCE else found.verdict

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
    tests["when"] = during(world.resolve(exemption.pattern.when), row, span)
    if exemption.registered is not None:
        tests["registered"] = registered(
            world, exemption.registered, span, (actor, part), frozenset()
        )
    for condition in exemption.conditions:
        asked = (way.answers, way.view, asker(world), True)
        tests[f"while {condition.index}"] = holds(world, condition, row, span, asked)
    return tests


def _opened(variant: Variant) -> Opened:
    """Say which tests of a clause and of its exceptions hang on who it was, and which on where."""
    patterns = (variant.pattern, *(e.pattern for e in variant.exemptions))
    asks = [p.who is not None and p.who.needs_attribution for p in patterns]
    places = [{"where"} if p.where is not None else set[str]() for p in patterns]
    places[0] |= {"theatre"} if variant.theatre is not None else set()
    return {
        "attribution_weak": tuple(frozenset({"who"} if asked else ()) for asked in asks),
        "place_swapped": tuple(frozenset(names) for names in places),
    }


def _unsure(
    world: World, span: Span, exemption: Exemption, of: tuple[Word, Part]
) -> dict[frozenset[str], Tested]:
    """Return what the register says where who it was, where, or both are not proved."""
    asked = exemption.registered
    if asked is None:
        return {}
    entries = asked.register.entries
    named = {"attribution_weak"} if any(e.actor is not None for e in entries) else set[str]()
    named |= {"place_swapped"} if any(e.place is not None for e in entries) else set()
    every = [frozenset({one}) for one in named] + ([frozenset(named)] if len(named) > 1 else [])
    return {weak: registered(world, asked, span, of, weak) for weak in every}


def _table(case: Case, margin: Margin | None) -> Outcome:
    verdict = case.proved()
    if verdict == V.COMPLIANT:
        covers = zip(case.exceptions, case.excepted(), strict=True)
        names = [name for (name, _), truth in covers if truth == TRUE]
        is_excepted = case.region.truth != FALSE and bool(names)
        standing = S.EXCEPTED if is_excepted else S.COMPLIANT
        return Outcome(verdict, standing, frozenset(), names[0] if is_excepted else None, margin)
    if verdict != V.UNDETERMINED:
        standing = S.VIOLATION if verdict == V.VIOLATION else S.NO_BREACH
        return Outcome(verdict, standing, margin_m=margin)
    return Outcome(verdict, S.UNDETERMINED, case.reasons(), None, margin)


def _act(
    world: World,
    row: Row,
    of: tuple[Clause, Variant],
    how: tuple[Tests, dict[str, Tested]],
    way: _Way,
) -> Outcome:
    """Judge a duty to act: the act in time is compliant, any other report is not concerned."""
    clause, variant = of
    found, tests = how
    tests["where"] = Tested(found.place.truth, found.place.reasons)
    if clause.deadline is not None:
        end = world.edge(clause.deadline)
        in_time = TRUE if row.to_us < end.low_us else FALSE if row.from_us >= end.high_us else 1
        tests["in time"] = Tested(in_time, frozenset({"time_vague"}))
    none = _not_concerned(row, found, tests)
    if none is not None:
        return Outcome(V.NOT_APPLICABLE, none)
    if min(t.truth for t in tests.values()) != TRUE:
        return Outcome(V.NOT_APPLICABLE, S.NOT_APPLICABLE)
    opened = _opened(variant)
    bearing = {w for w in way.weak if w not in opened or opened[w][0]}
    if bearing:
        reasons = frozenset("kind_weak" if w == ADMISSION else w for w in bearing)
        return Outcome(V.UNDETERMINED, S.UNDETERMINED, reasons)
    return Outcome(V.COMPLIANT, S.COMPLIANT)
