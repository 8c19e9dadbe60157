"""What stands behind the findings, for the public: every count as it was, and no word of a report.

What quotes a report is withheld: rows that were not accepted, warnings about files, words that
nobody declared. How many there are is told.
"""

from dataclasses import replace

from checker.findings.edition.names import PublicNames
from checker.findings.edition.stated import public_span, statement
from checker.findings.finding import (
    Edition,
    InputFile,
    Rejected,
    Summary,
    UnknownWord,
)
from checker.values.diagnostic import Diagnostic

__all__ = ["NO_HASH", "public_summary"]

NO_HASH = ""
"""In place of a hash: who knows a file but for one place could try places until its hash fits."""

_OF_THE_AGREEMENT = ("L", "W")
"""What codes begin with that are about the agreement, which stays public."""

_PUBLIC_STATED = frozenset({"kind", "time_kind", "position_of", "role", "attribution"})
"""What is stated for a file and is one of a few words, or says nothing of one report."""


def public_summary(summary: Summary, edition: Edition, names: PublicNames) -> Summary:
    """Return the summary of an edition; ``names`` are those that its findings were given."""
    inputs = tuple(_input(one, names) for one in summary.inputs)
    baseline = summary.baseline
    if baseline is not None:
        baseline = replace(baseline, file="public-baseline", sha256=NO_HASH)
    return replace(
        summary,
        inputs=inputs,
        conditions=tuple(replace(one, cause=None) for one in summary.conditions),
        unknown=tuple(_unknown(n, one, names) for n, one in enumerate(summary.unknown, 1)),
        rejected=tuple(_rejected(one, n, names) for n, one in enumerate(summary.rejected, 1)),
        swapped=tuple(map(names.report, summary.swapped)),
        warnings=(statement(edition), *map(_warning, summary.warnings)),
        reports=None,
        baseline=baseline,
        checked=tuple(replace(one, file=names.file(one.file)) for one in summary.checked),
    )


def _input(one: InputFile, names: PublicNames) -> InputFile:
    stated = tuple((name, said) for name, said in one.stated if name in _PUBLIC_STATED)
    return replace(one, file=names.file(one.file), sha256=NO_HASH, stated=stated, mapping=None)


def _rejected(one: Rejected, number: int, names: PublicNames) -> Rejected:
    return Rejected(
        file=names.file(one.file),
        line=None,
        row=number,
        column=None,
        code=one.code,
        reason="why is not told in a public edition",
    )


def _unknown(number: int, one: UnknownWord, names: PublicNames) -> UnknownWord:
    name = f"name {number} of a public edition"
    return replace(one, name=name, nearest=(), first=names.report(one.first))


def _warning(one: Diagnostic) -> Diagnostic:
    if one.code.startswith(_OF_THE_AGREEMENT):
        return replace(one, span=public_span(one.span)) if one.span is not None else one
    said = "a warning that quotes reports, or names their files, is not told in a public edition"
    return Diagnostic(one.code, said, None, "docs/diagnostics.md says what it means", one.severity)
