"""The tree of an explanation: from a verdict to its clause, tests, numbers, and what would flip it.

It holds machine words and numbers; the renderers beside it turn them into a page, JSON or HTML.
"""

from dataclasses import dataclass
from typing import Literal

from checker.findings.finding import ConditionSpell, Finding
from checker.findings.grounds import Drawn
from checker.findings.others import OtherWhy
from checker.findings.trials import Trial
from checker.findings.why import ExemptionWhy
from checker.language.core.clause import Answers
from checker.language.core.question import Question
from checker.values.verdict import Standing, Verdict

__all__ = ["Branch", "Flip", "FlipKind", "Ground", "Number", "Proof", "Share", "Told", "Tree"]

FlipKind = Literal["metres", "radius", "hours", "fact", "reading"]


@dataclass(frozen=True, slots=True)
class Share:
    """Say what part of a number's error comes from where; None is not known, so without bound."""

    what: str
    amount: float | None


@dataclass(frozen=True, slots=True)
class Number:
    """Hold a number: least, best, most; the limit that it is held against; origin and error.

    ``unit`` is m, h, or 1 for a share. ``origin`` says from what it was worked out, ``errors`` what
    ``low`` and ``high`` lie apart for. None is not known.
    """

    what: str
    unit: Literal["m", "h", "1"]
    low: float | None
    best: float | None
    high: float | None
    limit_low: float | None = None
    limit_high: float | None = None
    limit_said: str | None = None
    origin: tuple[str, ...] = ()
    errors: tuple[Share, ...] = ()


@dataclass(frozen=True, slots=True)
class Ground:
    """Hold how a report lies to one region: the distances, and how the whole lies to its edge.

    ``whole`` is the signed distance of every point of the report, negative inside; None where it is
    not known, and of a stored result. ``radius_m`` would decide at this centre.
    """

    said: str
    distances: tuple[Number, ...]
    whole: Number | None
    drawn: tuple[Drawn, ...]
    radius_m: float | None


@dataclass(frozen=True, slots=True)
class Flip:
    """Say what would make the answer another: by how many metres or hours, or which fact.

    ``amount`` is in metres or hours, None for a fact and for a reading of the text.
    """

    kind: FlipKind
    said: str
    amount: float | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """Hold the tests that were made, for the actor and side that decided; none of a stored result.

    ``condition`` is the one that they are about, None for the clause itself; ``kept`` is the clause
    that a condition asks to be kept, whose own explanation has the tests.
    """

    condition: str | None = None
    kept: str | None = None
    side: str | None = None
    candidate: str | None = None
    tests: tuple[Trial, ...] = ()
    exceptions: tuple[ExemptionWhy, ...] = ()
    weak: tuple[str, ...] = ()
    grounds: tuple[Ground, ...] = ()


@dataclass(frozen=True, slots=True)
class Branch:
    """Hold one reading, or several that make the same of the report: ``answers`` tell them apart.

    ``standing`` and ``verdict`` are None where a report is no evidence at all.
    """

    answers: Answers
    standing: Standing | None
    verdict: Verdict | None
    reasons: tuple[str, ...]
    exception: str | None
    lapse: str | None
    margin: str | None
    numbers: tuple[Number, ...]
    decides: str | None
    proofs: tuple[Proof, ...]
    flips: tuple[Flip, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """Hold one finding with its readings side by side, and what flips it from one to another."""

    finding: Finding
    branches: tuple[Branch, ...]
    flips: tuple[Flip, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """Hold why, and why not, of one report under one clause.

    ``facts`` say where the clause was read and whom it binds, ``inputs`` what the report says.
    ``unfound`` are the tests of a report that is no evidence against a permission's conditions.
    ``others`` are the other clauses. What ``is_stored`` has neither tests nor sources of places.
    """

    clause: str
    says: str
    certainty: str | None
    facts: tuple[tuple[str, str], ...]
    inputs: tuple[tuple[str, str], ...]
    answers: tuple[Told, ...]
    unfound: tuple[Branch, ...]
    others: tuple[OtherWhy, ...]
    conditions: tuple[ConditionSpell, ...]
    questions: tuple[Question, ...]
    relied: tuple[Finding, ...]
    is_stored: bool
