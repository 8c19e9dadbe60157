"""The kernel answers as the slow reference does, on worlds drawn at random and at their limits.

``ACCORD_WORLDS=2000 pytest tests/laws/test_kernel_equals_reference.py`` compares more of them.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.language.core.agreement import Core
from checker.language.core.clause import Answers
from checker.values.verdict import Verdict
from tests.laws.kernel import kernel_judgement, read_world
from tests.reference import Judgement, Over, RowKey, judge
from tests.reference_judge import Outcome
from tests.reference_placed import Margin
from tests.strategies import make_world, write_world

WORLDS = int(os.environ.get("ACCORD_WORLDS", "150"))
FIRST = int(os.environ.get("ACCORD_FIRST_WORLD", "0"))
_NEAR_M = 5e-3
"""Two measurements, each within 1 mm and 1e-9 of 40 km of the truth, and a margin for rounding."""


@pytest.mark.parametrize("seed", range(FIRST, FIRST + WORLDS))
def test_the_kernel_answers_as_the_reference(seed: int, tmp_path: Path) -> None:
    folder, reports = write_world(make_world(seed), tmp_path)
    core, batches = read_world(folder, reports)
    expected = judge(core, batches)
    differences = list(_differences(core, expected, kernel_judgement(core, batches)))
    assert not differences, "\n".join([f"world {seed}", *differences])


def test_a_world_is_the_same_for_the_same_seed() -> None:
    assert make_world(7) == make_world(7)


def _differences(core: Core, expected: Judgement, got: Judgement) -> Iterator[str]:
    """Say every answer that is not the reference's."""
    for key in sorted(expected.findings.keys() | got.findings.keys()):
        one, two = expected.findings.get(key), got.findings.get(key)
        yield from _outcome(_said(expected, key[0], key[1], key[2]), one, two)
    for over in sorted(expected.over.keys() | got.over.keys()):
        said = _said(expected, over[0], over[1])
        yield from _over(said, expected.over.get(over), got.over.get(over))
    for key in sorted(expected.evidence.keys() | got.evidence.keys()):
        if expected.evidence.get(key) != got.evidence.get(key):
            wanted, found = expected.evidence.get(key), got.evidence.get(key)
            yield f"{_said(expected, *key)} against the condition: {found}, not {wanted}"
    for clause in core.clauses:
        for reading in clause.readings:
            wanted_standing = expected.clauses.get((clause.id, reading.answers))
            standing = got.clauses.get((clause.id, reading.answers))
            if standing != wanted_standing:
                yield f"{clause.id} {reading.answers}: {standing}, not {wanted_standing}"


def _said(judged: Judgement, row: RowKey, clause: str, answers: Answers = ()) -> str:
    return " ".join([judged.rows[row].id, clause, *(f"{q}={a}" for q, a in answers)])


def _outcome(said: str, wanted: Outcome | None, got: Outcome | None) -> Iterator[str]:
    if wanted is None or got is None:
        yield f"{said}: {got}, not {wanted}"
        return
    for name in ("verdict", "standing", "exception"):
        if getattr(wanted, name) != getattr(got, name):
            yield f"{said}: {name} {getattr(got, name)}, not {getattr(wanted, name)}"
    yield from _doubts(said, wanted, got)
    yield from _margins(said, wanted.margin_m, got.margin_m)


def _over(said: str, wanted: Over | None, got: Over | None) -> Iterator[str]:
    if wanted is None or got is None:
        yield f"{said} over readings: {got}, not {wanted}"
        return
    for name in ("verdict", "standing", "violated"):
        if getattr(wanted, name) != getattr(got, name):
            yield f"{said} over readings: {name} {getattr(got, name)}, not {getattr(wanted, name)}"
    yield from _doubts(f"{said} over readings", wanted, got)
    yield from _margins(f"{said} over readings", wanted.margin_m, got.margin_m)


def _doubts(said: str, wanted: Outcome | Over, got: Outcome | Over) -> Iterator[str]:
    if wanted.verdict == Verdict.UNDETERMINED and wanted.reasons != got.reasons:
        yield f"{said}: reasons {sorted(got.reasons)}, not {sorted(wanted.reasons)}"


def _margins(said: str, wanted: Margin | None, got: Margin | None) -> Iterator[str]:
    if wanted is None or got is None:
        is_same = wanted is None and got is None
    else:
        is_same = wanted[0] - _NEAR_M <= got[0] <= wanted[1] + _NEAR_M
    if not is_same:
        yield f"{said}: margin {got}, not {wanted}"
