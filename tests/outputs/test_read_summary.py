"""What stands beside the findings is read back as it was written."""

import json
from dataclasses import replace
from typing import Any

import pytest

from checker.findings.acceptance import BaselineUse
from checker.findings.finding import (
    Checked,
    ConditionSpell,
    Header,
    InputFile,
    ListedReport,
    NotJudged,
    Rejected,
    ReportRef,
    Summary,
    SummaryRow,
    UnknownWord,
)
from checker.findings.request import Asked
from checker.language.prints import ClausePrint, Prints
from checker.outputs.json_object import JsonObject, UnfitError
from checker.outputs.json_summary import head_json, lists_json, tail_json
from checker.outputs.read_summary import header_from, summary_from
from checker.values.diagnostic import Diagnostic
from checker.values.span import Span
from checker.values.verdict import ClauseStanding, Standing
from tests.outputs.made import HEADER, summary

ANSWERS = (("line", "a"),)
REPORT = ReportRef("r.csv", None, 3, "r3")
COUNTS = tuple(
    (word, number)
    for number, word in enumerate(Standing)
    if word not in (Standing.BREAKS_CONDITION, Standing.DEPENDS_ON_READING)
)
FULL = summary(
    inputs=(
        InputFile(
            "r.csv",
            "1" * 64,
            60,
            2,
            (("kind", "position"), ("lat", "5"), ("radius_m", "100"), ("target_radius_m", "0.5")),
            ("m.yaml", "2" * 64),
            7,
        ),
        InputFile("s.csv", "3" * 64, 0, 0, (("radius_m", "wide"),)),
    ),
    rows=(SummaryRow("c1", ANSWERS, COUNTS, ClauseStanding.LATE, 2),),
    conditions=(ConditionSpell("c1", ANSWERS, "none of it", "lapsed", None, "2018-06-01", "r1"),),
    not_judged=(NotJudged("superseded", 3),),
    unknown=(
        UnknownWord("actor", "Ochre", 2, ("red",), REPORT),
        UnknownWord("doing", "fier", 1, ("fire",), REPORT),
        UnknownWord("report", "r0", 1, (), REPORT),
    ),
    rejected=(Rejected("r.csv", 7, 6, None, "R203", "out of range", "swapped?"),),
    hidden=4,
    hollow="2 of 3 rows were not accepted",
    swapped=(REPORT,),
    checked=(
        Checked("r.csv", "c1", ((Standing.VIOLATION, 2), (Standing.SILENT, 1))),
        Checked("s.csv", "c1", ()),
    ),
    warnings=(
        Diagnostic("R156", "swapped?", Span("r.csv", 9, 1, 9, 4), "lon first", "warning"),
        Diagnostic("R157", "alone", None, "state it", "warning"),
    ),
    reports=(
        ListedReport("r1", True, "0" * 16, "9" * 16, "superseded", None),
        ListedReport("r2", True, "1" * 16, "9" * 16, "judged", "r1"),
        ListedReport("r.csv:4", False, "2" * 16, "9" * 16, "after_as_of", None),
    ),
    baseline=BaselineUse("base.json", "1" * 64, 3, 1, 2),
)


def root_of(header: Header = HEADER, end: Summary = FULL, **instead: object) -> JsonObject:
    whole = {**head_json(header), **lists_json(end), **tail_json(end), **instead}
    return JsonObject(json.loads(json.dumps(whole), parse_int=float), "the result")


@pytest.mark.parametrize("end", [FULL, summary()])
def test_a_summary_is_read_back_as_it_was(end: Summary) -> None:
    assert summary_from(root_of(end=end)) == end


@pytest.mark.parametrize(
    "header",
    [
        HEADER,
        replace(
            HEADER,
            prints=Prints(
                (ClausePrint("c1", "5" * 64, "6" * 64, ("post",), ("c2",), looks_round=True),),
                (("post", "7" * 64),),
                "8" * 64,
            ),
        ),
        replace(HEADER, as_of=None, questions=(), sources=(), overrides=(("line", "4" * 64),)),
        replace(
            HEADER, asked=Asked("never", True, ("c1", "c2"), "red", "2018-06-01", "2018-07-01")
        ),
    ],
)
def test_a_header_is_read_back_as_it_was(header: Header) -> None:
    assert header_from(root_of(header)) == header


@pytest.mark.parametrize(
    ("instead", "said"),
    [
        ({"format": 2}, "format is not 1; another version of accord wrote it"),
        ({"asked": {}}, "the result.asked has no 'fail_on'"),
        ({"agreement": []}, "the result.agreement is no object"),
    ],
)
def test_another_header_is_refused(instead: dict[str, Any], said: str) -> None:
    with pytest.raises(UnfitError, match=said):
        header_from(root_of(**instead))


@pytest.mark.parametrize(
    ("instead", "said"),
    [
        ({"inputs": [{"file": "r.csv"}]}, r"inputs\[0\] has no 'mapping'"),
        ({"hidden": -0.5}, "hidden is not a whole number"),
        ({"hollow_because": True}, "hollow_because is not a text"),
        ({"unknown_words": [{"kind": "actor"}]}, r"unknown_words\[0\].kind is not one of place"),
    ],
)
def test_another_summary_is_refused(instead: dict[str, Any], said: str) -> None:
    with pytest.raises(UnfitError, match=said):
        summary_from(root_of(**instead))
