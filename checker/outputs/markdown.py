"""The result as a summary in Markdown, for a pull request: what a reviewer has to know first."""

from collections import Counter
from typing import TextIO

from checker.findings.block import Block
from checker.findings.finding import Finding, Header, Summary
from checker.findings.shown import fails
from checker.outputs.gravest import Gravest
from checker.outputs.writer import Format, Page

__all__ = ["FORMAT", "MarkdownWriter"]

_MOST = 25
"""So many findings are told, the gravest."""


class MarkdownWriter:
    """Hold the gravest findings until the end, and count all of them by clause and standing."""

    def __init__(self, stream: TextIO, page: Page) -> None:
        self._stream = stream
        self._page = page
        self._header: Header | None = None
        self._gravest: Gravest[Finding] = Gravest(_MOST)
        self._counts: Counter[tuple[str, str]] = Counter()
        self._failing = 0

    def begin(self, header: Header) -> None:
        """Keep the header until the end."""
        self._header = header

    def add(self, block: Block) -> None:
        """Count the findings, and keep those that are told."""
        for one in block.findings():
            self._gravest.add(one.standing.word, lambda one=one: one)  # type: ignore[misc]
            self._counts[one.clause, one.standing.word] += 1
            self._failing += fails(one, self._page.fail_on)

    def end(self, summary: Summary) -> None:
        """Write the summary."""
        from checker.outputs.markdown_page import Told, lines_of  # noqa: PLC0415

        assert self._header is not None, "a writer is begun before it ends"
        told = Told(
            self._header,
            summary,
            self._gravest.by_gravity(),
            self._counts,
            self._failing,
            self._page.fail_on,
        )
        for line in lines_of(told):
            self._stream.write(f"{line}\n")


FORMAT = Format("markdown", "a summary for a pull request", MarkdownWriter)
