"""Sides of a comparison made by hand: what each records is the caller's, the rest is the same."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from checker.findings.finding import Finding, Header, ListedReport, Summary
from checker.findings.sides import Side
from checker.language.prints import ClausePrint, Prints
from tests.outputs.made import HEADER, summary

__all__ = ["Told", "listed", "prints", "side"]

CLAUSE = ClausePrint("c1", "1" * 64, "2" * 64, ("post",))


@dataclass(frozen=True)
class Told:
    """A result of findings that are held."""

    header: Header
    findings: Sequence[Finding]
    end: Summary

    def summary(self) -> Summary:
        return self.end


def listed(name: str = "r1", **given: Any) -> ListedReport:
    """Return a report that counts, but for what is given."""
    fields = {
        "is_named": True,
        "content": "a" * 16,
        "ground": "b" * 16,
        "state": "judged",
        "supersedes": None,
    }
    return ListedReport(name, **{**fields, **given})


def prints(*clauses: ClausePrint, **given: Any) -> Prints:
    """Return the prints of clause c1, which tests by a post, but for what is given."""
    fields = {"clauses": clauses or (CLAUSE,), "places": (("post", "3" * 64),), "rest": "4" * 64}
    return Prints(**{**fields, **given})


def side(*reports: ListedReport, **given: Any) -> Side:
    """Return a side with its reports; ``given`` are fields of its header, or of its summary."""
    own = {key: given.pop(key) for key in ("inputs", "rows", "hollow") if key in given}
    end = summary(**{"reports": reports or (listed(),), **own, **given.pop("end", {})})
    return Side(replace(HEADER, **{"prints": prints(), **given}), end)
