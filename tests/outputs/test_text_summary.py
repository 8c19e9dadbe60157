"""The end of the page: clauses by reading, conditions over time, what was not judged."""

import io
from collections.abc import Callable
from typing import Any

from checker.findings.finding import (
    ConditionSpell,
    InputFile,
    NotJudged,
    Rejected,
    ReportRef,
    UnknownWord,
)
from checker.outputs.sheet import Sheet
from checker.outputs.text_summary import (
    write_clauses,
    write_conditions,
    write_left_out,
    write_timeline,
)
from checker.outputs.writer import Page
from checker.values.verdict import ClauseStanding, Standing
from tests.outputs.made import row, summary

PAGE = Page()


def said(write: Callable[[Sheet], None], page: Page = PAGE) -> list[str]:
    stream = io.StringIO()
    write(Sheet(stream, page))
    return [" ".join(line.split()) for line in stream.getvalue().splitlines() if line]


def test_a_clause_has_a_line_for_each_reading_that_differs() -> None:
    kept: dict[str, Any] = {"standing": ClauseStanding.NO_BREACH_SEEN, "incidents": 0}
    lawful = ((Standing.COMPLIANT, 3),)
    rows = [
        row(answers=(("line", "a"), ("who", "state"))),
        row(answers=(("line", "a"), ("who", "backed"))),
        row(answers=(("line", "b"), ("who", "state")), reports=lawful, **kept),
        row(answers=(("line", "b"), ("who", "backed")), reports=lawful, **kept),
        row("c2", reports=((Standing.UNDETERMINED, 1), (Standing.SILENT, 2)), **kept),
    ]
    assert said(lambda sheet: write_clauses(sheet, summary(rows=tuple(rows)))) == [
        "CLAUSE BY CLAUSE",
        "Clause Under the reading Over the period Breach In doubt No breach Not concerned",
        "c1 line = a violated: 1 incident 1 0 0 0",
        "line = b no breach seen 0 0 3 0",
        "c2 any no breach seen 0 1 0 2",
        "Reports are counted once for each clause that they were put to.",
    ]


def spell(state: str, start: str | None, end: str | None, **given: object) -> ConditionSpell:
    fields = {"clause": "p1", "answers": (), "condition": "none of it", "cause": None, **given}
    return ConditionSpell(state=state, from_at=start, to_at=end, **fields)  # type: ignore[arg-type]


NOON = "2018-06-01T12:00:00+00:00"
BEFORE_NOON = "2018-06-01T11:59:59.999999+00:00"


def test_a_condition_is_told_in_the_order_of_time_under_the_readings_that_differ() -> None:
    ends, suspends = (("effect", "ends"),), (("effect", "suspends"),)
    spells = [
        spell("holds", None, BEFORE_NOON, answers=ends),
        spell("lapsed", NOON, None, answers=ends, cause="r1"),
        spell("holds", None, None, answers=suspends),
    ]
    assert said(lambda sheet: write_conditions(sheet, spells)) == [
        "CONDITIONS OVER TIME",
        "p1 stands on the condition: none of it",
        "where effect = ends",
        "holds until 2018-06-01 11:59+00:00",
        "lapsed from 2018-06-01 12:00+00:00 on, by report r1",
        "where effect = suspends",
        "holds all the time",
    ]
    assert said(lambda sheet: write_conditions(sheet, [])) == []


def test_a_long_timeline_is_cut_and_says_so() -> None:
    timeline = tuple(("open", NOON, NOON, "r1") for _ in range(12))
    told = said(lambda sheet: write_timeline(sheet, timeline, indent=2))
    assert len(told) == 11
    assert told[-1] == "and 2 changes more; -v shows all"
    full = said(lambda sheet: write_timeline(sheet, timeline, indent=2), Page(is_full=True))
    assert len(full) == 12


def test_what_was_not_judged_is_told_with_its_reason() -> None:
    counts = (NotJudged("R203", 1), NotJudged("superseded", 3))
    told = said(lambda sheet: write_left_out(sheet, summary(not_judged=counts)))
    assert told == [
        "NOT JUDGED",
        "1 rows not accepted: a number out of range",
        "3 reports that a later report corrects",
    ]
    everything = said(lambda sheet: write_left_out(sheet, summary()))
    assert everything == ["NOT JUDGED", "Every report was judged under every clause."]


def rejected(line: int | None, hint: str = "swapped?") -> Rejected:
    return Rejected("r.csv", line, 6, "lat", "R203", "out of range", hint)


def test_a_rejected_row_is_told_with_its_place_and_each_hint_once() -> None:
    end = summary(
        inputs=(InputFile("r.csv", "1" * 64, 1, 2),), rejected=(rejected(7), rejected(None))
    )
    told = said(lambda sheet: write_left_out(sheet, end))
    assert told == [
        "NOT JUDGED",
        "2 rows could not be read and proved nothing:",
        "r.csv:7: R203: lat: out of range",
        "hint: swapped?",
        "r.csv#6: R203: lat: out of range",
    ]


FIRST = ReportRef("r.csv", 2, 1, "r1")


def test_long_lists_are_cut_unless_the_page_is_full() -> None:
    names = tuple(UnknownWord("actor", f"name {n}", 1, ("red",), FIRST) for n in range(12))
    rows = tuple(rejected(n) for n in range(1, 13))
    end = summary(unknown=names, rejected=rows)
    told = said(lambda sheet: write_left_out(sheet, end))
    assert "and 2 problems more; -v shows all" in told
    assert "and 2 actors more; -v shows all" in told
    assert "name 0: 1 report, first r.csv:2 (nearest: red)" in told
    full = said(lambda sheet: write_left_out(sheet, end), Page(is_full=True))
    assert not [line for line in full if "more" in line]
    assert "name 11: 1 report, first r.csv:2 (nearest: red)" in full
