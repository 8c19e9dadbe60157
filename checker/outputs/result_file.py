"""A JSON result read back: what was written by one run is a value again in another.

The findings are read one by one, whenever they are asked for; all else is held.
"""

from collections.abc import Iterator
from itertools import islice
from typing import NoReturn

from checker.findings.block import Block
from checker.findings.finding import Finding, Header, Summary
from checker.outputs.json_object import JsonObject, UnfitError
from checker.outputs.json_scan import ScanError, Scanned, parsed_at, scanned
from checker.outputs.read_finding import finding_from
from checker.outputs.read_summary import header_from, summary_from
from checker.values.diagnostic import CheckerError, Diagnostic
from checker.values.span import Span

__all__ = ["StoredFindings", "StoredResult", "read_result"]

_FINDINGS = "findings"
_BLOCK = 1_000
_HINT = "write one with accord check -f json=PATH"


class StoredFindings:
    """Yield the findings of a document; each time they are read anew, so that none is held."""

    def __init__(self, document: Scanned, shown: str) -> None:
        self._document = document
        self._shown = shown
        self._starts = document.items[_FINDINGS]

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[Finding]:
        for number, start in enumerate(self._starts):
            value, _ = parsed_at(self._document.text, start)
            try:
                yield finding_from(JsonObject(value, f"the result.{_FINDINGS}[{number}]"))
            except UnfitError as error:
                _refuse(self._document.span(start, self._shown), error)


class StoredResult:
    """Hold a stored result; its findings can be asked for again and again."""

    def __init__(self, header: Header, findings: StoredFindings, summary: Summary) -> None:
        self.header = header
        self.findings = findings
        self._summary = summary

    def blocks(self) -> Iterator[Block]:
        """Yield the findings in their order, as writers take them."""
        findings = iter(self.findings)
        while some := [*islice(findings, _BLOCK)]:
            yield Block.of(*some)

    def summary(self) -> Summary:
        """Return what stands behind the findings."""
        return self._summary


def read_result(content: bytes, shown: str) -> StoredResult:
    """Read a document that ``accord check -f json`` wrote; ``shown`` names it in problems.

    Raises ``CheckerError`` with the place for anything else, before a finding is handed out.
    """
    document = _document(content, shown)
    root = JsonObject(document.members, "the result")
    try:
        header = header_from(root)
        root.parts(_FINDINGS)
        stored = StoredResult(header, StoredFindings(document, shown), summary_from(root))
    except UnfitError as error:
        _refuse(document.span(document.starts.get(error.key or "", 0), shown), error)
    for _ in stored.findings:
        pass  # nothing is written of a result that is unfit further down
    return stored


def _document(content: bytes, shown: str) -> Scanned:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused("the text is not UTF-8", Span(shown, 1, 1, 1, 1)) from error
    try:
        return scanned(text, frozenset((_FINDINGS,)))
    except ScanError as error:
        raise _refused(str(error), Scanned(text).span(error.at, shown)) from error


def _refuse(span: Span, error: UnfitError) -> NoReturn:
    raise _refused(f"not a result: {error}", span) from error


def _refused(message: str, span: Span) -> CheckerError:
    return CheckerError(Diagnostic("U105", message, span, _HINT))
