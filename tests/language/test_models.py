"""The keys of the file are checked as they are written: by no other name, and nothing beside."""

from pathlib import Path

import pytest

from tests.language.written import document, said


@pytest.mark.parametrize(
    ("terms", "problem"),
    [
        ("clauses:\n  c:\n    while_: {kept: c}\n", "L101 10:5"),
        ("clauses:\n  c:\n    bind: red\n", "L101 10:5"),
        ("clauses:\n  c:\n    of: lorries\n", "L103 10:9"),
        ("standard_of_proof: {credibility: 6}\n", "L103 8:34"),
        ("claims: {denial: {by: red}}\n", "L102 8:19"),
        ("sources:\n  kind: press\n", "L103 9:9"),
    ],
)
def test_a_wrong_key_or_value_is_refused_where_it_stands(
    terms: str, problem: str, tmp_path: Path
) -> None:
    read = document(tmp_path, terms.replace("sources:", "questions:"))
    assert problem in said(read)


def test_the_parts_of_many_forms_are_left_to_their_readers(tmp_path: Path) -> None:
    terms = (
        "places: {town: {point: [36.1, 32.6]}}\nclauses: {c: {where: {within: 5 km, of: town}}}\n"
    )
    assert said(document(tmp_path, terms)) == []
