"""Whether every breach after a date is answered by proof that they left."""

import pytest

from checker.findings.departures import has_left
from checker.language.core.agreement import Standard
from tests.handmade import clause, core_of_clauses, judged, north

THERE = {"seen_from": "2018-06-03T12:00:00Z", "unit": "1st"}
LATER = {"seen_from": "2018-06-04T12:00:00Z", "unit": "1st"}
ZERO = {"count_low": "0", "count_high": "0", "unit": ""}
OUTSIDE = {"lat": north(5000.0)}


def left(*rows: dict[str, str], standard: Standard | None = None) -> bool:
    core = core_of_clauses(clause("c1"), standard=standard or Standard())
    return has_left(judged(core, *rows), (0, 0))


@pytest.mark.parametrize(
    "proof", [LATER | OUTSIDE, LATER | ZERO], ids=["the unit elsewhere", "nobody there"]
)
def test_a_later_report_of_the_unit_elsewhere_or_of_nobody_there_is_proof(
    proof: dict[str, str],
) -> None:
    assert left(THERE, proof)


@pytest.mark.parametrize(
    "no_proof",
    [
        LATER | OUTSIDE | {"unit": "2nd"},
        LATER | OUTSIDE | {"unit": ""},
        LATER | OUTSIDE | {"kind": "withdrawal_claim"},
        THERE | OUTSIDE,
        LATER | ZERO | OUTSIDE,
        LATER | ZERO | {"actor": "green"},
        LATER | ZERO | {"kind": "admission"},
    ],
)
def test_anything_else_is_no_proof(no_proof: dict[str, str]) -> None:
    assert not left(THERE, no_proof)


def test_a_breach_without_a_unit_is_answered_by_a_count_of_zero_alone() -> None:
    unnamed = THERE | {"unit": ""}
    assert not left(unnamed, LATER | OUTSIDE | {"unit": ""})
    assert left(unnamed, LATER | ZERO)


def test_every_breach_needs_its_own_proof() -> None:
    other = THERE | {"unit": "2nd"}
    assert not left(THERE, other, LATER | OUTSIDE)
    assert left(THERE, other, LATER | OUTSIDE, LATER | OUTSIDE | {"unit": "2nd"})


def test_a_count_from_a_weak_source_is_no_proof() -> None:
    bar = Standard(reliability="C")
    good, weak = {"reliability": "A"}, {"reliability": "D"}
    assert left(THERE | good, LATER | ZERO | good, standard=bar)
    assert not left(THERE | good, LATER | ZERO | weak, standard=bar)
