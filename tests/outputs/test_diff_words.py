"""What differs is told in plain words, and what nobody knows is told as that."""

from dataclasses import replace
from typing import get_args

import pytest

from checker.findings.causes import Cause, CauseKind, Why
from checker.findings.comparison import Change
from checker.findings.finding import ReadingFinding
from checker.outputs.diff_words import (
    cause_text,
    change_text,
    readings_text,
    standing_text,
    why_text,
)
from checker.values.verdict import ClauseStanding, Standing
from tests.findings.made import finding, reading_finding

ONE = finding()
OPEN = finding(standing=Standing.UNDETERMINED)
READINGS = ((("line", "a"),), (("line", "b"),))


def under(*standings: Standing) -> tuple[ReadingFinding, ...]:
    pairs = zip(READINGS, standings, strict=True)
    return tuple(reading_finding(answers=answers, standing=word) for answers, word in pairs)


@pytest.mark.parametrize("kind", get_args(CauseKind))
def test_every_cause_has_its_words(kind: CauseKind) -> None:
    said = cause_text(Cause(kind, "7", "old", "new"))
    assert said
    assert "{" not in said


@pytest.mark.parametrize(
    ("states", "said"),
    [
        (("absent", "judged"), "report r1 is new"),
        (("judged", "absent"), "report r1 is gone: it was taken out, or its row is not accepted"),
        (("judged", "superseded by r2"), "report r1 is superseded by r2"),
        (("superseded by r2", "judged"), "report r1 is no longer superseded by r2"),
        (("judged", "after_as_of"), "report r1 lies after the date of the answer now"),
        (("after_as_of", "judged"), "report r1 lies no longer after the date of the answer"),
    ],
)
def test_what_became_of_a_report_is_told(states: tuple[str, str], said: str) -> None:
    assert cause_text(Cause("report", "r1", *states)) == said


def test_a_clause_and_a_place_are_new_gone_or_changed() -> None:
    for kind, changed in (("clause", "the terms of clause x changed"), ("place", "drawn anew")):
        assert cause_text(Cause(kind, "x", None, "1")) == f"{kind} x is new"  # type: ignore[arg-type]
        assert cause_text(Cause(kind, "x", "1", None)) == f"{kind} x is gone"  # type: ignore[arg-type]
        assert changed in cause_text(Cause(kind, "x", "1", "2"))  # type: ignore[arg-type]


def test_one_cause_is_told_and_several_are_told_not_to_be_known() -> None:
    content, program = Cause("content", "r1", "1", "2"), Cause("program", None, "0.1", "0.2")
    assert why_text(Why((content,), is_known=True)) == "report r1 says something else"
    said = why_text(Why((content, program)))
    assert said.startswith("not known which of these, or whether several together: report r1")
    assert why_text(Why()) == "not known: nothing that the two results record differs"


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("judged", "was: no breach, or not concerned; now: violation"),
        ("absent", "was: not there; now: violation"),
        ("superseded by r2", "was: superseded by r2; now: violation"),
        (None, "was: not listed; now: violation"),
    ],
)
def test_a_side_without_the_finding_is_told_by_what_its_report_is(
    missing: str | None, said: str
) -> None:
    assert change_text(Change("new", None, ONE, Why(), missing)) == said


def test_a_finding_on_both_sides_is_told_by_both() -> None:
    change = Change("changed", OPEN, ONE, Why())
    assert change_text(change) == "was: undetermined; now: violation"
    assert change_text(Change("changed", ONE, ONE, Why())) == (
        "still violation over all readings, and otherwise under one"
    )


def test_readings_are_told_where_they_differ() -> None:
    old = replace(ONE, readings=under(Standing.VIOLATION, Standing.UNDETERMINED))
    new = replace(ONE, readings=under(Standing.VIOLATION, Standing.COMPLIANT))
    assert readings_text(old, new) == ["line = b: was undetermined, now compliant"]
    assert readings_text(old, old) == []
    assert readings_text(ONE, OPEN) == []


def test_a_clause_over_the_period_has_its_words() -> None:
    assert all(standing_text(one.word) for one in ClauseStanding)
    assert standing_text(None) == "not there"
