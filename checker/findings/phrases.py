"""What a test asks for, in few words: regions, periods, actors, acts, numbers, conditions."""

from datetime import datetime
from typing import assert_never

from checker.language.core.agreement import Core
from checker.language.core.clause import Answers
from checker.language.core.exemption import Condition, Registered
from checker.language.core.pattern import FOREVER_US, Bound, Duration, Edge, Period
from checker.language.say.region import region_text
from checker.language.say.terms import condition_text
from checker.language.say.words import Voice, acts_text, things_text, who_text
from checker.operators import Step
from checker.operators.count import Counted
from checker.operators.doing import Doing
from checker.operators.period import During
from checker.operators.place import Where
from checker.operators.presence import Presence
from checker.operators.register import InRegister
from checker.operators.thing import Thing
from checker.operators.who import Who
from checker.values.civil import ends_day, iso_of_us

__all__ = ["condition_said", "moment_text", "step_text"]


def condition_said(core: Core, answers: Answers, condition: Condition) -> str:
    """Say on what a clause, or an exception, stands under one reading."""
    return condition_text(Voice.of(core, answers), condition)


def moment_text(instant_us: int, timezone: str) -> str:
    """Say an instant as ISO 8601, the last one of a day as its end."""
    said = iso_of_us(instant_us, timezone)
    at = datetime.fromisoformat(said)
    if ends_day(at):
        return f"the end of {at.date().isoformat()}"
    return said


def step_text(step: Step, voice: Voice) -> str:
    """Say what a step of the plan asks of a report, with the names and the clock of ``voice``."""
    match step:
        case Who() | Doing() | Thing():
            said = _words(step, voice)
        case Presence():
            said = "presence"
        case During(periods):
            said = ", and ".join(_period(period, voice.timezone) for period in periods)
        case Where(region, places):
            said = f"{'the act' if places == 'act' else 'its position'} {region_text(region)}"
        case InRegister(registered):
            said = _registered(voice, registered)
        case Counted(bound):
            said = _bound(bound)
        case _:
            assert_never(step)
    return said


def _words(step: Who | Doing | Thing, voice: Voice) -> str:
    match step:
        case Who(group):
            return who_text(voice, group)
        case Doing(words):
            return acts_text(words, voice.answers)
        case Thing(words):
            return things_text(words, voice.answers)


def _period(period: Period, timezone: str) -> str:
    start, end = _edge(period.start, timezone), _edge(period.end, timezone)
    if start is None and end is None:
        return "at any time"
    if start is None:
        return f"before {end}"
    return f"from {start} on" if end is None else f"from {start}, before {end}"


def _edge(edge: Edge, timezone: str) -> str | None:
    """Return an edge of a period, None where there is none."""
    if edge.first is not None:
        return f"the first {edge.first}{_shift(edge.shift)}"
    low = iso_of_us(edge.low_us, timezone) if abs(edge.low_us) < FOREVER_US else None
    high = iso_of_us(edge.high_us, timezone) if abs(edge.high_us) < FOREVER_US else None
    if low == high:
        return low
    return f"an instant between {low or 'any time'} and {high or 'any time'}"


def _shift(shift: Duration) -> str:
    hours = shift.us / 3.6e9
    said = [f"{shift.days} d"] if shift.days else []
    said += [f"{hours:g} h"] if hours else []
    return f" plus {' '.join(said)}" if said else ""


def _registered(voice: Voice, registered: Registered) -> str:
    to = f", given to {voice.titles.get(registered.to, registered.to)}" if registered.to else ""
    lead = _shift(registered.lead).removeprefix(" plus ") if registered.lead is not None else ""
    before = f", {lead} before" if lead else ""
    return f"an entry in {registered.register.name}{to}{before}"


def _bound(bound: Bound) -> str:
    said = [
        f"at {word} {_number(limits)}"
        for word, limits in (("most", bound.at_most), ("least", bound.at_least))
        if limits is not None
    ]
    return f"{' and '.join(said)} {bound.of}"


def _number(limits: tuple[float, float]) -> str:
    low, high = limits
    return f"{low:,.15g}" if low == high else f"{low:,.15g} to {high:,.15g}"
