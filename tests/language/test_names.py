"""Names that are declared, and names that are referred to."""

from pathlib import Path

import pytest

from checker.language.names import check_names, check_reference
from tests.language.written import document, said, value


@pytest.mark.parametrize(
    ("terms", "problems"),
    [
        ("actors: {both: {name: Both}}\n", ["L110 8:10"]),
        ("places: {within: {point: {lon: 36, lat: 32}}}\n", ["L110 8:10"]),
        ("events: {part_of: {at: 2020-01-01}}\n", ["L110 8:10"]),
        ("actors: {red army: {name: Red}}\n", ["L111 8:10"]),
        ("actors: {Синие: {name: Blue}}\n", []),
        ('clauses: {"a b": {says: S.}}\n', ["L111 8:11"]),
        ('claims: {"": {says: S.}}\n', ["L111 8:10"]),
    ],
)
def test_a_name_is_no_word_of_the_language_and_holds_no_blank(
    terms: str, problems: list[str], tmp_path: Path
) -> None:
    read = document(tmp_path, terms)
    check_names(read)
    assert said(read) == problems


def test_a_clause_may_be_called_as_a_word_since_it_is_only_pointed_at(tmp_path: Path) -> None:
    read = document(tmp_path, "clauses: {both: {says: Said., source: text}}\n")
    check_names(read)
    assert [problem for problem in said(read) if problem.startswith("L11")] == []


def test_a_reference_is_noted_or_refused_with_the_nearest_name(tmp_path: Path) -> None:
    read = document(tmp_path, "actors: {red: {name: Red}}\nparties: [red, reds]\n")
    spans = [item.span for item in value(read, "parties").items]  # type: ignore[union-attr]
    check_reference(read, "actors", "red", spans[0])
    check_reference(read, "actors", "reds", spans[1])
    assert ("actors", "red") in read.used
    assert [(p.code, p.hint) for p in read.problems.sorted()] == [("L303", "did you mean 'red'?")]
    assert said(read) == ["L303 9:16"]
