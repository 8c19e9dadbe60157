"""What is said of one answer, whatever the page."""

from checker.findings.acceptance import Acceptance
from checker.findings.others import OtherReading, OtherWhy
from checker.language.core.clause import Assumed
from checker.outputs.explain.told import (
    answer_pairs,
    branch_pairs,
    branch_title,
    other_entries,
    other_title,
)
from checker.outputs.explain.tree import Branch, Flip, Number
from checker.values.verdict import ClauseStanding, Standing, Verdict
from tests.findings.made import finding


def branch(standing: Standing | None = Standing.VIOLATION, decides: str | None = None) -> Branch:
    numbers = (
        Number("margin", "m", None, -5.0, None),
        Number("time to the date", "h", None, 2.0, None),
        Number("likelihood", "1", None, 0.5, None),
    )
    flips = (Flip("fact", "a better source"), Flip("metres", "it is off", 5.0))
    return Branch(
        (("how", "near"),), standing, Verdict.VIOLATION, ("time_vague",), "police", "it lapsed",
        "past it", numbers, decides, (), flips,
    )  # fmt: skip


def test_an_answer_says_what_it_rests_on_and_who_lives_with_it() -> None:
    one = finding(
        accepted=Acceptance("known", "Ann", "2030-01-01"),
        assumed=(Assumed("places.zone", "10 km", "no depth"),),
        decides="a count",
        reasons=("time_vague",),
    )
    labels = [label for label, _ in answer_pairs(one)]
    assert labels == [
        *("Verdict", "Standing", "Readings", "Accepted", "Open because", "What helps", "Rests on")
    ]


def test_a_reading_says_what_it_comes_to_and_what_would_flip_it() -> None:
    assert branch_title(branch()) == "where how = near: violation"
    assert branch_title(branch(None)) == "where how = near:"
    pairs = list(branch_pairs(branch(decides="a better source")))
    assert pairs[:5] == [
        ("Excepted by", "police"),
        ("Lapsed", "it lapsed"),
        ("Margin", "-5.00 m: past it"),
        ("Margin", "2.000 h to the date"),
        ("Likelihood", "0.500 that it lies in the region, as drawn"),
    ]
    assert pairs[-2:] == [("What helps", "a better source"), ("Flips if", "it is off")]


def test_another_clause_is_told_by_its_standing_or_by_why_it_has_none() -> None:
    one = OtherReading((("how", "near"),), Standing.EXCEPTED, (), "police", (), 7.0)
    two = OtherReading((("how", "far"),), Standing.UNDETERMINED, (), None, ("time_vague",), None)
    other = OtherWhy("c2", "Two.", Standing.NO_BREACH, "ab", (one, two))
    assert other_title(other) == "c2: no breach"
    assert other_entries(other) == [
        ("where how = near: excepted", [("Excepted by", "police"), ("Margin", "7.00 m")]),
        ("where how = far: undetermined", [("Open because", "the time is too vague")]),
    ]
    assert other_title(OtherWhy("p1", "It may.", None, None, (), "it permits")) == "p1: it permits"
    assert other_title(OtherWhy("d1", "Leave.", ClauseStanding.LATE, None, ())) == "d1: late"
