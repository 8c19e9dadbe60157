"""Machine words in plain English: standings, reasons, levels, times and readings for a page."""

from datetime import datetime, time

from checker.language.core.clause import Answers
from checker.values.civil import INSTANT, ends_day

__all__ = [
    "CERTAINTY",
    "CIRCLE",
    "CLAUSE_KEY",
    "CLAUSE_STANDINGS",
    "KEY",
    "LEVEL_NAMES",
    "NOT_JUDGED",
    "REASONS",
    "STANDINGS",
    "STATES_KEY",
    "counted",
    "instant_text",
    "listed",
    "period_text",
    "reading_text",
]

STANDINGS = {
    "violation": "violation",
    "late": "late",
    "overdue": "overdue",
    "apparent_violation": "apparent violation",
    "breaks_condition": "breaks a condition",
    "depends_on_reading": "depends on the reading",
    "undetermined": "undetermined",
    "excepted": "excepted",
    "compliant": "compliant",
    "apparent_compliance": "apparent compliance",
    "no_breach": "no breach",
    "silent": "silent",
    "not_in_force": "not in force",
    "not_applicable": "not concerned",
    "not_a_position": "not a position",
}
"""Standings of a finding, in the order in which they are shown."""

KEY = {
    "violation": "proved against the clause under every reading of the text",
    "late": "done after its date",
    "overdue": "not done by its date",
    "apparent_violation": "taken at its word the report is a breach; it is not proved",
    "breaks_condition": "proved against what a permission or a clause depends on",
    "depends_on_reading": (
        "a breach, or evidence against a condition, under some readings of the text, not all"
    ),
    "undetermined": "the evidence does not decide; this is neither a breach nor a pass",
    "excepted": "in the region, and covered by an exception that the text makes",
    "compliant": "proved to keep the clause",
    "apparent_compliance": "taken at its word the report keeps the clause; it is not proved",
    "no_breach": "nothing is broken either way; this is not proof that the clause was kept",
    "silent": "the clause is about an act or a thing, and the report names none",
    "not_in_force": "the clause did not stand at that time",
    "not_applicable": "another actor, act or area than the clause is about",
    "not_a_position": "the report does not say where the actor itself was",
}

CLAUSE_STANDINGS = {
    "outstanding": "its date is to come",
    "complied": "complied",
    "late": "done late",
    "overdue": "overdue",
    "violated": "violated",
    "apparently_violated": "apparently violated",
    "undetermined": "undetermined",
    "no_breach_seen": "no breach seen",
    "not_in_force": "not in force",
    "moot": "moot: its condition had lapsed",
    "no_evidence": "no evidence",
}

CLAUSE_KEY = {
    "outstanding": "its date had not come when this answer was given",
    "complied": "proved to be done in time",
    "late": "done, and after its date",
    "overdue": "not done by its date",
    "violated": "at least one report proves a breach",
    "apparently_violated": "at least one report, taken at its word, is a breach; none proves one",
    "undetermined": "nobody can say whether it was kept",
    "no_breach_seen": "a report proves that it was kept, none that it was broken",
    "not_in_force": "it did not stand at the time of any report",
    "moot": "what it depends on was broken, so it asked nothing of anybody",
    "no_evidence": "no report proves anything about it; this is no pass",
}
"""What the words for a clause over the period mean."""

STATES_KEY = {
    "holds": "nothing is proved against it",
    "open": "nobody can say whether it holds",
    "lapsed": "it was broken, so that what rests on it does not stand",
}
"""What the words for a condition over time mean."""

CERTAINTY = ("[in brackets]", "how sure it is that the deal says this, by the agreement's file")
"""What stands after the words of a clause."""

CIRCLE = (
    "of its circle alone",
    "the circle round the reported position; the named area tells more, and both were used",
)
"""What findings say of a distance where a report names the area that it lies in."""

