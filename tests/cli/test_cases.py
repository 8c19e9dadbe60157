"""The cases of an agreement: reports with the verdict that a lawyer expects of each."""

from pathlib import Path

import pytest

from checker.cli.cases import Case, read_cases
from checker.language.core.agreement import Core
from checker.values.diagnostic import CheckerError
from tests.handmade import clause, core_of_clauses, pattern, reading

CORE = core_of_clauses(
    clause("c1", *(reading("c1", pattern(), answers=(("line", one),)) for one in ("a", "b"))),
    clause("c2"),
)
HEAD = "id,clause,expect_verdict,expect_standing,reading,why\n"


def cases(folder: Path, text: str, core: Core = CORE) -> tuple[Case, ...]:
    path = folder / "cases.csv"
    path.write_text(text, encoding="utf-8")
    return read_cases(path, "deal/cases.csv", core)


def test_a_case_expects_a_verdict_a_standing_or_neither_under_some_reading(here: Path) -> None:
    found = cases(here, f"{HEAD}a,c1,violation,violation,line=a,near\nb,c2,,,,\n")
    assert found == (
        Case("a", 2, "c1", "violation", "violation", (("line", "a"),), "near"),
        Case("b", 3, "c2", None, None, (), ""),
    )


@pytest.mark.parametrize(
    ("row", "message", "hint"),
    [
        ("a,c3,,,,", "there is no clause 'c3'", "there are c1, c2"),
        ("a,,,,,", "there is no clause ''", "there are c1, c2"),
        ("a,c1,violated,,,", "there is no verdict 'violated'", "did you mean 'violation'?"),
        ("a,c1,,breach,,", "there is no standing 'breach'", "did you mean 'no_breach'?"),
        ("a,c1,,,lines=a,", "there is no question 'lines'", "did you mean 'line'?"),
        ("a,c1,,,line=c,", "there is no answer to line 'c'", "there are a, b"),
        ("a,c2,,,line=a,", "c2 does not depend on the question 'line'", "it depends on none"),
        (",c1,,,,", "a case has no id", "give every case an id of its own"),
    ],
)
def test_a_case_that_expects_what_there_is_not_is_located(
    here: Path, row: str, message: str, hint: str
) -> None:
    with pytest.raises(CheckerError) as error:
        cases(here, f"{HEAD}{row}\n")
    (one,) = error.value.diagnostics
    assert (one.code, str(one.span), one.message) == ("U107", "deal/cases.csv:2:1", message)
    assert hint in one.hint


def test_a_file_without_the_columns_of_a_case_is_refused(here: Path) -> None:
    with pytest.raises(CheckerError) as error:
        cases(here, "lon,lat\n")
    assert [one.message for one in error.value.diagnostics] == [
        *("there is no column 'id'", "there is no column 'clause'")
    ]
