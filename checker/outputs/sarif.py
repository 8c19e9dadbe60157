"""The findings as SARIF 2.1.0: what code scanning shows at the lines of reports.

A result is `fail` where a breach is proved, and `open` where nobody can decide.
"""

import re
from typing import TextIO

from checker.findings.block import Block
from checker.findings.finding import ClauseText, Finding, Header, ReportRef, Summary
from checker.language.core.agreement import Source
from checker.outputs.gravest import Gravest
from checker.outputs.json_text import Json, dumped, rounded
from checker.outputs.plain import KEY, STANDINGS, listed
from checker.outputs.sarif_end import artifacts, invocation, properties
from checker.outputs.sarif_log import (
    LOG,
    SarifObject,
    message,
    physical_location,
    region,
    tool,
)
from checker.outputs.writer import Format, Page
from checker.values.verdict import Verdict

__all__ = ["FORMAT", "SarifWriter"]

_MOST = 25_000
"""GitHub refuses a run with more results, and shows the 5,000 gravest of them.

Source: GitHub Docs, SARIF results exceed one or more limits."""

_KINDS = {
    Verdict.VIOLATION: "fail",
    Verdict.UNDETERMINED: "open",
    Verdict.NO_BREACH: "informational",
    Verdict.COMPLIANT: "pass",
    Verdict.NOT_APPLICABLE: "notApplicable",
}
"""3.27.9: `open` is that there is too little to decide by; only `fail` has a level (3.27.10)."""

_ADDRESS = re.compile(r"https?://[!-~]+")

_REVIEW = "breaks_condition"
"""No verdict on the clause: a person has to see what hangs on the condition."""


class SarifWriter:
    """Hold the gravest results until the end, as many as may be uploaded, and count them all."""

    def __init__(self, stream: TextIO, page: Page) -> None:
        del page
        self._stream = stream
        self._results: Gravest[str] = Gravest(_MOST)
        self._clauses: dict[str, tuple[int, ClauseText]] = {}
        self._header: Header | None = None

    def begin(self, header: Header) -> None:
        """Write the tool with its rules, one for each clause, and open the list of results."""
        self._header = header
        self._clauses = {one.id: (index, one) for index, one in enumerate(header.clauses)}
        sources = {one.id: one for one in header.sources}
        run: SarifObject = {
            "tool": tool([_rule(one, sources.get(one.source)) for one in header.clauses]),
            "columnKind": "unicodeCodePoints",
            "automationDetails": {"id": f"accord/{header.agreement_id}/"},
        }
        self._stream.write(f'{dumped(LOG)[:-1]}, "runs": [\n{dumped(run)[:-1]},\n"results": [')

    def add(self, block: Block) -> None:
        """Take the next findings."""
        for one in block.findings():
            self._results.add(one.standing.word, lambda one=one: dumped(self._result(one)))  # type: ignore[misc]

    def end(self, summary: Summary) -> None:
        """Write the results one a line, the files, and what a reader has to know of the run."""
        assert self._header is not None, "a writer is begun before it ends"
        results = self._results.in_order()
        self._stream.write(",".join(f"\n{one}" for one in results))
        self._stream.write("\n],\n" if results else "],\n")
        left_out = self._results.left_out()
        tail: SarifObject = {
            "artifacts": artifacts(summary),
            "invocations": [invocation(summary, left_out)],
            "properties": properties(self._header, summary, self._results.counts, left_out),
        }
        self._stream.write(f"{dumped(tail)[1:]}\n]}}\n")

    def _result(self, finding: Finding) -> SarifObject:
        index, clause = self._clauses.get(finding.clause, (-1, None))
        kind = "review" if finding.standing.word == _REVIEW else _KINDS[finding.verdict]
        related = [_place(report, "also reported here") for report in finding.reports[1:]]
        if clause is not None:
            related.insert(0, _clause_place(clause))
        return {
            "ruleId": finding.clause,
            "ruleIndex": index,
            "kind": kind,
            "level": "error" if kind == "fail" else "none",
            "message": message(_said(finding)),
            "locations": _places(finding, clause),
            "relatedLocations": [{"id": number, **one} for number, one in enumerate(related, 1)],
            # GitHub goes by the first; the id of a finding survives moved lines and files.
            "partialFingerprints": {
                "primaryLocationLineHash": f"{finding.id}:1",
                "accordFinding/v1": finding.id,
            },
            "properties": _told(finding),
            **_suppressed(finding),
        }


