"""What an edition tells of the agreement: distances that hold the true ones, names, acts."""

from dataclasses import replace

import pytest

from checker.evaluate.run import JudgedRun
from checker.findings.block import Block
from checker.findings.collect import report_findings
from checker.findings.edited import Edition
from checker.findings.edition.findings import Editing
from checker.findings.edition.ground import PublicGround
from checker.findings.edition.names import PublicNames
from checker.findings.finding import Finding
from tests.handmade import (
    clause,
    core_of_clauses,
    incidents_in,
    judged,
    north,
    pattern,
    reading,
    within,
)

READINGS = [
    reading("c1", pattern(where=within(metres)), answers=(("how", how),))
    for how, metres in (("near", 500.0), ("far", 3000.0))
]
CORE = core_of_clauses(clause("c1", *READINGS))


def found(run: JudgedRun) -> list[Finding]:
    findings = report_findings(run, run.batches[0], incidents_in(run), is_all=True)
    return [one for _, one in findings]


def public(findings: list[Finding], ground: PublicGround) -> list[Finding]:
    editing = Editing(Edition(1_000.0), ground, PublicNames())
    return [*editing.block(Block.of(*findings)).findings()]


def test_a_distance_that_is_told_holds_the_true_one_under_each_reading() -> None:
    rows = ({"id": f"r{n}", "lat": north(n * 400.0), "radius_m": "50"} for n in range(1, 12))
    whole = found(judged(CORE, *rows))
    for one, coarse in zip(whole, public(whole, PublicGround(CORE)), strict=True):
        assert len(one.measured) == len(coarse.measured) == 2
        for true, told in zip(one.measured, coarse.measured, strict=True):
            assert (true.what, true.answers, true.limit_low_m) == (
                *(told.what, told.answers, told.limit_low_m),
            )
            assert true.low_m is not None
            assert true.high_m is not None
            assert told.low_m is not None
            assert told.high_m is not None
            assert told.low_m <= true.low_m
            assert told.high_m >= true.high_m


def test_reports_of_one_cell_are_told_alike_so_that_distances_give_no_position_back() -> None:
    rows = ({"id": f"r{n}", "lat": north(700.0 + n), "radius_m": "50"} for n in range(30))
    coarse = public(found(judged(CORE, *rows)), PublicGround(CORE))
    by_cell: dict[object, set[object]] = {}
    for one in coarse:
        by_cell.setdefault((one.lon, one.lat, one.radius_m), set()).add(one.measured)
    assert {len(told) for told in by_cell.values()} == {1}


def test_without_the_agreement_there_are_no_distances_and_no_acts() -> None:
    whole = found(judged(CORE, {"does": "fire"}))
    (bare,) = public(whole, PublicGround())
    (told,) = public(whole, PublicGround(CORE))
    assert (bare.measured, bare.does) == ((), ())
    assert (len(told.measured) > 0, told.does) == (True, ("fire",))


def test_a_radius_that_is_not_known_leaves_the_distance_open() -> None:
    (told,) = public(found(judged(CORE, {"radius_m": ""})), PublicGround(CORE))
    assert {one.high_m for one in told.measured} == {None}
    assert None not in {one.best_m for one in told.measured}


@pytest.mark.parametrize(("written", "word"), [("FIRE ", "fire"), ("at Smith's", None)])
def test_an_act_is_told_by_the_word_that_the_agreement_declares(
    written: str, word: str | None
) -> None:
    assert PublicGround(CORE).act(written) == word


def test_an_actor_is_told_by_the_name_that_the_agreement_gives() -> None:
    named = replace(CORE, actor_titles=("Red Army", *CORE.actor_titles[1:]))
    assert [PublicGround(named).title("red"), PublicGround().title("red")] == ["Red Army", "red"]


def test_a_distance_from_another_place_than_the_reports_own_is_not_told() -> None:
    """An act is measured from where it starts and lands: its disc says nothing of that."""
    (whole,) = found(judged(CORE, {"lat": north(700.0), "radius_m": "50"}))
    far = tuple(replace(one, low_m=90_000.0, high_m=90_100.0) for one in whole.measured)
    unknown = tuple(replace(one, low_m=None, best_m=None, high_m=None) for one in whole.measured)
    for measured in (far, unknown):
        (told,) = public([replace(whole, measured=measured)], PublicGround(CORE))
        assert told.measured == ()
