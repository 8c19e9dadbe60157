"""The gravest findings as annotations of GitHub: at the lines of a pull request, ten of a kind."""

from typing import TextIO

from checker.findings.block import Block
from checker.findings.finding import Header, Summary
from checker.outputs.annotation import annotation
from checker.outputs.concern import Concern, concern_of, other_concerns
from checker.outputs.cut import shortened
from checker.outputs.gravest import GRAVITY, Gravest
from checker.outputs.plain import STANDINGS, counted
from checker.outputs.printable import printable
from checker.outputs.severity import Severity, finding_severity
from checker.outputs.writer import Format, Page

__all__ = ["FORMAT", "GithubWriter"]

_MOST = 10
"""GitHub shows ten errors, ten warnings and ten notices of a step, and drops the rest.

Source: GitHub Docs, REST API and workflow commands, limits of annotations."""

_LONGEST = 8_000
"""Characters of one annotation; GitHub takes 64 KB, and a character may take four bytes."""


class GithubWriter:
    """Hold ten annotations of each kind until the end, and count all findings."""

    def __init__(self, stream: TextIO, page: Page) -> None:
        self._stream = stream
        self._fail_on = page.fail_on
        self._header: Header | None = None
        # The last notice says what is left out.
        self._found: dict[Severity, Gravest[Concern]] = {
            "error": Gravest(_MOST),
            "warning": Gravest(_MOST),
            "notice": Gravest(_MOST - 1),
        }
        self._lawful: dict[str, int] = {}

    def begin(self, header: Header) -> None:
        """Keep the header until the end."""
        self._header = header

    def add(self, block: Block) -> None:
        """Take the next findings; those that are no breach and not in doubt are only counted."""
        assert self._header is not None, "a writer is begun before findings come"
        header = self._header
        for one in block.findings():
            severity, word = finding_severity(one, self._fail_on), one.standing.word
            if severity is None:
                self._lawful[word] = self._lawful.get(word, 0) + 1
            else:
                self._found[severity].add(word, lambda one=one: concern_of(one, header))  # type: ignore[misc]

    def end(self, summary: Summary) -> None:
        """Write the annotations, errors first, and a line with the counts of all findings."""
        left_out = 0
        for severity, gravest in self._found.items():
            said = [*gravest.by_gravity()]
            if severity == "error" and summary.hollow is not None:
                said.insert(0, Concern("", "", None, "hollow", f"{summary.hollow}; no pass"))
            if severity == "warning":
                said += other_concerns(summary)
            most = _MOST - (severity == "notice")
            left_out += gravest.counts.total() - len(gravest.by_gravity()) + len(said[most:])
            for one in said[:most]:
                self._stream.write(f"{_line(severity, one)}\n")
        if left_out:
            more = f"{counted(left_out, 'annotation')} more: GitHub shows {_MOST} of a kind"
            self._stream.write(f"{annotation('notice', {'title': 'accord'}, more)}\n")
        if self._header is not None and self._header.edition is not None:
            self._stream.write(f"accord: {self._header.edition.said}\n")
        self._stream.write(f"{self._total(summary)}\n")

    def _total(self, summary: Summary) -> str:
        counts = {
            word: n for found in self._found.values() for word, n in found.counts.items()
        } | self._lawful
        words = ", ".join(
            f"{counts[word]:,} {STANDINGS[word]}"
            for word in sorted(counts, key=GRAVITY.__getitem__)
        )
        rejected = sum(one.quarantined for one in summary.inputs)
        said = f"accord: {counted(sum(counts.values()), 'finding')}"
        said += f": {words}" if words else ""
        said += f"; {counted(rejected, 'row')} not accepted" if rejected else ""
        return said + (f"; {summary.hidden:,} more hidden by filters" if summary.hidden else "")


FORMAT = Format("github", "annotations at the lines of a pull request", GithubWriter)


def _line(severity: Severity, one: Concern) -> str:
    place = {"file": printable(one.file)} if one.file else {}
    if one.line is not None:
        place["line"] = str(one.line)
    text = printable(shortened(one.text, _LONGEST))
    return annotation(severity, {**place, "title": printable(one.title)}, text)
