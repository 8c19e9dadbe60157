"""The result as JSON: valid by its schema, the same bytes for the same answer, never NaN."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from checker import outputs
from checker.findings.acceptance import Acceptance, BaselineUse
from checker.findings.block import Block
from checker.findings.finding import (
    ConditionSpell,
    Header,
    InputFile,
    ListedReport,
    Measured,
    NotJudged,
    Rejected,
    ReportRef,
    UnknownWord,
)
from checker.language.core.clause import Assumed
from checker.outputs.json import FORMAT, JsonWriter
from checker.outputs.writer import Page
from checker.values.diagnostic import Diagnostic
from checker.values.span import Span
from checker.values.verdict import ClauseStanding, Reason, Standing, Verdict
from tests.findings.made import finding, reading_finding
from tests.outputs.made import row, summary, written

SCHEMA = json.loads(
    (Path(outputs.__file__).parent / "result.schema.json").read_text(encoding="utf-8")
)
READING = (("which-line", "line-a"),)
REPORT = ReportRef("r.csv", 9, 8, "r8")
WARNING = Diagnostic("R156", "swapped?", Span("r.csv", 9, 1, 9, 1), "lon comes first", "warning")
FULL = finding(
    reasons=("readings_differ",),
    standing=Standing.DEPENDS_ON_READING,
    verdict=Verdict.UNDETERMINED,
    readings=(reading_finding(answers=READING, margin_m=-4840.16, likelihood=0.99),),
    measured=(Measured("distance to line", READING, 0.0, 6000.0, None, 24140.16, 24140.16),),
    assumed=(Assumed("places.zone", "10 km", "never published"),),
    conditions=("the condition had lapsed",),
    reports=(ReportRef("r.parquet", None, 13, "SS-13"),),
    lon=35.9,
    lat=33.13,
    radius_m=12000.0,
    seen_from="2018-06-01T00:00:00+03:00",
    margin_m=-4840.16,
    likelihood=0.99,
    unit="3rd",
    accepted=Acceptance("known", "M. O.", "2027-01-31"),
)
END = summary(
    inputs=(
        InputFile(
            "r.csv",
            "1" * 64,
            60,
            2,
            (("kind", "position"), ("radius_m", "100")),
            ("m.yaml", "2" * 64),
            gazetteer=("g.csv", "3" * 64),
        ),
    ),
    rows=(row(answers=READING),),
    conditions=(ConditionSpell("c1", READING, "none of it", "lapsed", None, None, "r1"),),
    not_judged=(NotJudged("superseded", 3),),
    unknown=(
        UnknownWord("actor", "Ochre", 2, ("red",), REPORT),
        UnknownWord("doing", "fier", 1, ("fire",), REPORT),
    ),
    rejected=(Rejected("r.csv", 7, 6, "lat", "R203", "out of range", "swapped?"),),
    hidden=1,
    swapped=(REPORT,),
    warnings=(WARNING,),
    reports=(ListedReport("r8", True, "0" * 16, "9" * 16, "judged", None),),
    baseline=BaselineUse("base.json", "1" * 64, 1, 0, 0),
)


def test_a_whole_result_is_valid_by_the_schema_that_ships() -> None:
    for text in (written(FORMAT, FULL, finding(), end=END), written(FORMAT)):
        Draft202012Validator(SCHEMA).validate(json.loads(text))


def test_a_warning_is_one_text_with_its_place_code_and_hint() -> None:
    result = json.loads(written(FORMAT, end=END))
    assert result["warnings"] == ["r.csv:9:1: R156: swapped?; lon comes first"]
    assert result["swapped"] == [{"file": "r.csv", "line": 9, "row": 8, "id": "r8"}]


def described(value: Any, schema: Mapping[str, Any], path: str = "") -> Iterator[str]:
    """Yield the paths of keys that a value has and its schema does not describe, or the reverse."""
    while "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]]
    if isinstance(value, list):
        for item in value:
            yield from described(item, schema["items"], f"{path}[]")
    elif isinstance(value, dict) and "properties" in schema:
        yield from (f"{path}.{key}" for key in value.keys() ^ schema["properties"].keys())
        for key, item in value.items():
            yield from described(item, schema["properties"].get(key, {}), f"{path}.{key}")


def test_the_schema_describes_every_key_that_is_written_and_no_other() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert list(described(json.loads(written(FORMAT, FULL, end=END)), SCHEMA)) == []


def test_the_words_of_the_schema_are_those_of_the_program() -> None:
    known = SCHEMA["$defs"]
    assert known["verdict"]["enum"] == [one.word for one in Verdict]
    assert known["standing"]["enum"] == [one.word for one in Standing]
    assert known["clause_standing"]["enum"] == [one.word for one in ClauseStanding]
    assert known["reasons"]["items"]["enum"] == [(one.name or "").lower() for one in Reason]


@pytest.mark.parametrize(
    "break_it",
    [
        lambda result: result.pop("hollow"),
        lambda result: result["findings"][0].update(verdict="guilty"),
        lambda result: result["findings"][0]["reports"][0].update(line=0),
        lambda result: result["findings"][0].update(lat=91),
        lambda result: result.update(format=2),
    ],
)
def test_the_schema_refuses_what_is_no_result(break_it: Any) -> None:
    result = json.loads(written(FORMAT, FULL, end=END))
    break_it(result)
    assert not Draft202012Validator(SCHEMA).is_valid(result)


def test_the_numbers_are_those_of_the_finding() -> None:
    (one,) = json.loads(written(FORMAT, FULL))["findings"]
    assert (one["margin_m"], one["likelihood"], one["lon"], one["lat"]) == (
        *(-4840.16, 0.99, 35.9, 33.13),
    )
    assert one["reports"] == [{"file": "r.parquet", "line": None, "row": 13, "id": "SS-13"}]
    assert one["measured"][0]["high_m"] is None
    assert one["readings"][0]["reading"] == {"which-line": "line-a"}


@pytest.mark.parametrize(
    ("value", "shown"),
    [(float("nan"), None), (float("inf"), None), (-0.0, 0.0), (1.00049, 1.0), (-0.0001, 0.0)],
)
def test_a_number_is_finite_and_never_minus_zero(value: float, shown: float | None) -> None:
    (one,) = json.loads(written(FORMAT, finding(margin_m=value)))["findings"]
    assert one["margin_m"] == shown
    assert "-0.0" not in str(one["margin_m"])


def test_a_duty_has_a_standing_of_its_own_and_a_summary_all_counts() -> None:
    late = finding(standing=ClauseStanding.LATE, subject="deadline", reports=())
    result = json.loads(written(FORMAT, late, end=summary(rows=(row(),))))
    assert result["findings"][0]["standing"] == "late"
    assert result["summary"][0]["reports"]["violation"] == 1
    assert set(result["summary"][0]["reports"]) == {one.word for one in Standing}


def test_what_the_user_stated_is_a_number_where_it_is_one() -> None:
    pairs = (("radius_m", "100"), ("target_radius_m", "0.5"), ("kind", "position"), ("lat", "5"))
    end = summary(inputs=(InputFile("r.csv", "1" * 64, 1, 0, pairs),))
    result = json.loads(written(FORMAT, end=end))
    assert result["inputs"][0]["stated"] == {
        "radius_m": 100,
        "target_radius_m": 0.5,
        "kind": "position",
        "lat": "5",
    }


def test_any_script_is_written_as_it_is_and_findings_one_a_line() -> None:
    text = written(FORMAT, finding(id="a" * 16), finding(id="b" * 16, says="حزب «الله»"))
    assert "حزب «الله»" in text
    assert len([line for line in text.splitlines() if line.startswith('{"id"')]) == 2
    assert text.endswith("}\n")


def test_the_same_answer_has_the_same_bytes_whatever_the_page() -> None:
    wide = written(FORMAT, FULL, end=END, page=Page(200, is_coloured=True, is_full=True))
    assert wide == written(FORMAT, FULL, end=END)


def test_nothing_of_a_finding_waits_for_the_end() -> None:
    class Stream:
        def __init__(self) -> None:
            self.text = ""

        def write(self, text: str) -> int:
            self.text += text
            return len(text)

    stream = Stream()
    writer = JsonWriter(stream, Page())  # type: ignore[arg-type]
    writer.begin(Header("0.1.0", None, "deal", "Deal", "0" * 64, (("line", "1" * 64),), (), ()))
    writer.add(Block.of(finding(id="c" * 16)))
    assert "c" * 16 in stream.text
