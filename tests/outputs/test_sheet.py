"""A page of text: wrapped to its width, and safe to show whatever somebody's file holds."""

import io

import pytest

from checker.outputs.sheet import Sheet
from checker.outputs.writer import Page


def lines(width: int = 40, *, coloured: bool = False) -> tuple[Sheet, io.StringIO]:
    stream = io.StringIO()
    return Sheet(stream, Page(width=width, is_coloured=coloured)), stream


def test_a_paragraph_is_wrapped_and_carries_no_blanks_at_its_end() -> None:
    sheet, stream = lines()
    sheet.say("word " * 20, indent=4)
    found = stream.getvalue().splitlines()
    assert len(found) > 2
    assert all(len(line) <= 40 and line == line.rstrip() for line in found)
    assert all(line.startswith("    word") for line in found)


def test_labels_stand_before_their_lines() -> None:
    sheet, stream = lines(60)
    sheet.labelled([("Verdict", "violation"), ("", "under every reading")], indent=2)
    assert stream.getvalue() == (
        "  Verdict        violation\n                 under every reading\n"
    )
    sheet.labelled([])
    assert stream.getvalue().count("\n") == 2


def test_numbers_stand_to_the_right() -> None:
    sheet, stream = lines()
    sheet.table(("Clause", "Breach"), [["c1", "1"], ["c2", "1,204"]], numbers=1)
    assert [line.split() for line in stream.getvalue().splitlines()] == [
        *(["Clause", "Breach"], ["c1", "1"], ["c2", "1,204"])
    ]
    assert stream.getvalue().splitlines()[1].endswith("     1")


def test_what_looks_like_markup_is_text() -> None:
    sheet, stream = lines()
    sheet.say("[bold]Reds[/bold] :smile: [link=x]")
    assert stream.getvalue() == "[bold]Reds[/bold] :smile: [link=x]\n"


def test_colours_are_there_only_if_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    plain, stream = lines()
    plain.heading("Breach")
    assert stream.getvalue() == "\nBREACH\n"
    bright, coloured = lines(coloured=True)
    bright.heading("Breach")
    assert "\x1b[1mBREACH" in coloured.getvalue()