REASONS = {
    "place_unresolved": "no usable place is given",
    "place_vague": "the place is too vague for the limit",
    "place_line_vague": "the line on the map is not drawn well enough",
    "side_unknown": "beyond the end of the line no side can be told",
    "text_vague": "the text gives a range, and the report lies in it",
    "geometry_deferred": "nobody published the depth or the map",
    "numerically_close": "it lies on the limit itself, to the millimetre",
    "time_vague": "the time is too vague",
    "event_unknown": "nobody knows when the event was",
    "sequence_unknown": "nobody knows which came first",
    "actor_unresolved": "it is not known for certain who it was, or to whom they belonged",
    "attribution_weak": "who it was is not well enough founded",
    "doing_unknown": "it is not known what was done",
    "thing_unknown": "it is not known what thing it was",
    "count_vague": "the number is too vague",
    "source_weak": "the source is not graded well enough to prove it",
    "kind_weak": "a report of this kind proves nothing of this",
    "condition_open": "it is not known whether the clause's condition held",
    "register_open": "the register is not complete for that time",
    "readings_differ": "the text can be read in several ways",
    "access_denied": "observers were not let in",
    "place_swapped": "longitude and latitude may be swapped, so that the place proves nothing",
}

NOT_JUDGED = {
    "superseded": "reports that a later report corrects",
    "after_as_of": "reports from after the date of this answer",
    "not_in_force": "report and clause: the clause did not stand at that time",
    "silent": "report and clause: the report names no act or thing",
    "not_a_position": "report and clause: the report does not say where the actor itself was",
    "not_applicable": "report and clause: another actor, act or area",
}

LEVEL_NAMES = {
    "violation": ("violation", "violations"),
    "apparent": ("violation or apparent violation", "violations and apparent violations"),
    "reading": ("breach under some reading, or worse", "breaches under some reading, or worse"),
    "undetermined": ("undetermined report, or worse", "undetermined reports, or worse"),
    "never": ("finding that fails the run", "findings that fail the run"),
}
"""What is counted at each level of ``--fail-on``: one of it, and many."""


def counted(number: int, one: str, many: str = "") -> str:
    """Return the number with its noun: 1 report, 1,204 reports."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def listed(words: tuple[str, ...]) -> str:
    """Return reasons in plain words, those that have none as they are."""
    return "; ".join(REASONS.get(word, word) for word in words)


def reading_text(answers: Answers) -> str:
    """Return one reading, or what the readings of a group have in common."""
    return ", ".join(f"{question} = {answer}" for question, answer in answers)


def instant_text(at: datetime) -> str:
    """Return an instant to the minute, the last one of a day as its end."""
    return f"the end of {_day(at)}" if ends_day(at) else _clock(at)


def period_text(from_at: str | None, to_at: str | None) -> str:
    """Return a closed stretch of time as people write it: whole days as dates, else to the minute.

    The texts are ISO 8601 with an offset; None is without beginning or end.
    """
    start = datetime.fromisoformat(from_at) if from_at else None
    end = datetime.fromisoformat(to_at) if to_at else None
    if start is not None and start == end:
        return f"at {instant_text(start)}" if ends_day(start) else instant_text(start)
    begins = start is None or start.time() == time() or ends_day(start)
    # What ends an instant before the last of a day gives way to what is certain by its end alone.
    ends = end is None or ends_day(end) or ends_day(end + INSTANT)
    first, last = (_opened, _day) if begins and ends else (_clock, _clock)
    if start is not None and end is not None:
        since, until = first(start), last(end)
        return since if since == until else f"{since} to {until}"
    if start is not None:
        return f"from {first(start)} on"
    return f"until {last(end)}" if end is not None else "all the time"


def _opened(at: datetime) -> str:
    return f"the end of {_day(at)}" if ends_day(at) else _day(at)


def _day(at: datetime) -> str:
    return at.date().isoformat()


def _clock(at: datetime) -> str:
    return at.isoformat(sep=" ", timespec="minutes")
