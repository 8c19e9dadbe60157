"""A baseline: which findings a user accepts, and what makes a finding one of them.

An entry accepts one incident. A finding is of it if it is about the same clause, subject and party,
of the same unit (of the same cell, where no unit is named), and belongs to the same incident, or is
itself one of the findings that were accepted. It must be no graver than what was accepted.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import floor
from typing import Literal

from checker.findings.acceptance import Acceptance, BaselineUse
from checker.findings.finding import Finding, Header, Summary
from checker.findings.shown import level_of, level_of_word
from checker.values.diagnostic import Diagnostic
from checker.values.digest import fingerprint
from checker.values.span import Span
from checker.values.verdict import LEVELS

__all__ = ["Baseline", "Entry", "EntryState", "Key", "Marking", "entries_of", "key_of"]

EntryState = Literal["holds", "graver", "ended", "stale"]
"""An entry accepts findings; it covers graver ones; its end has passed; it covers none."""

_CELLS_PER_DEG = 10
"""A cell is a tenth of a degree: about 11 km from south to north."""


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """Tell one incident from others, never by file or line; an absent part is empty.

    ``party`` are the declared actors, or the actors as written where none is declared. ``cell`` is
    the tenth of a degree that holds the position, or the named area; empty where a unit is named.
    ``incident`` is the id of the incident; of a finding that belongs to none, its own.
    """

    clause: str
    subject: str
    party: str
    unit: str
    cell: str
    incident: str

    def id_of(self, agreement: str) -> str:
        """Return the fingerprint of the key under an agreement."""
        parts = (self.clause, self.subject, self.party, self.unit, self.cell, self.incident)
        return fingerprint(agreement, "baseline", *parts)


@dataclass(frozen=True, slots=True)
class Entry:
    """Accept the findings of one incident, up to the level of ``standing``.

    ``findings`` are those that were there when it was written, ``about`` tells the first of them to
    people. ``span`` is where the entry stands, None for one that was not read from a file.
    """

    key: Key
    standing: str
    findings: tuple[str, ...]
    about: str
    acceptance: Acceptance
    span: Span | None = None

    @property
    def level(self) -> str:
        """Return the level of failure up to which it accepts."""
        return level_of_word(self.standing)

    def covers(self, finding: Finding, key: Key) -> bool:
        """Say whether a finding is of the incident that is accepted, however grave it is."""
        is_own = replace(key, incident=self.key.incident) == self.key
        return is_own and (key.incident == self.key.incident or finding.id in self.findings)

    def is_expired(self, as_of: str | None) -> bool:
        """Say whether the date of an answer lies after the end; without a date nobody can tell.

        Then it counts as ended: what is not known is not taken for what suits.
        """
        return as_of is None or as_of[:10] > self.acceptance.expires


@dataclass(frozen=True, slots=True)
class Baseline:
    """Hold the entries of a file, by their keys; ``file`` is as the user named it."""

    agreement: str
    entries: tuple[Entry, ...]
    file: str = ""
    sha256: str = ""


def key_of(finding: Finding) -> Key:
    """Return what an incident is known by."""
    return Key(
        clause=finding.clause,
        subject=finding.subject,
        party=finding.actor or finding.reported_actor or "",
        unit=finding.unit or "",
        cell="" if finding.unit else _cell(finding),
        incident=finding.incident or finding.id,
    )


def entries_of(findings: Iterable[Finding], acceptance: Acceptance) -> tuple[Entry, ...]:
    """Return an entry for each incident among some findings, in the order of their keys."""
    found: dict[Key, list[Finding]] = {}
    for one in findings:
        found.setdefault(key_of(one), []).append(one)
    return tuple(_entry(key, found[key], acceptance) for key in sorted(found))


class Marking:
    """Mark the findings of one answer that a baseline accepts, and tell what became of it."""

    def __init__(self, baseline: Baseline, header: Header) -> None:
        self._baseline = baseline
        self._header = header
        self._accepted = 0
        self._met: set[int] = set()
        self._graver: dict[int, str] = {}
        self._by_key = {entry.key: number for number, entry in enumerate(baseline.entries)}
        self._by_finding: dict[str, list[int]] = {}
        for number, entry in enumerate(baseline.entries):
            for one in entry.findings:
                self._by_finding.setdefault(one, []).append(number)

    def mark(self, finding: Finding) -> Finding:
        """Return a finding as accepted, where an entry covers it and holds."""
        for number in self._covering(finding):
            entry = self._baseline.entries[number]
            self._met.add(number)
            if _is_graver(finding, entry):
                self._graver.setdefault(number, finding.standing.word)
            elif not entry.is_expired(self._header.as_of):
                self._accepted += 1
                return replace(finding, accepted=entry.acceptance)
        return finding

    def told(self, summary: Summary) -> Summary:
        """Return the summary with what became of the entries, once all findings were marked."""
        stale = [*self._stale(summary)]
        expired = [*self._expired()]
        use = BaselineUse(
            self._baseline.file, self._baseline.sha256, self._accepted, len(stale), len(expired)
        )
        found = (*stale, *expired, *self._grown())
        return replace(summary, baseline=use, warnings=(*summary.warnings, *found))

    def states(self) -> dict[Entry, EntryState]:
        """Say of each entry what it is worth beside the findings that were marked."""
        return {
            entry: self._state(number, entry) for number, entry in enumerate(self._baseline.entries)
        }

    def _state(self, number: int, entry: Entry) -> EntryState:
        if number not in self._met:
            return "stale"
        if entry.is_expired(self._header.as_of):
            return "ended"
        return "graver" if number in self._graver else "holds"

    def _covering(self, finding: Finding) -> list[int]:
        """Return the entries that cover a finding, in their order."""
        key = key_of(finding)
        found = {*self._by_finding.get(finding.id, ())}
        found |= {self._by_key[key]} if key in self._by_key else set()
        return [one for one in sorted(found) if self._baseline.entries[one].covers(finding, key)]

    def _stale(self, summary: Summary) -> Iterator[Diagnostic]:
        # What is hidden, or was not judged, may be there all the same.
        if self._header.asked.is_filtered or summary.hollow is not None:
            return
        for entry, state in self.states().items():
            if state != "stale":
                continue
            message = f"no finding is like this any more: {_said(entry)}"
            yield _warning("U122", message, entry, "remove it: accord baseline prune")

    def _expired(self) -> Iterator[Diagnostic]:
        for number, entry in enumerate(self._baseline.entries):
            if number in self._met and entry.is_expired(self._header.as_of):
                end = f"it was accepted until {entry.acceptance.expires}"
                if self._header.as_of is None:
                    end += ", and this answer has no date"
                message = f"{end}, so that it counts again: {_said(entry)}"
                hint = "mend the cause, or accept it anew with accord baseline write"
                yield _warning("U123", message, entry, hint)

    def _grown(self) -> Iterator[Diagnostic]:
        for number, standing in sorted(self._graver.items()):
            entry = self._baseline.entries[number]
            was, now = (word.replace("_", " ") for word in (entry.standing, standing))
            message = f"it was accepted as {was}, and is {now} now: {_said(entry)}"
            yield _warning("U124", message, entry, "look at it, and accept it anew if it has to be")


def _entry(key: Key, findings: list[Finding], acceptance: Acceptance) -> Entry:
    gravest = min(findings, key=lambda one: LEVELS.index(level_of(one)))
    return Entry(
        key=key,
        standing=gravest.standing.word,
        findings=tuple(sorted({one.id for one in findings})),
        about=findings[0].message,
        acceptance=acceptance,
    )


def _is_graver(finding: Finding, entry: Entry) -> bool:
    return LEVELS.index(level_of(finding)) < LEVELS.index(entry.level)


def _cell(finding: Finding) -> str:
    """Return the tenth of a degree in which a finding lies, by its south-west corner."""
    if finding.lon is None or finding.lat is None:
        return finding.within_area or ""
    west, south = (floor(value * _CELLS_PER_DEG) for value in (finding.lon, finding.lat))
    return f"lon {west / _CELLS_PER_DEG:.1f}, lat {south / _CELLS_PER_DEG:.1f}"


def _said(entry: Entry) -> str:
    key = entry.key
    parts = (key.clause, key.party, key.unit or key.cell)
    acceptance = entry.acceptance
    return f"{', '.join(part for part in parts if part)} ({acceptance.reason}, {acceptance.author})"


def _warning(code: str, message: str, entry: Entry, hint: str) -> Diagnostic:
    return Diagnostic(code, message, entry.span, hint, "warning")
