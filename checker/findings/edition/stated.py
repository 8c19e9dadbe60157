"""What an edition says of itself, wherever it is read: in its title, as a warning, as a value."""

from dataclasses import replace

from checker.findings.edited import Edition
from checker.findings.finding import Header
from checker.values.diagnostic import Diagnostic

__all__ = ["CODE", "Edition", "stated", "statement"]

CODE = "U155"


def stated(header: Header, edition: Edition) -> Header:
    """Return the header of an edition: its title says so, and so does a value of its own."""
    title = f"[Public edition, places to {edition.size}] {header.agreement_title}"
    return replace(header, agreement_title=title, edition=edition)


def statement(edition: Edition) -> Diagnostic:
    """Return the warning that stands first in an edition."""
    hint = "who needs the places, the sources or the reports has to ask for the whole result"
    return Diagnostic(CODE, edition.said, None, hint, "warning")