FORMAT = Format("sarif", "SARIF 2.1.0, for code scanning", SarifWriter)


def _rule(clause: ClauseText, source: Source | None) -> SarifObject:
    certainty = f" How sure it is that the deal says so: {clause.certainty}." * bool(
        clause.certainty
    )
    titled = f" Read in: {source.title or source.id}." if source is not None else ""
    rule: SarifObject = {
        "id": clause.id,
        "shortDescription": message(clause.says),
        "fullDescription": message(f"{clause.says}{certainty}{titled}"),
        "help": message(
            f"{clause.says}{certainty}{titled} Words: "
            + " ".join(f"'{STANDINGS[word]}': {KEY[word]}." for word in list(KEY)[:7])
        ),
        "properties": {"certainty": clause.certainty, "source": clause.source},
    }
    url = (source.url or "") if source is not None else ""
    # What is no address of the web is no URI that a viewer should be led to (3.49.12).
    return {**rule, "helpUri": url} if _ADDRESS.fullmatch(url) else rule


def _said(finding: Finding) -> str:
    """Return the finding in a few sentences: what it is, why it is open, what would decide."""
    standing = STANDINGS[finding.standing.word]
    about = " (evidence on a condition)" if finding.subject == "condition" else ""
    parts = [f"{standing[0].upper()}{standing[1:]}{about}: {finding.message}"]
    if finding.reasons:
        parts.append(f"Open because {listed(finding.reasons)}.")
    if finding.decides:
        parts.append(f"What helps: {finding.decides}.")
    return " ".join(parts)


def _places(finding: Finding, clause: ClauseText | None) -> list[Json]:
    """Return where the result is shown: at its report, a duty as a whole at its clause."""
    if finding.reports:
        return [_place(finding.reports[0])]
    return [_clause_place(clause)] if clause is not None else []


def _place(report: ReportRef, said: str = "") -> SarifObject:
    line: SarifObject | None = {"startLine": report.line} if report.line else None
    place: SarifObject = {"physicalLocation": physical_location(report.file, line)}
    return {**place, "message": message(said)} if said else place


def _clause_place(clause: ClauseText) -> SarifObject:
    return {
        "physicalLocation": physical_location(clause.span.file, region(clause.span)),
        "message": message(f"the clause {clause.id}"),
    }


def _suppressed(finding: Finding) -> SarifObject:
    """Return what a baseline accepts as a suppression from outside the files (3.35)."""
    if finding.accepted is None:
        return {}
    accepted: SarifObject = {
        "kind": "external",
        "status": "accepted",
        "justification": finding.accepted.said,
    }
    return {"suppressions": [accepted]}


def _told(finding: Finding) -> SarifObject:
    """Return what programs ask of a finding beside its place."""
    report = finding.reports[0] if finding.reports else None
    return {
        "subject": finding.subject,
        "verdict": finding.verdict.word,
        "standing": finding.standing.word,
        "reasons": [*finding.reasons],
        "violated_under": {
            "yes": finding.violated_yes,
            "open": finding.violated_open,
            "no": finding.violated_no,
        },
        "report": report.id if report else None,
        "row": report.row if report else None,
        "actor": finding.actor,
        "seen_from": finding.seen_from,
        "seen_to": finding.seen_to,
        "lon": finding.lon,
        "lat": finding.lat,
        "radius_m": rounded(finding.radius_m),
        "margin_m": rounded(finding.margin_m),
        "likelihood": rounded(finding.likelihood),
    }
