"""One test of a report: what was asked, the answer, what it rests on, and why it is open."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from checker.evaluate.columns import Columns
from checker.evaluate.parts import Part
from checker.evaluate.weigh import weakness_of
from checker.findings.hours import hours_to_change
from checker.findings.links import link_text, links_at
from checker.findings.phrases import condition_said, step_text
from checker.language.core.clause import Answers
from checker.language.say.words import Voice
from checker.operators.period import During
from checker.operators.who import Who
from checker.plan.plan import PatternPlan
from checker.reports.batch import UNDECLARED
from checker.values.truth import Truth
from checker.values.verdict import reason_names

__all__ = ["Asking", "Trial", "candidate_name", "weak_of"]

_LABELS = {
    "who": "actor",
    "does": "act",
    "things": "thing",
    "against": "against",
    "when": "time",
    "theatre": "theatre",
    "where": "place",
    "more": "number or register",
    "condition": "condition",
    "always": "anything",
}
_NOTHING = "nothing is asked"


@dataclass(frozen=True, slots=True)
class Trial:
    """Hold one test; ``links`` are the edges that lead from the actor to those who are meant.

    ``hours`` is by how much the time of the report may be off before the answer is another; None
    of other tests, and where no time would change it.
    """

    name: str
    said: str
    answer: Truth
    reasons: tuple[str, ...]
    links: tuple[str, ...] = ()
    hours: float | None = None


@dataclass(frozen=True, slots=True)
class Asking:
    """Put the tests of a pattern into words; ``more`` and ``conditions`` are taken in order."""

    columns: Columns
    pattern: PatternPlan
    answers: Answers
    conditions: Iterator[int]
    more: Iterator[int]

    @classmethod
    def of(
        cls,
        columns: Columns,
        pattern: PatternPlan,
        answers: Answers,
        conditions: tuple[int, ...] = (),
    ) -> "Asking":
        """Start with the first of the conditions, and of what more the pattern asks."""
        return cls(columns, pattern, answers, iter(conditions), iter(pattern.more))

    def trial(self, part: Part, candidate: int) -> Trial:
        """Return what a test made of one candidate."""
        answer = Truth(int(part.truth[candidate]))
        doubts = int(part.doubts[candidate]) if answer == Truth.UNKNOWN else 0
        step = self._step(part.name)
        return Trial(
            _LABELS[part.name],
            self._said(part.name, step),
            answer,
            reason_names(doubts),
            self._links(step, candidate),
            self._hours(step, candidate, answer),
        )

    def _step(self, name: str) -> int | None:
        if name in ("condition", "always"):
            return None
        if name == "more":
            return next(self.more)
        step: int | None = getattr(self.pattern, name)
        return step

    def _said(self, name: str, step: int | None) -> str:
        plan = self.columns.plan
        if name == "condition":
            condition = plan.conditions[next(self.conditions)].condition
            return condition_said(plan.core, self.answers, condition)
        voice = Voice.of(plan.core, self.answers)
        return step_text(plan.steps[step], voice) if step is not None else _NOTHING

    def _links(self, step: int | None, candidate: int) -> tuple[str, ...]:
        plan = self.columns.plan
        if step is None or not isinstance(plan.steps[step], Who):
            return ()
        return tuple(link_text(plan.core, one) for one in links_at(self.columns, step, candidate))

    def _hours(self, step: int | None, candidate: int, answer: Truth) -> float | None:
        during = self.columns.plan.steps[step] if step is not None else None
        if not isinstance(during, During):
            return None
        return hours_to_change(self.columns, during, candidate, answer)


def candidate_name(columns: Columns, row: int, candidate: int) -> str | None:
    """Return the actor that decided, where the report names several."""
    frame = columns.frame
    if np.count_nonzero(frame.row_of == row) < 2:  # noqa: PLR2004
        return None
    code = int(frame.actor[candidate])
    if code >= 0:
        return columns.plan.core.actor_titles[code]
    return "a name that nobody declared" if code == UNDECLARED else None


def weak_of(columns: Columns, candidate: int) -> tuple[str, ...]:
    """Return what keeps a report from proving anything."""
    weakness = weakness_of(columns)
    bits = weakness.breach | weakness.compliance | weakness.single
    return reason_names(int(bits[candidate]))
