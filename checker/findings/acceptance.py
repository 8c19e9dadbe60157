"""What a user accepts: a finding that stays in every count, with a reason, an author and an end."""

from dataclasses import dataclass

__all__ = ["Acceptance", "BaselineUse"]


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Say why a finding is accepted, by whom, and until which day, that day included."""

    reason: str
    author: str
    expires: str

    @property
    def said(self) -> str:
        """Return all of it in a few words."""
        return f"{self.reason} ({self.author}, until {self.expires})"


@dataclass(frozen=True, slots=True)
class BaselineUse:
    """Say which baseline a run was given, and what became of its entries.

    ``accepted`` counts findings that are shown; ``stale`` and ``expired`` count entries. Nothing is
    called stale where filters hide findings, or where nothing was put to the test.
    """

    file: str
    sha256: str
    accepted: int
    stale: int
    expired: int
