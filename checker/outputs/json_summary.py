"""What stands beside the findings as JSON: what was asked, the inputs, clauses, what was left."""

import math

from checker.findings.acceptance import BaselineUse
from checker.findings.finding import (
    Checked,
    ClauseText,
    ConditionSpell,
    Edition,
    Header,
    InputFile,
    ListedReport,
    Rejected,
    Summary,
    SummaryRow,
    UnknownWord,
)
from checker.language.core.agreement import Source
from checker.language.core.question import Question
from checker.language.prints import ClausePrint
from checker.outputs.json_finding import answers_json, report_json
from checker.outputs.json_text import Json
from checker.values.diagnostic import Diagnostic
from checker.values.verdict import Standing

__all__ = ["head_json", "lists_json", "question_json", "spell_json", "tail_json"]

_VERSION = 1
"""Of the contract; a program that knows another one refuses the file."""


def head_json(header: Header) -> dict[str, Json]:
    """Return what stands before the findings."""
    asked = header.asked
    return {
        "format": _VERSION,
        "accord": header.accord,
        "as_of": header.as_of,
        "agreement": {
            "id": header.agreement_id,
            "title": header.agreement_title,
            "sha256": header.agreement_sha256,
            "overrides": [{"place": p, "sha256": s} for p, s in header.overrides],
            "questions": [question_json(one) for one in header.questions],
            "sources": [_source(one) for one in header.sources],
            "clauses": [_clause(one) for one in header.prints.clauses],
            "places": [{"place": p, "sha256": s} for p, s in header.prints.places],
            "rest": header.prints.rest,
            "texts": [_text(one) for one in header.clauses],
        },
        "asked": {
            "fail_on": asked.fail_on,
            "all": asked.is_all,
            "clauses": list(asked.clauses),
            "party": asked.party,
            "since": asked.since,
            "until": asked.until,
        },
        "edition": _edition(header.edition),
    }


def lists_json(summary: Summary) -> dict[str, list[Json]]:
    """Return the lists behind the findings, by their keys."""
    return {
        "inputs": [_input(one) for one in summary.inputs],
        "summary": [_row(row) for row in summary.rows],
        "checked": [_checked(one) for one in summary.checked],
        "conditions": [spell_json(spell) for spell in summary.conditions],
        "not_judged": [{"reason": n.reason, "count": n.count} for n in summary.not_judged],
        "unknown_actors": [_unknown(u) for u in summary.unknown if u.kind == "actor"],
        "unknown_words": [
            {"kind": u.kind, **_unknown(u)} for u in summary.unknown if u.kind != "actor"
        ],
        "rejected": [_rejected(one) for one in summary.rejected],
        "swapped": [report_json(one) for one in summary.swapped],
        "warnings": [_warning(one) for one in summary.warnings],
        "diagnostics": [_diagnostic(one) for one in summary.warnings],
        "every_report": [_listed(one) for one in summary.reports or ()],
    }


def tail_json(summary: Summary) -> dict[str, Json]:
    """Return what stands behind the lists."""
    return {
        "lists_reports": summary.reports is not None,
        "hidden": summary.hidden,
        "hollow": summary.hollow is not None,
        "hollow_because": summary.hollow,
        "baseline": _baseline(summary.baseline),
    }


def _edition(one: Edition | None) -> Json:
    return {"cell_m": one.cell_m, "says": one.said} if one is not None else None


def question_json(question: Question) -> Json:
    """Return what a question asks, and what its answers mean."""
    answers: list[Json] = [
        {"answer": one.name, "means": one.means or None} for one in question.answers
    ]
    return {"question": question.name, "asks": question.asks or None, "answers": answers}


def _source(source: Source) -> Json:
    return {
        "id": source.id,
        "kind": source.kind,
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published,
        "url": source.url,
    }


def _text(one: ClauseText) -> Json:
    return {
        "clause": one.id,
        "says": one.says,
        "source": one.source,
        "certainty": one.certainty,
        "file": one.span.file,
        "line": one.span.line,
        "column": one.span.column,
        "end_line": one.span.end_line,
        "end_column": one.span.end_column,
    }


def _clause(one: ClausePrint) -> Json:
    return {
        "clause": one.clause,
        "sha256": one.terms,
        "actors": one.actors,
        "places": list(one.places),
        "rests_on": list(one.rests_on),
        "looks_round": one.looks_round,
    }


def _row(row: SummaryRow) -> Json:
    counts = dict(row.reports)
    return {
        "clause": row.clause,
        "reading": answers_json(row.answers),
        "reports": {standing.word: counts.get(standing, 0) for standing in Standing},
        "standing": row.standing.word,
        "incidents": row.incidents,
    }


def _checked(one: Checked) -> Json:
    counts = dict(one.reports)
    reports: dict[str, Json] = {standing.word: counts.get(standing, 0) for standing in Standing}
    return {"file": one.file, "clause": one.clause, "reports": reports}


def spell_json(spell: ConditionSpell) -> Json:
    """Return what a condition was for a time."""
    return {
        "clause": spell.clause,
        "reading": answers_json(spell.answers),
        "condition": spell.condition,
        "state": spell.state,
        "from": spell.from_at,
        "to": spell.to_at,
        "cause": spell.cause,
    }


def _input(one: InputFile) -> Json:
    return {
        "file": one.file,
        "sha256": one.sha256,
        "rows": one.rows,
        "quarantined": one.quarantined,
        "stated": {name: _stated(name, text) for name, text in one.stated},
        "mapping": dict(zip(("file", "sha256"), one.mapping, strict=True)) if one.mapping else None,
        "rewritten": one.rewritten,
    }


def _stated(name: str, text: str) -> Json:
    """Return a stated number as a number, without a point where it is whole."""
    try:
        number = float(text) if name.endswith("_m") else math.nan
    except ValueError:
        return text
    if not math.isfinite(number):
        return text
    return int(number) if number.is_integer() else number


def _rejected(one: Rejected) -> Json:
    return {
        "file": one.file,
        "line": one.line,
        "row": one.row,
        "column": one.column,
        "code": one.code,
        "reason": one.reason,
        "hint": one.hint,
    }


def _unknown(one: UnknownWord) -> dict[str, Json]:
    return {
        "name": one.name,
        "count": one.count,
        "first": report_json(one.first),
        "nearest": list(one.nearest),
    }


def _warning(one: Diagnostic) -> Json:
    return f"{one}; {one.hint}" if one.hint else str(one)


def _diagnostic(one: Diagnostic) -> Json:
    """Return a warning in its parts, as ``accord lint -f json`` does; null for no place."""
    span = one.span
    return {
        "file": span.file if span else None,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
        "code": one.code,
        "severity": one.severity,
        "message": one.message,
        "hint": one.hint,
    }


def _listed(one: ListedReport) -> Json:
    return {
        "id": one.id,
        "named": one.is_named,
        "content": one.content,
        "ground": one.ground,
        "state": one.state,
        "supersedes": one.supersedes,
    }


def _baseline(use: BaselineUse | None) -> Json:
    if use is None:
        return None
    return {
        "file": use.file,
        "sha256": use.sha256,
        "accepted": use.accepted,
        "stale": use.stale,
        "expired": use.expired,
    }
