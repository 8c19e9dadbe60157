"""What changed from one result to another, as JSON: one change a line."""

import json
from typing import TextIO

from checker import __version__
from checker.findings.causes import Cause
from checker.findings.comparison import Change, Comparison, Restanding
from checker.findings.finding import Finding
from checker.findings.sides import Side
from checker.outputs.json_finding import answers_json, report_json
from checker.outputs.json_text import Json

__all__ = ["write_diff_json"]

_VERSION = 1


def write_diff_json(
    stream: TextIO,
    found: Comparison,
    names: tuple[str, str],
    is_failing: bool,  # noqa: FBT001
) -> None:
    """Write the document; ``is_failing`` says that the exit code is 1."""
    kinds = ("new", "changed", "gone")
    head: dict[str, Json] = {
        "diff": _VERSION,
        "accord": __version__,
        "agreement": found.new.header.agreement_id,
        "old": _side(names[0], found.old),
        "new": _side(names[1], found.new),
        "differs": [_cause(one) for one in found.differs],
        "counts": {
            **{kind: sum(one.kind == kind for one in found.changes) for kind in kinds},
            "same": found.same,
            "retold": found.retold,
        },
        "failing": is_failing,
    }
    stream.write(f"{_dumped(head)[:-1]},\n")
    _write_list(stream, "changes", [_change(one) for one in found.changes])
    stream.write(",\n")
    _write_list(stream, "clauses", [_restanding(one) for one in found.clauses])
    stream.write("}\n")


def _write_list(stream: TextIO, name: str, entries: list[Json]) -> None:
    lines = ",".join(f"\n{_dumped(entry)}" for entry in entries)
    end = "\n" if entries else ""
    stream.write(f'"{name}": [{lines}{end}]')


def _side(name: str, side: Side) -> Json:
    header = side.header
    return {
        "file": name,
        "accord": header.accord,
        "as_of": header.as_of,
        "sha256": header.agreement_sha256,
        "hollow": side.summary.hollow,
    }


def _change(one: Change) -> Json:
    finding = one.finding
    return {
        "change": one.kind,
        "id": finding.id,
        "subject": finding.subject,
        "clause": finding.clause,
        "reports": [report_json(report) for report in finding.reports],
        "actor": finding.actor,
        "old": _outcome(one.old),
        "new": _outcome(one.new),
        "missing": one.missing,
        "known": one.why.is_known,
        "why": [_cause(cause) for cause in one.why.causes],
    }


def _outcome(finding: Finding | None) -> Json:
    if finding is None:
        return None
    return {
        "verdict": finding.verdict.word,
        "standing": finding.standing.word,
        "reasons": list(finding.reasons),
        "readings": [
            {"reading": answers_json(one.answers), "standing": one.standing.word}
            for one in finding.readings
        ],
        "accepted": finding.accepted is not None,
        "message": finding.message,
    }


def _cause(one: Cause) -> Json:
    return {"kind": one.kind, "about": one.about, "old": one.old, "new": one.new}


def _restanding(one: Restanding) -> Json:
    return {
        "clause": one.clause,
        "reading": answers_json(one.answers),
        "old": one.old,
        "new": one.new,
    }


def _dumped(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
