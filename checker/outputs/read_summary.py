"""What stands beside the findings, read back from JSON: the very values that were written."""

from typing import Literal

from checker.findings.acceptance import BaselineUse
from checker.findings.finding import (
    Checked,
    ClauseText,
    ConditionSpell,
    Edition,
    Header,
    InputFile,
    ListedReport,
    NotJudged,
    Rejected,
    ReportState,
    Summary,
    SummaryRow,
    UnknownWord,
)
from checker.findings.request import Asked
from checker.language.core.agreement import Source
from checker.language.core.question import Answer, Question
from checker.language.prints import ClausePrint, Prints
from checker.outputs.json_object import JsonObject
from checker.outputs.read_finding import report_from
from checker.reports.unknown import Kind
from checker.values.diagnostic import Diagnostic, Severity
from checker.values.span import Span
from checker.values.verdict import LEVELS, ClauseStanding, Standing

__all__ = ["header_from", "summary_from"]

_VERSION = 1
_CLAUSE_STANDINGS = {one.word: one for one in ClauseStanding}
_STATES: dict[str, Literal["holds", "open", "lapsed"]] = {
    "holds": "holds",
    "open": "open",
    "lapsed": "lapsed",
}
_KINDS: dict[str, Kind] = {
    "place": "place",
    "doing": "doing",
    "thing": "thing",
    "report": "report",
}
_REPORT_STATES: dict[str, ReportState] = {
    "judged": "judged",
    "superseded": "superseded",
    "after_as_of": "after_as_of",
}
_SEVERITIES: dict[str, Severity] = {"error": "error", "warning": "warning"}
_OF_REPORTS = tuple(
    one for one in Standing if one not in (Standing.BREAKS_CONDITION, Standing.DEPENDS_ON_READING)
)
"""What a report may be under one reading of a clause."""


def header_from(root: JsonObject) -> Header:
    """Read what stands before the findings; raises ``UnfitError``."""
    if root.number("format") != _VERSION:
        raise root.unfit("format", f"is not {_VERSION}; another version of accord wrote it")
    agreement = root.part("agreement")
    return Header(
        accord=root.text("accord"),
        as_of=root.maybe_text("as_of"),
        agreement_id=agreement.text("id"),
        agreement_title=agreement.text("title"),
        agreement_sha256=agreement.text("sha256"),
        overrides=tuple((o.text("place"), o.text("sha256")) for o in agreement.parts("overrides")),
        questions=tuple(_question(one) for one in agreement.parts("questions")),
        sources=tuple(_source(one) for one in agreement.parts("sources")),
        asked=_asked(root.part("asked")),
        prints=_prints(agreement),
        clauses=tuple(_text(one) for one in agreement.parts("texts")),
        edition=_edition(root),
    )


def summary_from(root: JsonObject) -> Summary:
    """Read what stands behind the findings; raises ``UnfitError``."""
    return Summary(
        inputs=tuple(_input(one) for one in root.parts("inputs")),
        rows=tuple(_row(one) for one in root.parts("summary")),
        conditions=tuple(_spell(one) for one in root.parts("conditions")),
        not_judged=tuple(
            NotJudged(one.text("reason"), one.whole("count")) for one in root.parts("not_judged")
        ),
        unknown=(
            *(_unknown(one, "actor") for one in root.parts("unknown_actors")),
            *(_unknown(one, one.word("kind", _KINDS)) for one in root.parts("unknown_words")),
        ),
        rejected=tuple(_rejected(one) for one in root.parts("rejected")),
        hidden=root.whole("hidden"),
        hollow=root.maybe_text("hollow_because"),
        swapped=tuple(report_from(one) for one in root.parts("swapped")),
        warnings=tuple(_warning(one) for one in root.parts("diagnostics")),
        reports=_reports(root),
        baseline=_baseline(use) if (use := root.maybe_part("baseline")) else None,
        checked=tuple(_checked(one) for one in root.parts("checked")),
    )


def _edition(root: JsonObject) -> Edition | None:
    """Return which edition it is; a result of before there were editions is a whole one."""
    one = root.maybe_part("edition") if "edition" in root.keys() else None
    return Edition(one.number("cell_m")) if one is not None else None


def _checked(one: JsonObject) -> Checked:
    counts = one.part("reports")
    reports = ((word, counts.whole(word.word)) for word in Standing)
    return Checked(
        one.text("file"),
        one.text("clause"),
        tuple((word, count) for word, count in reports if count),
    )


def _asked(one: JsonObject) -> Asked:
    return Asked(
        fail_on=one.word("fail_on", {level: level for level in LEVELS}),
        is_all=one.truth("all"),
        clauses=one.texts("clauses"),
        party=one.maybe_text("party"),
        since=one.maybe_text("since"),
        until=one.maybe_text("until"),
    )


