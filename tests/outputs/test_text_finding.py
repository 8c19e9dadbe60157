"""One finding on the page for people."""

import io

from checker.language.core.clause import Assumed
from checker.outputs.sheet import Sheet
from checker.outputs.text_finding import write_finding
from checker.outputs.writer import Page
from checker.values.verdict import Standing
from tests.findings.made import finding


def test_a_finding_takes_a_few_lines() -> None:
    stream = io.StringIO()
    one = finding(
        standing=Standing.UNDETERMINED,
        reasons=("place_vague",),
        decides="a position good to 300 m would decide",
        assumed=(Assumed("places.zone", "10 km", "never published"),),
    )
    write_finding(Sheet(stream, Page()), one)
    assert stream.getvalue() == (
        "\n"
        "  r1 (r.csv:2)   c1   finding 0123456789abcdef\n"
        "    Red: the report breaks the clause.\n"
        "    Open because   the place is too vague for the limit\n"
        "    What helps     a position good to 300 m would decide\n"
        "    Rests on       places.zone: assumed, see below\n"
    )
