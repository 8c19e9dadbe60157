"""What changed as JSON: every key is there, the same difference has the same bytes."""

import io
import json
from typing import Any

from checker.findings.comparison import compared
from checker.findings.finding import Finding
from checker.outputs.diff_json import write_diff_json
from tests.findings.made import finding
from tests.findings.sides_made import Told, side


def told(*findings: Finding) -> Told:
    one = side()
    return Told(one.header, findings, one.summary)


def written(old: Told, new: Told) -> str:
    stream = io.StringIO()
    write_diff_json(stream, compared(old, new), ("o.json", "n.json"), is_failing=True)
    return stream.getvalue()


def test_a_change_is_one_line_and_has_every_key() -> None:
    text = written(told(), told(finding(message="حزب"), finding(id="f" * 16)))
    (line, _) = (one for one in text.splitlines() if one.startswith('{"change"'))
    change: dict[str, Any] = json.loads(line.rstrip(","))
    assert list(change) == [
        *("change", "id", "subject", "clause", "reports", "actor", "old", "new"),
        *("missing", "known", "why"),
    ]
    assert (change["change"], change["old"], change["missing"]) == ("new", None, "judged")
    assert change["new"]["standing"] == "violation"
    assert "حزب" in line


def test_the_counts_add_up() -> None:
    whole = json.loads(written(told(finding()), told(finding(id="f" * 16))))
    assert whole["counts"] == {"new": 1, "changed": 0, "gone": 1, "same": 0, "retold": 0}
    assert len(whole["changes"]) == 2
    assert (whole["failing"], whole["old"]["file"]) == (True, "o.json")


def test_no_difference_is_a_document_too() -> None:
    whole = json.loads(written(told(), told()))
    assert (whole["changes"], whole["clauses"], whole["differs"]) == ([], [], [])
