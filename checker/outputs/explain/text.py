"""Why, and why not: one report under one clause as a page, every number with its origin."""

from collections.abc import Sequence
from typing import TextIO

from checker.findings.finding import Finding
from checker.findings.others import OtherWhy
from checker.outputs.cut import shown_of
from checker.outputs.explain.text_trials import MEASURED, Pair, proof_pairs
from checker.outputs.explain.told import (
    STORED,
    answer_pairs,
    branch_pairs,
    branch_title,
    other_entries,
    other_title,
)
from checker.outputs.explain.tree import Branch, Told, Tree
from checker.outputs.finding_lines import finding_title, lapse_lines
from checker.outputs.plain import counted
from checker.outputs.sheet import Sheet
from checker.outputs.text_questions import write_questions
from checker.outputs.text_summary import write_conditions
from checker.outputs.writer import Page

__all__ = ["write_explanation"]

_MOST_RELIED = 10


def write_explanation(stream: TextIO, page: Page, tree: Tree) -> None:
    """Write the clause, the report, the answer, the tests under each reading, the conditions."""
    sheet = Sheet(stream, page)
    certainty = f" [{tree.certainty}]" if tree.certainty else ""
    sheet.say(f"{tree.clause}: {tree.says}{certainty}", style="bold")
    sheet.labelled(tree.facts, indent=2)
    if tree.inputs:
        as_told = "as the result tells it" if tree.is_stored else "as it was read"
        sheet.heading(f"The report, {as_told}")
        sheet.labelled(tree.inputs, indent=2)
    sheet.heading("The answer")
    for told in tree.answers:
        _write_answer(sheet, told)
    if not tree.answers:
        sheet.say("The report is no evidence against a condition of this permission.", indent=2)
        _write_unfound(sheet, tree.unfound)
    for told in tree.answers:
        _write_readings(sheet, told)
    readings = [one.answers for told in tree.answers for one in told.finding.readings]
    if tree.others:
        _write_others(sheet, tree.others)
    write_questions(sheet, tree.questions, readings)
    write_conditions(sheet, tree.conditions)
    if tree.relied:
        _write_relied(sheet, tree.clause, tree.relied)
    if tree.is_stored:
        sheet.gap()
        sheet.say(STORED, style="dim")


def _write_relied(sheet: Sheet, clause: str, relied: tuple[Finding, ...]) -> None:
    """Write which reports a lapse decided on, and under which readings."""
    sheet.heading("What the lapse decides")
    shown = shown_of(relied, _MOST_RELIED, is_full=sheet.is_full)
    for finding in shown:
        sheet.say(finding_title(finding), indent=2, style="bold")
        for line in lapse_lines(finding, clause):
            sheet.say(line, indent=4)
    if len(relied) > len(shown):
        more = counted(len(relied) - len(shown), "report")
        sheet.say(f"and {more} more; -v shows all", indent=2, style="dim")


def _write_answer(sheet: Sheet, told: Told) -> None:
    sheet.say(finding_title(told.finding), indent=2, style="bold")
    sheet.say(told.finding.message, indent=4)
    flips = [("" if place else "It hangs on", one.said) for place, one in enumerate(told.flips)]
    sheet.labelled([*answer_pairs(told.finding), *flips], indent=4)


def _write_readings(sheet: Sheet, told: Told) -> None:
    """Write what each reading makes of it; readings that make the same of it stand together.

    So do the distances that are the same under all of them.
    """
    if not told.branches:
        return
    is_evidence = told.finding.subject == "condition"
    about = "as evidence against the condition" if is_evidence else "the report"
    sheet.heading(f"Under each reading: {about}")
    measured = [tuple(_tested(branch)) for branch in told.branches]
    shared = _shared(measured)
    if shared:
        sheet.gap()
        sheet.say("under every reading:", indent=2, style="bold")
        sheet.labelled(shared, indent=4)
    for branch, pairs in zip(told.branches, measured, strict=True):
        own = [pair for pair in pairs if pair not in shared]
        sheet.gap()
        sheet.say(branch_title(branch), indent=2, style="bold")
        sheet.labelled([*own, *branch_pairs(branch)], indent=4)


def _shared(told: Sequence[tuple[Pair, ...]]) -> list[Pair]:
    """Return what was measured, and is the same, under each of several readings."""
    if len(told) == 1:
        return []
    first, *others = told
    measured = [pair for pair in first if pair[0] in MEASURED]
    return [pair for pair in measured if all(pair in other for other in others)]


def _tested(branch: Branch) -> list[Pair]:
    """Return the tests of a reading, an error that is told already for the same place left out."""
    return list(dict.fromkeys(pair for proof in branch.proofs for pair in proof_pairs(proof)))


def _write_unfound(sheet: Sheet, branches: Sequence[Branch]) -> None:
    """Write why a report is no evidence against the conditions, where it has no finding at all."""
    if not branches:
        return
    sheet.heading("Under each reading: as evidence against the condition")
    for branch in branches:
        sheet.gap()
        sheet.say(branch_title(branch), 2, style="bold")
        sheet.labelled(_tested(branch), indent=4)


def _write_others(sheet: Sheet, others: Sequence[OtherWhy]) -> None:
    """Write how the report stands under each other clause, and which tests kept it back."""
    sheet.heading("Why not another clause")
    unsaid: dict[str, list[str]] = {}
    for other in others:
        if other.standing is None:
            unsaid.setdefault(other.said, []).append(other.clause)
            continue
        sheet.say(other_title(other), indent=2)
        for under, pairs in other_entries(other):
            if under:
                sheet.say(under, indent=4)
            sheet.labelled(pairs, indent=6 if under else 4)
    for said, clauses in unsaid.items():
        sheet.say(f"{', '.join(clauses)}: {said}", indent=2)
