"""What nothing refers to is read for its problems, and stays what nothing refers to."""

from pathlib import Path

import pytest

from checker.language import lint_agreement
from tests.language.whole import TERMS, faults
from tests.language.written import LISTS, write

QUESTIONS = "questions: {q: [a, b], r: [c, d]}\n"


def group(text: str) -> str:
    """Return the terms with one group more, in line 9, which nothing refers to."""
    return TERMS.replace("actors:\n", f"actors:\n  g: {text}\n")


def told(path: Path) -> list[tuple[str, str]]:
    """Return every error: its code, and what is typed where it stands."""
    typed = path.read_text(encoding="utf-8").splitlines()
    return [
        (problem.code, typed[span.line - 1][span.column - 1 : span.end_column - 1])
        for problem in lint_agreement(path, lists=LISTS, shown="agreement.yaml")
        if problem.severity == "error" and (span := problem.span) is not None
    ]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("{backed_by: nobody}", [("L303", "nobody")]),
        ("[red, nobody]", [("L303", "nobody")]),
        ("nobody", [("L303", "nobody")]),
        (
            "{backed_by: red, except: [nobody], at_least: sure}",
            [("L303", "nobody"), ("L306", "sure")],
        ),
        ("{assumed: [red]}", [("L202", "assumed")]),
        ("[g]", [("L302", "g")]),
        ("[h]\n  h: [g]", [("L302", "g")]),
        ("{q: {a: red, b: nobody}}", [("L303", "nobody")]),
        ("{q: {a: {r: {c: red, d: nobody}}, b: no}}", [("L303", "nobody"), ("L303", "no")]),
    ],
)
def test_a_group_that_nothing_refers_to_is_read_under_every_answer(
    text: str, problems: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert told(write(tmp_path, group(text) + QUESTIONS)) == problems


@pytest.mark.parametrize(
    ("sides", "problems"),
    [
        ("{n: {forces: nobody}, s: {forces: blue}}", [("L303", "nobody")]),
        ("{n: {forces: red, own_gate: nowhere}, s: {forces: blue}}", [("L721", "nowhere")]),
        (
            "{n: {forces: red, own_gate: {within: 5, of: camp}}, s: {forces: blue}}",
            [("L501", "5")],
        ),
        ("{n: {forces: red, own_friends: {q: {a: unit, b: [nobody]}}}}", [("L721", "nobody")]),
        ("{n: {forces: red, own_friends: {backed_by: no}}}", [("L303", "no")]),
        ("{n: {own_gate: gate}, s: {forces: blue}}", [("L102", "own_gate")]),
        ("{n: {force: red}, s: {forces: blue}}", [("L102", "force")]),
        ("{n: {forces: red, own_gate: gate, own_friends: [unit, blue]}}", []),
    ],
)
def test_what_a_side_has_is_read_though_no_clause_binds_it(
    sides: str, problems: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert told(write(tmp_path, f"{TERMS}sides: {sides}\n{QUESTIONS}")) == problems


def test_a_place_is_read_under_every_answer_though_nothing_refers_to_it(tmp_path: Path) -> None:
    terms = TERMS + "  depot: {q: {a: gate, b: nowhere}}\n" + QUESTIONS
    assert told(write(tmp_path, terms)) == [("L721", "nowhere")]


def test_the_time_of_the_deal_may_hang_on_a_question(tmp_path: Path) -> None:
    force = "in_force: {from: {q: {a: 2020-01-01, b: 2020-13-01}}}\n"
    terms = TERMS + QUESTIONS + "clauses: {}\n"
    path = write(tmp_path, terms)
    text = path.read_text(encoding="utf-8").replace("in_force: {from: 2020-01-01}\n", force)
    path.write_text(text, encoding="utf-8")
    assert told(path) == [("L604", "2020-13-01")]


def test_a_side_without_forces_is_one_mistake_and_the_hint_says_what_to_add(
    tmp_path: Path,
) -> None:
    terms = (
        "sides: {n: {own_gate: gate}, s: {forces: blue}}\nclauses:\n"
        "  c: {says: S., source: text, binds: each_side, prohibits: presence}\n"
    )
    assert faults(tmp_path, terms) == [("L102", "17:13", "add 'forces:'")]


def test_to_be_read_is_not_to_be_referred_to(tmp_path: Path) -> None:
    terms = group("[unit]") + "sides: {n: {forces: red}, s: {forces: blue}}\n"
    found = lint_agreement(write(tmp_path, terms), lists=LISTS, shown="agreement.yaml")
    unused = {problem.message for problem in found if problem.code == "W101"}
    assert {
        "nothing refers to the actor 'g'",
        "nothing refers to the actor 'unit'",
        "nothing refers to the side 'n'",
    } <= unused
