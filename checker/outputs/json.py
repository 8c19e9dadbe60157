"""The result as JSON, the contract that programs rely on; findings stream, one a line."""

from typing import TextIO

from checker.findings.block import Block
from checker.findings.finding import Header, Summary
from checker.outputs.json_finding import finding_json
from checker.outputs.json_summary import head_json, lists_json, tail_json
from checker.outputs.json_text import dumped
from checker.outputs.writer import Format, Page

__all__ = ["FORMAT", "JsonWriter"]


class JsonWriter:
    """Write the keys in a fixed order, so that the same answer has the same bytes."""

    def __init__(self, stream: TextIO, page: Page) -> None:
        del page
        self._stream = stream
        self._is_first = True

    def begin(self, header: Header) -> None:
        """Write the header and open the list of findings."""
        self._stream.write(f'{dumped(head_json(header))[:-1]},\n"findings": [')

    def add(self, block: Block) -> None:
        """Write each finding on a line of its own."""
        for finding in block.findings():
            self._stream.write("\n" if self._is_first else ",\n")
            self._is_first = False
            self._stream.write(dumped(finding_json(finding)))

    def end(self, summary: Summary) -> None:
        """Close the list and write what is known at the end, one entry a line."""
        self._stream.write("],\n" if self._is_first else "\n],\n")
        for name, entries in lists_json(summary).items():
            lines = "".join(f"\n{dumped(entry)}," for entry in entries)
            end = "\n" if entries else ""
            self._stream.write(f'"{name}": [{lines[:-1]}{end}],\n')
        self._stream.write(f"{dumped(tail_json(summary))[1:]}\n")


FORMAT = Format(
    "json",
    "one document for programs; `accord schema result` describes it",
    JsonWriter,
    lists_reports=True,
)
