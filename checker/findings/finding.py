"""What a person needs to act on: one report under one clause, with its readings side by side."""

from dataclasses import dataclass
from typing import Literal

from checker.findings.acceptance import Acceptance, BaselineUse
from checker.findings.drawn import ClauseText, Drawn
from checker.findings.edited import Edition
from checker.findings.listing import ListedReport, ReportState
from checker.findings.observation import ObservedClause
from checker.findings.request import NOTHING_CHOSEN, Asked
from checker.language.core.agreement import Source
from checker.language.core.clause import Answers, Assumed
from checker.language.core.question import Question
from checker.language.prints import NO_PRINTS, Prints
from checker.reports.unknown import Kind
from checker.values.diagnostic import Diagnostic
from checker.values.verdict import ClauseStanding, Standing, Verdict

__all__ = [
    "Checked",
    "ClauseText",
    "ConditionSpell",
    "Edition",
    "Finding",
    "Header",
    "InputFile",
    "ListedReport",
    "Measured",
    "NotJudged",
    "ObservedClause",
    "ReadingFinding",
    "Rejected",
    "ReportRef",
    "ReportState",
    "Subject",
    "Summary",
    "SummaryRow",
    "UnknownWord",
]

Subject = Literal["report", "count", "deadline", "condition"]


@dataclass(frozen=True, slots=True)
class Measured:
    """Say one measured length: ``low_m <= best_m <= high_m`` against a limit, all in metres."""

    what: str
    answers: Answers
    low_m: float | None
    best_m: float | None
    high_m: float | None
    limit_low_m: float | None
    limit_high_m: float | None


@dataclass(frozen=True, slots=True)
class ReadingFinding:
    """Judge one report under one reading.

    ``lapse`` says which lapsed condition decided, ``incident`` names the incident it belongs to.
    """

    answers: Answers
    verdict: Verdict
    standing: Standing
    reasons: tuple[str, ...]
    margin_m: float | None
    margin_h: float | None
    likelihood: float | None
    decides: str | None
    decides_radius_m: float | None
    exception: str | None
    lapse: str | None
    measured: tuple[Measured, ...] = ()
    incident: str | None = None


