"""The order of the page for people: findings, clauses, conditions, what was left out, a key."""

from dataclasses import dataclass
from datetime import datetime
from typing import TextIO

from checker.findings.finding import Header, ReportRef, Summary
from checker.language.say.words import value_text
from checker.outputs.plain import (
    CERTAINTY,
    CIRCLE,
    CLAUSE_KEY,
    CLAUSE_STANDINGS,
    KEY,
    STANDINGS,
    STATES_KEY,
    counted,
    instant_text,
)
from checker.outputs.sheet import Sheet
from checker.outputs.shelves import GROUPS, Shelf, Shelves
from checker.outputs.text_finding import write_finding
from checker.outputs.text_questions import write_questions
from checker.outputs.text_summary import write_clauses, write_conditions, write_left_out
from checker.outputs.text_warnings import write_beware, write_doubt, write_warnings
from checker.outputs.total import total_line
from checker.outputs.writer import Page

__all__ = ["Told", "write_page"]


@dataclass(frozen=True, slots=True)
class Told:
    """Hold what a page tells; ``failing`` counts what is shown at or above the level of failure."""

    header: Header
    summary: Summary
    shelves: Shelves
    failing: int


def write_page(stream: TextIO, page: Page, told: Told) -> None:
    """Write the whole page; its last line is the total that the exit code follows."""
    sheet = Sheet(stream, page)
    _write_head(sheet, told)
    write_warnings(sheet, told.summary)
    for group in GROUPS:
        _write_group(sheet, told, group)
    _write_assumed(sheet, told.shelves)
    write_questions(sheet, told.header.questions, [row.answers for row in told.summary.rows])
    write_clauses(sheet, told.summary)
    write_doubt(sheet, told.summary)
    if told.summary.hollow is None:
        write_conditions(sheet, told.summary.conditions)
    write_left_out(sheet, told.summary)
    _write_key(sheet, told)
    sheet.gap()
    sheet.say(total_line(told.failing, told.summary, page.fail_on), style="bold")


def _write_head(sheet: Sheet, told: Told) -> None:
    header, inputs = told.header, told.summary.inputs
    rows, bad = sum(one.rows for one in inputs), sum(one.quarantined for one in inputs)
    read, good = sum(one.read for one in inputs), sum(one.accepted for one in inputs)
    files = ", ".join(one.file for one in inputs)
    sheet.say(f"{header.agreement_title} ({header.agreement_id})", style="bold")
    as_of = datetime.fromisoformat(header.as_of) if header.as_of else None
    at = f", as of {instant_text(as_of)}" if as_of else ""
    sheet.say(f"{counted(rows, 'report')} from {files}{at}; {counted(bad, 'row')} rejected.")
    if bad:
        sheet.say(f"Rows: {read:,} read, {good:,} accepted, {bad:,} rejected.")
    for one in inputs:
        if one.stated:
            said = ", ".join(f"{name} is {value}" for name, value in one.stated)
            sheet.say(f"Stated for {one.file}, not by the file itself: {said}.")
        if one.mapping is not None and one.rewritten:
            anew = counted(one.rewritten, "report")
            sheet.say(f"{one.mapping[0]} writes {anew} of {one.file} anew, each by its id.")
    for name, digest in dict.fromkeys(one.gazetteer for one in inputs if one.gazetteer):
        sheet.say(f"Places named in reports are after {name} (sha256 {digest[:12]}).")
    if (baseline := told.summary.baseline) is not None:
        sheet.say(f"Baseline: {baseline.file}; what it accepts stays in all counts.")
    for place, digest in header.overrides:
        sheet.say(f"Place replaced by the user: {place} (sha256 {digest[:12]}).")
    sheet.say(
        "What was reported is compared with what was agreed. 'Apparent' means: if the report is "
        "taken at its word. The words are explained at the end; people decide guilt."
    )


def _write_group(sheet: Sheet, told: Told, group: str) -> None:
    shelves, swapped = told.shelves, frozenset(told.summary.swapped)
    total = sum(shelves.count(word) for word in GROUPS[group])
    if not total:
        if group == "Breach" and told.summary.hollow is not None:
            sheet.heading(f"No answer: {told.summary.hollow}")
        elif group == "Breach":
            sheet.heading("Breach: none reported")
        return
    sheet.heading(f"{group}: {counted(total, 'finding')}")
    for word in GROUPS[group]:
        if shelves.count(word):
            sheet.gap()
            title = STANDINGS[word]
            sheet.say(f"{title[0].upper()}{title[1:]} ({shelves.count(word):,}): {KEY[word]}")
            for clause, shelf in shelves.of(word).items():
                _write_shelf(sheet, clause, shelf, swapped)


def _write_shelf(sheet: Sheet, clause: str, shelf: Shelf, swapped: frozenset[ReportRef]) -> None:
    first = shelf.findings[0]
    certainty = f" [{first.clause_certainty}]" if first.clause_certainty else ""
    sheet.gap()
    sheet.say(f"{clause}: {first.says}{certainty}", indent=2, style="bold")
    for finding in shelf.findings:
        write_finding(sheet, finding)
        write_beware(sheet, finding, swapped)
    if shelf.hidden:
        more = f"and {counted(shelf.hidden, 'finding')} more under {clause}; -v shows all"
        sheet.gap()
        sheet.say(more, indent=4, style="dim")


def _write_assumed(sheet: Sheet, shelves: Shelves) -> None:
    for heading, is_listed in (
        ("Assumed: the agreement's file says what nobody published", False),
        ("Taken from a list: figures that the agreement does not give itself", True),
    ):
        some = [one for one in shelves.assumed() if one.is_listed == is_listed]
        if some:
            sheet.heading(heading)
        for one in some:
            sheet.say(f"{one.path} = {value_text(one.value)}: {one.why}", indent=2)


def _write_key(sheet: Sheet, told: Told) -> None:
    """Explain every word that the page has used, in the order in which it uses them."""
    words = told.shelves.words()
    over = {row.standing.word for row in told.summary.rows}
    states = {spell.state for spell in told.summary.conditions}
    rows = [(STANDINGS[word], KEY[word]) for word in KEY if word in words]
    rows += [CIRCLE] if told.shelves.tells_circles() else []
    rows += [CERTAINTY] if told.shelves.tells_certainty() else []
    # What a report and a clause may both be is explained once, for the report.
    known = {label for label, _ in rows}
    labels = {word: CLAUSE_STANDINGS[word].partition(":")[0] for word in CLAUSE_KEY if word in over}
    rows += [(label, CLAUSE_KEY[w]) for w, label in labels.items() if label not in known]
    rows += [(state, STATES_KEY[state]) for state in STATES_KEY if state in states]
    if rows:
        sheet.heading("What the words mean")
        sheet.table((), rows, numbers=0)
