"""Conditions: what must not be, must be, must be kept, or must have come."""

from pathlib import Path

import pytest

from checker.language import lint_agreement
from checker.language.core.exemption import Condition
from tests.language.whole import TERMS, clause_of, faults
from tests.language.written import LISTS, write

CLAUSE = "binds: red, prohibits: fire"
OTHER = "  other: {says: Said., source: text, binds: blue, prohibits: fire}\n"


def condition(folder: Path, written: str) -> Condition:
    terms = f"{CLAUSE}, while: {written}"
    (found,) = clause_of(folder, terms, OTHER).conditions
    return found


def refused(folder: Path, written: str, rest: str = OTHER) -> list[tuple[str, str]]:
    """Return the problems of a condition that starts in line 18, column 70."""
    keys = f"  c: {{says: Said., source: text, {CLAUSE}, while: {written}}}\n"
    return [(code, place) for code, place, _ in faults(folder, f"clauses:\n{keys}{rest}")]


def test_what_must_not_be_is_a_pattern_that_lapses_as_it_says(tmp_path: Path) -> None:
    found = condition(tmp_path, "{none: {who: blue, does: fire}, lapse: ends, unproved: holds}")
    assert (found.owner, found.index, found.lapse, found.unproved) == ("c", 0, "ends", "holds")
    assert found.none is not None
    assert found.none.who is not None
    assert (found.none.who.said, found.some, found.kept, found.event) == ("blue", None, None, None)


def test_what_is_not_said_is_suspended_open_and_for_the_day(tmp_path: Path) -> None:
    found = condition(tmp_path, "{some: {who: blue}}")
    assert (found.lapse, found.unproved, found.lasts) == ("suspends", "open", None)


def test_a_clause_is_kept_by_name(tmp_path: Path) -> None:
    found = condition(tmp_path, "{kept: other, lapse: suspends, lasts: 2 d}")
    assert (found.kept, found.lasts.days if found.lasts else 0) == ("other", 2)


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("other", ("L820", "18:70")),
        ("{lapse: ends}", ("L821", "18:71")),
        ("{none: {who: blue}, kept: other, lapse: ends}", ("L821", "18:90")),
        ("{none: blue, lapse: ends}", ("L822", "18:77")),
        ("{none: {}, lapse: ends}", ("L822", "18:77")),
        ("{kept: nobody, lapse: ends}", ("L823", "18:77")),
        ("{kept: c, lapse: ends}", ("L824", "18:77")),
        ("{none: {who: blue}}", ("L825", "18:71")),
        ("{none: {who: blue}, lapse: stops}", ("L826", "18:97")),
        ("{none: {who: blue}, lapse: ends, unproved: maybe}", ("L827", "18:113")),
        ("{none: {who: blue}, lapse: {deferred: not said}}", ("L828", "18:97")),
        ("{none: {who: blue}, lapse: ends, until: now}", ("L101", "18:103")),
    ],
)
def test_what_is_no_condition_is_refused_where_it_stands(
    written: str, problem: tuple[str, str], tmp_path: Path
) -> None:
    assert problem in refused(tmp_path, written)


def test_a_permission_cannot_be_kept_for_nobody_can_break_it(tmp_path: Path) -> None:
    rest = "  other: {says: Said., source: text, permits: fire, to: blue, lifts: [c]}\n"
    assert ("L824", "18:77") in refused(tmp_path, "{kept: other, lapse: ends}", rest)


@pytest.mark.parametrize(
    ("word", "severity"), [("parallel_to", "error"), ("in_return_for", "warning")]
)
@pytest.mark.parametrize("subject", ["event: 2020-05-01", "none: {who: blue}, lapse: ends"])
def test_a_word_for_two_clauses_names_the_other_one(
    word: str, severity: str, subject: str, tmp_path: Path
) -> None:
    clause = f"  c: {{says: Said., source: text, {CLAUSE}, {word}: {{{subject}}}}}\n"
    path = write(tmp_path, f"{TERMS}clauses:\n{clause}")
    found = [problem for problem in lint_agreement(path, lists=LISTS) if problem.code == "L829"]
    assert [(problem.severity, problem.span and problem.span.line) for problem in found] == [
        (severity, 18)
    ]
    assert all("so_long_as:" in problem.hint for problem in found)
