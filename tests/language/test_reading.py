"""One reading: answers given, questions met, values that are assumed or deferred."""

from pathlib import Path

import pytest

from checker.language.core.clause import Assumed
from checker.language.document import text_of
from checker.language.reading import LACKING, Deferred, Reading, Unanswered, written
from checker.language.text import Node, Scalar
from tests.language.written import document, reading, value

QUESTIONS = "questions: {far: [yes, no], old: [line-a, line-b]}\n"


def settled(
    folder: Path, typed: str, **answers: str
) -> tuple[Node | Deferred, Reading, list[tuple[str, str, str]]]:
    """Return what a value comes to, the reading, and its problems with their column and hint."""
    read = document(folder, f"{QUESTIONS}theatre: {typed}\n")
    at = reading(read, **answers)
    found = at.settle(value(read, "theatre"), "theatre")
    problems = [p for p in read.problems.sorted() if p.code.startswith(("L2", "L101"))]
    assert all(p.span is not None and p.span.line == 9 for p in problems)
    return found, at, [(p.code, str(p.span).rpartition(":")[2], p.hint) for p in problems]


def plain(found: Node | Deferred) -> str:
    assert not isinstance(found, Deferred)
    return written(found)


@pytest.mark.parametrize("typed", ["zone", "[zone, camp]", "{within: 5 km, of: zone}"])
def test_a_plain_value_stays_what_it_is(typed: str, tmp_path: Path) -> None:
    found, at, problems = settled(tmp_path, typed)
    assert plain(found) == typed
    assert (dict(at.assumed), problems) == ({}, [])


def test_a_question_gives_the_value_of_its_answer(tmp_path: Path) -> None:
    typed = "{far: {yes: zone, no: camp}}"
    assert plain(settled(tmp_path, typed, far="yes")[0]) == "zone"
    assert plain(settled(tmp_path, typed, far="no")[0]) == "camp"


def test_a_question_without_an_answer_stops_the_reading(tmp_path: Path) -> None:
    with pytest.raises(Unanswered) as raised:
        settled(tmp_path, "{far: {yes: zone, no: camp}}", old="line-a")
    assert raised.value.question == "far"


def test_questions_assumptions_and_gaps_may_stand_in_each_other(tmp_path: Path) -> None:
    typed = "{far: {yes: {assumed: {old: {line-a: zone, line-b: camp}}, why: a guess}, no: camp}}"
    found, at, _ = settled(tmp_path, typed, far="yes", old="line-b")
    assert plain(found) == "camp"
    assert [noted.why for noted in at.assumed] == ["a guess"]
    # The answer that does not reach an assumption does not rest on it.
    assert settled(tmp_path, typed, far="no")[1].assumed == {}


def test_a_question_that_no_answer_reaches_is_not_asked(tmp_path: Path) -> None:
    typed = "{far: {yes: {old: {line-a: zone, line-b: camp}}, no: camp}}"
    assert plain(settled(tmp_path, typed, far="no")[0]) == "camp"


def test_an_assumed_value_is_noted_with_its_reason_and_where_it_stands(tmp_path: Path) -> None:
    found, at, problems = settled(tmp_path, "{assumed: {within: 5 km, of: zone}, why: a guess}")
    assert plain(found) == "{within: 5 km, of: zone}"
    assert list(at.assumed) == [Assumed("theatre", "{within: 5 km, of: zone}", "a guess")]
    assert problems == []


def test_a_deferred_value_keeps_its_reason(tmp_path: Path) -> None:
    found, at, problems = settled(tmp_path, "{deferred: never published}")
    assert found == Deferred("never published")
    assert (dict(at.assumed), problems) == ({}, [])


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("{deferred: ~}", ("L201", "11", "write deferred: and the reason")),
        (
            "{deferred: never, why: so}",
            ("L101", "28", "take it away, or write the reason under deferred:"),
        ),
        ("{assumed: zone}", ("L202", "11", "add why: and the reason")),
        ("{deferred: ''}", ("L201", "11", "write deferred: and the reason")),
        ("{assumed: zone, why: ''}", ("L202", "11", "add why: and the reason")),
        ("{assumed: zone, why: ~}", ("L202", "11", "add why: and the reason")),
        ("{assumed: zone, why: so, whi: so}", ("L101", "35", "did you mean 'why'?")),
        ("{far: zone}", ("L203", "11", "write {far: {yes: VALUE, no: VALUE}}")),
        ("{far: {yes: zone, maybe: a, no: camp}}", ("L204", "28", "known: yes, no")),
        ("{far: {yes: zone}}", ("L205", "11", "add no:")),
    ],
)
def test_what_such_a_value_lacks_or_has_too_much_is_a_problem(
    typed: str, problem: tuple[str, str, str], tmp_path: Path
) -> None:
    assert settled(tmp_path, typed, far="yes")[2] == [problem]


def test_an_answer_that_was_misspelt_is_named(tmp_path: Path) -> None:
    _, _, problems = settled(tmp_path, "{far: {yes: zone, nno: camp}}", far="yes")
    assert problems == [("L204", "28", "did you mean 'no'?")]


def test_all_answers_that_are_missing_are_told_at_once(tmp_path: Path) -> None:
    _, _, problems = settled(tmp_path, "{far: {}}", far="yes")
    assert problems == [("L205", "11", "add yes:, no:")]


@pytest.mark.parametrize("typed", ["{far: zone}", "{far: {no: camp}}"])
def test_a_value_that_is_missing_under_an_answer_has_no_second_problem(
    typed: str, tmp_path: Path
) -> None:
    assert settled(tmp_path, typed, far="yes")[0] is LACKING


def test_a_question_that_is_answered_is_one_that_is_used(tmp_path: Path) -> None:
    read = document(tmp_path, f"{QUESTIONS}theatre: {{far: {{yes: zone, no: camp}}}}\n")
    reading(read, far="yes").settle(value(read, "theatre"), "theatre")
    assert ("questions", "far") in read.used
    assert ("questions", "old") not in read.used


def test_a_reading_of_a_side_or_within_a_name_is_the_same_otherwise(tmp_path: Path) -> None:
    at = reading(document(tmp_path, QUESTIONS), far="yes")
    inner = at.of_side("western").within("zone").within("camp")
    assert (inner.side, inner.stack, inner.answers) == ("western", ("zone", "camp"), at.answers)
    assert (at.side, at.stack) == (None, ())
    # What is assumed anywhere in the reading is noted for all of it.
    assert inner.assumed is at.assumed


def test_a_value_is_told_much_as_it_was_written(tmp_path: Path) -> None:
    read = document(tmp_path, "theatre: {a: [x, {b: ~}], 'c': \"d e\"}\n")
    assert written(value(read, "theatre")) == "{a: [x, {b: }], c: d e}"


def test_what_is_assumed_may_be_missing_and_stays_so(tmp_path: Path) -> None:
    found, _, _ = settled(tmp_path, "{assumed: ~, why: nobody knows}")
    assert isinstance(found, Scalar)
    assert text_of(found) is None
