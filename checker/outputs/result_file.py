"""A JSON result read back: what was written by one run is a value again in another."""

import json
import math
from dataclasses import dataclass
from typing import Literal, TypeVar

from checker.findings.finding import (
    ConditionSpell,
    Finding,
    Header,
    Measured,
    ReadingFinding,
    ReportRef,
)
from checker.language.core.agreement import Source
from checker.language.core.clause import Answers, Assumed
from checker.language.core.question import Answer, Question
from checker.values.diagnostic import CheckerError, Diagnostic
from checker.values.span import Span
from checker.values.verdict import ClauseStanding, Standing, Verdict

__all__ = ["StoredResult", "read_result"]

_VERSION = 1
_VERDICTS = {one.word: one for one in Verdict}
_STANDINGS = {one.word: one for one in Standing}
_CLAUSE_STANDINGS = {one.word: one for one in ClauseStanding}
_SUBJECTS: dict[str, Literal["report", "count", "deadline", "condition"]] = {
    "report": "report",
    "count": "count",
    "deadline": "deadline",
    "condition": "condition",
}
_STATES: dict[str, Literal["holds", "open", "lapsed"]] = {
    "holds": "holds",
    "open": "open",
    "lapsed": "lapsed",
}

Word = TypeVar("Word")


@dataclass(frozen=True, slots=True)
class StoredResult:
    """Hold what is needed of a stored result to tell of its findings again."""

    header: Header
    findings: tuple[Finding, ...]
    conditions: tuple[ConditionSpell, ...]


class _UnfitError(Exception):
    """Say which part of a document is not as the contract has it."""


def read_result(content: bytes, shown: str) -> StoredResult:
    """Read a document that ``accord check -f json`` wrote; ``shown`` names it in problems.

    Raises ``CheckerError`` for anything else, with the place where that is known.
    """
    start = Span(shown, 1, 1, 1, 1)
    try:
        return _result(_Object(_parsed(content), "the result"))
    except UnicodeDecodeError as error:
        raise _refused("the text is not UTF-8", start) from error
    except json.JSONDecodeError as error:
        span = Span(shown, error.lineno, error.colno, error.lineno, error.colno + 1)
        raise _refused(f"this is no JSON: {error.msg.lower()}", span) from error
    except RecursionError as error:
        raise _refused("not a result: it is nested too deeply", start) from error
    except _UnfitError as error:
        raise _refused(f"not a result: {error}", start) from error


def _parsed(content: bytes) -> object:
    # Whole numbers as well: one of a thousand digits is then infinite, which no number here is.
    parsed: object = json.loads(content.decode("utf-8-sig"), parse_int=float)
    return parsed


def _refused(message: str, span: Span) -> CheckerError:
    hint = "write one with accord check -f json=PATH"
    return CheckerError(Diagnostic("U105", message, span, hint))


class _Object:
    """Hand out the values of a JSON object by key and kind; anything unfit is named."""

    def __init__(self, value: object, name: str) -> None:
        if not isinstance(value, dict):
            raise _UnfitError(f"{name} is no object")
        self._value = value
        self._name = name

    def text(self, key: str) -> str:
        value = self._get(key)
        if not isinstance(value, str):
            raise self._unfit(key, "a text")
        return value

    def maybe_text(self, key: str) -> str | None:
        return None if self._value.get(key) is None else self.text(key)

    def number(self, key: str) -> float:
        value = self._get(key)
        if not isinstance(value, float) or not math.isfinite(value):
            raise self._unfit(key, "a number")
        return value

    def maybe_number(self, key: str) -> float | None:
        return None if self._value.get(key) is None else self.number(key)

    def whole(self, key: str) -> int:
        number = self.number(key)
        if not number.is_integer():
            raise self._unfit(key, "a whole number")
        return int(number)

    def maybe_whole(self, key: str) -> int | None:
        return None if self._value.get(key) is None else self.whole(key)

    def word(self, key: str, known: dict[str, Word]) -> Word:
        text = self.text(key)
        if text not in known:
            raise self._unfit(key, f"one of {', '.join(known)}")
        return known[text]

    def part(self, key: str) -> "_Object":
        return _Object(self._get(key), f"{self._name}.{key}")

    def parts(self, key: str) -> "tuple[_Object, ...]":
        return tuple(_Object(v, f"{self._name}.{key}[{n}]") for n, v in enumerate(self._list(key)))

    def texts(self, key: str) -> tuple[str, ...]:
        values = self._list(key)
        if not all(isinstance(value, str) for value in values):
            raise self._unfit(key, "a list of texts")
        return tuple(str(value) for value in values)

    def answers(self, key: str) -> Answers:
        pairs = self.part(key)._value.items()  # noqa: SLF001
        return tuple((str(question), str(answer)) for question, answer in pairs)

    def _list(self, key: str) -> list[object]:
        value = self._get(key)
        if not isinstance(value, list):
            raise self._unfit(key, "a list")
        return value

    def _get(self, key: str) -> object:
        if key not in self._value:
            raise _UnfitError(f"{self._name} has no '{key}'")
        found: object = self._value[key]
        return found

    def _unfit(self, key: str, wanted: str) -> _UnfitError:
        return _UnfitError(f"{self._name}.{key} is not {wanted}")


