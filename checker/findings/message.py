"""One neutral sentence a finding: who was reported where, against which limit, and how sure."""

from dataclasses import dataclass, replace

from checker.findings.borders import told_of
from checker.findings.finding import Finding, Measured
from checker.values.verdict import ClauseStanding, Standing

__all__ = [
    "Sentence",
    "exception_text",
    "length",
    "limit_text",
    "measured_text",
    "message_of",
    "sentence_of",
]

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
    "access_denied": "report of refused access",
}
"""What a report is called that is nobody's own observation: it proves other things."""

_WHOSE = {"target": ", with its target", "debris": ", with debris"}
"""Whose place it is, where it is not the actor's: who fires at a place is not there."""

_DUTY = "The duty "

_FIRST, _LAST = "T00:00:00", "T23:59:59.999999"
"""The first and the last instant of a civil day, as findings write them."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Hold what a sentence says beside its numbers: findings that differ in these alone share it.

    ``of`` writes it. ``who`` is told with its acts, ``place`` says whose place it is, ``within``
    names the area that holds it, ``says`` is the verdict, ``what`` was measured (None tells no
    distance), ``limit`` is told after the distance, ``notes`` at the end.
    """

    who: str
    place: str
    within: str | None
    says: str
    what: str | None
    limit: str
    notes: str

    def of(
        self,
        at: tuple[float | None, float | None, float | None],
        seen: tuple[str | None, str | None],
        ends_m: tuple[float | None, float | None],
    ) -> str:
        """Write the sentence with a position (lon, lat, radius), a time and a distance."""
        distance = ""
        low_m, high_m = ends_m
        if self.what is not None and low_m is not None and high_m is not None:
            inside = " (negative: inside, or on the other side)" if low_m < 0.0 else ""
            ends = f"{length(low_m)} and {length(high_m)}"
            distance = f"; {self.what} between {ends}{inside}{self.limit}"
        there = "" if self.who == _DUTY else f"{self._at(*at)}{_seen(*seen)}: "
        return f"{self.who}{there}{self.says}{distance}{self.notes}."

    def _at(self, lon: float | None, lat: float | None, radius_m: float | None) -> str:
        if lon is not None and lat is not None:
            doubt = f" ± {length(radius_m)}" if radius_m is not None else ", radius unknown"
            within = f" within {self.within}" if self.within is not None else ""
            return f"{self.place} at {lat:.4f}, {lon:.4f} (lat, lon{doubt}){within}"
        return f"{self.place} in {self.within}" if self.within is not None else ""


def message_of(finding: Finding, notes: tuple[str, ...] = (), *, who: str | None = None) -> str:
    """Write the sentence of a finding; it says what was reported, never who is guilty.

    ``notes`` say what the finding does not hold: edges that are not sure enough, a duty's date.
    ``who`` are the actors of the report as a sentence names them, None as the report writes them.
    """
    told = told_of(finding)
    return sentence_of(finding, told, notes, who=who).of(
        (finding.lon, finding.lat, finding.radius_m),
        (finding.seen_from, finding.seen_to),
        (told.low_m, told.high_m) if told is not None else (None, None),
    )


def sentence_of(
    finding: Finding,
    told: Measured | None,
    notes: tuple[str, ...] = (),
    *,
    who: str | None = None,
) -> Sentence:
    """Return what ``message_of`` writes about the numbers; ``told`` is what the distance is to."""
    who = who or finding.reported_actor or "An actor that the report does not name"
    said = _OF_CONDITIONS if finding.subject == "condition" else {}
    what = said.get(finding.standing.word, _SAYS[finding.standing.word])
    if finding.standing == Standing.DEPENDS_ON_READING and _is_unproved(finding):
        what = _UNPROVED
    says = f"the {_KINDS.get(finding.kind or '', 'report')} {what}"
    parts = []
    if finding.exception is not None and finding.standing == Standing.EXCEPTED:
        parts.append(f"exception: {exception_text(finding.exception)}")
    parts += [*notes, *finding.conditions]
    if finding.clause_certainty is not None:
        parts.append(f"the clause itself is {finding.clause_certainty}")
    is_duty = finding.subject == "deadline"
    is_asked = finding.standing not in (Standing.NOT_APPLICABLE, Standing.NOT_IN_FORCE)
    return Sentence(
        who=_DUTY if is_duty else f"{who}{_acts(finding)}",
        place=_WHOSE.get(finding.position_of or "", ""),
        within=finding.within_area,
        says=what if is_duty else says,
        what=measured_text(told.what) if told is not None and is_asked else None,
        limit=_limit(finding, told) if told is not None else "",
        notes="".join(f"; {part}" for part in parts),
    )


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


def _acts(finding: Finding) -> str:
    """Say what was done; of whom it was done to, that it was."""
    said = ", ".join(finding.does)
    if finding.role == "struck":
        said = f"struck: {said}" if said else "struck"
    return f" ({said})" if said else ""


def _seen(first: str | None, last: str | None) -> str:
    if first is None:
        return ", time not given"
    last = last or first
    if _FIRST in first and _LAST in last:
        # Whole civil days are told as days.
        first, last = first.partition("T")[0], last.partition("T")[0]
    return f", {first}" if first == last else f", {first} to {last}"


def _limit(finding: Finding, told: Measured) -> str:
    """Say what stands behind a distance: its limit, and of what it is the distance."""
    limit = ""
    if told.limit_low_m is not None:
        said = limit_text(told) if told.limit_high_m is not None else "never published"
        limit = f", limit {said}"
    by_disc = ", of its circle alone" if finding.within_area is not None else ""
    by_reading = ", under the gravest reading" if _is_one_of(finding) else ""
    return f"{limit}{by_disc}{by_reading}"


def _is_one_of(finding: Finding) -> bool:
    """Say whether other readings measure something else."""
    others = {reading.measured for reading in finding.readings if reading.measured}
    return len({tuple(replace(m, answers=()) for m in each) for each in others}) > 1


def limit_text(measured: Measured) -> str:
    """Write a limit for people, as a range where the text leaves it one."""
    low, high = measured.limit_low_m, measured.limit_high_m
    assert low is not None
    assert high is not None
    return length(low) if low == high else f"{length(low)} to {length(high)}"
