"""A file against its model: what is wrong stands where it was typed, with a hint."""

import pytest

from checker.language.models import AgreementModel
from checker.language.problems import Problems
from checker.language.structure import check_structure, plain
from checker.language.text import Table, parse_text

WHOLE = """\
accord: 1
id: invented
title: Invented deal
timezone: Etc/UTC
edges: geodesic
in_force: {from: 2020-01-01}
clauses:
  c: {says: Term., binds: red}
"""


ONE_TEXT = "write it as one text, in quotation marks if it holds ': ' or '{'"


def told(text: str) -> list[str]:
    """Return each problem as its place, its code and its hint."""
    problems = Problems()
    node = parse_text(text, "deal.yaml", problems)
    assert isinstance(node, Table)
    check_structure(node, AgreementModel, problems)
    return [f"{one.span} {one.code} {one.hint}".strip() for one in problems.sorted()]


def test_a_file_of_known_keys_has_no_problem() -> None:
    assert told(WHOLE) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("binds: red", "bindz: red", "deal.yaml:8:20 L101 did you mean 'binds'?"),
        ("edges: geodesic", "edges: straight", "deal.yaml:5:8 L103 write 'geodesic' or 'planar'"),
        ("title: Invented deal\n", "", "deal.yaml:1:1 L102 add 'title:'"),
        ("title: Invented deal", "title: ~", "deal.yaml:3:8 L103 write one"),
        ("accord: 1", "union: 1\naccord: 1", "deal.yaml:1:1 L101 write any_of"),
        ("title: Invented deal", "title: [Invented]", f"deal.yaml:3:8 L103 {ONE_TEXT}"),
        ("title: Invented deal", 'title: ""', "deal.yaml:3:8 L103 write one"),
        ("id: invented", "id: an id", "deal.yaml:2:5 L103 write a hyphen instead"),
        ("clauses:", "questions: {q: [a]}\nclauses:", "deal.yaml:7:16 L103 write 2 or more"),
        ("  c: {says: Term.", "  c[1]: {say: Term.", "deal.yaml:8:10 L101 did you mean 'says'?"),
        ("  c: {says: Term.", "  c: {while_: x", "deal.yaml:8:7 L101 did you mean 'while'?"),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(old: str, new: str, problem: str) -> None:
    assert WHOLE.count(old) == 1
    assert told(WHOLE.replace(old, new)) == [problem]


def test_a_misspelt_key_is_not_told_as_missing_too() -> None:
    assert told(WHOLE.replace("title:", "titel:")) == ["deal.yaml:3:1 L101 did you mean 'title'?"]


def test_where_any_key_may_stand_a_misspelt_one_is_told_as_the_one_that_is_missing() -> None:
    assert told(f"{WHOLE}sides:\n  north: {{force: red}}\n") == [
        "deal.yaml:10:11 L102 did you mean 'forces'?"
    ]


def test_every_problem_is_told_in_one_run() -> None:
    text = WHOLE.replace("edges: geodesic", "edges: round").replace("binds", "bind")
    assert len(told(f"{text}unknown: x\n")) == 3


def test_a_tree_is_its_text_and_what_is_missing_is_none() -> None:
    node = parse_text("{a: [no, 012, ~], b: {c: }}", "deal.yaml", Problems())
    assert node is not None
    assert plain(node) == {"a": ["no", "012", None], "b": {"c": None}}
