"""What changed from one result to another: findings that are new, gone, or stand otherwise."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from checker.findings.causes import Cause, Why, differences, missing, why
from checker.findings.finding import Finding
from checker.findings.sides import Side, ToldResult
from checker.language.core.clause import Answers
from checker.values.diagnostic import CheckerError, Diagnostic
from checker.values.digest import fingerprint
from checker.values.verdict import GROUPS, Standing

__all__ = ["Change", "ChangeKind", "Comparison", "Restanding", "compared"]

ChangeKind = Literal["new", "changed", "gone"]
_Key = tuple[str, int]
"""The id of a finding, and which of those with that id: reports that say the same share one."""


@dataclass(frozen=True, slots=True)
class Change:
    """Hold a finding of either side, None where there is none, and why they differ.

    ``missing`` says what its report is on the side that has none: ``judged`` where it broke nothing
    there, ``absent``, ``superseded by`` another, ``after_as_of``; None where that is not known.
    """

    kind: ChangeKind
    old: Finding | None
    new: Finding | None
    why: Why
    missing: str | None = None

    @property
    def finding(self) -> Finding:
        """Return the newer one that there is."""
        found = self.new or self.old
        assert found is not None, "a change has a finding on one side at least"
        return found


@dataclass(frozen=True, slots=True)
class Restanding:
    """Say that a clause stands otherwise over the period under one reading; None is not judged."""

    clause: str
    answers: Answers
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Hold all that differs: new and changed findings in the order of the new side, then the gone.

    ``differs`` is all that the two sides rest on and do not have in common. ``same`` findings stand
    alike; ``retold`` of them have other numbers or words.
    """

    old: Side
    new: Side
    changes: tuple[Change, ...]
    clauses: tuple[Restanding, ...]
    differs: tuple[Cause, ...]
    same: int
    retold: int

    def count(self, kind: ChangeKind) -> int:
        """Return how many changes are of a kind."""
        return sum(one.kind == kind for one in self.changes)

    @property
    def is_empty(self) -> bool:
        """Say whether no finding and no clause stands otherwise."""
        return not self.changes and not self.clauses


@dataclass(frozen=True, slots=True)
class _Outcome:
    """Keep of a finding what tells whether it stands otherwise, and whether it is told so."""

    standing: str
    readings: Mapping[Answers, str]
    told: str


def compared(old: ToldResult, new: ToldResult) -> Comparison:
    """Compare two results of one agreement that were asked for the same.

    Raises ``CheckerError`` where they are not. Only findings that differ are held.
    """
    _refuse_unlike(old, new)
    sides = Side(old.header, old.summary()), Side(new.header, new.summary())
    is_whole = old.header.asked.is_all and new.header.asked.is_all
    before = {key: _outcome(one) for key, one in _keyed(old, is_whole=is_whole)}
    found: dict[_Key, Finding] = {}
    met: set[_Key] = set()
    retold = 0
    for key, one in _keyed(new, is_whole=is_whole):
        met.add(key)
        if key in before and not _differ(before[key], outcome := _outcome(one)):
            retold += before[key].told != outcome.told
        else:
            found[key] = one
    gone = before.keys() - met
    wanted = gone | (found.keys() & before.keys())
    olds = {key: one for key, one in _keyed(old, is_whole=is_whole) if key in wanted}
    pairs = [(olds.get(key), one) for key, one in found.items()]
    pairs_gone = [(one, None) for key, one in olds.items() if key in gone]
    return Comparison(
        *sides,
        changes=tuple(_change(*sides, *pair) for pair in (*pairs, *pairs_gone)),
        clauses=tuple(_restandings(*sides)),
        differs=differences(*sides),
        same=len(met) - len(found),
        retold=retold,
    )


def _refuse_unlike(old: ToldResult, new: ToldResult) -> None:
    ids = old.header.agreement_id, new.header.agreement_id
    if ids[0] != ids[1]:
        message = f"the results are of two agreements: '{ids[0]}' and '{ids[1]}'"
        hint = "compare two results, or two drafts, of one agreement: its id stays the same"
        raise CheckerError(Diagnostic("U120", message, None, hint))
    filters = [
        (one.clauses, one.party, one.since, one.until)
        for one in (old.header.asked, new.header.asked)
    ]
    if filters[0] != filters[1]:
        message = "the results show other clauses, parties or times: --clause, --party, --since"
        hint = "judge both with the same filters, or with none"
        raise CheckerError(Diagnostic("U120", f"{message} or --until differ", None, hint))


def _keyed(result: ToldResult, *, is_whole: bool) -> Iterator[tuple[_Key, Finding]]:
    """Yield what both results would list: with ``--all`` on one side only, that of the other."""
    seen: Counter[str] = Counter()
    for one in result.findings:
        if is_whole or _is_listed(one):
            yield (one.id, seen[one.id]), one
            seen[one.id] += 1


def _is_listed(finding: Finding) -> bool:
    """Say whether a finding stands in a result without ``--all``."""
    words = (finding.standing, *(reading.standing for reading in finding.readings))
    standings = [word for word in words if isinstance(word, Standing)]
    is_grave = any(GROUPS[one] in ("Breach", "In doubt") for one in standings)
    return is_grave or finding.subject != "report"


def _outcome(one: Finding) -> _Outcome:
    readings = {reading.answers: reading.standing.word for reading in one.readings}
    numbers = (one.lon, one.lat, one.radius_m, one.margin_m, one.margin_h, one.likelihood)
    told = fingerprint(one.message, one.decides or "", one.incident or "", repr(numbers))
    return _Outcome(one.standing.word, readings, told)


def _differ(old: _Outcome, new: _Outcome) -> bool:
    """Say whether a finding stands otherwise, over all readings or under one that both know."""
    both = old.readings.keys() & new.readings.keys()
    return old.standing != new.standing or any(old.readings[a] != new.readings[a] for a in both)


def _change(old: Side, new: Side, before: Finding | None, after: Finding | None) -> Change:
    found = why(old, new, (before, after))
    if after is None:
        return Change("gone", before, after, found, _missing(old, new, before))
    if before is None:
        return Change("new", before, after, found, _missing(new, old, after))
    return Change("changed", before, after, found)


def _missing(side: Side, other: Side, finding: Finding | None) -> str | None:
    assert finding is not None, "a change has a finding on one side at least"
    return missing(other, next(iter(side.keys_of(finding)), None))


def _restandings(old: Side, new: Side) -> Iterator[Restanding]:
    rows = [
        {(row.clause, row.answers): row.standing.word for row in side.summary.rows}
        for side in (old, new)
    ]
    for clause, answers in dict.fromkeys((*rows[1], *rows[0])):
        words = [one.get((clause, answers)) for one in rows]
        if words[0] != words[1]:
            yield Restanding(clause, answers, words[0], words[1])
