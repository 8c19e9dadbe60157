"""Problems of rules as text, JSON, annotations of GitHub, and SARIF."""

import json
from collections.abc import Callable, Sequence

from checker.cli.diagnostics import diagnostic_lines
from checker.outputs.annotation import annotation
from checker.outputs.plain import counted
from checker.outputs.sarif_log import (
    LOG,
    SarifObject,
    message,
    physical_location,
    region,
    tool,
)
from checker.values.diagnostic import Diagnostic
from checker.values.span import Span

__all__ = ["FORMATS"]

_NOWHERE = Span("", 1, 1, 1, 1)


def as_text(found: Sequence[Diagnostic]) -> str:
    """Return each problem with its line and a caret, and a count at the end."""
    lines = [line for one in found for line in (*diagnostic_lines(one), "")]
    errors = sum(one.severity == "error" for one in found)
    if not found:
        return "No problems.\n"
    total = f"{counted(errors, 'error')}, {counted(len(found) - errors, 'warning')}."
    return "\n".join([*lines, total, ""])


def as_json(found: Sequence[Diagnostic]) -> str:
    """Return one document with all problems, one a line."""
    if not found:
        return '{"diagnostics": []}\n'
    lines = ",\n".join(json.dumps(_entry(one), ensure_ascii=False) for one in found)
    return f'{{"diagnostics": [\n{lines}\n]}}\n'


def as_github(found: Sequence[Diagnostic]) -> str:
    """Return workflow commands, which GitHub shows at the lines of a change."""
    return "".join(f"{_annotation(one)}\n" for one in found)


def as_sarif(found: Sequence[Diagnostic]) -> str:
    """Return a SARIF log; columns count characters (OASIS SARIF 2.1.0, 3.14.17)."""
    rules: list[SarifObject] = [{"id": code} for code in sorted({one.code for one in found})]
    run: SarifObject = {
        "tool": tool(rules),
        "columnKind": "unicodeCodePoints",
        "results": [_result(one) for one in found],
    }
    log = {**LOG, "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[Sequence[Diagnostic]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
"""Every way in which problems of rules are written."""


def _entry(one: Diagnostic) -> dict[str, str | int]:
    span = one.span or _NOWHERE
    return {
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "code": one.code,
        "severity": one.severity,
        "message": one.message,
        "hint": one.hint,
    }


def _annotation(one: Diagnostic) -> str:
    span = one.span or _NOWHERE
    properties = {
        "file": span.file,
        "line": str(span.line),
        "endLine": str(span.end_line),
        "col": str(span.column),
        "endColumn": str(span.end_column),
        "title": one.code,
    }
    hint = f"\nhint: {one.hint}" if one.hint else ""
    return annotation(one.severity, properties, one.message + hint)


def _result(one: Diagnostic) -> SarifObject:
    span = one.span or _NOWHERE
    hint = f" Hint: {one.hint}" if one.hint else ""
    return {
        "ruleId": one.code,
        "level": one.severity,
        "message": message(f"{one.message}{hint}"),
        "locations": [{"physicalLocation": physical_location(span.file, region(span))}],
    }
