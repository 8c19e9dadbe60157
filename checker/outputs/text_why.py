"""Why, and why not: one report under one clause as a page, every number with its origin."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TextIO

from checker.findings.against import AgainstWhy
from checker.findings.explanation import Explanation
from checker.findings.finding import Finding, Measured, ReadingFinding
from checker.findings.message import exception_text
from checker.findings.why import ReadingWhy
from checker.language.core.clause import Answers
from checker.language.say.words import value_text
from checker.outputs.cut import shown_of
from checker.outputs.differ import by_difference
from checker.outputs.finding_lines import finding_title, lapse_lines, margin_text
from checker.outputs.plain import KEY, STANDINGS, counted, listed, reading_text
from checker.outputs.sheet import Sheet
from checker.outputs.text_questions import write_questions
from checker.outputs.text_summary import write_conditions
from checker.outputs.text_trials import (
    MEASURED,
    Pair,
    exempted_text,
    ground_pairs,
    measured_text,
    metres,
    trial_pairs,
)
from checker.outputs.writer import Page

__all__ = ["write_explanation"]

_MOST_RELIED = 10

_STORED = (
    "Told from a stored result, which does not hold what the report says, the single tests, nor "
    "the reports that it does not show: accord explain AGREEMENT REPORTS... --clause ID "
    "--report ID tells them."
)

_EVIDENCE = {
    "depends_on_reading": "it breaks the condition under some readings of the text, not all",
    "undetermined": "it may break the condition; nobody can say for certain",
}
"""What a standing means of evidence against a condition: no clause is broken by it."""

Tests = dict[Answers, tuple[Pair, ...]]
"""The tests that were made under each reading, as labelled lines."""


def write_explanation(stream: TextIO, page: Page, told: Explanation) -> None:
    """Write the clause, the report, the answer, the tests under each reading, the conditions."""
    sheet = Sheet(stream, page)
    certainty = f" [{told.certainty}]" if told.certainty else ""
    sheet.say(f"{told.clause}: {told.says}{certainty}", style="bold")
    sheet.labelled(told.source, indent=2)
    if told.inputs:
        sheet.heading("The report, as it was read")
        sheet.labelled(told.inputs, indent=2)
    sheet.heading("The answer")
    for finding in told.findings:
        _write_answer(sheet, finding)
    own = {why.answers: tuple(_tests(why)) for why in told.readings}
    against = _against(told.against)
    if not told.findings:
        sheet.say("The report is no evidence against a condition of this permission.", indent=2)
        _write_against(sheet, against)
    for finding in told.findings:
        _write_readings(sheet, finding, against if finding.subject == "condition" else own)
    readings = [reading.answers for finding in told.findings for reading in finding.readings]
    write_questions(sheet, told.questions, readings)
    write_conditions(sheet, told.conditions)
    if told.relied:
        _write_relied(sheet, told.clause, told.relied)
    if not told.inputs:
        sheet.gap()
        sheet.say(_STORED, style="dim")


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


def _write_answer(sheet: Sheet, finding: Finding) -> None:
    word = finding.standing.word
    sheet.say(finding_title(finding), indent=2, style="bold")
    sheet.say(finding.message, indent=4)
    pairs: list[Pair] = [("Verdict", finding.verdict.word.replace("_", " "))]
    is_evidence = finding.subject == "condition"
    key = _EVIDENCE.get(word, KEY[word]) if is_evidence else KEY[word]
    pairs.append(("Standing", f"{STANDINGS[word]}: {key}"))
    if finding.readings:
        asked = "does it break the condition?" if is_evidence else "is it broken?"
        counts = (
            f"{finding.violated_yes} yes, {finding.violated_open} open, {finding.violated_no} no"
        )
        pairs.append(("Readings", f"{asked} {counts}"))
    if finding.accepted is not None:
        pairs.append(("Accepted", finding.accepted.said))
    if finding.reasons:
        pairs.append(("Open because", listed(finding.reasons)))
    if finding.decides:
        pairs.append(("What helps", finding.decides))
    pairs += [
        ("Rests on", f"{one.path} = {value_text(one.value)}, {one.told}: {one.why}")
        for one in finding.assumed
    ]
    sheet.labelled(pairs, indent=4)


def _write_readings(sheet: Sheet, finding: Finding, tests: Tests) -> None:
    """Write what each reading makes of it; readings that make the same of it stand together.

    So do the distances that are the same under all of them.
    """
    if not finding.readings:
        return
    about = "as evidence against the condition" if finding.subject == "condition" else "the report"
    sheet.heading(f"Under each reading: {about}")
    outcomes = []
    for reading in finding.readings:
        measured = tuple(
            replace(one, answers=())
            for one in reading.measured or finding.measured
            if one.answers == reading.answers
        )
        bare = replace(reading, answers=(), measured=measured, incident=None)
        # A stored result has no tests, but what was measured.
        told = tests.get(reading.answers, ()) or _distances(measured)
        outcomes.append((reading.answers, (bare, told)))
    entries = by_difference(outcomes)
    shared = _shared([pairs for _, (_, pairs) in entries])
    if shared:
        sheet.gap()
        sheet.say("under every reading:", indent=2, style="bold")
        sheet.labelled(shared, indent=4)
    for answers, (reading, pairs) in entries:
        own = tuple(pair for pair in pairs if pair not in shared)
        _write_reading(sheet, answers, reading, own)


def _distances(measured: Sequence[Measured]) -> tuple[Pair, ...]:
    return tuple(("Distance", measured_text(one)) for one in measured)


def _shared(told: Sequence[tuple[Pair, ...]]) -> list[Pair]:
    """Return what was measured, and is the same, under each of several readings."""
    if len(told) == 1:
        return []
    first, *others = told
    measured = [pair for pair in first if pair[0] in MEASURED]
    return [pair for pair in measured if all(pair in other for other in others)]


def _write_reading(
    sheet: Sheet, answers: Answers, reading: ReadingFinding, tests: tuple[Pair, ...]
) -> None:
    sheet.gap()
    under = f"where {reading_text(answers)}: " if answers else ""
    sheet.say(f"{under}{STANDINGS[reading.standing.word]}", indent=2, style="bold")
    sheet.labelled([*tests, *_results(reading)], indent=4)


def _write_against(sheet: Sheet, tests: Tests) -> None:
    """Write why a report is no evidence against the conditions, where it has no finding at all."""
    if not tests:
        return
    sheet.heading("Under each reading: as evidence against the condition")
    for answers, pairs in by_difference(list(tests.items())):
        sheet.gap()
        sheet.say(f"where {reading_text(answers)}:" if answers else "always:", 2, style="bold")
        sheet.labelled(pairs, indent=4)


def _against(whys: tuple[AgainstWhy, ...]) -> Tests:
    found: Tests = {}
    for why in whys:
        found[why.answers] = (*found.get(why.answers, ()), *_against_pairs(why))
    return found


def _against_pairs(why: AgainstWhy) -> Iterator[Pair]:
    yield "Condition", why.said
    if why.kept is not None:
        yield "Tests", f"those of {why.kept}: explain the report under --clause {why.kept}"
    if why.candidate is not None:
        yield "Decided by", f"{why.candidate}, one of the actors of the report"
    yield from trial_pairs(why.trials)
    if why.weak:
        yield "Weak because", listed(why.weak)
    for ground in why.grounds:
        yield from ground_pairs(ground)


def _tests(why: ReadingWhy) -> Iterator[Pair]:
    if why.side is not None:
        yield "Side", why.side
    if why.candidate is not None:
        yield "Decided by", f"{why.candidate}, one of the actors of the report"
    place = (why.place,) if why.place is not None else ()
    yield from trial_pairs((*why.applies, *place))
    for exemption in why.exemptions:
        yield "Exception", exempted_text(exemption)
    if why.weak:
        yield "Weak because", listed(why.weak)
    for ground in why.grounds:
        yield from ground_pairs(ground)


def _results(reading: ReadingFinding) -> Iterator[Pair]:
    if reading.exception is not None:
        yield "Excepted by", exception_text(reading.exception)
    if reading.lapse is not None:
        yield "Lapsed", reading.lapse
    if reading.margin_m is not None:
        yield (
            "Margin",
            f"{metres(reading.margin_m)}: {margin_text(reading.margin_m, reading.measured)}",
        )
    if reading.margin_h is not None:
        yield "Margin", f"{reading.margin_h:,.3f} h to the date"
    if reading.likelihood is not None:
        yield "Likelihood", f"{reading.likelihood:.3f} that it lies in the region, as drawn"
    if reading.reasons:
        yield "Open because", listed(reading.reasons)
    if reading.decides:
        yield "What helps", reading.decides
