"""Lengths and counts of the text: exact, vague, assumed, deferred, or the greater of several."""

import math
from pathlib import Path

import pytest

from checker.geography.region import Length
from checker.language.core.clause import Assumed
from checker.language.lengths import count_of, length_of
from checker.language.reading import Unanswered
from tests.language.written import document, reading, value

UNITS = "write the unit, one of mm, m, km, mi, nmi"
Problem = tuple[str, str, str]


def length(folder: Path, typed: str, **answers: str) -> tuple[Length, list[Problem]]:
    """Return a length that stands in line 9 from column 10 on, and what is wrong with it."""
    read = document(folder, f"questions: {{far: [yes, no]}}\ntheatre: {typed}\n")
    found = length_of(reading(read, **answers), value(read, "theatre"), "theatre")
    return found, [
        (p.code, str(p.span).partition(":")[2], p.hint)
        for p in read.problems.sorted()
        if p.code.startswith(("L5", "L9", "L101"))
    ]


@pytest.mark.parametrize(
    ("typed", "low_m", "high_m"),
    [
        ("15 km", 15_000.0, 15_000.0),
        ("15 mi", 24_140.16, 24_140.16),
        ("1 nmi", 1_852.0, 1_852.0),
        ("0 m", 0.0, 0.0),
        ("15..20 km", 15_000.0, 20_000.0),
        ("2 km +- 200 m", 1_800.0, 2_200.0),
    ],
)
def test_a_length_is_exact_or_lies_between_two_ends(
    typed: str, low_m: float, high_m: float, tmp_path: Path
) -> None:
    found, problems = length(tmp_path, typed)
    assert found.low_m == pytest.approx(low_m)
    assert found.high_m == pytest.approx(high_m)
    assert (found.said, found.is_deferred, problems) == (typed, False, [])


def test_a_deferred_length_runs_from_nothing_to_infinity(tmp_path: Path) -> None:
    found, problems = length(tmp_path, "{deferred: no depth was published}")
    assert found == Length(0.0, math.inf, "deferred: no depth was published", is_deferred=True)
    assert problems == []


def test_an_assumed_length_counts_and_is_noted(tmp_path: Path) -> None:
    read = document(tmp_path, "theatre: {assumed: 10 km, why: a guess}\n")
    at = reading(read)
    assert length_of(at, value(read, "theatre"), "c.within") == Length(10_000.0, 10_000.0, "10 km")
    assert list(at.assumed) == [Assumed("c.within", "10 km", "a guess")]


def test_a_length_may_hang_on_a_question(tmp_path: Path) -> None:
    typed = "{far: {yes: 5 km, no: {deferred: open}}}"
    assert length(tmp_path, typed, far="yes")[0].high_m == 5_000.0
    assert length(tmp_path, typed, far="no")[0].is_deferred
    with pytest.raises(Unanswered):
        length(tmp_path, typed)


@pytest.mark.parametrize(
    ("typed", "low_m", "high_m"),
    [
        ("[10 km, 5 km]", 10_000.0, 10_000.0),
        ("[5 km, 10 km, 7 km]", 10_000.0, 10_000.0),
        # The ends are each the greatest of theirs, whichever part they come from.
        ("[5..20 km, 10..15 km]", 10_000.0, 20_000.0),
        ("5 km", 5_000.0, 5_000.0),
        ("[{greater_of: [1 km, 3 km]}, 2 km]", 3_000.0, 3_000.0),
    ],
)
def test_the_greater_of_several_has_the_greatest_of_each_end(
    typed: str, low_m: float, high_m: float, tmp_path: Path
) -> None:
    found, problems = length(tmp_path, f"{{greater_of: {typed}}}")
    assert found == Length(low_m, high_m, f"{{greater_of: {typed}}}")
    assert problems == []


def test_the_greater_of_a_length_and_one_that_is_deferred_is_at_least_the_length(
    tmp_path: Path,
) -> None:
    found, problems = length(tmp_path, "{greater_of: [10 km, {deferred: range unknown}]}")
    assert (found.low_m, found.high_m, found.is_deferred) == (10_000.0, math.inf, True)
    assert problems == []


def test_half_of_a_length_halves_both_ends(tmp_path: Path) -> None:
    assert length(tmp_path, "{half_of: 15..20 km}")[0] == Length(
        7_500.0, 10_000.0, "half of 15..20 km"
    )
    assert length(tmp_path, "{half_of: {deferred: open}}")[0].is_deferred


MISSING = "write one, such as '15 km'"


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("~", ("L502", "9:10", MISSING)),
        ("{}", ("L502", "9:10", MISSING)),
        ("{greater_of: []}", ("L502", "9:10", MISSING)),
        ("15", ("L501", "9:10", UNITS)),
        ("own range", ("L900", "9:10", "write the range as a length, such as 27 km")),
        ("{greater_of: [5 km, 15]}", ("L501", "9:30", UNITS)),
        ("{greatest_of: [5 km]}", ("L101", "9:11", "did you mean 'greater_of'?")),
        (
            "{greater_of: [5 km], than: 3 km}",
            ("L101", "9:31", "write 15 km, or {greater_of: [10 km, 5 mi]}, or the like"),
        ),
    ],
)
def test_what_is_no_length_is_a_problem_and_stands_as_open(
    typed: str, problem: Problem, tmp_path: Path
) -> None:
    found, problems = length(tmp_path, typed)
    assert problems == [problem]
    assert found.high_m == math.inf or "5 km" in found.said


def count(folder: Path, typed: str) -> tuple[tuple[float, float], list[Problem]]:
    read = document(folder, f"theatre: {typed}\n")
    found = count_of(reading(read), value(read, "theatre"), "c.at_most")
    return found, [
        (p.code, str(p.span).partition(":")[2], p.hint)
        for p in read.problems.sorted()
        if p.code.startswith(("L5", "L101"))
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("0", (0.0, 0.0)),
        ("50", (50.0, 50.0)),
        ("40..50", (40.0, 50.0)),
        ("{assumed: 3, why: a guess}", (3.0, 3.0)),
        ("{deferred: usual for towns of that size}", (0.0, math.inf)),
    ],
)
def test_a_count_has_two_ends(typed: str, found: tuple[float, float], tmp_path: Path) -> None:
    assert count(tmp_path, typed) == (found, [])


@pytest.mark.parametrize("typed", ["fifty", "50 km", "~", "[50]", "{greater_of: [1, 2]}", "-1"])
def test_what_is_no_count_is_a_problem_and_stands_as_open(typed: str, tmp_path: Path) -> None:
    assert count(tmp_path, typed) == (
        (0.0, math.inf),
        [("L503", "8:10", "write a whole number")],
    )
