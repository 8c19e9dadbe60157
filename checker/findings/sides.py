"""The two results that are compared: what each records of its reports, clauses and places."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from checker.findings.finding import Finding, Header, InputFile, ListedReport, Summary
from checker.language.prints import ClausePrint

__all__ = ["ReportKey", "Side", "ToldResult"]

ReportKey = tuple[str, str]
"""What a report is known by in any result: ("id", its own id), or ("content", what it says)."""


class ToldResult(Protocol):
    """Hand out a result whose findings can be asked for again and again."""

    @property
    def header(self) -> Header:
        """Return what is known before the first finding."""

    @property
    def findings(self) -> Iterable[Finding]:
        """Return the findings in their order."""

    def summary(self) -> Summary:
        """Return what is known after the last finding."""


@dataclass(frozen=True)
class Side:
    """Look up in one result what its findings rest on."""

    header: Header
    summary: Summary

    @cached_property
    def clauses(self) -> Mapping[str, ClausePrint]:
        """Return the prints of the clauses by name."""
        return {one.clause: one for one in self.header.prints.clauses}

    @cached_property
    def places(self) -> Mapping[str, str]:
        """Return the prints of the places by name."""
        return dict(self.header.prints.places)

    @cached_property
    def reports(self) -> Mapping[ReportKey, ListedReport]:
        """Return the reports by what they are known by; none where they are not listed."""
        return dict(_keyed(self.summary.reports or ()))

    @cached_property
    def heirs(self) -> Mapping[str, str]:
        """Return by which report each one is superseded, as far as that counts."""
        return {
            one.supersedes: one.id
            for one in self.summary.reports or ()
            if one.supersedes is not None and one.state != "after_as_of"
        }

    @property
    def lists_reports(self) -> bool:
        """Say whether the reports are known one by one."""
        return self.summary.reports is not None

    @property
    def files(self) -> list[tuple[object, ...]]:
        """Return what was read, whatever the files are called."""
        return sorted(map(_file, self.summary.inputs), key=repr)

    def keys_of(self, finding: Finding) -> tuple[ReportKey, ...]:
        """Return what the reports of a finding are known by in any result."""
        return tuple(self._by_id[one.id] for one in finding.reports if one.id in self._by_id)

    def closure(self, clause: str) -> list[str]:
        """Return a clause with those on whose being kept it rests, and so on."""
        found = [clause]
        for name in found:
            rests_on = self.clauses[name].rests_on if name in self.clauses else ()
            found += [one for one in rests_on if one not in found]
        return found

    @cached_property
    def _by_id(self) -> Mapping[str, ReportKey]:
        return {one.id: key for key, one in self.reports.items()}


def _keyed(reports: Iterable[ListedReport]) -> Iterator[tuple[ReportKey, ListedReport]]:
    """Yield each report by its own id; those without one by what they say, and which of them."""
    seen: Counter[str] = Counter()
    for one in reports:
        if one.is_named:
            yield ("id", one.id), one
        else:
            yield ("content", f"{one.content} {seen[one.content]}"), one
            seen[one.content] += 1


def _file(one: InputFile) -> tuple[object, ...]:
    mapping = one.mapping[1] if one.mapping else None
    gazetteer = one.gazetteer[1] if one.gazetteer else None
    return one.sha256, one.rows, one.quarantined, one.stated, mapping, gazetteer
