"""Undeclared words on the page."""

import io

from checker.findings.finding import ReportRef, UnknownWord
from checker.outputs.sheet import Sheet
from checker.outputs.text_unknown import write_unknown
from checker.outputs.writer import Page

FIRST = ReportRef("r.csv", 3, 2, "r2")


def said(*words: UnknownWord, most: int = 10) -> list[str]:
    stream = io.StringIO()
    write_unknown(Sheet(stream, Page()), words, most)
    return [line.strip() for line in stream.getvalue().splitlines() if line]


def test_each_kind_says_what_stays_open() -> None:
    assert said(
        UnknownWord("actor", "Ochre", 2, ("red",), FIRST),
        UnknownWord("doing", "fier", 1, (), ReportRef("r.parquet", None, 7, "r.parquet#7")),
    ) == [
        "1 actor not declared by the agreement; who they are stays unknown:",
        "Ochre: 2 reports, first r.csv:3 (nearest: red)",
        "1 doing not declared by the agreement; what was done stays unknown:",
        "fier: 1 report, first r.parquet#7",
    ]


def test_a_long_list_is_cut() -> None:
    words = [UnknownWord("thing", f"t{n}", 1, (), FIRST) for n in range(3)]
    assert said(*words, most=1)[-1] == "and 2 things more; -v shows all"
