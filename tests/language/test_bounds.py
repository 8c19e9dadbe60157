"""How many: what is counted has a number, and a number says something."""

from pathlib import Path

import pytest

from checker.language import lint_agreement
from tests.language.whole import TERMS, clause_of
from tests.language.written import LISTS, write


def told(folder: Path, keys: str) -> list[tuple[str, str, str]]:
    """Return what is said of a clause: code, severity, and what is typed where it stands."""
    clause = f"clauses:\n  c: {{says: Said., source: text, {keys}}}\n"
    path = write(folder, TERMS + clause)
    typed = path.read_text(encoding="utf-8").splitlines()
    return [
        (
            problem.code,
            problem.severity,
            typed[span.line - 1][span.column - 1 : span.end_column - 1],
        )
        for problem in lint_agreement(path, lists=LISTS, shown="agreement.yaml")
        if problem.code.startswith("L") and (span := problem.span) is not None
    ]


DUTY = "binds: red, obliges: [patrol], by: 2020-05-01"
BAN = "binds: red, prohibits: fire"


@pytest.mark.parametrize(
    ("keys", "problem"),
    [
        (f"{BAN}, of: persons", ("L834", "error", "of")),
        (f"{BAN}, unless: [{{who: unit, of: persons}}]", ("L834", "error", "of")),
        (f"{DUTY}, of: items", ("L834", "warning", "of")),
        (f"{DUTY}, at_least: 0", ("L835", "error", "0")),
        (f"{BAN}, unless: [{{who: unit, at_least: 0}}]", ("L835", "error", "0")),
        (f"{BAN}, unless: [{{who: unit, at_most: 0}}]", ("L835", "error", "0")),
        (f"{BAN}, unless: [{{who: unit, at_most: 3, at_least: 5}}]", ("L835", "error", "3")),
        (f"{BAN}, unless: [{{who: unit, at_most: 3, of: tanks}}]", ("L831", "error", "tanks")),
    ],
)
def test_a_bound_that_says_nothing_is_told_where_it_stands(
    keys: str, problem: tuple[str, str, str], tmp_path: Path
) -> None:
    assert told(tmp_path, keys) == [problem]


@pytest.mark.parametrize(
    "keys",
    [
        f"{DUTY}, at_least: 2, of: items",
        f"{DUTY}, at_least: 0..3",
        f"{BAN}, unless: [{{who: unit, at_most: 5, at_least: 5, of: persons}}]",
        f"{BAN}, unless: [{{who: unit, at_most: 0..5}}]",
        f"{BAN}, unless: [{{who: unit, at_most: {{deferred: no number was agreed}}}}]",
    ],
)
def test_a_bound_that_some_numbers_meet_and_others_not_is_none_of_these(
    keys: str, tmp_path: Path
) -> None:
    assert told(tmp_path, keys) == []


def test_what_a_duty_counts_is_one_unless_it_says_more(tmp_path: Path) -> None:
    assert clause_of(tmp_path, f"{DUTY}, of: items").bound.at_least == (1, 1)
