"""One neutral sentence a finding: who was reported where, against which limit, and how sure."""

from dataclasses import replace

from checker.findings.borders import told_of
from checker.findings.finding import Finding, Measured
from checker.values.verdict import ClauseStanding, Standing

__all__ = ["exception_text", "length", "limit_text", "measured_text", "message_of"]

# By words: the numbers of a report's standings and of a clause's are not told apart as keys.
_SAYS = {
    Standing.VIOLATION.word: "breaks the clause under every reading",
    Standing.APPARENT_VIOLATION.word: (
        "would break the clause if taken at face value, but is not proved"
    ),
    Standing.BREAKS_CONDITION.word: "is proof against the condition on which the clause rests",
    Standing.DEPENDS_ON_READING.word: "breaks the clause under some readings and not under others",
    Standing.UNDETERMINED.word: "does not show whether the clause was kept",
    Standing.EXCEPTED.word: "is covered by an exception",
    Standing.COMPLIANT.word: "keeps the clause",
    Standing.APPARENT_COMPLIANCE.word: "keeps the clause if taken at face value, but is not proved",
    Standing.NO_BREACH.word: "shows no breach, either way",
    Standing.SILENT.word: "says nothing of what the clause is about",
    Standing.NOT_IN_FORCE.word: "falls outside the time in which the clause is in force",
    Standing.NOT_APPLICABLE.word: "does not concern the clause",
    Standing.NOT_A_POSITION.word: "is no position of the actor, so it proves nothing here",
    ClauseStanding.LATE.word: "was done after its date",
    ClauseStanding.OVERDUE.word: "has not been done by its date",
}

_UNPROVED = "would break the clause under some readings if taken at face value, but is not proved"
_OF_CONDITIONS = {
    Standing.DEPENDS_ON_READING.word: (
        "speaks against the condition on which the clause rests under some readings and not under "
        "others"
    ),
    Standing.UNDETERMINED.word: "may speak against the condition on which the clause rests",
}
"""What evidence about a condition says, where it is no proof under every reading."""

_KINDS = {
    "admission": "admission",
    "allegation": "allegation",
    "statement": "statement",
    "denial": "denial",
    "withdrawal_claim": "claim of withdrawal",
}
"""What a report is called that is nobody's own observation: it proves other things."""

_WHOSE = {"target": ", with its target", "debris": ", with debris"}
"""Whose place it is, where it is not the actor's: who fires at a place is not there."""

_FIRST, _LAST = "T00:00:00", "T23:59:59.999999"
"""The first and the last instant of a civil day, as findings write them."""


def message_of(finding: Finding, notes: tuple[str, ...] = (), *, who: str | None = None) -> str:
    """Write the sentence of a finding; it says what was reported, never who is guilty.

    ``notes`` say what the finding does not hold: edges that are not sure enough, a duty's date.
    ``who`` are the actors of the report as a sentence names them, None as the report writes them.
    """
    who = who or finding.reported_actor or "An actor that the report does not name"
    seen = _seen(finding)
    said = _OF_CONDITIONS if finding.subject == "condition" else {}
    what = said.get(finding.standing.word, _SAYS[finding.standing.word])
    if finding.standing == Standing.DEPENDS_ON_READING and _is_unproved(finding):
        what = _UNPROVED
    kind = _KINDS.get(finding.kind or "", "report")
    parts = [f"{who}{_acts(finding)}{_at(finding)}{seen}: the {kind} {what}"]
    if finding.subject == "deadline":
        parts = [f"The duty {what}"]
    if (distance := _distance(finding)) is not None:
        parts.append(distance)
    if finding.exception is not None and finding.standing == Standing.EXCEPTED:
        parts.append(f"exception: {exception_text(finding.exception)}")
    parts += [*notes, *finding.conditions]
    if finding.clause_certainty is not None:
        parts.append(f"the clause itself is {finding.clause_certainty}")
    return "; ".join(parts) + "."


def exception_text(name: str) -> str:
    """Say which exception: one of the clause's own by its number, a permission by its name."""
    kind, blank, number = name.partition(" ")
    return f"no. {number} of the clause's own" if kind == "unless" and blank else name


def measured_text(what: str) -> str:
    """Say what was measured; to ground that lies outside something the distance is to its edge."""
    return what.replace("to not ", "to the edge of ")


def _is_unproved(finding: Finding) -> bool:
    """Say whether no reading proves a breach; conditions and duties have words of their own."""
    return finding.subject == "report" and finding.violated_yes == 0


def length(metres: float) -> str:
    """Write a length for people: metres below 10 km, else kilometres with one decimal."""
    kilometre = 1_000.0
    if abs(metres) < 10 * kilometre:
        return f"{metres:,.0f} m"
    return f"{metres / kilometre:,.1f} km"


def _at(finding: Finding) -> str:
    if finding.lon is not None and finding.lat is not None:
        doubt = (
            f" ± {length(finding.radius_m)}" if finding.radius_m is not None else ", radius unknown"
        )
        within = f" within {finding.within_area}" if finding.within_area is not None else ""
        place = f" at {finding.lat:.4f}, {finding.lon:.4f} (lat, lon{doubt}){within}"
    elif finding.within_area is not None:
        place = f" in {finding.within_area}"
    else:
        return ""
    return f"{_WHOSE.get(finding.position_of or '', '')}{place}"


def _acts(finding: Finding) -> str:
    """Say what was done; of whom it was done to, that it was."""
    said = ", ".join(finding.does)
    if finding.role == "struck":
        said = f"struck: {said}" if said else "struck"
    return f" ({said})" if said else ""


def _seen(finding: Finding) -> str:
    if finding.seen_from is None:
        return ", time not given"
    first, last = finding.seen_from, finding.seen_to or finding.seen_from
    if _FIRST in first and _LAST in last:
        # Whole civil days are told as days.
        first, last = first.partition("T")[0], last.partition("T")[0]
    return f", {first}" if first == last else f", {first} to {last}"


def _distance(finding: Finding) -> str | None:
    told = told_of(finding)
    is_asked = finding.standing not in (Standing.NOT_APPLICABLE, Standing.NOT_IN_FORCE)
    if told is None or told.low_m is None or told.high_m is None or not is_asked:
        return None
    by_disc = ", of its circle alone" if finding.within_area is not None else ""
    others = {reading.measured for reading in finding.readings if reading.measured}
    is_one_of = len({tuple(replace(m, answers=()) for m in each) for each in others}) > 1
    by_reading = ", under the gravest reading" if is_one_of else ""
    return f"{_measured(told)}{by_disc}{by_reading}"


def _measured(measured: Measured) -> str:
    assert measured.low_m is not None
    assert measured.high_m is not None
    low, high = length(measured.low_m), length(measured.high_m)
    said = f"{measured_text(measured.what)} between {low} and {high}"
    if measured.low_m < 0.0:
        said += " (negative: inside, or on the other side)"
    if measured.limit_low_m is None:
        return said
    if measured.limit_high_m is None:
        return f"{said}, limit never published"
    return f"{said}, limit {limit_text(measured)}"


def limit_text(measured: Measured) -> str:
    """Write a limit for people, as a range where the text leaves it one."""
    low, high = measured.limit_low_m, measured.limit_high_m
    assert low is not None
    assert high is not None
    return length(low) if low == high else f"{length(low)} to {length(high)}"
