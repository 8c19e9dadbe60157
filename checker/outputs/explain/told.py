"""What is said of one answer, whatever the page: verdict, standing, readings, what it rests on."""

from collections.abc import Iterator

from checker.findings.finding import Finding
from checker.findings.message import exception_text
from checker.findings.others import OtherReading, OtherWhy
from checker.language.say.words import value_text
from checker.outputs.differ import by_difference
from checker.outputs.explain.text_trials import Pair, amount_text, trial_pairs
from checker.outputs.explain.tree import Branch
from checker.outputs.plain import CLAUSE_STANDINGS, KEY, STANDINGS, listed, reading_text

__all__ = ["STORED", "answer_pairs", "branch_pairs", "branch_title", "other_entries", "other_title"]

STORED = (
    "Told from a stored result, which does not hold what the report says, the single tests, nor "
    "the reports that it does not show: accord explain AGREEMENT REPORTS... --clause ID "
    "--report ID tells them."
)

_EVIDENCE = {
    "depends_on_reading": "it breaks the condition under some readings of the text, not all",
    "undetermined": "it may break the condition; nobody can say for certain",
}
"""What a standing means of evidence against a condition: no clause is broken by it."""


def answer_pairs(finding: Finding) -> Iterator[Pair]:
    """Yield the answer over all readings, why it is open, what helps, and what it rests on."""
    word = finding.standing.word
    yield "Verdict", finding.verdict.word.replace("_", " ")
    is_evidence = finding.subject == "condition"
    key = _EVIDENCE.get(word, KEY[word]) if is_evidence else KEY[word]
    yield "Standing", f"{STANDINGS[word]}: {key}"
    if finding.readings:
        asked = "does it break the condition?" if is_evidence else "is it broken?"
        counts = (
            f"{finding.violated_yes} yes, {finding.violated_open} open, {finding.violated_no} no"
        )
        yield "Readings", f"{asked} {counts}"
    if finding.accepted is not None:
        yield "Accepted", finding.accepted.said
    if finding.reasons:
        yield "Open because", listed(finding.reasons)
    if finding.decides:
        yield "What helps", finding.decides
    for one in finding.assumed:
        yield "Rests on", f"{one.path} = {value_text(one.value)}, assumed: {one.why}"


def branch_title(branch: Branch) -> str:
    """Say which readings these are, and how the report stands under them."""
    if branch.standing is None:
        return f"where {reading_text(branch.answers)}:" if branch.answers else "always:"
    under = f"where {reading_text(branch.answers)}: " if branch.answers else ""
    return f"{under}{STANDINGS[branch.standing.word]}"


def branch_pairs(branch: Branch) -> Iterator[Pair]:
    """Yield what a reading comes to, and what would flip it."""
    if branch.exception is not None:
        yield "Excepted by", exception_text(branch.exception)
    if branch.lapse is not None:
        yield "Lapsed", branch.lapse
    yield from _numbers(branch)
    if branch.reasons:
        yield "Open because", listed(branch.reasons)
    if branch.decides:
        yield "What helps", branch.decides
    flips = [one.said for one in branch.flips if one.said != branch.decides]
    for place, said in enumerate(flips):
        yield ("", f"or {said}") if place else ("Flips if", said)


def _numbers(branch: Branch) -> Iterator[Pair]:
    for number in branch.numbers:
        said = amount_text(number.best, number.unit)
        if number.what == "margin":
            yield "Margin", f"{said}: {branch.margin}"
        elif number.unit == "h":
            yield "Margin", f"{said} to the date"
        else:
            yield "Likelihood", f"{said} that it lies in the region, as drawn"


def other_title(other: OtherWhy) -> str:
    """Say how a report stands under another clause."""
    if other.standing is None:
        return f"{other.clause}: {other.said}"
    word = other.standing.word
    return f"{other.clause}: {STANDINGS.get(word) or CLAUSE_STANDINGS[word]}"


def other_entries(other: OtherWhy) -> list[tuple[str, list[Pair]]]:
    """Return the readings that another clause makes a difference of, each with what kept it."""
    outcomes = [(one.answers, (one.standing, tuple(_kept(one)))) for one in other.readings]
    return [
        (f"where {reading_text(answers)}: {STANDINGS[standing.word]}" if answers else "", [*pairs])
        for answers, (standing, pairs) in by_difference(outcomes)
    ]


def _kept(one: OtherReading) -> Iterator[Pair]:
    yield from trial_pairs(one.kept)
    if one.exception is not None:
        yield "Excepted by", exception_text(one.exception)
    if one.reasons:
        yield "Open because", listed(one.reasons)
    if one.margin_m is not None:
        yield "Margin", amount_text(one.margin_m, "m")
