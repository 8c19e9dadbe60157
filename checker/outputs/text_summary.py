"""The end of the page for people: clauses by reading, conditions over time, what was not judged."""

from collections import Counter
from collections.abc import Sequence

from checker.findings.finding import ConditionSpell, Summary, SummaryRow
from checker.language.core.clause import Answers
from checker.outputs.cut import shown_of
from checker.outputs.differ import by_difference
from checker.outputs.observed_text import observed_lines
from checker.outputs.plain import (
    CLAUSE_STANDINGS,
    NOT_JUDGED,
    counted,
    period_text,
    reading_text,
)
from checker.outputs.sheet import Sheet
from checker.outputs.text_unknown import write_unknown
from checker.reports.identity import place_of
from checker.reports.rejected import CODES
from checker.values.verdict import GROUPS, Standing

__all__ = ["write_clauses", "write_conditions", "write_left_out", "write_timeline"]

_GROUPS = ("Breach", "In doubt", "No breach", "Not concerned")
_MOST = 10
_HELD = ("holds", None, None, None)

Spells = tuple[tuple[str, str | None, str | None, str | None], ...]
"""What a condition was: (state, from, to, cause), in the order of time."""


def write_clauses(sheet: Sheet, summary: Summary) -> None:
    """Write how each clause stands over the period, a line for each reading that differs."""
    sheet.heading("Clause by clause")
    by_clause: dict[str, list[SummaryRow]] = {}
    for row in summary.rows:
        by_clause.setdefault(row.clause, []).append(row)
    lines = []
    for clause, of_clause in by_clause.items():
        told = by_difference([(row.answers, (_stands(row), _counts(row))) for row in of_clause])
        for place, (answers, (stands, counts)) in enumerate(told):
            name = clause if place == 0 else ""
            lines.append([name, _cell(answers), stands, *counts])
    names = ("Clause", "Under the reading", "Over the period", *_GROUPS)
    sheet.table(names, lines, numbers=len(_GROUPS))
    sheet.say("Reports are counted once for each clause that they were put to.", style="dim")
    if summary.observed:
        sheet.gap()
        sheet.say("Seen by those who went to look, and were let in or refused:")
        sheet.labelled(list(observed_lines(summary)), indent=2)


def write_conditions(sheet: Sheet, spells: Sequence[ConditionSpell]) -> None:
    """Write what became of each condition: when it lapsed, under which reading, by which report."""
    if not spells:
        return
    sheet.heading("Conditions over time")
    for (clause, said), of_condition in _by_condition(spells).items():
        sheet.say(f"{clause} stands on the condition: {said}", indent=2)
        told = by_difference([(answers, tuple(spells)) for answers, spells in of_condition.items()])
        for answers, timeline in told:
            if answers:
                sheet.say(f"where {reading_text(answers)}", indent=4)
            write_timeline(sheet, timeline, indent=6 if answers else 4)


def write_timeline(sheet: Sheet, timeline: Spells, indent: int) -> None:
    """Write one condition's states in the order of time."""
    if timeline == (_HELD,):
        sheet.say("holds all the time", indent=indent)
        return
    pairs = []
    for state, start, end, cause in timeline:
        because = f", by report {cause}" if cause is not None and state != "holds" else ""
        pairs.append((state, f"{period_text(start, end)}{because}"))
    shown = shown_of(pairs, _MOST, is_full=sheet.is_full)
    sheet.labelled(shown, indent=indent)
    _more(sheet, len(pairs) - len(shown), "change", indent)


def write_left_out(sheet: Sheet, summary: Summary) -> None:
    """Write what got no verdict and why: rows, names and pairs of report and clause."""
    sheet.heading("Not judged")
    pairs = [(f"{one.count:,}", _not_judged(one.reason)) for one in summary.not_judged]
    if not pairs and not summary.rejected and not summary.unknown:
        sheet.say("Every report was judged under every clause.", indent=2)
    sheet.labelled(pairs, indent=2)
    if summary.rejected:
        _write_rejected(sheet, summary)
    write_unknown(sheet, summary.unknown, _MOST)


def _not_judged(reason: str) -> str:
    """Return what a reason counts; codes are those of rows that were not accepted."""
    return NOT_JUDGED.get(reason) or f"rows not accepted: {CODES.get(reason, reason)}"


def _write_rejected(sheet: Sheet, summary: Summary) -> None:
    rows = sum(one.quarantined for one in summary.inputs)
    sheet.gap()
    sheet.say(f"{counted(rows, 'row')} could not be read and proved nothing:", indent=2)
    hints: set[str] = set()
    shown = shown_of(summary.rejected, _MOST, is_full=sheet.is_full)
    for one in shown:
        place = place_of(one.file, one.line, one.row)
        column = f"{one.column}: " if one.column else ""
        sheet.say(f"{place}: {one.code}: {column}{one.reason}", indent=4)
        # What is wrong in many rows is mended in one way: it is said once.
        if one.hint and one.hint not in hints:
            sheet.say(f"hint: {one.hint}", indent=6)
        hints.add(one.hint)
    _more(sheet, len(summary.rejected) - len(shown), "problem", 4)


def _more(sheet: Sheet, hidden: int, noun: str, indent: int) -> None:
    if hidden > 0:
        sheet.say(f"and {counted(hidden, noun)} more; -v shows all", indent=indent, style="dim")


def _stands(row: SummaryRow) -> str:
    said = CLAUSE_STANDINGS[row.standing.word]
    return f"{said}: {counted(row.incidents, 'incident')}" if row.incidents else said


def _counts(row: SummaryRow) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    for standing, count in row.reports:
        counts[GROUPS[Standing(standing)]] += count
    return tuple(f"{counts[group]:,}" for group in _GROUPS)


def _cell(answers: Answers) -> str:
    return "\n".join(f"{question} = {answer}" for question, answer in answers) or "any"


def _by_condition(
    spells: Sequence[ConditionSpell],
) -> dict[tuple[str, str], dict[Answers, list[tuple[str, str | None, str | None, str | None]]]]:
    found: dict[
        tuple[str, str], dict[Answers, list[tuple[str, str | None, str | None, str | None]]]
    ] = {}
    for spell in spells:
        of_condition = found.setdefault((spell.clause, spell.condition), {})
        of_condition.setdefault(spell.answers, []).append(
            (spell.state, spell.from_at, spell.to_at, spell.cause)
        )
    return found
