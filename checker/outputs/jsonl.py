"""The result as JSON lines: one object a line, each with a ``type``, so that it can be cut up."""

from typing import TextIO

from checker.findings.block import Block
from checker.findings.finding import Header, Summary
from checker.outputs.json_finding import finding_json
from checker.outputs.json_summary import head_json, lists_json, tail_json
from checker.outputs.json_text import Json, dumped
from checker.outputs.writer import Format, Page

__all__ = ["FORMAT", "JsonLinesWriter"]

_TYPES = {
    "inputs": "input",
    "summary": "summary",
    "checked": "checked",
    "observed": "observed",
    "conditions": "condition",
    "not_judged": "not_judged",
    "unknown_actors": "unknown_actor",
    "unknown_words": "unknown_word",
    "rejected": "rejected",
    "swapped": "swapped",
    "warnings": "warning",
    "diagnostics": "diagnostic",
    "every_report": "report",
}
"""What one entry of each list of the JSON document is called."""


class JsonLinesWriter:
    """Write each line as it is known; nothing is held but a count."""

    def __init__(self, stream: TextIO, page: Page) -> None:
        del page
        self._stream = stream
        self._count = 0

    def begin(self, header: Header) -> None:
        """Write what is known before the first finding."""
        self._write("result", head_json(header))

    def add(self, block: Block) -> None:
        """Write the next findings."""
        for finding in block.findings():
            self._write("finding", finding_json(finding))
            self._count += 1

    def end(self, summary: Summary) -> None:
        """Write the lists, entry by entry, and a last line by which a file is known to be whole."""
        for name, entries in lists_json(summary).items():
            for entry in entries:
                self._write(_TYPES[name], entry if isinstance(entry, dict) else {"message": entry})
        self._write("end", {"findings": self._count, **tail_json(summary)})

    def _write(self, kind: str, entry: dict[str, Json]) -> None:
        # Line breaks of Unicode, which some programs take for the end of a line, are escaped.
        line = dumped({"type": kind, **entry})
        for mark in "\x85\u2028\u2029":
            line = line.replace(mark, f"\\u{ord(mark):04x}")
        self._stream.write(f"{line}\n")


FORMAT = Format(
    "jsonl", "one object a line, for programs that stream", JsonLinesWriter, lists_reports=True
)
