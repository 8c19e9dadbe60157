"""Tests and measurements as labelled lines: what was asked, the answer, every number's origin."""

from collections.abc import Iterator, Sequence

from checker.findings.message import exception_text
from checker.findings.message import measured_text as said_of
from checker.findings.trials import Trial
from checker.findings.why import ExemptionWhy
from checker.outputs.explain.tree import Ground, Number, Proof, Share
from checker.outputs.plain import REASONS, listed
from checker.values.truth import Truth

__all__ = [
    "ANSWERS",
    "MEASURED",
    "Pair",
    "amount_text",
    "exempted_text",
    "ground_pairs",
    "metres",
    "number_text",
    "proof_pairs",
    "share_text",
    "trial_pairs",
]

Pair = tuple[str, str]
"""A label, and what stands beside it."""

MEASURED = ("Distance", "Error", "Together", "Drawn", "Decides")
"""The labels of what was measured of a report, whoever it was and whatever it did."""

ANSWERS = {Truth.TRUE: "yes", Truth.FALSE: "no", Truth.UNKNOWN: "open"}


def proof_pairs(proof: Proof) -> Iterator[Pair]:
    """Yield what was tested, of whom, and what was measured."""
    if proof.condition is not None:
        yield "Condition", proof.condition
    if proof.kept is not None:
        yield "Tests", f"those of {proof.kept}: explain the report under --clause {proof.kept}"
    if proof.side is not None:
        yield "Side", proof.side
    if proof.candidate is not None:
        yield "Decided by", f"{proof.candidate}, one of the actors of the report"
    yield from trial_pairs(proof.tests)
    for exemption in proof.exceptions:
        yield "Exception", exempted_text(exemption)
    if proof.weak:
        yield "Weak because", listed(proof.weak)
    for ground in proof.grounds:
        yield from ground_pairs(ground)


def trial_pairs(trials: Sequence[Trial]) -> Iterator[Pair]:
    """Yield each test with its answer, and the edges by which an actor is of those asked for."""
    for trial in trials:
        open_because = f" ({listed(trial.reasons)})" if trial.reasons else ""
        label = f"{trial.name[0].upper()}{trial.name[1:]}?"
        yield label, f"{ANSWERS[trial.answer]}: {trial.said}{open_because}"
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
        parts.append(f"{trial.name} {ANSWERS[trial.answer]}: {trial.said}{why}")
    return f"{exception_text(exemption.name)}: {said}; {'; '.join(parts)}"


def ground_pairs(ground: Ground) -> Iterator[Pair]:
    """Yield the distances to one region with their errors, then what they come from."""
    for number in ground.distances:
        yield "Distance", number_text(number)
        if number.errors:
            yield "Error", "; ".join(map(share_text, number.errors))
    if ground.whole is not None:
        low, high = metres(ground.whole.low, "-infinity"), metres(ground.whole.high, "infinity")
        said = f"every point of the report lies {low} to {high} from the edge of the region"
        yield "Together", f"{said}, negative inside ({ground.said})"
    for drawn in ground.drawn:
        if drawn.accuracy_m is None:
            yield "Drawn", f"{drawn.name}: nobody drew it ({drawn.why})"
        else:
            yield "Drawn", f"{drawn.name}: accuracy {metres(drawn.accuracy_m)}; {drawn.source}"
    if ground.radius_m is not None:
        yield "Decides", f"at this centre, a radius of up to {metres(ground.radius_m)}"


def number_text(one: Number) -> str:
    """Say a distance with its ends and its limit."""
    said = _span(one)
    if one.limit_said is not None:
        return f"{said}; limit {one.limit_said}{_limit(one.limit_low, one.limit_high)}"
    if one.limit_low is None:
        return said
    known = "" if one.limit_high is not None else " never published"
    return f"{said}; limit{known}{_limit(one.limit_low, one.limit_high)}"


def share_text(share: Share) -> str:
    """Say what part of an error comes from where."""
    return f"{share.what}: {amount_text(share.amount, 'm', 'not known')}"


def amount_text(value: float | None, unit: str, missing: str = "unknown") -> str:
    """Write a number with its unit; a millimetre is written as one."""
    if value is not None and unit == "m" and 0.0 < abs(value) < 0.005:  # noqa: PLR2004
        return f"{value * 1_000:g} mm"
    if unit == "m":
        return metres(value, missing)
    return missing if value is None else f"{value:,.3f}{' h' if unit == 'h' else ''}"


def _span(one: Number) -> str:
    to = said_of(one.what.removeprefix("distance "))
    if one.best is None and one.low is None:
        return f"{to}: not known"
    centre = f"{metres(one.best)} from the centre, " if one.best is not None else ""
    reach = f"{metres(one.low, 'nothing')} to {metres(one.high, 'any distance')}"
    if one.low is None and one.high is None:
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
