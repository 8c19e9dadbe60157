"""Clauses resolved: one under each set of answers, for each side that it binds."""

from pathlib import Path

import pytest

from checker.geography.region import Named
from tests.language.whole import clause_of, core, faults

DAY_US = 86_400_000_000
JUNE_US = 1_590_958_800_000_000
"""2020-06-01 in Damascus, which is 3 hours ahead of UTC in summer."""

SIDES = "sides: {north: {forces: red, own_ground: gate}, south: {forces: blue, own_ground: gate}}\n"


def test_a_clause_is_read_once_under_each_answer_on_which_it_hangs(tmp_path: Path) -> None:
    terms = (
        "questions: {how-far: [short, long], who-is: [a, b]}\n"
        "clauses:\n"
        "  c: {says: S., source: text, binds: red, prohibits: presence,"
        " where: {within: {how-far: {short: 1 km, long: 2 km}}, of: camp}}\n"
        "  d: {says: S., source: text, binds: {who-is: {a: red, b: blue}}, prohibits: fire}\n"
    )
    found = {
        clause.id: [r.answers for r in clause.readings] for clause in core(tmp_path, terms).clauses
    }
    assert found == {
        "c": [(("how-far", "short"),), (("how-far", "long"),)],
        "d": [(("who-is", "a"),), (("who-is", "b"),)],
    }


def test_a_clause_has_its_own_force_or_the_agreements(tmp_path: Path) -> None:
    (own,) = clause_of(
        tmp_path, "binds: red, prohibits: fire, in_force: {from: 2020-06-01}"
    ).variants
    assert [period.start.low_us for period in own.pattern.when] == [JUNE_US]
    (deal,) = clause_of(tmp_path, "binds: red, prohibits: fire").variants
    assert len(deal.pattern.when) == 1
    assert deal.pattern.when[0].start.low_us < JUNE_US


def test_a_duty_to_leave_binds_from_the_end_of_its_date_on(tmp_path: Path) -> None:
    found = clause_of(tmp_path, "binds: red, obliges: leave, where: gate, by: 2020-06-01")
    assert found.deadline is not None
    assert (found.kind, found.deadline.low_us) == ("leave", JUNE_US + DAY_US)
    assert found.variants[0].pattern.when[-1].start == found.deadline


def test_a_duty_to_act_is_bounded_from_below(tmp_path: Path) -> None:
    found = clause_of(tmp_path, "binds: red, obliges: [patrol], by: 2020-06-01, at_least: 3")
    assert (found.kind, found.bound.at_least, found.bound.at_most) == ("act", (3, 3), None)


def test_each_side_is_bound_on_its_own_ground(tmp_path: Path) -> None:
    found = clause_of(tmp_path, "binds: each_side, prohibits: presence, where: own_ground", SIDES)
    sides = {
        variant.side: (
            variant.pattern.who.said if variant.pattern.who else "",
            variant.pattern.where.name if isinstance(variant.pattern.where, Named) else "",
        )
        for variant in found.variants
    }
    assert sides == {"north": ("red", "gate"), "south": ("blue", "gate")}


def test_a_permission_lifts_a_clause_as_an_exemption_with_its_condition(tmp_path: Path) -> None:
    permission = (
        "  p: {says: S., source: text, permits: fire, to: unit, lifts: [c], where: gate,"
        " so_long_as: {none: {who: blue, does: fire}, lapse: ends}}\n"
    )
    (variant,) = clause_of(tmp_path, "binds: red, prohibits: fire", permission).variants
    (exemption,) = variant.exemptions
    assert exemption.pattern.who is not None
    assert (exemption.name, exemption.pattern.who.said) == ("p", "unit")
    assert [(c.owner, c.lapse) for c in exemption.conditions] == [("p", "ends")]


def test_where_it_is_deferred_what_a_permission_lifts_nobody_knows_if_it_lifts_this(
    tmp_path: Path,
) -> None:
    permission = (
        "  p: {says: S., source: text, permits: fire, to: unit,"
        " lifts: {deferred: the annex was not published}}\n"
    )
    (variant,) = clause_of(tmp_path, "binds: red, prohibits: fire", permission).variants
    (condition,) = variant.exemptions[0].conditions
    assert condition.event is not None
    assert condition.event.openness == "unknown"
    assert condition.why_open == "while nobody says what it lifts"


@pytest.mark.parametrize(
    ("terms", "problem"),
    [
        ("c: {says: S., source: text, binds: each_side, prohibits: fire}", ("L806", "18:38")),
        ("c: {says: S., source: text, binds: red, prohibits: fire, at_most: 5}", ("L900", "18:69")),
        (
            "c: {says: S., source: text, permits: fire, to: red, lifts: [nothing]}",
            ("L807", "18:63"),
        ),
    ],
)
def test_what_no_clause_can_say_is_refused_where_it_stands(
    terms: str, problem: tuple[str, str], tmp_path: Path
) -> None:
    rest = "  other: {says: S., source: text, binds: blue, prohibits: fire}\n"
    assert problem in [found[:2] for found in faults(tmp_path, f"clauses:\n  {terms}\n{rest}")]


def test_the_plain_form_of_the_core_is_a_clause_like_the_word_for_it(tmp_path: Path) -> None:
    one = clause_of(tmp_path, "binds: red, does: fire, at_most: 0")
    other = clause_of(tmp_path, "binds: red, prohibits: fire")
    assert (one.kind, one.bound, one.variants) == (other.kind, other.bound, other.variants)
