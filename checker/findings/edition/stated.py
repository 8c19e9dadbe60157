"""What an edition says of itself, wherever it is read: in its title, as a warning, as a value."""

from dataclasses import replace
from pathlib import PurePath

from checker.findings.edited import Edition
from checker.findings.finding import Header
from checker.values.diagnostic import Diagnostic
from checker.values.span import Span

__all__ = ["CODE", "Edition", "public_span", "stated", "statement"]

CODE = "U155"


def stated(header: Header, edition: Edition) -> Header:
    """Return the header of an edition: its title says so, and so does a value of its own.

    The agreement's file is told without the folders in which somebody keeps it.
    """
    title = f"[Public edition, places to {edition.size}] {header.agreement_title}"
    clauses = tuple(replace(one, span=public_span(one.span)) for one in header.clauses)
    return replace(header, agreement_title=title, edition=edition, clauses=clauses)


def public_span(span: Span) -> Span:
    """Return a place in the agreement's file by the name of the file alone."""
    return replace(span, file=PurePath(span.file.replace("\\", "/")).name)


def statement(edition: Edition) -> Diagnostic:
    """Return the warning that stands first in an edition."""
    hint = "who needs the places, the sources or the reports has to ask for the whole result"
    return Diagnostic(CODE, edition.said, None, hint, "warning")
