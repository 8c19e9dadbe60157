"""What would flip an answer: metres, hours, a fact, a reading of the text."""

from typing import Any

import pytest

from checker.findings.explanation import explanation_of
from checker.language.core.exemption import Exemption
from checker.language.core.pattern import Bound, Pattern
from checker.outputs.explain.flips import flips_between, flips_of
from checker.outputs.explain.grow import grown
from checker.outputs.explain.tree import Flip
from checker.values.verdict import Standing
from tests.findings.made import finding, reading_finding
from tests.handmade import (
    clause,
    core_of_clauses,
    group,
    judged,
    north,
    pattern,
    reading,
    within,
    words,
)

AT = {"lat": north(500.0), "radius_m": "100"}


def flips(row: dict[str, str], *exemptions: Exemption, **given: Any) -> list[Flip]:
    asked = clause("c1", reading("c1", pattern(**given), exemptions))
    told = grown(explanation_of(judged(core_of_clauses(asked), row), "c1", "r1"))
    return list(told.answers[0].branches[0].flips)


def by_kind(found: list[Flip], kind: str) -> list[tuple[str, float | None]]:
    return [(one.said, one.amount) for one in found if one.kind == kind]


def test_a_breach_flips_by_metres_and_by_radius() -> None:
    found = flips(AT)
    (off, over) = by_kind(found, "metres")
    assert off[1] == pytest.approx(400.0, abs=0.01)
    assert over[1] == pytest.approx(600.0, abs=0.01)
    assert by_kind(found, "radius")[0][1] == pytest.approx(500.0, abs=0.01)


@pytest.mark.parametrize("north_m", [500.0, 3000.0])
def test_a_report_that_is_off_by_more_than_that_is_open_and_by_less_is_not(north_m: float) -> None:
    def standing(lat_m: float, radius_m: float) -> Standing | None:
        row = {"lat": north(lat_m), "radius_m": f"{radius_m:.3f}"}
        run = judged(core_of_clauses(clause("c1")), row)
        return grown(explanation_of(run, "c1", "r1")).answers[0].branches[0].standing

    answer = standing(north_m, 100.0)
    found = flips({"lat": north(north_m), "radius_m": "100"})
    way = 1.0 if answer == Standing.VIOLATION else -1.0
    (off, over), (wide,) = by_kind(found, "metres"), by_kind(found, "radius")
    assert off[1] is not None
    assert over[1] is not None
    assert wide[1] is not None
    assert standing(north_m + way * (off[1] - 1.0), 100.0) == answer
    assert standing(north_m + way * (off[1] + 1.0), 100.0) == Standing.UNDETERMINED
    assert standing(north_m, wide[1] - 1.0) == answer
    assert standing(north_m, wide[1] + 1.0) == Standing.UNDETERMINED
    beyond = standing(north_m + way * (over[1] + 1.0), 100.0)
    assert {answer, beyond} == {Standing.VIOLATION, Standing.COMPLIANT}


def test_an_open_place_flips_by_the_radius_that_would_decide() -> None:
    assert by_kind(flips({**AT, "radius_m": "700"}), "radius")[0][1] == pytest.approx(500.0, abs=1)


def test_a_clause_that_does_not_concern_the_report_names_the_fact() -> None:
    assert by_kind(flips({**AT, "actor": "green"}), "fact") == [
        ("the actor is: red or red-unit", None)
    ]


def test_of_several_facts_all_are_needed() -> None:
    found = flips(
        {**AT, "actor": "green", "does": "shell", "kind": "incident"},
        does=pattern().does,
        who=group("blue"),
    )
    assert found[0].said == "the actor is: blue"
    two = flips({**AT, "actor": "green", "thing": "guns"}, things=words("tanks"))
    assert [one.said.rpartition(", ")[2] for one in two] == ["and 1 more of these hold too"] * 2


def test_an_exception_that_falls_short_says_what_it_lacks() -> None:
    few = Exemption("patrol", Pattern(who=group("red")), bound=Bound(at_most=(5.0, 5.0)))
    found = by_kind(flips({**AT, "count_low": "60", "count_high": "60"}, few), "fact")
    assert found[-1][0] == (
        "the exception patrol covers it, for which it lacks number or register (at most 5 units)"
    )


def test_the_answers_to_the_questions_flip_where_they_make_a_difference() -> None:
    near = reading_finding(answers=(("how", "near"),), standing=Standing.COMPLIANT)
    far = reading_finding(answers=(("how", "far"),))
    assert [one.said for one in flips_between(finding(readings=(near, far)))] == [
        *("how = near: compliant", "how = far: violation")
    ]
    assert list(flips_between(finding())) == []


def test_of_an_act_no_radius_is_promised_for_it_may_have_been_elsewhere() -> None:
    act = {**AT, "kind": "incident", "role": "acting", "does": "fire"}
    found = flips(act, does=words("fire"))
    assert [one.kind for one in found if one.kind in {"metres", "radius"}] == ["metres", "metres"]
    stored = reading_finding(margin_m=-5.0)
    acts = (("presence",), ("fire",))
    kinds = [[f.kind for f in flips_of(finding(radius_m=9.0, does=d), stored, ())] for d in acts]
    assert kinds == [["metres", "radius"], ["metres"]]


def test_within_a_named_area_no_radius_is_promised() -> None:
    assert by_kind(flips({"lat": "", "lon": "", "radius_m": ""}, where=within(1.0)), "radius") == []
