"""Tests and measurements as labelled lines: what was asked, the answer, every number's origin."""

from collections.abc import Iterator, Sequence

from checker.findings.finding import Measured
from checker.findings.grounds import GroundWhy, LegWhy
from checker.findings.message import exception_text
from checker.findings.message import measured_text as said_of
from checker.findings.trials import Trial
from checker.findings.why import ExemptionWhy
from checker.outputs.plain import REASONS, listed
from checker.values.truth import Truth

__all__ = [
    "MEASURED",
    "Pair",
    "exempted_text",
    "ground_pairs",
    "measured_text",
    "metres",
    "trial_pairs",
]

Pair = tuple[str, str]
"""A label, and what stands beside it."""

MEASURED = ("Distance", "Together", "Drawn", "Decides")
"""The labels of what was measured of a report, whoever it was and whatever it did."""

_ANSWERS = {Truth.TRUE: "yes", Truth.FALSE: "no", Truth.UNKNOWN: "open"}


def trial_pairs(trials: Sequence[Trial]) -> Iterator[Pair]:
    """Yield each test with its answer, and the edges by which an actor is of those asked for."""
    for trial in trials:
        open_because = f" ({listed(trial.reasons)})" if trial.reasons else ""
        label = f"{trial.name[0].upper()}{trial.name[1:]}?"
        yield label, f"{_ANSWERS[trial.answer]}: {trial.said}{open_because}"
        for number, link in enumerate(trial.links):
            yield "" if number else "By edge", link


def exempted_text(exemption: ExemptionWhy) -> str:
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
    return f"{exception_text(exemption.name)}: {said}; {'; '.join(parts)}"


def ground_pairs(ground: GroundWhy) -> Iterator[Pair]:
    """Yield the distances to one region, then what they come from."""
    for leg in ground.legs:
        yield "Distance", _leg(leg)
    if ground.low_m is not None or ground.high_m is not None:
        low, high = metres(ground.low_m, "-infinity"), metres(ground.high_m, "infinity")
        said = f"every point of the report lies {low} to {high} from the edge of the region"
        yield "Together", f"{said}, negative inside ({ground.said})"
    for drawn in ground.drawn:
        if drawn.accuracy_m is None:
            yield "Drawn", f"{drawn.name}: nobody drew it ({drawn.why})"
        else:
            yield "Drawn", f"{drawn.name}: accuracy {metres(drawn.accuracy_m)}; {drawn.source}"
    if ground.decides_radius_m is not None:
        yield "Decides", f"at this centre, a radius of up to {metres(ground.decides_radius_m)}"


def _leg(leg: LegWhy) -> str:
    said = _span(f"to {leg.name}", leg.low_m, leg.best_m, leg.high_m)
    if leg.limit_said is None:
        return said
    return f"{said}; limit {leg.limit_said}{_limit(leg.limit_low_m, leg.limit_high_m)}"


def measured_text(one: Measured) -> str:
    """Say one distance of a finding with its limit."""
    said = _span(one.what.removeprefix("distance "), one.low_m, one.best_m, one.high_m)
    if one.limit_low_m is None:
        return said
    known = "" if one.limit_high_m is not None else " never published"
    return f"{said}; limit{known}{_limit(one.limit_low_m, one.limit_high_m)}"


def _span(what: str, low_m: float | None, best_m: float | None, high_m: float | None) -> str:
    to = said_of(what)
    if best_m is None and low_m is None:
        return f"{to}: not known"
    centre = f"{metres(best_m)} from the centre, " if best_m is not None else ""
    reach = f"{metres(low_m, 'nothing')} to {metres(high_m, 'any distance')}"
    if low_m is None and high_m is None:
        reach = "any distance"
    return f"{to}: {centre}{reach} with the report's radius and the accuracy of the place"


def _limit(low_m: float | None, high_m: float | None) -> str:
    if low_m is None:
        return ""
    if high_m is None:
        return f", at least {metres(low_m)}" if low_m > 0.0 else ""
    if low_m == high_m:
        return f" = {metres(low_m)}"
    return f" = {metres(low_m)} to {metres(high_m)}"


def metres(value: float | None, missing: str = "unknown") -> str:
    """Write a length to the centimetre; ``missing`` stands for one that is not known."""
    return f"{value:,.2f} m" if value is not None else missing