def _text(one: JsonObject) -> ClauseText:
    ends = (one.whole(key) for key in ("line", "column", "end_line", "end_column"))
    return ClauseText(
        id=one.text("clause"),
        says=one.text("says"),
        source=one.text("source"),
        certainty=one.maybe_text("certainty"),
        span=Span(one.text("file"), *ends),
    )


def _prints(agreement: JsonObject) -> Prints:
    return Prints(
        clauses=tuple(
            ClausePrint(
                clause=one.text("clause"),
                terms=one.text("sha256"),
                actors=one.text("actors"),
                places=one.texts("places"),
                rests_on=one.texts("rests_on"),
                looks_round=one.truth("looks_round"),
            )
            for one in agreement.parts("clauses")
        ),
        places=tuple((o.text("place"), o.text("sha256")) for o in agreement.parts("places")),
        rest=agreement.text("rest"),
    )


def _reports(root: JsonObject) -> tuple[ListedReport, ...] | None:
    listed = tuple(
        ListedReport(
            id=one.text("id"),
            is_named=one.truth("named"),
            content=one.text("content"),
            ground=one.text("ground"),
            state=one.word("state", _REPORT_STATES),
            supersedes=one.maybe_text("supersedes"),
        )
        for one in root.parts("every_report")
    )
    return listed if root.truth("lists_reports") else None


def _baseline(one: JsonObject) -> BaselineUse:
    return BaselineUse(
        file=one.text("file"),
        sha256=one.text("sha256"),
        accepted=one.whole("accepted"),
        stale=one.whole("stale"),
        expired=one.whole("expired"),
    )


def _question(one: JsonObject) -> Question:
    answers = tuple(
        Answer(a.text("answer"), a.maybe_text("means") or "") for a in one.parts("answers")
    )
    return Question(one.text("question"), one.maybe_text("asks") or "", answers)


def _source(one: JsonObject) -> Source:
    return Source(
        id=one.text("id"),
        kind=one.text("kind"),
        title=one.maybe_text("title"),
        publisher=one.maybe_text("publisher"),
        published=one.maybe_text("published"),
        url=one.maybe_text("url"),
    )


def _spell(one: JsonObject) -> ConditionSpell:
    return ConditionSpell(
        clause=one.text("clause"),
        answers=one.pairs("reading"),
        condition=one.text("condition"),
        state=one.word("state", _STATES),
        from_at=one.maybe_text("from"),
        to_at=one.maybe_text("to"),
        cause=one.maybe_text("cause"),
    )


def _input(one: JsonObject) -> InputFile:
    mapping = one.maybe_part("mapping")
    stated = one.part("stated")
    return InputFile(
        file=one.text("file"),
        sha256=one.text("sha256"),
        rows=one.whole("rows"),
        quarantined=one.whole("quarantined"),
        stated=tuple((name, _stated(stated, name)) for name in stated.keys()),
        mapping=(mapping.text("file"), mapping.text("sha256")) if mapping else None,
        rewritten=one.whole("rewritten"),
    )


def _stated(stated: JsonObject, name: str) -> str:
    """Return what the user stated as text; a number as ``layout_of`` writes it."""
    return f"{stated.number(name):.15g}" if stated.is_number(name) else stated.text(name)


def _row(one: JsonObject) -> SummaryRow:
    counts = one.part("reports")
    return SummaryRow(
        clause=one.text("clause"),
        answers=one.pairs("reading"),
        reports=tuple((word, counts.whole(word.word)) for word in _OF_REPORTS),
        standing=one.word("standing", _CLAUSE_STANDINGS),
        incidents=one.whole("incidents"),
    )


def _rejected(one: JsonObject) -> Rejected:
    return Rejected(
        file=one.text("file"),
        line=one.maybe_whole("line"),
        row=one.whole("row"),
        column=one.maybe_text("column"),
        code=one.text("code"),
        reason=one.text("reason"),
        hint=one.text("hint"),
    )


def _unknown(one: JsonObject, kind: Kind) -> UnknownWord:
    first = report_from(one.part("first"))
    return UnknownWord(kind, one.text("name"), one.whole("count"), one.texts("nearest"), first)


def _warning(one: JsonObject) -> Diagnostic:
    return Diagnostic(
        code=one.text("code"),
        message=one.text("message"),
        span=_span(one, file) if (file := one.maybe_text("file")) is not None else None,
        hint=one.text("hint"),
        severity=one.word("severity", _SEVERITIES),
    )


def _span(one: JsonObject, file: str) -> Span:
    places = (one.whole(key) for key in ("line", "column", "end_line", "end_column"))
    return Span(file, *places)
