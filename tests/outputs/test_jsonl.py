"""The result as JSON lines: each line an object that says what it is, the last one that it ends."""

import json
from typing import Any

from checker.findings.block import Block
from checker.findings.finding import NotJudged, ReportRef
from checker.outputs.json import FORMAT as JSON
from checker.outputs.jsonl import FORMAT, JsonLinesWriter
from checker.outputs.writer import Page
from checker.values.diagnostic import Diagnostic
from tests.findings.made import finding
from tests.outputs.made import HEADER, row, summary, written

END = summary(
    rows=(row(), row("c2")),
    not_judged=(NotJudged("silent", 3),),
    swapped=(ReportRef("r.csv", 9, 8, "r8"),),
    warnings=(Diagnostic("R157", "a lone date", None, "state it", "warning"),),
    hidden=1,
)


def lines_of(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_every_line_is_an_object_with_a_type_and_the_last_one_counts() -> None:
    lines = lines_of(written(FORMAT, finding(), finding(id="f" * 16), end=END))
    assert [line["type"] for line in lines] == [
        *("result", "finding", "finding", "input", "summary", "summary", "not_judged"),
        *("swapped", "warning", "diagnostic", "end"),
    ]
    end = {"type": "end", "findings": 2, "hidden": 1, "hollow": False}
    assert end.items() <= lines[-1].items()


def test_the_entries_are_those_of_the_json_document() -> None:
    whole = json.loads(written(JSON, finding(says="x"), end=END))
    lines = lines_of(written(FORMAT, finding(says="x"), end=END))
    for kind, key in (("finding", "findings"), ("summary", "summary"), ("swapped", "swapped")):
        entries = [
            {name: value for name, value in line.items() if name != "type"}
            for line in lines
            if line["type"] == kind
        ]
        assert entries == whole[key]
    (warning,) = (line["message"] for line in lines if line["type"] == "warning")
    assert [warning] == whole["warnings"]


def test_a_line_break_of_any_kind_within_a_text_starts_no_line() -> None:
    text = "a\nb\rc\x85d\u2028e\u2029f\x0bg\x0ch\x1ci"
    lines = lines_of(written(FORMAT, finding(reported_actor=text)))
    assert lines[1]["reported_actor"] == text


def test_a_finding_is_written_when_it_comes() -> None:
    class Stream:
        text = ""

        def write(self, text: str) -> int:
            self.text += text
            return len(text)

    stream = Stream()
    writer = JsonLinesWriter(stream, Page())  # type: ignore[arg-type]
    writer.begin(HEADER)
    writer.add(Block.of(finding(id="c" * 16)))
    assert "c" * 16 in stream.text.splitlines()[-1]