@dataclass(frozen=True, slots=True)
class ReportRef:
    """Point at a report: its file as named by the user, its line or index, its row, its id."""

    file: str
    line: int | None
    row: int
    id: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Hold one report x clause (or a deadline, or evidence against a condition).

    ``kind`` is what sort of report it is, ``does`` are the acts as it writes them; ``role`` and
    ``position_of`` its words for what the actor was, and for whose place it gives. ``accepted`` is
    why a user lives with it, None for what counts.
    """

    id: str
    subject: Subject
    clause: str
    verdict: Verdict
    standing: Standing | ClauseStanding
    reasons: tuple[str, ...]
    readings: tuple[ReadingFinding, ...]
    violated_yes: int
    violated_open: int
    violated_no: int
    reports: tuple[ReportRef, ...]
    incident: str | None
    actor: str | None
    reported_actor: str | None
    kind: str | None
    does: tuple[str, ...]
    role: str | None
    position_of: str | None
    seen_from: str | None
    seen_to: str | None
    lon: float | None
    lat: float | None
    radius_m: float | None
    within_area: str | None
    measured: tuple[Measured, ...]
    margin_m: float | None
    margin_h: float | None
    likelihood: float | None
    clause_certainty: str | None
    assumed: tuple[Assumed, ...]
    conditions: tuple[str, ...]
    exception: str | None
    says: str
    source: str
    message: str
    decides: str | None
    decides_radius_m: float | None
    unit: str | None = None
    accepted: Acceptance | None = None


@dataclass(frozen=True, slots=True)
class InputFile:
    """Say what was read of one file and what the user stated for it.

    ``read`` are its rows, ``accepted`` and ``quarantined`` together; ``rows`` are the reports that
    the accepted ones made.
    ``mapping`` is the file that told columns and values apart, ``gazetteer`` where places lie, each
    with the SHA-256 of its bytes; ``rewritten`` counts the reports that a mapping writes anew.
    """

    file: str
    sha256: str
    rows: int
    quarantined: int
    stated: tuple[tuple[str, str], ...] = ()
    mapping: tuple[str, str] | None = None
    rewritten: int = 0
    read: int = 0
    accepted: int = 0
    gazetteer: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """Say why one row could not be read; ``line`` is None where the format has no lines.

    ``row`` counts the reports of the file from 1. ``hint`` says what to write instead.
    """

    file: str
    line: int | None
    row: int
    column: str | None
    code: str
    reason: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """Say how one clause stands over the whole period under one reading."""

    clause: str
    answers: Answers
    reports: tuple[tuple[Standing, int], ...]
    standing: ClauseStanding
    incidents: int


@dataclass(frozen=True, slots=True)
class Checked:
    """Count the reports of one file under one clause by their standings over all readings."""

    file: str
    clause: str
    reports: tuple[tuple[Standing, int], ...]


@dataclass(frozen=True, slots=True)
class ConditionSpell:
    """Say what a condition was from one instant to the next, under one reading, and why.

    ``state`` is holds, open or lapsed. ``cause`` names the report that changed it; None is the
    start. ``from_at`` and ``to_at`` are ISO 8601, None is without end.
    """

    clause: str
    answers: Answers
    condition: str
    state: Literal["holds", "open", "lapsed"]
    from_at: str | None
    to_at: str | None
    cause: str | None


@dataclass(frozen=True, slots=True)
class NotJudged:
    """Count the reports (or report x clause pairs) that got no verdict, by reason."""

    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class UnknownWord:
    """List a word of ``count`` reports that nobody declared, and the nearest (never matched)."""

    kind: Kind
    name: str
    count: int
    nearest: tuple[str, ...]
    first: ReportRef


@dataclass(frozen=True, slots=True)
class Header:
    """Hold what is known before the first finding.

    ``questions`` say what the answers mean, ``sources`` where the clauses were read. ``asked``
    chose what is shown, ``prints`` tell drafts of the agreement apart. ``drawn``, ``sides`` (of
    each declared actor) and ``endings`` (conditions that end) are empty where a result was read.
    ``edition`` says how it was coarsened for the public, None for the whole result.
    """

    accord: str
    as_of: str | None
    agreement_id: str
    agreement_title: str
    agreement_sha256: str
    overrides: tuple[tuple[str, str], ...]
    questions: tuple[Question, ...]
    sources: tuple[Source, ...]
    asked: Asked = NOTHING_CHOSEN
    prints: Prints = NO_PRINTS
    clauses: tuple[ClauseText, ...] = ()
    drawn: tuple[Drawn, ...] = ()
    sides: tuple[tuple[str, str], ...] = ()
    endings: tuple[tuple[str, Answers, str], ...] = ()
    edition: Edition | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """Hold what is known after the last finding.

    ``hidden`` counts findings at or above the level of failure that filters hide. ``hollow`` says
    why the run is no answer (nothing, or too little, was put to the test); None for an answer.
    ``swapped`` are the reports whose axes may be swapped. ``warnings`` are about the agreement, the
    files and the answer, in that order. ``reports`` are all that were accepted, None where they are
    too many to be listed. ``checked`` counts each file under each clause, whatever is shown, and
    ``observed`` how often somebody looked, empty where no file tells it.
    """

    inputs: tuple[InputFile, ...]
    rows: tuple[SummaryRow, ...]
    conditions: tuple[ConditionSpell, ...]
    not_judged: tuple[NotJudged, ...]
    unknown: tuple[UnknownWord, ...]
    rejected: tuple[Rejected, ...]
    hidden: int
    hollow: str | None
    swapped: tuple[ReportRef, ...] = ()
    warnings: tuple[Diagnostic, ...] = ()
    reports: tuple[ListedReport, ...] | None = None
    baseline: BaselineUse | None = None
    checked: tuple[Checked, ...] = ()
    observed: tuple[ObservedClause, ...] = ()
