"""How often somebody looked where a clause holds, as files of observations tell it."""

from dataclasses import dataclass

__all__ = ["ObservedClause"]


@dataclass(frozen=True, slots=True)
class ObservedClause:
    """Count the visits that may concern a clause, those of them in part, and what was refused."""

    clause: str
    visits: int
    partial: int
    refused: int
