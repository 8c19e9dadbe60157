"""A clause written with a word, and with what the word stands for, each as the core has it."""

from dataclasses import replace
from pathlib import Path

from checker.language import lint_agreement
from checker.language.core.clause import Clause, CoreClause
from checker.language.core.exemption import Condition, Exemption
from checker.values.span import Span
from tests.language.spoken import deal
from tests.language.written import LISTS, write

__all__ = ["clauses", "first", "mistakes", "readings"]

GROUND = """
actors: {red: {}, blue: {}, mission: {armed: false}}
events: {signing: {at: 2020-06-10T12:00:00+03:00}, vote: {deferred: no date was agreed}}
places:
  river: {line: [[19.9, 44.6], [20.0, 45.0], [19.9, 45.4]], accuracy: 100 m, source: text}
  canal: {line: [[20.5, 44.6], [20.4, 45.0], [20.5, 45.4]], accuracy: 30 m, source: text}
  bridge: {line: [[19.9, 45.0], [20.1, 45.0]], accuracy: 1 m, source: text}
  weston: {point: {lon: 19.8, lat: 45.0}}
  eastham: {point: {lon: 20.2, lat: 45.0}}
  zone: {box: {west: 20.3, south: 44.8, east: 20.7, north: 45.2}, accuracy: 50 m, source: text}
registers: {notices: {file: notices.csv, complete_until: 2020-12-31}}
"""
"""What the clauses of these tests may name."""

_NOWHERE = Span("", 1, 1, 1, 1)


def clauses(folder: Path, more: str = "", /, **written: str) -> dict[str, CoreClause]:
    """Return clauses of these names and keys as the core has them, without where they stand.

    ``more`` are other parts of the agreement.
    """
    core = deal(folder, more + _terms(folder, written))
    return {clause.id: _placeless(clause) for clause in core.clauses}


def readings(folder: Path, **written: str) -> tuple[Clause, ...]:
    """Return the only reading of each of some clauses, in their order."""
    found = []
    for clause in clauses(folder, **written).values():
        (reading,) = clause.readings
        found.append(reading)
    return tuple(found)


def first(folder: Path, keys: str) -> Clause:
    """Return the only reading of a clause ``c`` with these keys."""
    return readings(folder, c=keys)[0]


def mistakes(folder: Path, **written: str) -> list[tuple[str, str, str]]:
    """Return the errors in some clauses: the code, what is typed at its place, and the hint."""
    path = write(folder, _terms(folder, written))
    typed = path.read_text(encoding="utf-8").splitlines()
    found = []
    for problem in lint_agreement(path, lists=LISTS):
        if problem.severity == "error":
            assert problem.span is not None
            at = typed[problem.span.line - 1][problem.span.column - 1 : problem.span.end_column - 1]
            found.append((problem.code, at, problem.hint))
    return found


def _terms(folder: Path, written: dict[str, str]) -> str:
    (folder / "notices.csv").write_text("id,actor,given\n1,red,2020-02-01\n", encoding="utf-8")
    lines = (f"  {name}: {{says: Term., source: text, {keys}}}\n" for name, keys in written.items())
    return f"{GROUND}clauses:\n{''.join(lines)}"


def _placeless(clause: CoreClause) -> CoreClause:
    return replace(
        clause, span=_NOWHERE, readings=tuple(_reading(reading) for reading in clause.readings)
    )


def _reading(reading: Clause) -> Clause:
    variants = tuple(
        replace(variant, exemptions=tuple(map(_exemption, variant.exemptions)))
        for variant in reading.variants
    )
    return replace(reading, variants=variants, conditions=_conditions(reading.conditions))


def _exemption(exemption: Exemption) -> Exemption:
    return replace(exemption, span=None, conditions=_conditions(exemption.conditions))


def _conditions(found: tuple[Condition, ...]) -> tuple[Condition, ...]:
    return tuple(replace(condition, span=None) for condition in found)
