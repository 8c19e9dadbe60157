"""What a case of a test report says: passed, failed, or skipped, and why."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from checker.findings.finding import Checked, Finding, InputFile, Rejected, Summary
from checker.outputs.gravest import GRAVITY, Gravest
from checker.outputs.plain import CLAUSE_STANDINGS, STANDINGS, counted
from checker.outputs.severity import finding_severity, severity_of
from checker.reports.identity import place_of
from checker.values.verdict import BREACH, IN_DOUBT, NOT_CONCERNED

__all__ = ["Case", "Listed", "duty_case", "file_case", "rows_case", "run_case"]

_MOST = 20
"""So many findings are told in one case, the gravest; all of them are counted."""

_DATED = frozenset({"outstanding", "complied", "late", "overdue", "moot"})

_OPEN = frozenset(standing.word for standing in BREACH | IN_DOUBT)

Outcome = Literal["passed", "failure", "error", "skipped"]


@dataclass(frozen=True, slots=True)
class Case:
    """Say how one thing that was checked came out.

    ``message`` says why it did not pass, ``detail`` which findings did it, ``said`` what was
    counted beside.
    """

    name: str
    outcome: Outcome
    message: str = ""
    detail: str = ""
    type: str | None = None
    said: str = ""


@dataclass(slots=True)
class Listed:
    """Hold the gravest findings of one case, and count them all.

    ``red`` are those that fail it, ``spared`` those that would if no baseline accepted them.
    """

    gravest: Gravest[str] = field(default_factory=lambda: Gravest(_MOST))
    red: int = 0
    spared: int = 0

    def add(self, finding: Finding, fail_on: str) -> None:
        """Take a finding."""
        self.gravest.add(finding.standing.word, lambda: _line(finding))
        self.red += finding_severity(finding, fail_on) == "error"
        is_grave = severity_of(finding.standing, fail_on) == "error"
        self.spared += is_grave and finding.accepted is not None

    @property
    def counts(self) -> Counter[str]:
        """Return how many findings have which standing."""
        return self.gravest.counts

    def told(self) -> str:
        """Return the findings, one a line, the gravest first."""
        left = self.gravest.left_out()
        lines = self.gravest.by_gravity()
        if left:
            lines.append(f"and {counted(left.total(), 'finding')} more: {_said(left)}")
        return "\n".join(lines)

    def case(self, name: str) -> Case:
        """Return the case of findings that no count of reports stands beside."""
        if self.red:
            return _failed(name, self)
        return Case(name, "skipped", f"not decided: {_said(self.counts)}", said=self.told())


def run_case(summary: Summary) -> Case:
    """Say whether the run is an answer at all."""
    name = "reports were put to the test"
    if summary.hollow is None:
        return Case(name, "passed")
    return Case(name, "error", f"{summary.hollow}; this is no pass", type="hollow")


def rows_case(one: InputFile, rejected: Sequence[Rejected]) -> Case:
    """Say whether every row of a file was accepted."""
    name = "every row can be read"
    if not one.quarantined:
        return Case(name, "passed", said=f"{counted(one.rows, 'report')} accepted")
    bad = [each for each in rejected if each.file == one.file]
    lines = [f"{place_of(b.file, b.line, b.row)}: {b.code}: {b.reason}" for b in bad[:_MOST]]
    if len(bad) > _MOST:
        lines.append(f"and {counted(len(bad) - _MOST, 'problem')} more")
    message = f"{counted(one.quarantined, 'row')} not accepted, which proved nothing"
    return Case(name, "skipped", message, said="\n".join(lines))


def file_case(row: Checked, found: Listed, fail_on: str) -> Case:
    """Say how the reports of a file came out under a clause.

    A finding that a filter hides is no pass: it is counted, and the case is skipped.
    """
    counts = Counter({standing.word: count for standing, count in row.reports})
    grave = sum(n for s, n in row.reports if severity_of(s, fail_on) == "error")
    hidden = grave - found.spared
    if found.red:
        return _failed(row.clause, found)
    if hidden > 0:
        message = f"hidden by a filter: {counted(hidden, 'finding')} that would fail this case"
        return Case(row.clause, "skipped", message)
    # A report is evidence on a condition beside what it is itself: the findings may be more.
    doubt = Counter({w: n for w, n in (counts | found.counts).items() if w in _OPEN})
    if doubt:
        message = f"{_open(_said(doubt), found)}; this is no pass"
        return Case(row.clause, "skipped", message, said=found.told() or _said(counts))
    if all(standing in NOT_CONCERNED for standing, _ in row.reports):
        why = _said(counts) or "no report of the file was accepted"
        return Case(row.clause, "skipped", f"nothing was put to the clause: {why}")
    return Case(row.clause, "passed", said=_said(counts))


def duty_case(clause: str, standings: Sequence[str], found: Listed) -> Case | None:
    """Say how a duty with a date stands, given its standings by reading; None for no such duty."""
    if not found.counts and not _DATED & {*standings}:
        return None
    said = "; ".join(dict.fromkeys(CLAUSE_STANDINGS[word] for word in standings))
    if found.red:
        return _failed(clause, found)
    if {*standings} == {"complied"}:
        return Case(clause, "passed", said=said)
    message = f"{_open(said, found)}; this is no pass"
    return Case(clause, "skipped", message, said=found.told())


def _open(said: str, found: Listed) -> str:
    if found.spared:
        return f"{said}, {counted(found.spared, 'finding')} of it accepted by a baseline"
    return f"not decided: {said}"


def _failed(name: str, found: Listed) -> Case:
    gravest = min(found.counts, key=GRAVITY.__getitem__)
    return Case(name, "failure", _said(found.counts), found.told(), gravest)


def _line(finding: Finding) -> str:
    places = ", ".join(place_of(one.file, one.line, one.row) for one in finding.reports)
    where = f"{places}: " if places else ""
    condition = " (evidence on a condition)" if finding.subject == "condition" else ""
    accepted = f" Accepted: {finding.accepted.said}." if finding.accepted is not None else ""
    return f"{where}{STANDINGS[finding.standing.word]}{condition}: {finding.message}{accepted}"


def _said(counts: Counter[str]) -> str:
    words = sorted(counts, key=GRAVITY.__getitem__)
    return ", ".join(f"{counts[word]:,} {STANDINGS[word]}" for word in words if counts[word])
