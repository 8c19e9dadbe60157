"""Why, and why not: one report under one clause as a page, every number with its origin."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TextIO

from checker.findings.explanation import Explanation
from checker.findings.finding import Finding, Measured, ReadingFinding
from checker.findings.grounds import GroundWhy, LegWhy
from checker.findings.why import ExemptionWhy, ReadingWhy, Trial
from checker.language.core.clause import Answers
from checker.outputs.differ import by_difference
from checker.outputs.plain import KEY, REASONS, STANDINGS, counted, listed, reading_text
from checker.outputs.sheet import Sheet
from checker.outputs.text_finding import finding_title, lapse_lines, margin_text
from checker.outputs.text_questions import write_questions
from checker.outputs.text_summary import write_conditions
from checker.outputs.writer import Page
from checker.values.truth import Truth

__all__ = ["write_explanation"]

_ANSWERS = {Truth.TRUE: "yes", Truth.FALSE: "no", Truth.UNKNOWN: "open"}

_MOST_RELIED = 10

_STORED = (
    "Told from a stored result, which does not hold what the report says, the single tests, nor "
    "the reports that it does not show: accord explain AGREEMENT REPORTS... --clause ID "
    "--report ID tells them."
)

Pair = tuple[str, str]


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
    if not told.findings:
        sheet.say("The report is no evidence against a condition of this permission.", indent=2)
    for finding in told.findings:
        _write_readings(sheet, finding, told.readings)
    readings = [reading.answers for finding in told.findings for reading in finding.readings]
    write_questions(sheet, told.questions, readings)
    write_conditions(sheet, told.conditions)
    if told.relied:
        _write_relied(sheet, told.clause, told.relied, page)
    if not told.inputs:
        sheet.gap()
        sheet.say(_STORED, style="dim")


def _write_relied(sheet: Sheet, clause: str, relied: tuple[Finding, ...], page: Page) -> None:
    """Write which reports a lapse decided on, and under which readings."""
    sheet.heading("What the lapse decides")
    shown = relied if page.is_full else relied[:_MOST_RELIED]
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
    pairs.append(("Standing", f"{STANDINGS[word]}: {KEY[word]}"))
    if finding.readings:
        counts = (
            f"{finding.violated_yes} yes, {finding.violated_open} open, {finding.violated_no} no"
        )
        pairs.append(("Readings", f"is it broken? {counts}"))
    if finding.reasons:
        pairs.append(("Open because", listed(finding.reasons)))
    if finding.decides:
        pairs.append(("What helps", finding.decides))
    pairs += [
        ("Rests on", f"{one.path} = {one.value}, assumed: {one.why}") for one in finding.assumed
    ]
    sheet.labelled(pairs, indent=4)


def _write_readings(sheet: Sheet, finding: Finding, whys: tuple[ReadingWhy, ...]) -> None:
    """Write what each reading makes of it; readings that make the same of it stand together."""
    if not finding.readings:
        return
    about = "as evidence against the condition" if finding.subject == "condition" else "the report"
    sheet.heading(f"Under each reading: {about}")
    by_answers = {why.answers: why for why in whys} if finding.subject == "report" else {}
    outcomes = []
    for reading in finding.readings:
        measured = tuple(
            replace(one, answers=())
            for one in reading.measured or finding.measured
            if one.answers == reading.answers
        )
        why = by_answers.get(reading.answers)
        outcomes.append(
            (
                reading.answers,
                (
                    replace(reading, answers=(), measured=measured, incident=None),
                    replace(why, answers=()) if why is not None else None,
                ),
            )
        )
    for answers, (reading, why) in by_difference(outcomes):
        _write_reading(sheet, answers, reading, why)


def _write_reading(
    sheet: Sheet, answers: Answers, reading: ReadingFinding, why: ReadingWhy | None
) -> None:
    sheet.gap()
    under = f"where {reading_text(answers)}: " if answers else ""
    sheet.say(f"{under}{STANDINGS[reading.standing.word]}", indent=2, style="bold")
    pairs: list[Pair] = []
    if why is not None:
        pairs += _tests(why)
    else:
        pairs += [("Distance", _measured(one)) for one in reading.measured]
    pairs += _results(reading)
    sheet.labelled(pairs, indent=4)


def _tests(why: ReadingWhy) -> Iterator[Pair]:
    if why.side is not None:
        yield "Side", why.side
    if why.candidate is not None:
        yield "Decided by", f"{why.candidate}, one of the actors of the report"
    for trial in why.applies:
        yield _asked(trial)
    if why.place is not None:
        yield _asked(why.place)
    for exemption in why.exemptions:
        yield "Exception", _exempted(exemption)
    if why.weak:
        yield "Weak because", listed(why.weak)
    for ground in why.grounds:
        yield from _ground(ground)


def _asked(trial: Trial) -> Pair:
    open_because = f" ({listed(trial.reasons)})" if trial.reasons else ""
    label = f"{trial.name[0].upper()}{trial.name[1:]}?"
    return label, f"{_ANSWERS[trial.answer]}: {trial.said}{open_because}"


def _exempted(exemption: ExemptionWhy) -> str:
    """Say of an exception whether it covers the report, and the tests that keep it from that."""
    answer = exemption.answer
    said = {Truth.TRUE: "covers it", Truth.FALSE: "does not", Truth.UNKNOWN: "open"}[answer]
    shown = [trial for trial in exemption.trials if answer in {trial.answer, Truth.TRUE}]
    parts = []
    for trial in shown:
        why = (
            f" ({'; '.join(REASONS[reason] for reason in trial.reasons)})" if trial.reasons else ""
        )
        parts.append(f"{trial.name} {_ANSWERS[trial.answer]}: {trial.said}{why}")
    return f"{exemption.name}: {said}; {'; '.join(parts)}"


def _ground(ground: GroundWhy) -> Iterator[Pair]:
    """Yield the distances to one region, then what they come from."""
    for leg in ground.legs:
        yield "Distance", _leg(leg)
    if ground.low_m is not None or ground.high_m is not None:
        low, high = _metres(ground.low_m, "-infinity"), _metres(ground.high_m, "infinity")
        said = f"every point of the report lies {low} to {high} from the edge of the region"
        yield "Together", f"{said}, negative inside ({ground.said})"
    for drawn in ground.drawn:
        if drawn.accuracy_m is None:
            yield "Drawn", f"{drawn.name}: nobody drew it ({drawn.why})"
        else:
            yield "Drawn", f"{drawn.name}: accuracy {_metres(drawn.accuracy_m)}"
    if ground.decides_radius_m is not None:
        yield "Decides", f"at this centre, a radius of up to {_metres(ground.decides_radius_m)}"


def _leg(leg: LegWhy) -> str:
    said = _span(leg.name, leg.low_m, leg.best_m, leg.high_m)
    if leg.limit_said is None:
        return said
    return f"{said}; limit {leg.limit_said}{_limit(leg.limit_low_m, leg.limit_high_m)}"


def _measured(one: Measured) -> str:
    name = one.what.removeprefix("distance ")
    said = _span(name.removeprefix("to "), one.low_m, one.best_m, one.high_m)
    limit = _limit(one.limit_low_m, one.limit_high_m)
    return f"{said}; limit{limit}" if limit.strip() else said


def _span(name: str, low_m: float | None, best_m: float | None, high_m: float | None) -> str:
    if best_m is None and low_m is None:
        return f"to {name}: not known"
    centre = f"{_metres(best_m)} from the centre, " if best_m is not None else ""
    reach = f"{_metres(low_m, 'nothing')} to {_metres(high_m, 'any distance')}"
    return f"to {name}: {centre}{reach} with the report's radius and the accuracy of the place"


def _limit(low_m: float | None, high_m: float | None) -> str:
    if low_m is None:
        return ""
    if low_m == high_m:
        return f" = {_metres(low_m)}"
    return f" = {_metres(low_m)} to {_metres(high_m, 'any distance')}"


def _results(reading: ReadingFinding) -> Iterator[Pair]:
    if reading.exception is not None:
        yield "Excepted by", reading.exception
    if reading.lapse is not None:
        yield "Lapsed", reading.lapse
    if reading.margin_m is not None:
        yield "Margin", f"{_metres(reading.margin_m)}: {margin_text(reading.margin_m)}"
    if reading.margin_h is not None:
        yield "Margin", f"{reading.margin_h:,.3f} h to the date"
    if reading.likelihood is not None:
        yield "Likelihood", f"{reading.likelihood:.3f} that it lies in the region, as drawn"
    if reading.reasons:
        yield "Open because", listed(reading.reasons)
    if reading.decides:
        yield "What helps", reading.decides


def _metres(value: float | None, missing: str = "unknown") -> str:
    return f"{value:,.2f} m" if value is not None else missing
