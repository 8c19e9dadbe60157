"""What is asked of a run: what to show, when it fails, and as of when; never what is read."""

from dataclasses import dataclass
from fractions import Fraction

__all__ = ["Request"]


@dataclass(frozen=True, slots=True)
class Request:
    """Ask for an answer.

    ``as_of_us`` None takes the latest instant in the reports. ``clauses`` empty shows all,
    ``party`` None everybody; ``since_us`` and ``until_us`` (exclusive) bound the reports shown.
    ``fail_on`` is one of ``values.verdict.LEVELS``. ``max_quarantined`` is a number of rows, or a
    share of them where ``is_share``: exact, so that 29 rows of 100 are no more than 29 %.
    """

    as_of_us: int | None = None
    clauses: frozenset[str] = frozenset()
    party: str | None = None
    since_us: int | None = None
    until_us: int | None = None
    fail_on: str = "violation"
    is_all: bool = False
    is_empty_allowed: bool = False
    max_quarantined: Fraction | None = None
    is_share: bool = False
