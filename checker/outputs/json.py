"""The result as JSON, the contract that programs rely on; findings stream, one a line."""

import json
import math
from typing import TextIO, TypeAlias

from checker.findings.block import Block
from checker.findings.finding import (
    ConditionSpell,
    Finding,
    Header,
    InputFile,
    Measured,
    ReadingFinding,
    Rejected,
    ReportRef,
    Summary,
    SummaryRow,
    UnknownWord,
)
from checker.language.core.agreement import Source
from checker.language.core.clause import Answers
from checker.language.core.question import Question
from checker.outputs.writer import Format, Page
from checker.values.diagnostic import Diagnostic
from checker.values.verdict import Standing

__all__ = ["FORMAT", "JsonWriter"]

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None

_VERSION = 1
"""Of the contract; a program that knows another one refuses the file."""


class JsonWriter:
    """Write the keys in a fixed order, so that the same answer has the same bytes."""

    def __init__(self, stream: TextIO, page: Page) -> None:
        del page
        self._stream = stream
        self._is_first = True

    def begin(self, header: Header) -> None:
        """Write the header and open the list of findings."""
        head: dict[str, Json] = {
            "format": _VERSION,
            "accord": header.accord,
            "as_of": header.as_of,
            "agreement": {
                "id": header.agreement_id,
                "title": header.agreement_title,
                "sha256": header.agreement_sha256,
                "overrides": [{"place": p, "sha256": s} for p, s in header.overrides],
                "questions": [_question(one) for one in header.questions],
                "sources": [_source(one) for one in header.sources],
            },
        }
        self._stream.write(f'{_dumped(head)[:-1]},\n"findings": [')

    def add(self, block: Block) -> None:
        """Write each finding on a line of its own."""
        for finding in block.findings():
            self._stream.write("\n" if self._is_first else ",\n")
            self._is_first = False
            self._stream.write(_dumped(_finding(finding)))

    def end(self, summary: Summary) -> None:
        """Close the list and write what is known at the end, one entry a line."""
        self._stream.write("],\n" if self._is_first else "\n],\n")
        lists: dict[str, list[Json]] = {
            "inputs": [_input(one) for one in summary.inputs],
            "summary": [_row(row) for row in summary.rows],
            "conditions": [_spell(spell) for spell in summary.conditions],
            "not_judged": [{"reason": n.reason, "count": n.count} for n in summary.not_judged],
            "unknown_actors": [_unknown(u) for u in summary.unknown if u.kind == "actor"],
            "unknown_words": [
                {"kind": u.kind, **_unknown(u)} for u in summary.unknown if u.kind != "actor"
            ],
            "rejected": [_rejected(one) for one in summary.rejected],
            "swapped": [_report(one) for one in summary.swapped],
            "warnings": [_warning(one) for one in summary.warnings],
        }
        for name, entries in lists.items():
            lines = "".join(f"\n{_dumped(entry)}," for entry in entries)
            end = "\n" if entries else ""
            self._stream.write(f'"{name}": [{lines[:-1]}{end}],\n')
        tail: dict[str, Json] = {"hidden": summary.hidden, "hollow": summary.hollow is not None}
        self._stream.write(f"{_dumped(tail)[1:]}\n")


FORMAT = Format(
    "json", "one document for programs; `accord schema result` describes it", JsonWriter
)


def _dumped(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _question(question: Question) -> Json:
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


def _finding(finding: Finding) -> Json:
    return {
        "id": finding.id,
        "subject": finding.subject,
        "clause": finding.clause,
        "verdict": finding.verdict.word,
        "standing": finding.standing.word,
        "reasons": list(finding.reasons),
        "readings": [_reading(reading) for reading in finding.readings],
        "violated_under": {
            "yes": finding.violated_yes,
            "open": finding.violated_open,
            "no": finding.violated_no,
        },
        "reports": [_report(one) for one in finding.reports],
        "incident": finding.incident,
        "actor": finding.actor,
        "reported_actor": finding.reported_actor,
        "kind": finding.kind,
        "does": list(finding.does),
        "role": finding.role,
        "position_of": finding.position_of,
        "seen_from": finding.seen_from,
        "seen_to": finding.seen_to,
        "lon": _as_given(finding.lon),
        "lat": _as_given(finding.lat),
        "radius_m": _rounded(finding.radius_m),
        "within_area": finding.within_area,
        "measured": [_measured(measured) for measured in finding.measured],
        "margin_m": _rounded(finding.margin_m),
        "margin_h": _rounded(finding.margin_h),
        "likelihood": _rounded(finding.likelihood),
        "clause_certainty": finding.clause_certainty,
        "assumed": [{"path": a.path, "value": a.value, "why": a.why} for a in finding.assumed],
        "conditions": list(finding.conditions),
        "exception": finding.exception,
        "says": finding.says,
        "source": finding.source,
        "message": finding.message,
        "decides": finding.decides,
        "decides_radius_m": _rounded(finding.decides_radius_m),
    }


def _reading(reading: ReadingFinding) -> Json:
    return {
        "reading": _answers(reading.answers),
        "verdict": reading.verdict.word,
        "standing": reading.standing.word,
        "reasons": list(reading.reasons),
        "margin_m": _rounded(reading.margin_m),
        "margin_h": _rounded(reading.margin_h),
        "likelihood": _rounded(reading.likelihood),
        "decides": reading.decides,
        "decides_radius_m": _rounded(reading.decides_radius_m),
        "exception": reading.exception,
        "lapse": reading.lapse,
        "incident": reading.incident,
    }


def _measured(measured: Measured) -> Json:
    return {
        "what": measured.what,
        "reading": _answers(measured.answers),
        "low_m": _rounded(measured.low_m),
        "best_m": _rounded(measured.best_m),
        "high_m": _rounded(measured.high_m),
        "limit_low_m": _rounded(measured.limit_low_m),
        "limit_high_m": _rounded(measured.limit_high_m),
    }


def _row(row: SummaryRow) -> Json:
    counts = dict(row.reports)
    return {
        "clause": row.clause,
        "reading": _answers(row.answers),
        "reports": {standing.word: counts.get(standing, 0) for standing in Standing},
        "standing": row.standing.word,
        "incidents": row.incidents,
    }


def _spell(spell: ConditionSpell) -> Json:
    return {
        "clause": spell.clause,
        "reading": _answers(spell.answers),
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
        "first": _report(one.first),
        "nearest": list(one.nearest),
    }


def _report(one: ReportRef) -> Json:
    return {"file": one.file, "line": one.line, "row": one.row, "id": one.id}


def _warning(one: Diagnostic) -> Json:
    return f"{one}; {one.hint}" if one.hint else str(one)


def _answers(answers: Answers) -> Json:
    return dict(answers)


def _rounded(value: float | None) -> float | None:
    """Round to a thousandth (of a metre: finer than any distance is good to); never -0 or NaN."""
    if value is None or not math.isfinite(value):
        return None
    return round(value, 3) + 0.0


def _as_given(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None
