"""Exceptions, conditions and numbers in words."""

import math
from collections.abc import Iterator

from checker.language.core.exemption import Condition, Exemption, Registered
from checker.language.core.pattern import Bound, Pattern
from checker.language.say.region import region_text
from checker.language.say.time import duration_text, edge_text, period_text
from checker.language.say.words import Voice, acts_text, joined, things_text, who_text

__all__ = [
    "bound_text",
    "break_text",
    "condition_text",
    "deed_text",
    "exemption_text",
    "times_text",
]

_TIMES = {1.0: "once", 2.0: "twice"}


def deed_text(voice: Voice, pattern: Pattern) -> str:
    """Say a pattern as a sentence without an end: irans fight or support inside zone."""
    who = who_text(voice, pattern.who) if pattern.who is not None else "anyone"
    acts = "do anything"
    if pattern.does is not None:
        acts = acts_text(pattern.does, voice.answers)
        acts = "are present" if acts == "be present" else acts
    return " ".join([who, acts, *_around(voice, pattern)])


def condition_text(voice: Voice, condition: Condition) -> str:
    """Say on what a term hangs, to stand after "It stands"."""
    if condition.none is not None:
        return f"so long as nothing proves that {deed_text(voice, condition.none)}"
    if condition.some is not None:
        return f"while it is proved that {deed_text(voice, condition.some)}"
    if condition.why_open:
        return condition.why_open
    if condition.kept is not None:
        return f"so long as {condition.kept} is kept"
    event = edge_text(condition.event, voice.timezone) if condition.event is not None else None
    return f"from {event or 'an event'} on"


def break_text(condition: Condition) -> tuple[str, ...]:
    """Say what a break does, and what stands while nothing is proved; nothing for an event."""
    if condition.event is not None:
        return ()
    lasts = "to the end of that day"
    if condition.lasts is not None:
        lasts = f"for {duration_text(condition.lasts)}"
    broken = (
        "a proved breach of this condition ends it for good"
        if condition.lapse == "ends"
        else f"a proved breach of this condition suspends it {lasts}; after that, nobody can say "
        "whether it stands until the end of the breach is proved"
    )
    stands = "it stands" if condition.unproved == "holds" else "nobody can say whether it stands"
    return broken, f"while nothing is proved, {stands}"


def exemption_text(voice: Voice, exemption: Exemption) -> str:
    """Say what an exception covers, to stand after "except"."""
    pattern = exemption.pattern
    said = [f"done by {who_text(voice, pattern.who)}"] if pattern.who is not None else []
    if pattern.does is not None:
        said.append(f"counted as {acts_text(pattern.does, voice.answers)}")
    said += _around(voice, pattern)
    if exemption.bound is not None:
        said.append(f"by {bound_text(exemption.bound)}")
    if exemption.registered is not None:
        said.append(_registered_text(voice, exemption.registered))
    whole = f"what is {', '.join(said)}" if said else "everything"
    holds = [condition_text(voice, condition) for condition in exemption.conditions]
    return ", ".join([whole, *holds])


def bound_text(bound: Bound) -> str:
    """Say how many are meant: at most 50 persons."""
    return joined([f"{word} {number} {bound.of}" for word, number, _ in _limits(bound)], "and")


def times_text(bound: Bound) -> str:
    """Say how often something is done: at least twice."""
    said = [f"{word} {_TIMES.get(low, f'{number} times')}" for word, number, low in _limits(bound)]
    return joined(said, "and")


def _limits(bound: Bound) -> Iterator[tuple[str, str, float]]:
    """Yield each limit: its word, its number as text, and its number if it is exact, else NaN."""
    for word, limits in (("at most", bound.at_most), ("at least", bound.at_least)):
        if limits is not None:
            low, high = limits
            if low == high:
                yield word, f"{low:,.10g}", low
            elif high == math.inf:
                yield word, "an unknown number of", math.nan
            else:
                yield word, f"{low:,.10g} to {high:,.10g}", math.nan


def _around(voice: Voice, pattern: Pattern) -> list[str]:
    """Say with what, against whom, where and when."""
    said = []
    if pattern.things is not None:
        said.append(f"with {things_text(pattern.things, voice.answers)}")
    if pattern.against is not None:
        said.append(f"against {who_text(voice, pattern.against)}")
    if pattern.where is not None:
        said.append(region_text(pattern.where))
    if when := period_text(pattern.when, voice.timezone):
        said.append(when)
    return said


def _registered_text(voice: Voice, registered: Registered) -> str:
    to = f", given to {voice.titles.get(registered.to, registered.to)}" if registered.to else ""
    lead = ""
    if registered.lead is not None:
        lead = f", at least {duration_text(registered.lead)} before it begins"
    return f"entered in the register {registered.register.name}{to}{lead}"
