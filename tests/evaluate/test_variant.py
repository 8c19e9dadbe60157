"""One variant of a clause: what lies outside of its region is weighed once for all regions."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from checker.evaluate import variant as module
from checker.evaluate.candidates import Weighed
from checker.evaluate.columns import Columns
from checker.evaluate.parts import Part, parts_of, place_of
from checker.evaluate.run import JudgedRun
from checker.evaluate.variant import weigh_variant
from checker.language.core.agreement import Standard
from checker.language.core.exemption import Exemption
from checker.operators import Frame, Tested, place
from checker.operators.place import Where
from checker.plan.plan import PlannedReading, PlannedVariant
from checker.values.truth import Truth
from tests.handmade import (
    clause,
    condition,
    core_of_clauses,
    group,
    judged,
    north,
    pattern,
    reading,
    within,
    words,
)

BAR = Standard(attribution="confirmed", reliability="C", credibility=3)
FAR, NEAR, AT_LIMIT = ({"lat": north(metres)} for metres in (9_000.0, 100.0, 1_000.0))
TURNED = {"lon": "32.5", "lat": "36.0"}
WEAK = {"reliability": "D", "credibility": "1"}
ROWS = [
    {**place, **who, **proof}
    for place in (FAR, NEAR, AT_LIMIT, TURNED, {"lon": "", "lat": ""})
    for who in ({}, {"actor": "Umber"}, {"actor": "", "actor_one_of": "red;green"}, {"actor": ""})
    for proof in ({}, {"attribution": "confirmed"}, {"kind": "denial"}, WEAK)
]
LAPSED = condition(some=pattern(who=group("blue")))


def clauses(*metres: float) -> JudgedRun:
    """Return reports judged by clauses of these limits, and by others with and without a place."""
    limits = [pattern(who=group("red"), where=within(limit, limit)) for limit in metres]
    excused = Exemption("guns", pattern(things=words("guns", of=("weapons", "tanks", "guns"))))
    readings = [
        *(reading(f"c{number}", limit, [excused]) for number, limit in enumerate(limits)),
        reading("in force", limits[0], conditions=(LAPSED,)),
        reading("anywhere", pattern(who=group("red"))),
    ]
    core = core_of_clauses(*(clause(one.id, one) for one in readings), standard=BAR)
    return judged(core, *ROWS)


def asked(run: JudgedRun) -> Iterator[tuple[Columns, PlannedReading, PlannedVariant]]:
    columns = run.batches[0].columns
    for planned in run.plan.clauses:
        for read in planned.readings:
            for one in read.variants:
                yield columns, read, one


def whole(columns: Columns, read: PlannedReading, one: PlannedVariant) -> Weighed:
    """Weigh every candidate by its own place, and share nothing."""
    case = module._case(columns, read, one)
    return case.weighed(parts_of(columns, read, one).where)


def test_what_is_shared_by_regions_is_what_each_answers_by_itself() -> None:
    run = clauses(1_000.0, 5_000.0, 20_000.0)
    for columns, read, one in asked(run):
        found, true = weigh_variant(columns, read, one), whole(columns, read, one)
        for name in Weighed.__slots__:
            assert getattr(found, name).tolist() == getattr(true, name).tolist(), name


def test_only_those_elsewhere_are_weighed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed: list[int] = []
    weigh = module._Case.weighed

    def counted(case: module._Case, place: Part | None) -> Weighed:
        weighed.append(len(case.is_quiet))
        return weigh(case, place)

    run = clauses(1_000.0, 5_000.0, 20_000.0)
    columns = Columns(run.plan, run.batches[0].columns.batch, run.facts, run.field_of)
    monkeypatch.setattr(module._Case, "weighed", counted)
    few = []
    for _, read, one in [*asked(run)][:3]:
        weigh_variant(columns, read, one)
        parts = parts_of(columns, read, one, is_whole=False)
        place = place_of(columns, one.pattern, parts.asked)
        assert place is not None
        few.append(int((place.truth != Truth.FALSE).sum()))
    every = len(columns.frame.row_of)
    assert weighed == [every, *few]
    assert few[0] < few[2] < every


def test_geography_sees_only_reports_that_a_clause_may_apply_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[int] = []
    measure = place.placed

    def noted(arguments: Where, frame: Frame, rows: NDArray[np.intp]) -> Tested:
        seen.extend(rows.tolist())
        return measure(arguments, frame, rows)

    monkeypatch.setattr("checker.evaluate.columns.placed", noted)
    rows = [{}, {"actor": "green"}, {"kind": "denial"}, {"actor": "Umber"}, {"actor": ""}]
    judged(core_of_clauses(clause("c1")), *rows)
    assert sorted({*seen}) == [0, 2, 3, 4]  # green is never red
    seen.clear()
    unproved = {"actor": "green", "attribution": "claimed"}  # but it may have been red
    named = pattern(who=group("red", needs_attribution=True))
    core = core_of_clauses(clause("c1", reading("c1", named)), standard=BAR)
    judged(core, *(row | {"attribution": "confirmed"} for row in rows), unproved)
    assert sorted({*seen}) == [0, 2, 3, 4, 5]


def test_answers_that_nothing_changes_are_shared_and_the_others_are_copies() -> None:
    run = clauses(1_000.0)
    columns, read, one = next(asked(run))
    true = whole(columns, read, one)
    at = np.array([0, 3])
    own = Weighed(*(getattr(true, name)[at] for name in Weighed.__slots__))
    same = true.amended(at, own)
    assert all(getattr(same, name) is getattr(true, name) for name in Weighed.__slots__)
    before = true.verdict.tolist()
    changed = true.amended(at, replace(own, verdict=own.verdict + np.int8(1)))
    assert changed.verdict[at].tolist() == [value + 1 for value in np.array(before)[at].tolist()]
    assert true.verdict.tolist() == before
    assert changed.standing is true.standing