def _result(root: _Object) -> StoredResult:
    if root.number("format") != _VERSION:
        raise _UnfitError(f"its format is not {_VERSION}; another version of accord wrote it")
    agreement = root.part("agreement")
    header = Header(
        accord=root.text("accord"),
        as_of=root.maybe_text("as_of"),
        agreement_id=agreement.text("id"),
        agreement_title=agreement.text("title"),
        agreement_sha256=agreement.text("sha256"),
        overrides=tuple((o.text("place"), o.text("sha256")) for o in agreement.parts("overrides")),
        questions=tuple(_question(one) for one in agreement.parts("questions")),
        sources=tuple(_source(one) for one in agreement.parts("sources")),
    )
    return StoredResult(
        header,
        tuple(_finding(one) for one in root.parts("findings")),
        tuple(_spell(one) for one in root.parts("conditions")),
    )


def _question(one: _Object) -> Question:
    answers = tuple(
        Answer(a.text("answer"), a.maybe_text("means") or "") for a in one.parts("answers")
    )
    return Question(one.text("question"), one.maybe_text("asks") or "", answers)


def _source(one: _Object) -> Source:
    return Source(
        id=one.text("id"),
        kind=one.text("kind"),
        title=one.maybe_text("title"),
        publisher=one.maybe_text("publisher"),
        published=one.maybe_text("published"),
        url=one.maybe_text("url"),
    )


def _finding(one: _Object) -> Finding:
    violated = one.part("violated_under")
    measured = tuple(_measured(m) for m in one.parts("measured"))
    return Finding(
        id=one.text("id"),
        subject=one.word("subject", _SUBJECTS),
        clause=one.text("clause"),
        verdict=one.word("verdict", _VERDICTS),
        standing=_standing(one),
        reasons=one.texts("reasons"),
        readings=tuple(_reading(r, measured) for r in one.parts("readings")),
        violated_yes=violated.whole("yes"),
        violated_open=violated.whole("open"),
        violated_no=violated.whole("no"),
        reports=tuple(_report(r) for r in one.parts("reports")),
        incident=one.maybe_text("incident"),
        actor=one.maybe_text("actor"),
        reported_actor=one.maybe_text("reported_actor"),
        kind=one.maybe_text("kind"),
        does=one.texts("does"),
        role=one.maybe_text("role"),
        position_of=one.maybe_text("position_of"),
        seen_from=one.maybe_text("seen_from"),
        seen_to=one.maybe_text("seen_to"),
        lon=one.maybe_number("lon"),
        lat=one.maybe_number("lat"),
        radius_m=one.maybe_number("radius_m"),
        within_area=one.maybe_text("within_area"),
        measured=measured,
        margin_m=one.maybe_number("margin_m"),
        margin_h=one.maybe_number("margin_h"),
        likelihood=one.maybe_number("likelihood"),
        clause_certainty=one.maybe_text("clause_certainty"),
        assumed=tuple(
            Assumed(a.text("path"), a.text("value"), a.text("why")) for a in one.parts("assumed")
        ),
        conditions=one.texts("conditions"),
        exception=one.maybe_text("exception"),
        says=one.text("says"),
        source=one.text("source"),
        message=one.text("message"),
        decides=one.maybe_text("decides"),
        decides_radius_m=one.maybe_number("decides_radius_m"),
    )


def _standing(one: _Object) -> Standing | ClauseStanding:
    """Read the standing: of a duty with a date it is one of a clause."""
    if one.text("standing") in _STANDINGS:
        return one.word("standing", _STANDINGS)
    return one.word("standing", _CLAUSE_STANDINGS)


def _reading(one: _Object, measured: tuple[Measured, ...]) -> ReadingFinding:
    answers = one.answers("reading")
    return ReadingFinding(
        answers=answers,
        verdict=one.word("verdict", _VERDICTS),
        standing=one.word("standing", _STANDINGS),
        reasons=one.texts("reasons"),
        margin_m=one.maybe_number("margin_m"),
        margin_h=one.maybe_number("margin_h"),
        likelihood=one.maybe_number("likelihood"),
        decides=one.maybe_text("decides"),
        decides_radius_m=one.maybe_number("decides_radius_m"),
        exception=one.maybe_text("exception"),
        lapse=one.maybe_text("lapse"),
        measured=tuple(m for m in measured if m.answers == answers),
        incident=one.maybe_text("incident"),
    )


def _measured(one: _Object) -> Measured:
    return Measured(
        what=one.text("what"),
        answers=one.answers("reading"),
        low_m=one.maybe_number("low_m"),
        best_m=one.maybe_number("best_m"),
        high_m=one.maybe_number("high_m"),
        limit_low_m=one.maybe_number("limit_low_m"),
        limit_high_m=one.maybe_number("limit_high_m"),
    )


def _report(one: _Object) -> ReportRef:
    return ReportRef(one.text("file"), one.maybe_whole("line"), one.whole("row"), one.text("id"))


def _spell(one: _Object) -> ConditionSpell:
    return ConditionSpell(
        clause=one.text("clause"),
        answers=one.answers("reading"),
        condition=one.text("condition"),
        state=one.word("state", _STATES),
        from_at=one.maybe_text("from"),
        to_at=one.maybe_text("to"),
        cause=one.maybe_text("cause"),
    )
