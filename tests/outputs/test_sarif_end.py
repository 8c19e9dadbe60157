"""The end of a SARIF log."""

from collections import Counter
from typing import Any

import pytest

from checker.findings.finding import InputFile, NotJudged, Rejected
from checker.outputs import sarif_end
from checker.outputs.sarif_end import artifacts, invocation, properties
from checker.values.diagnostic import Diagnostic
from checker.values.span import Span
from tests.outputs.made import HEADER, summary

BAD = Rejected("r.csv", 7, 6, "lat", "R203", "out of range", "swapped?")


def notes(**given: Any) -> list[Any]:
    told = invocation(summary(**given), Counter())["toolExecutionNotifications"]
    assert isinstance(told, list)
    return told


def test_every_file_has_its_hash() -> None:
    (one,) = artifacts(summary(inputs=(InputFile("a b.csv", "1" * 64, 1, 0),)))
    assert isinstance(one, dict)
    assert (one["location"], one["hashes"]) == ({"uri": "a%20b.csv"}, {"sha-256": "1" * 64})


def test_a_warning_and_a_rejected_row_are_told_at_their_lines() -> None:
    warning = Diagnostic("R156", "swapped?", Span("r.csv", 9, 1, 9, 1), "lon first", "warning")
    first, second = notes(warnings=(warning,), rejected=(BAD,))
    assert (first["descriptor"], second["descriptor"]) == ({"id": "R156"}, {"id": "R203"})
    assert second["message"] == {"text": "Row 6 not accepted: lat: out of range. Hint: swapped?"}
    assert second["locations"][0]["physicalLocation"]["region"] == {"startLine": 7}


def test_many_rejected_rows_are_cut_and_the_rest_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif_end, "_MOST", 2)
    told = notes(rejected=(BAD,) * 5)
    assert len(told) == 3
    assert told[-1]["message"]["text"] == "3 problems more of rows not accepted"


def test_a_hollow_run_is_no_success() -> None:
    told = invocation(summary(hollow="nothing was put to the test"), Counter())
    assert told["executionSuccessful"] is False
    assert "this is no pass" in str(told["toolExecutionNotifications"])


def test_the_counts_tell_what_is_left_out_and_what_was_not_judged() -> None:
    told = properties(
        HEADER,
        summary(not_judged=(NotJudged("silent", 3),), hidden=2),
        Counter(violation=9),
        Counter(violation=4),
    )
    assert (told["findings"], told["left_out"]) == ({"violation": 9}, {"violation": 4})
    assert (told["not_judged"], told["hidden"]) == ({"silent": 3}, 2)
