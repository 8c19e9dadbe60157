"""The end of a SARIF log: the files, what went wrong in the run, and its counts."""

from collections import Counter

from checker.findings.finding import Header, Rejected, Summary
from checker.outputs.json_text import Json
from checker.outputs.plain import counted
from checker.outputs.sarif_log import SarifObject, message, physical_location, region
from checker.values.diagnostic import Diagnostic

__all__ = ["artifacts", "invocation", "properties"]

_MOST = 1_000
"""So many rejected rows are told one by one; all of them are counted."""


def artifacts(summary: Summary) -> list[Json]:
    """Return the files of reports, each with its hash."""
    return [
        {
            "location": physical_location(one.file, None)["artifactLocation"],
            # A public edition tells no hash of a file.
            **({"hashes": {"sha-256": one.sha256}} if one.sha256 else {}),
            "roles": ["analysisTarget"],
        }
        for one in summary.inputs
    ]


def invocation(summary: Summary, left_out: Counter[str]) -> SarifObject:
    """Return how the run went: warnings, rows that were not accepted, results left out."""
    told: list[Json] = [_warning(one) for one in summary.warnings]
    told += [_rejected(one) for one in summary.rejected[:_MOST]]
    more = len(summary.rejected) - _MOST
    if more > 0:
        told.append(_note("warning", f"{counted(more, 'problem')} more of rows not accepted"))
    if left_out:
        words = ", ".join(f"{count:,} {word}" for word, count in left_out.items())
        said = f"This log holds the gravest results alone; left out: {words}"
        told.append(_note("warning", said))
    if summary.hollow is not None:
        told.append(_note("error", f"Hollow: {summary.hollow}; this is no pass"))
    return {"executionSuccessful": summary.hollow is None, "toolExecutionNotifications": told}


def properties(
    header: Header, summary: Summary, counts: Counter[str], left_out: Counter[str]
) -> SarifObject:
    """Return which rules and date the run is of, and how many findings have which standing."""
    return {
        "as_of": header.as_of,
        "agreement": header.agreement_id,
        "agreement_sha256": header.agreement_sha256,
        "findings": dict(counts),
        "left_out": dict(left_out),
        "hidden": summary.hidden,
        "hollow": summary.hollow,
        "not_judged": {one.reason: one.count for one in summary.not_judged},
    }


def _warning(one: Diagnostic) -> SarifObject:
    hint = f" Hint: {one.hint}" if one.hint else ""
    note = _note("warning", f"{one.message}.{hint}", one.code)
    if one.span is None:
        return note
    place = physical_location(one.span.file, region(one.span))
    return {**note, "locations": [{"physicalLocation": place}]}


def _rejected(one: Rejected) -> SarifObject:
    column = f"{one.column}: " if one.column else ""
    hint = f" Hint: {one.hint}" if one.hint else ""
    line: SarifObject | None = {"startLine": one.line} if one.line else None
    note = _note("warning", f"Row {one.row} not accepted: {column}{one.reason}.{hint}", one.code)
    return {**note, "locations": [{"physicalLocation": physical_location(one.file, line)}]}


def _note(level: str, text: str, code: str = "") -> SarifObject:
    note: SarifObject = {"level": level, "message": message(text)}
    return {**note, "descriptor": {"id": code}} if code else note
