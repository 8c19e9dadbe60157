"""What is drawn is gathered first."""

from io import StringIO
from typing import TextIO

from checker.findings.block import Block
from checker.findings.finding import Summary
from checker.outputs.drawing.writer import DrawingWriter
from checker.outputs.writer import Page
from tests.findings.made import finding
from tests.outputs.made import HEADER, summary


class Counting(DrawingWriter[TextIO]):
    """Draw a number."""

    def end(self, summary: Summary) -> None:
        del summary
        self.stream.write(f"{self.gathered.total} {self.gathered.header.agreement_id}")


def test_nothing_is_written_before_the_end_and_then_of_all_findings() -> None:
    stream = StringIO()
    writer = Counting(stream, Page())
    writer.begin(HEADER)
    writer.add(Block.of(finding()))
    writer.add(Block.of(finding(), finding()))
    assert stream.getvalue() == ""
    writer.end(summary())
    assert stream.getvalue() == f"3 {HEADER.agreement_id}"
