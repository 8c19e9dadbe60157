"""Agreements read whole: the core that their terms make, or what is wrong with them and where."""

from pathlib import Path

from checker.language import core_of, lint_agreement, load_agreement
from checker.language.core.agreement import Core
from checker.language.core.clause import Clause
from tests.language.written import LISTS, write

__all__ = ["TERMS", "clause_of", "core", "faults"]

TERMS = """\
actors:
  red: {name: Red army}
  unit: {name: Red unit, edges: [{part_of: red, confidence: confirmed}]}
  blue: {name: Blue army}
doings: {fight: {includes: [fire, shell]}, patrol: {}}
things: {heavy: {includes: [tanks, guns]}}
places:
  gate: {box: {west: 36.0, south: 32.5, east: 36.4, north: 32.9}, accuracy: 50 m, source: text}
  camp: {point: {lon: 36.1, lat: 32.6}, accuracy: 50 m, source: text}
"""
"""Terms for clauses to use; they take lines 8 to 16, so what follows starts in line 17."""


def core(folder: Path, terms: str) -> Core:
    """Return the core of an agreement without errors."""
    return core_of(load_agreement(write(folder, TERMS + terms).parent, lists=LISTS))


def clause_of(folder: Path, keys: str, rest: str = "") -> Clause:
    """Return the one reading of a clause ``c`` of some keys; ``rest`` are other clauses."""
    found = core(folder, f"clauses:\n  c: {{says: Said., source: text, {keys}}}\n{rest}")
    (reading,) = next(clause for clause in found.clauses if clause.id == "c").readings
    return reading


def faults(folder: Path, terms: str) -> list[tuple[str, str, str]]:
    """Return every error as code, line and column, and hint."""
    path = write(folder, TERMS + terms)
    return [
        (found.code, f"{found.span.line}:{found.span.column}" if found.span else "", found.hint)
        for found in lint_agreement(path, lists=LISTS, shown="agreement.yaml")
        if found.severity == "error"
    ]
