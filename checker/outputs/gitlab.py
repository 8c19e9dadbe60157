"""The findings as a code quality report of GitLab: one issue each, at the line of its report."""

from typing import TextIO

from checker.findings.block import Block
from checker.findings.finding import Finding, Header, Summary
from checker.findings.shown import level_of
from checker.outputs.concern import Concern, concern_of, other_concerns
from checker.outputs.json_text import Json, dumped
from checker.outputs.severity import severity_of
from checker.outputs.writer import Format, Page
from checker.values.digest import digest

__all__ = ["FORMAT", "GitlabWriter"]

_SEVERITIES = {
    "violation": "critical",
    "apparent": "major",
    "reading": "minor",
    "undetermined": "info",
}
"""The levels of failure in GitLab's words; `blocker` is its own for what stops a release."""


class GitlabWriter:
    """Write each issue as it comes; nothing is held."""

    def __init__(self, stream: TextIO, page: Page) -> None:
        self._stream = stream
        self._fail_on = page.fail_on
        self._header: Header | None = None
        self._is_first = True

    def begin(self, header: Header) -> None:
        """Open the list."""
        self._header = header
        self._stream.write("[")

    def add(self, block: Block) -> None:
        """Write the findings that are a breach or in doubt: GitLab lists nothing but issues."""
        assert self._header is not None, "a writer is begun before findings come"
        for one in block.findings():
            if severity_of(one.standing, self._fail_on) is not None:
                self._write(_finding(one, self._header))

    def end(self, summary: Summary) -> None:
        """Write the rows that were not accepted and the warnings, and close the list."""
        for one in other_concerns(summary):
            self._write(_issue(one, one.title, "minor", _print(one.id)))
        if self._header is not None and self._header.edition is not None:
            said = self._header.edition.said
            file = summary.inputs[0].file if summary.inputs else ""
            concern = Concern("edition", file, None, "public edition", said)
            self._write(_issue(concern, "edition", "info", _print(said)))
        if summary.hollow is not None:
            text = f"Hollow: {summary.hollow}; this is no pass"
            file = summary.inputs[0].file if summary.inputs else ""
            concern = Concern("hollow", file, None, "hollow", text)
            self._write(_issue(concern, "hollow", "critical", _print(text)))
        self._stream.write("]\n" if self._is_first else "\n]\n")

    def _write(self, issue: Json) -> None:
        self._stream.write("\n" if self._is_first else ",\n")
        self._is_first = False
        self._stream.write(dumped(issue))


FORMAT = Format("gitlab", "a code quality report for merge requests", GitlabWriter)


def _finding(finding: Finding, header: Header) -> Json:
    concern = concern_of(finding, header)
    severity = "info" if finding.accepted is not None else _SEVERITIES[level_of(finding)]
    return _issue(concern, finding.clause, severity, finding.id)


def _print(name: str) -> str:
    return digest(name.encode(errors="backslashreplace"))


def _issue(one: Concern, check: str, severity: str, fingerprint: str) -> Json:
    path = one.file.replace("\\", "/")
    while path.startswith("./"):
        path = path[2:]
    return {
        "description": f"{one.title}: {one.text}",
        "check_name": check,
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {"path": path, "lines": {"begin": one.line or 1}},
    }
