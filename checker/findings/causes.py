"""Why a finding is another one in a second result: proved from what both record, or not known.

An answer depends on its report, on the clause with its actors and places, on what else is tested,
on the program, and for some clauses on other reports and on the date, and on nothing else. So what
differs of these may be the cause, and where one thing alone differs it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from checker.findings.finding import Finding, ListedReport
from checker.findings.sides import ReportKey, Side

__all__ = ["Cause", "CauseKind", "Why", "differences", "differing_reports", "missing", "why"]

CauseKind = Literal[
    "report",
    "content",
    "ground",
    "reports",
    "other_reports",
    "files",
    "clause",
    "actors",
    "place",
    "rest",
    "as_of",
    "program",
    "words",
]
"""What may differ; ``words`` are those of the agreement's files that nothing is tested by."""


Pair = tuple[Finding | None, Finding | None]
"""A finding of the old side and the same one of the new; None where a side does not have it."""


@dataclass(frozen=True, slots=True)
class Cause:
    """Name one thing that differs, what it is called, and what it is on either side."""

    kind: CauseKind
    about: str | None = None
    old: str | None = None
    new: str | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """Hold what differs; one of the causes, or several together, made the difference.

    ``is_known`` says that it was certainly the one that is named.
    """

    causes: tuple[Cause, ...] = ()
    is_known: bool = False


def why(old: Side, new: Side, pair: Pair) -> Why:
    """Return why one finding of a pair became the other; None is that it is not there."""
    finding = pair[1] or pair[0]
    assert finding is not None, "a difference has a finding on one side at least"
    decided = _decided(old, new, pair, finding)
    if decided is not None:
        return Why((decided,), is_known=True)
    causes = (
        *_of_report(old, new, pair),
        *_of_rules(old, new, pair, finding),
        *_of_others(old, new, pair, finding),
        *_of_run(old, new, finding),
    )
    return Why(causes, is_known=len(causes) == 1)


def missing(other: Side, key: ReportKey | None) -> str | None:
    """Say what the report of a finding is on the side that has no such finding.

    ``judged`` where it broke nothing there; None where that is not known.
    """
    return _state(other, key) if key is not None else None


def differences(old: Side, new: Side) -> tuple[Cause, ...]:
    """Return all that differs between two results, whatever it changed."""
    reports = differing_reports(old, new)
    found = []
    if not (old.lists_reports and new.lists_reports) and old.files != new.files:
        found.append(Cause("files"))
    elif reports:
        found.append(Cause("reports", f"{len(reports)}"))
    found += _of_clauses(old, new, [*dict.fromkeys((*new.clauses, *old.clauses))])
    found += _of_places(old, new, {*old.places, *new.places})
    found += _of_rest(old, new)
    digests = old.header.agreement_sha256, new.header.agreement_sha256
    kinds = {one.kind for one in found}
    if digests[0] != digests[1] and not kinds & {"clause", "actors", "place", "rest"}:
        found.append(Cause("words", None, *digests))
    dates = old.header.as_of, new.header.as_of
    found += [Cause("as_of", None, *dates)] if dates[0] != dates[1] else []
    found += _of_program(old, new)
    return tuple(found)


def differing_reports(old: Side, new: Side) -> frozenset[ReportKey]:
    """Return the reports that only one side has, or that are not the same on both."""
    both = old.reports.keys() & new.reports.keys()
    one = old.reports.keys() ^ new.reports.keys()
    told = ((key, old.reports[key], new.reports[key]) for key in both)
    changed = {key for key, a, b in told if _told(a) != _told(b)}
    return frozenset(one | changed)


def _told(one: ListedReport) -> tuple[str, str, str]:
    return one.content, one.ground, one.state


def _decided(old: Side, new: Side, pair: Pair, finding: Finding) -> Cause | None:
    """Return what leaves no room for a finding on one side, whatever else differs."""
    terms = [
        side.clauses[finding.clause].terms if finding.clause in side.clauses else None
        for side in (old, new)
    ]
    if None in terms:
        return Cause("clause", finding.clause, *terms)
    for key in _keys(old, new, pair):
        states = (_state(old, key), _state(new, key))
        if states[0] != states[1] and None not in states:
            return _of_state(old, new, key, states)
    return None


def _of_state(old: Side, new: Side, key: ReportKey, states: tuple[str | None, ...]) -> Cause | None:
    """Name what took a report out, or in; None where several things may have."""
    if "after_as_of" not in states:
        return Cause("report", _name(old, new, key), *states)
    dates = old.header.as_of, new.header.as_of
    is_same = key in old.reports and key in new.reports
    is_same = is_same and old.reports[key].content == new.reports[key].content
    if is_same and dates[0] != dates[1]:
        return Cause("as_of", None, *dates)
    return Cause("report", _name(old, new, key), *states)


