"""Questions: a list of answers, or the texts that readers are told beside their names."""

from pathlib import Path

import pytest

from checker.language.core.question import Answer, Question
from checker.language.questions import answers_of, check_answers, questions_of
from tests.language.whole import core, faults
from tests.language.written import document

LISTED = "questions: {far: [short, 014]}\n"
TOLD = """\
questions:
  far:
    asks: How far?
    answers: {short: a mile, 014: fourteen}
"""
CLAUSE = (
    "clauses: {c: {says: Said., source: text, binds: red, prohibits: fire,"
    " where: {within: {far: {short: 1 km, 014: 2 km}}, of: camp}}}\n"
)


@pytest.mark.parametrize("typed", [LISTED, TOLD])
def test_both_forms_give_the_same_answers_in_their_order(typed: str, tmp_path: Path) -> None:
    read = document(tmp_path, typed)
    assert answers_of(read, "far") == ("short", "014")
    assert answers_of(read, "near") == ()
    readings = [one.answers for one in core(tmp_path, typed + CLAUSE).clauses[0].readings]
    assert readings == [(("far", "short"),), (("far", "014"),)]


def test_what_is_asked_and_meant_goes_with_the_question(tmp_path: Path) -> None:
    assert questions_of(document(tmp_path, TOLD)) == (
        Question("far", "How far?", (Answer("short", "a mile"), Answer("014", "fourteen"))),
    )
    assert questions_of(document(tmp_path, LISTED)) == (
        Question("far", "", (Answer("short", ""), Answer("014", ""))),
    )


def test_an_answer_that_is_listed_twice_is_one_too_many(tmp_path: Path) -> None:
    read = document(tmp_path, "questions: {q: [a, b, a]}\n")
    check_answers(read)
    assert [str(one.span) for one in read.problems.sorted()] == ["agreement.yaml:8:23"]


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("{asks: How?}", ("L102", "17:19", "add 'answers:'")),
        ("{ask: How?, answers: {a: x, b: y}}", ("L101", "17:19", "did you mean 'asks'?")),
        ("{answers: {a: x}}", ("L103", "17:28", "write 2 or more")),
        ("{answers: {a: x, b: ~}}", ("L103", "17:38", "write one")),
        ("{answers: [a, b]}", ("L103", "17:28", "write KEY: VALUE, one below the other")),
        ("maybe", ("L103", "17:18", "write [maybe]")),
        ("[a]", ("L103", "17:18", "write 2 or more")),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(
    typed: str, problem: tuple[str, str, str], tmp_path: Path
) -> None:
    clauses = (
        "clauses: {c: {says: Said., source: text, binds: red, prohibits: fire, where: gate}}\n"
    )
    assert faults(tmp_path, f"questions: {{far: {typed}}}\n{clauses}") == [problem]
