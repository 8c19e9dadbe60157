"""What would flip an answer: how many metres or hours, which fact, which reading of the text.

A decided answer holds for as long as nothing is off by more than its margin; an open one has what
would decide it; one that does not concern the report says which test kept it out.
"""

from collections.abc import Iterator, Sequence

from checker.findings.finding import Finding, ReadingFinding
from checker.findings.message import exception_text, length
from checker.findings.trials import Trial
from checker.outputs.differ import by_difference
from checker.outputs.explain.tree import Flip, Ground, Proof
from checker.outputs.plain import STANDINGS, reading_text
from checker.values.truth import Truth
from checker.values.verdict import Verdict

__all__ = ["flips_between", "flips_of"]

_NEAR_M = 0.0015
"""What two roundings to a millimetre may lie apart."""


def flips_between(finding: Finding) -> Iterator[Flip]:
    """Yield which answer to which question makes which standing, where they are not all one."""
    outcomes = [(one.answers, one.standing.word) for one in finding.readings]
    told = by_difference(outcomes)
    if len(told) > 1:
        for answers, standing in told:
            yield Flip("reading", f"{reading_text(answers)}: {STANDINGS[standing]}")


def flips_of(
    finding: Finding, reading: ReadingFinding, proofs: Sequence[Proof]
) -> tuple[Flip, ...]:
    """Return what would flip one reading of a finding; each ends the sentence "it flips if"."""
    if finding.subject != "report":
        return tuple(_decides(reading))
    if reading.verdict == Verdict.UNDETERMINED:
        return (*_decides(reading), *_metres(finding, reading, proofs))
    if reading.verdict == Verdict.NOT_APPLICABLE:
        return tuple(_kept_out(proofs))
    return (
        *_metres(finding, reading, proofs),
        *_hours(reading, proofs),
        *_facts(reading, proofs),
    )


def _decides(reading: ReadingFinding) -> Iterator[Flip]:
    if reading.decides_radius_m is not None:
        said = f"the radius is at most {length(reading.decides_radius_m)} at the same centre"
        yield Flip("radius", f"{said}: then the place decides", reading.decides_radius_m)
    if reading.decides is not None:
        yield Flip("fact", reading.decides)


def _metres(finding: Finding, reading: ReadingFinding, proofs: Sequence[Proof]) -> Iterator[Flip]:
    """Yield how far the place may be off: until nothing is proved, and until it is the contrary."""
    if reading.margin_m is None:
        return
    away_m = abs(reading.margin_m)
    off = f"the report, or the place as drawn, is off by more than {length(away_m)}"
    then = "then the place decides no more"
    yield Flip("metres", f"{off}, beyond radius and accuracy: {then}", away_m)
    if finding.radius_m is not None and _is_own_disc(finding, proofs):
        widest_m = round(finding.radius_m + away_m, 3)
        wide = f"the radius is more than {length(widest_m)} at the same centre"
        yield Flip("radius", f"{wide}: {then}", widest_m)
    far_m = _far_m(reading.margin_m, [ground for proof in proofs for ground in proof.grounds])
    if far_m is not None:
        far = f"it lies {length(far_m)} or more across the edge of the region"
        side = "out of it" if reading.margin_m < 0 else "in it"
        yield Flip("metres", f"{far}: then all of it is {side}", far_m)


def _is_own_disc(finding: Finding, proofs: Sequence[Proof]) -> bool:
    """Say whether the place was decided by the report's own disc, and not by where an act was."""
    asked = [one for one in _tests(proofs) if one.name == "place"]
    is_act = any(one.said.startswith("the act") for one in asked)
    if not asked:  # a stored result does not tell
        is_act = not {*finding.does} <= {"presence"}
    return finding.within_area is None and not is_act


def _far_m(margin_m: float, grounds: Sequence[Ground]) -> float | None:
    """Return how far a report has to go until all of it is on the other side, None if unknown."""
    for ground in grounds:
        if ground.whole is None:
            continue
        low, high = ground.whole.low, ground.whole.high
        near, far = (high, low) if margin_m < 0 else (low, high)
        if near is not None and far is not None and abs(near - margin_m) <= _NEAR_M:
            return round(abs(far), 3)
    return None


def _hours(reading: ReadingFinding, proofs: Sequence[Proof]) -> Iterator[Flip]:
    if reading.margin_h is not None:
        hours = abs(reading.margin_h)
        side = "before" if reading.margin_h < 0 else "after"
        said = f"the time, or the date, is off by {_h(hours)}: then it is {side} the date"
        yield Flip("hours", said, hours)
    for trial in _tests(proofs):
        if trial.hours is not None and trial.answer == Truth.TRUE:
            said = f"the time is off by more than {_h(trial.hours)}: then it fits no more"
            yield Flip("hours", f"{said} for certain", trial.hours)


def _facts(reading: ReadingFinding, proofs: Sequence[Proof]) -> Iterator[Flip]:
    """Yield the facts on which a decided answer rests, and the exceptions that fall short."""
    if reading.lapse is not None:
        yield Flip("fact", f"it is not so that {reading.lapse}")
    for trial in _tests(proofs):
        if trial.answer == Truth.TRUE and trial.name in ("actor", "act", "thing", "condition"):
            links = f" ({'; '.join(trial.links)})" if trial.links else ""
            yield Flip("fact", f"the {trial.name} is not: {trial.said}{links}")
    if reading.verdict != Verdict.VIOLATION:
        return
    for exemption in (one for proof in proofs for one in proof.exceptions):
        short = [one for one in exemption.trials if one.answer != Truth.TRUE]
        asked = " and ".join(f"{one.name} ({one.said})" for one in short)
        if asked:
            name = exception_text(exemption.name)
            yield Flip("fact", f"the exception {name} covers it, for which it lacks {asked}")


def _kept_out(proofs: Sequence[Proof]) -> Iterator[Flip]:
    """Yield what would bring the report under the clause: all tests that say no, together."""
    asked = [one for one in _tests(proofs) if one.name != "place"]
    denied = [one for one in asked if one.answer == Truth.FALSE]
    # Of a report that is silent no test says no: it would have to say more.
    kept = denied or [one for one in asked if one.answer == Truth.UNKNOWN]
    together = f", and {len(kept) - 1} more of these hold too" if len(kept) > 1 else ""
    for trial in kept:
        if trial.hours is not None:
            said = f"the time is off by more than {_h(trial.hours)}: then the clause may concern it"
            yield Flip("hours", f"{said}{together}", trial.hours)
        else:
            yield Flip("fact", f"the {trial.name} is: {trial.said}{together}")


def _tests(proofs: Sequence[Proof]) -> Iterator[Trial]:
    for proof in proofs:
        yield from proof.tests


def _h(hours: float) -> str:
    return f"{hours:,.2f} h"
