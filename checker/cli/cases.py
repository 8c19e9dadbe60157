"""The cases of an agreement: reports with the verdict that a lawyer expects of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from checker.language.core.agreement import Core
from checker.language.core.clause import Answers
from checker.reports import csv
from checker.reports.source import source_of
from checker.values.diagnostic import CheckerError, Diagnostic
from checker.values.span import Span
from checker.values.verdict import Standing, Verdict

__all__ = ["FILE", "Case", "read_cases"]

FILE = "cases.csv"
_COLUMNS = ("id", "clause", "expect_verdict", "expect_standing", "reading", "why")
_VERDICTS = tuple(verdict.word for verdict in Verdict)
_STANDINGS = tuple(standing.word for standing in Standing)


@dataclass(frozen=True, slots=True)
class Case:
    """Expect a verdict and a standing of report ``id`` under a clause; None expects nothing.

    ``answers`` narrow it to the readings that give them; without any it is over all readings.
    """

    id: str
    line: int
    clause: str
    verdict: str | None
    standing: str | None
    answers: Answers
    why: str


def read_cases(path: Path, shown: str, core: Core) -> tuple[Case, ...]:
    """Read what is expected of each report; the reports themselves are read like any others.

    Raises ``CheckerError`` for a clause, question, answer, verdict or standing that there is not.
    """
    opened = csv.READER.open(replace(source_of(str(path)), name=shown))
    reader = _Reader(shown, core)
    lacking = [name for name in ("id", "clause") if name not in opened.columns]
    for name in lacking:
        reader.wrong(1, f"there is no column '{name}'", "every case has an id and a clause")
    if not lacking:
        for block in opened.blocks():
            cells = {
                name: block.columns[name].texts().strings()
                for name in _COLUMNS
                if name in block.columns
            }
            for index, line in enumerate(block.line.tolist()):
                reader.add(line, {name: texts[index] for name, texts in cells.items()})
    if reader.found:
        raise CheckerError(*reader.found)
    return tuple(reader.cases)


class _Reader:
    """Read row by row, and collect what is wrong."""

    def __init__(self, shown: str, core: Core) -> None:
        self.cases: list[Case] = []
        self.found: list[Diagnostic] = []
        self._shown = shown
        self._clauses = {clause.id: clause for clause in core.clauses}
        self._questions = {
            one.name: [answer.name for answer in one.answers] for one in core.questions
        }

    def wrong(self, line: int, message: str, hint: str) -> None:
        self.found.append(Diagnostic("U107", message, Span(self._shown, line, 1, line, 1), hint))

    def add(self, line: int, cells: Mapping[str, str]) -> None:
        """Add the case of one row; a row without an id cannot be told from the others."""
        if not cells["id"]:
            self.wrong(line, "a case has no id", "give every case an id of its own")
        clause = self._known(line, "clause", cells["clause"], tuple(self._clauses))
        self.cases.append(
            Case(
                id=cells["id"],
                line=line,
                clause=clause or "",
                verdict=self._known(line, "verdict", cells.get("expect_verdict", ""), _VERDICTS),
                standing=self._known(
                    line, "standing", cells.get("expect_standing", ""), _STANDINGS
                ),
                answers=tuple(self._answers(line, cells.get("reading", ""), clause)),
                why=cells.get("why", ""),
            )
        )

    def _known(self, line: int, what: str, word: str, known: Sequence[str]) -> str | None:
        """Return a word that is known, None for a blank one; only a clause may not be blank."""
        if word in known or (not word and what != "clause"):
            return word or None
        near = get_close_matches(word, known, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"there are {', '.join(known)}"
        self.wrong(line, f"there is no {what} '{word}'", hint)
        return None

    def _answers(self, line: int, text: str, clause: str | None) -> Iterator[tuple[str, str]]:
        asked = self._clauses[clause].questions if clause is not None else tuple(self._questions)
        for part in filter(None, (part.strip() for part in text.split(";"))):
            question, _, answer = (piece.strip() for piece in part.partition("="))
            if question not in self._questions:
                self._known(line, "question", question, tuple(self._questions))
            elif answer not in self._questions[question]:
                self._known(line, f"answer to {question}", answer, self._questions[question])
            elif question not in asked:
                hint = f"it depends on {', '.join(asked) or 'none'}"
                self.wrong(line, f"{clause} does not depend on the question '{question}'", hint)
            else:
                yield question, answer
