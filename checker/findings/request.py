"""What is asked of a run: what to show, when it fails, and as of when; never what is read."""

from dataclasses import dataclass
from fractions import Fraction

from checker.values.civil import iso_of_us

__all__ = ["NOTHING_CHOSEN", "Asked", "Request"]


@dataclass(frozen=True, slots=True)
class Asked:
    """Tell what was asked of a run, as far as it chooses what its result shows.

    ``since`` and ``until`` are ISO 8601 with an offset, None is without bound.
    """

    fail_on: str = "violation"
    is_all: bool = False
    clauses: tuple[str, ...] = ()
    party: str | None = None
    since: str | None = None
    until: str | None = None

    @property
    def is_filtered(self) -> bool:
        """Say whether findings may be hidden."""
        return bool(self.clauses or self.party or self.since or self.until)


NOTHING_CHOSEN = Asked()
"""What is asked where nothing is said."""


@dataclass(frozen=True, slots=True)
class Request:
    """Ask for an answer.

    ``as_of_us`` None takes the latest instant in the reports. ``clauses`` empty shows all,
    ``party`` None everybody; ``since_us`` and ``until_us`` (exclusive) bound the reports shown.
    ``fail_on`` is one of ``values.verdict.LEVELS``. ``max_quarantined`` is a number of rows, or a
    share of them where ``is_share``: exact, so that 29 rows of 100 are no more than 29 %.
    ``lists_reports`` asks for every accepted report by what it says.
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
    lists_reports: bool = False

    def asked(self, zone: str) -> Asked:
        """Return what a result tells of it, its times on the clock of ``zone``."""
        since, until = self.since_us, self.until_us
        return Asked(
            fail_on=self.fail_on,
            is_all=self.is_all,
            clauses=tuple(sorted(self.clauses)),
            party=self.party,
            since=iso_of_us(since, zone) if since is not None else None,
            until=iso_of_us(until, zone) if until is not None else None,
        )
