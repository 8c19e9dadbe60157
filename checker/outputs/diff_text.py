"""What changed from one result to another, as a page for people."""

from collections.abc import Sequence
from datetime import datetime
from typing import TextIO

from checker.findings.comparison import Change, ChangeKind, Comparison, Restanding
from checker.findings.sides import Side
from checker.outputs.cut import shown_of
from checker.outputs.diff_words import (
    cause_text,
    change_text,
    readings_text,
    standing_text,
    why_text,
)
from checker.outputs.finding_lines import finding_title
from checker.outputs.plain import counted, instant_text, reading_text
from checker.outputs.sheet import Sheet
from checker.outputs.writer import Page

__all__ = ["write_diff_text"]

_MOST = 20
_HEADINGS: dict[ChangeKind, str] = {
    "new": "New",
    "changed": "Stands otherwise",
    "gone": "Gone",
}


def write_diff_text(
    stream: TextIO, page: Page, found: Comparison, names: tuple[str, str], verdict: str
) -> None:
    """Write the page; ``names`` are those of the two sides, ``verdict`` is its last line."""
    sheet = Sheet(stream, page)
    sheet.say(f"{found.new.header.agreement_title} ({found.new.header.agreement_id})", style="bold")
    sides = zip(("Old", "New"), names, (found.old, found.new), strict=True)
    sheet.labelled([(label, _side_text(name, side)) for label, name, side in sides])
    said = [cause_text(one) for one in found.differs] or ["nothing that answers rest on"]
    shown = shown_of(said, _MOST, is_full=sheet.is_full)
    more = [f"and {len(said) - len(shown)} more; -v shows all"] if len(said) > len(shown) else []
    lines = [*shown, *more]
    sheet.labelled([("What differs" if n == 0 else "", line) for n, line in enumerate(lines)])
    for kind, heading in _HEADINGS.items():
        _write_changes(sheet, heading, [one for one in found.changes if one.kind == kind])
    _write_clauses(sheet, found.clauses)
    sheet.gap()
    sheet.say(verdict, style="bold")


def _side_text(name: str, side: Side) -> str:
    header = side.header
    hollow = f"; no answer: {side.summary.hollow}" if side.summary.hollow else ""
    as_of = instant_text(datetime.fromisoformat(header.as_of)) if header.as_of else "no date"
    return f"{name}, as of {as_of}, by accord {header.accord}{hollow}"


def _write_changes(sheet: Sheet, heading: str, changes: Sequence[Change]) -> None:
    if not changes:
        return
    sheet.heading(f"{heading}: {counted(len(changes), 'finding')}")
    shown = shown_of(changes, _MOST, is_full=sheet.is_full)
    for change in shown:
        sheet.gap()
        sheet.say(finding_title(change.finding), indent=2, style="bold")
        sheet.say(change_text(change), indent=4)
        sheet.say(change.finding.message, indent=4)
        pairs = [("Why", why_text(change.why))]
        if change.old is not None and change.new is not None:
            lines = readings_text(change.old, change.new)
            pairs += [("By reading" if n == 0 else "", line) for n, line in enumerate(lines)]
        sheet.labelled(pairs, indent=4)
    if len(changes) > len(shown):
        sheet.gap()
        more = counted(len(changes) - len(shown), "finding")
        sheet.say(f"and {more} more; -v shows all", indent=2, style="dim")


def _write_clauses(sheet: Sheet, clauses: Sequence[Restanding]) -> None:
    if not clauses:
        return
    sheet.heading("Clauses that stand otherwise over the period")
    rows = [
        (one.clause, reading_text(one.answers) or "any", *map(standing_text, (one.old, one.new)))
        for one in clauses
    ]
    sheet.table(("Clause", "Under the reading", "Was", "Now"), rows, numbers=0)
