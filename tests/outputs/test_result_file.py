"""A JSON result read back is the value that was written."""

import json
from dataclasses import replace

import pytest

from checker.findings.finding import ConditionSpell, Measured
from checker.language.core.clause import Assumed
from checker.outputs.json import FORMAT
from checker.outputs.result_file import read_result
from checker.values.diagnostic import CheckerError
from checker.values.verdict import ClauseStanding, Standing
from tests.findings.made import finding, reading_finding
from tests.outputs.made import HEADER, summary, written

READING = (("which-line", "line-a"),)
MEASURED = Measured("distance to line", READING, 0.0, 6000.0, None, 24140.16, 24140.16)
SPELL = ConditionSpell("c1", READING, "none of it", "lapsed", "2018-06-01", None, "r1")
REPORT = finding(
    readings=(
        reading_finding(answers=READING, margin_m=-4840.16, measured=(MEASURED,), incident="i1"),
    ),
    measured=(MEASURED,),
    assumed=(Assumed("a", "b", "c"),),
    conditions=("lapsed",),
    lon=35.9,
    lat=33.13,
    radius_m=12000.0,
    margin_m=-4840.16,
    likelihood=0.99,
    exception="police",
)
DUTY = finding(subject="deadline", standing=ClauseStanding.OVERDUE, reports=())
END = summary(conditions=(SPELL,))
TEXT = written(FORMAT, REPORT, DUTY, end=END)

LAST = TEXT.count("\n")


def test_what_was_written_is_read_back() -> None:
    stored = read_result(TEXT.encode(), "r.json")
    assert (stored.header, stored.summary()) == (HEADER, END)
    assert [*stored.findings] == [REPORT, DUTY]
    assert len(stored.findings) == 2


def test_findings_can_be_asked_for_again_and_come_as_blocks() -> None:
    stored = read_result(TEXT.encode(), "r.json")
    assert [one for block in stored.blocks() for one in block.findings()] == [*stored.findings]


def test_a_document_that_was_laid_out_anew_is_the_same_result() -> None:
    anew = json.dumps(json.loads(TEXT), indent=3, sort_keys=True, ensure_ascii=True)
    stored = read_result(anew.encode(), "r.json")
    assert (stored.header, stored.summary()) == (HEADER, END)
    assert [one.id for one in stored.findings] == [REPORT.id, DUTY.id]


def test_late_and_breaks_condition_are_told_apart_though_their_numbers_are_the_same() -> None:
    pair = (
        replace(DUTY, standing=ClauseStanding.LATE),
        replace(REPORT, standing=Standing.BREAKS_CONDITION),
    )
    read = read_result(written(FORMAT, *pair).encode(), "r.json").findings
    assert [type(one.standing).__name__ for one in read] == ["ClauseStanding", "Standing"]


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert read_result(TEXT.encode("utf-8-sig"), "r.json").header == HEADER


@pytest.mark.parametrize(
    ("content", "place", "message"),
    [
        (b"", "r.json:1:1", "this is no JSON"),
        (b'{"format": 1,\n "accord" 2}', "r.json:2:11", "this is no JSON"),
        (b"[1]", "r.json:1:1", "the document is no object"),
        (b"{}", "r.json:1:1", "the result has no 'format'"),
        (b'{"format": 2}', "r.json:1:12", "another version of accord wrote it"),
        (b"\xff\xfe", "r.json:1:1", "the text is not UTF-8"),
        (b"[" * 100_000, "r.json:1:1", "nested too deeply"),
        (b'{"format": ' + b"9" * 5000 + b"}", "r.json:1:12", "format is not a number"),
        (b'{"format": NaN}', "r.json:1:12", "format is not a number"),
        (b'{"format": true}', "r.json:1:12", "format is not a number"),
        (TEXT[:400].encode(), "r.json:1:", "it ends in the middle"),
        (TEXT[:-2].encode(), f"r.json:{LAST}:", "it ends in the middle"),
        (TEXT.encode() + b"{}", f"r.json:{LAST + 1}:1", "something stands behind its end"),
        (TEXT.replace('"findings"', '"found"').encode(), "r.json:1:1", "has no 'findings'"),
    ],
)
def test_anything_else_is_refused_with_its_place(content: bytes, place: str, message: str) -> None:
    with pytest.raises(CheckerError, match=message) as error:
        read_result(content, "r.json")
    (one,) = error.value.diagnostics
    assert (one.code, str(one.span)[: len(place)]) == ("U105", place)
    assert one.hint == "write one with accord check -f json=PATH"


@pytest.mark.parametrize(
    ("written_as", "instead", "message"),
    [
        ('"verdict": "violation"', '"verdict": "guilty"', "verdict is not one of"),
        ('"line": 2', '"line": 2.5', r"reports\[0\].line is not a whole number"),
        ('"message": "Red', '"messages": "Red', "has no 'message'"),
        ('"conditions": ["lapsed"]', '"conditions": [7]', "conditions is not a list of texts"),
        ('"yes": 1', '"yes": "1"', "violated_under.yes is not a number"),
    ],
)
def test_a_part_that_is_not_as_it_should_be_is_named(
    written_as: str, instead: str, message: str
) -> None:
    assert written_as in TEXT
    with pytest.raises(CheckerError, match=message) as error:
        read_result(TEXT.replace(written_as, instead, 1).encode(), "r.json")
    (one,) = error.value.diagnostics
    assert str(one.span) == "r.json:3:1", "findings are told by their lines"


def test_findings_that_are_no_list_are_refused() -> None:
    result = {**json.loads(TEXT), "findings": {}}
    with pytest.raises(CheckerError, match=r"the result\.findings is not a list"):
        read_result(json.dumps(result).encode(), "r.json")


def test_a_part_behind_the_findings_is_told_by_its_place() -> None:
    with pytest.raises(CheckerError, match=r"inputs\[0\]\.rows is not a whole number") as error:
        read_result(TEXT.replace('"rows": 1', '"rows": 1.5').encode(), "r.json")
    (one,) = error.value.diagnostics
    assert one.span is not None
    assert TEXT.splitlines()[one.span.line - 1].startswith('"inputs"')
