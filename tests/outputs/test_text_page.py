"""The order of the page, and the total that the exit code follows."""

import io
from dataclasses import replace
from typing import Any

import pytest

from checker.findings.finding import ConditionSpell, Finding, InputFile
from checker.language.core.clause import Assumed
from checker.outputs.shelves import Shelves
from checker.outputs.text_page import Told, write_page
from checker.outputs.writer import Page
from checker.values.verdict import ClauseStanding, Standing
from tests.findings.made import finding
from tests.outputs.made import HEADER, row, summary


def page_of(
    *findings: Finding, failing: int = 0, page: Page | None = None, **given: Any
) -> list[str]:
    shelves = Shelves(is_full=False)
    for one in findings:
        shelves.add(one)
    stream = io.StringIO()
    header = given.pop("header", HEADER)
    told = Told(header, summary(**{"rows": (row(),), **given}), shelves, failing)
    write_page(stream, page or Page(), told)
    return stream.getvalue().splitlines()


def headings(lines: list[str]) -> list[str]:
    return [line for line in lines if line.isupper() and not line.startswith(" ")]


def test_findings_come_first_gravest_first_and_the_words_are_explained_at_the_end() -> None:
    lines = page_of(
        finding(standing=Standing.UNDETERMINED, reasons=("place_vague",)),
        finding(assumed=(Assumed("places.zone", "10 km", "never published"),)),
    )
    assert headings(lines) == [
        "BREACH: 1 FINDING",
        "IN DOUBT: 1 FINDING",
        "ASSUMED: THE AGREEMENT'S FILE SAYS WHAT NOBODY PUBLISHED",
        "CLAUSE BY CLAUSE",
        "NOT JUDGED",
        "WHAT THE WORDS MEAN",
    ]


def key_of(lines: list[str]) -> str:
    return "\n".join(lines[lines.index("WHAT THE WORDS MEAN") :])


def test_the_words_for_clauses_and_the_brackets_are_explained_where_they_are_used() -> None:
    standings = (ClauseStanding.OVERDUE, ClauseStanding.OUTSTANDING, ClauseStanding.UNDETERMINED)
    lines = page_of(
        finding(standing=Standing.UNDETERMINED, clause_certainty="reported"),
        rows=tuple(row(clause=one.word, standing=one) for one in standings),
    )
    key = key_of(lines)
    assert "[in brackets]" in key
    assert "not done by its date" in key
    assert "its date had not come" in key
    assert key.count("undetermined ") == 1
    assert "[in brackets]" not in key_of(page_of(rows=(row(standing=ClauseStanding.MOOT),)))


def test_the_head_names_the_deal_the_files_and_what_the_user_stated() -> None:
    lines = page_of(
        inputs=(InputFile("a.csv", "1" * 64, 3, 1, (("radius_m", "100"),), read=4, accepted=3),),
        header=replace(HEADER, overrides=(("line", "2" * 64),)),
    )
    assert lines[:5] == [
        "Invented deal (deal)",
        "3 reports from a.csv, as of 2018-06-01 12:00+00:00; 1 row rejected.",
        "Rows: 4 read, 3 accepted, 1 rejected.",
        "Stated for a.csv, not by the file itself: radius_m is 100.",
        "Place replaced by the user: line (sha256 222222222222).",
    ]


def test_a_page_without_a_breach_says_so_and_is_no_pass_by_that() -> None:
    assert headings(page_of())[0] == "BREACH: NONE REPORTED"


def test_what_has_no_room_is_counted_and_one_finding_always_has() -> None:
    lines = page_of(*(finding() for _ in range(10)))
    assert "    and 2 findings more under c1; -v shows all" in lines
    lines = page_of(*(finding(id=str(number)) for number in range(9)))
    assert len([line for line in lines if "   finding " in line]) == 9
    assert not [line for line in lines if "more under" in line]


@pytest.mark.parametrize(
    ("fail_on", "failing", "given", "total"),
    [
        ("violation", 2, {}, "2 violations (--fail-on violation)."),
        (
            "apparent",
            0,
            {"hidden": 3},
            "0 violations and apparent violations (--fail-on apparent); 3 more hidden by filters.",
        ),
        ("never", 0, {}, "No finding fails this run (--fail-on never)."),
        (
            "violation",
            0,
            {"hollow": "nothing was tested"},
            "0 violations (--fail-on violation); HOLLOW: nothing was tested, so this is no pass.",
        ),
    ],
)
def test_the_last_line_is_the_total_that_the_exit_code_follows(
    fail_on: str, failing: int, given: dict[str, Any], total: str
) -> None:
    assert page_of(failing=failing, page=Page(fail_on=fail_on), **given)[-1] == total


def test_a_run_that_is_no_answer_does_not_say_that_nothing_was_broken() -> None:
    spell = ConditionSpell("c1", (), "peace", "holds", None, None, None)
    lines = page_of(hollow="nothing was put to the test", conditions=(spell,), rows=())
    assert "NO ANSWER: NOTHING WAS PUT TO THE TEST" in lines
    assert not [line for line in lines if "BREACH" in line or "CONDITIONS" in line]


def test_reports_that_the_mapping_writes_anew_are_counted_at_the_head() -> None:
    one = InputFile("a.csv", "1" * 64, 3, 0, (), ("map.yaml", "2" * 64), 2)
    assert "map.yaml writes 2 reports of a.csv anew, each by its id." in page_of(inputs=(one,))
    bare = InputFile("a.csv", "1" * 64, 3, 0, (), ("map.yaml", "2" * 64))
    assert not [line for line in page_of(inputs=(bare,)) if "anew" in line]