def _state(side: Side, key: ReportKey) -> str | None:
    """Say what a report is in a result, with the one that supersedes it; None is not known.

    A report that was corrected need not be there any more.
    """
    if not side.lists_reports:
        return None
    kind, name = key
    if kind == "id" and name in side.heirs:
        return f"superseded by {side.heirs[name]}"
    return side.reports[key].state if key in side.reports else "absent"


def _of_report(old: Side, new: Side, pair: Pair) -> Iterator[Cause]:
    """Yield that the report says something else, or that a place which it names is another."""
    for key in _keys(old, new, pair):
        if key in old.reports and key in new.reports:
            a, b = old.reports[key], new.reports[key]
            if a.content != b.content:
                yield Cause("content", b.id, a.content, b.content)
            elif a.ground != b.ground:
                yield Cause("ground", b.id, a.ground, b.ground)
    if not (old.lists_reports and new.lists_reports) and old.files != new.files:
        yield Cause("files")


def _of_rules(old: Side, new: Side, pair: Pair, finding: Finding) -> Iterator[Cause]:
    """Yield what differs of the clauses on which the answer rests, and of their places."""
    names = [*dict.fromkeys((*old.closure(finding.clause), *new.closure(finding.clause)))]
    prints = [side.clauses[name] for side in (old, new) for name in names if name in side.clauses]
    places = {place for one in prints for place in one.places}
    is_swapped = any("place_swapped" in one.reasons for one in pair if one is not None)
    if is_swapped or _is_of_all(finding):
        # A swapped position is told by all places, and a duty may hang on where somebody watched.
        places |= {*old.places, *new.places}
    yield from _of_clauses(old, new, names)
    yield from _of_places(old, new, places)
    yield from _of_rest(old, new)


def _of_clauses(old: Side, new: Side, names: Sequence[str]) -> Iterator[Cause]:
    for name in names:
        a, b = old.clauses.get(name), new.clauses.get(name)
        terms = a.terms if a else None, b.terms if b else None
        if terms[0] != terms[1]:
            yield Cause("clause", name, *terms)
        if a is not None and b is not None and a.actors != b.actors:
            yield Cause("actors", name, a.actors, b.actors)


def _of_places(old: Side, new: Side, names: set[str]) -> Iterator[Cause]:
    for name in sorted(names):
        drawn = old.places.get(name), new.places.get(name)
        if drawn[0] != drawn[1]:
            yield Cause("place", name, *drawn)


def _of_rest(old: Side, new: Side) -> Iterator[Cause]:
    rest = old.header.prints.rest, new.header.prints.rest
    if rest[0] != rest[1]:
        yield Cause("rest", None, *rest)


def _of_others(old: Side, new: Side, pair: Pair, finding: Finding) -> Iterator[Cause]:
    """Yield that other reports differ, where they may count."""
    names = (*old.closure(finding.clause), *new.closure(finding.clause))
    prints = [side.clauses[name] for side in (old, new) for name in names if name in side.clauses]
    is_listed = old.lists_reports and new.lists_reports  # else the files are told
    if is_listed and (_is_of_all(finding) or any(one.looks_round for one in prints)):
        others = differing_reports(old, new) - {*_keys(old, new, pair)}
        if others:
            yield Cause("other_reports", f"{len(others)}")


def _of_run(old: Side, new: Side, finding: Finding) -> Iterator[Cause]:
    dates = old.header.as_of, new.header.as_of
    if dates[0] != dates[1] and _is_of_all(finding):
        yield Cause("as_of", None, *dates)
    yield from _of_program(old, new)


def _of_program(old: Side, new: Side) -> Iterator[Cause]:
    programs = old.header.accord, new.header.accord
    if programs[0] != programs[1]:
        yield Cause("program", None, *programs)


def _is_of_all(finding: Finding) -> bool:
    """Say whether a finding is about all reports together."""
    return finding.subject in ("deadline", "count")


def _keys(old: Side, new: Side, pair: Pair) -> tuple[ReportKey, ...]:
    found = (
        key
        for side, one in zip((old, new), pair, strict=True)
        if one is not None
        for key in side.keys_of(one)
    )
    return tuple(dict.fromkeys(found))


def _name(old: Side, new: Side, key: ReportKey) -> str:
    return (new.reports.get(key) or old.reports[key]).id
