"""Headers and summaries made by hand, and what a writer makes of them."""

import io
from typing import Any

from checker.findings.block import Block
from checker.findings.finding import (
    ClauseText,
    Finding,
    Header,
    InputFile,
    Summary,
    SummaryRow,
)
from checker.language.core.agreement import Source
from checker.language.core.question import Answer, Question
from checker.language.prints import ClausePrint, Prints
from checker.outputs.writer import Format, Page
from checker.values.span import Span
from checker.values.verdict import ClauseStanding, Standing

__all__ = ["HEADER", "row", "summary", "written"]

QUESTION = Question(
    "which-line", "Where do the miles start?", (Answer("line-a", "here"), Answer("line-b", ""))
)
SOURCE = Source("press", "press", "A deal is reported", None, "2018-05-29", None)
PRINTS = Prints(
    (ClausePrint("c1", "3" * 64, "4" * 64, ("post",), (), looks_round=False),),
    (("post", "5" * 64),),
    "6" * 64,
)
CLAUSE = ClauseText(
    "c1", "Red keeps off the post.", "press", "firm", Span("deal/agreement.yaml", 14, 3, 14, 5)
)
HEADER = Header(
    "0.1.0",
    "2018-06-01T12:00:00+00:00",
    "deal",
    "Invented deal",
    "0" * 64,
    (),
    (QUESTION,),
    (SOURCE,),
    prints=PRINTS,
    clauses=(CLAUSE,),
)
PLAIN = Page()


def summary(**given: Any) -> Summary:
    """Return the summary of one file of one report, but for what is given."""
    empty: dict[str, Any] = dict.fromkeys(
        ("rows", "conditions", "not_judged", "unknown", "rejected"), ()
    )
    fields: dict[str, Any] = {
        "inputs": (InputFile("r.csv", "1" * 64, 1, 0),),
        "hidden": 0,
        "hollow": None,
    }
    return Summary(**{**empty, **fields, **given})


def row(clause: str = "c1", **given: Any) -> SummaryRow:
    """Return how a clause stands: violated once, but for what is given."""
    fields: dict[str, Any] = {
        "answers": (),
        "reports": ((Standing.VIOLATION, 1),),
        "standing": ClauseStanding.VIOLATED,
        "incidents": 1,
    }
    return SummaryRow(clause, **{**fields, **given})


def written(
    form: Format, *findings: Finding, end: Summary | None = None, page: Page = PLAIN
) -> str:
    """Write a whole result."""
    stream = io.StringIO()
    writer = form.writer(stream, page)
    writer.begin(HEADER)
    for one in findings:
        writer.add(Block.of(one))
    writer.end(summary() if end is None else end)
    return stream.getvalue()
