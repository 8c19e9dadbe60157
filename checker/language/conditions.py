"""Conditions: what must not be, must be, or must be kept, so that a term stands."""

from typing import Literal

from checker.language.core.exemption import Condition
from checker.language.document import text_of
from checker.language.keys import check_keys
from checker.language.problems import Problems, meant, meant_name
from checker.language.questions import answers_of
from checker.language.reading import LACKING, Deferred, Reading, Unanswered, written
from checker.language.terms import PATTERN_KEYS, Terms
from checker.language.text import Node, Table
from checker.language.times import duration_of, edge_of

__all__ = ["check_returned", "condition_of"]

_SUBJECTS = ("none", "some", "kept", "event")
_KEYS = (*_SUBJECTS, "lapse", "lasts", "unproved")


def condition_of(
    terms: Terms, reading: Reading, node: Node, owner: tuple[str, int]
) -> Condition | None:
    """Read ``{none: PATTERN, lapse: ends}`` and the like; None where it is no condition.

    ``owner`` is the clause that carries the condition, and its number there.
    """
    document = reading.document
    if not isinstance(node, Table):
        hint = "write {kept: CLAUSE, lapse: ends}, or the like"
        reading.say("L820", "a condition is a mapping", node, hint)
        return None
    node = check_keys(document, node, _KEYS, "a condition")
    subjects = [key for key in node.keys() if key in _SUBJECTS]
    if len(subjects) != 1:
        said = f"a condition has one of {', '.join(_SUBJECTS)}"
        span = node.key(subjects[1]).span if subjects else node.first
        hint = "write the others as conditions of their own, in a list" if subjects else "add one"
        document.problems.add("L821", said, span, hint)
        return None
    value = node.get(subjects[0])
    assert value is not None
    path = f"clauses.{owner[0]}.while"
    pattern = None
    if subjects[0] in ("none", "some"):
        if not isinstance(value, Table) or not value.entries:
            hint = "write {who: ACTOR, does: DOING}, or the like"
            reading.say("L822", f"{subjects[0]} takes a pattern", value, hint)
            return None
        value = check_keys(document, value, PATTERN_KEYS, "a pattern")
        pattern = terms.pattern(reading, value, path)
    event = edge_of(reading, value, is_end=False) if subjects[0] == "event" else None
    return Condition(
        owner=owner[0],
        index=owner[1],
        none=pattern if subjects[0] == "none" else None,
        some=pattern if subjects[0] == "some" else None,
        kept=_kept(reading, value, owner[0]) if subjects[0] == "kept" else None,
        event=event,
        lapse=_lapse(reading, node, is_needed=subjects[0] in ("none", "kept")),
        lasts=duration_of(reading, node.get("lasts")),
        unproved=_unproved(reading, node),
        span=node.span,
    )


def check_returned(problems: Problems, clause: Table) -> None:
    """Tell words for two clauses that answer each other where only one clause is named."""
    words = {
        "parallel_to": ("runs beside a clause", problems.add),
        "in_return_for": ("answers a clause", problems.warn),
    }
    for word, (said, tell) in words.items():
        node = clause.get(word)
        if isinstance(node, Table) and node.get("kept") is None:
            for key in node.keys():
                if key in _SUBJECTS:
                    message = f"{word} {said}, and {key} names none"
                    hint = "write kept: CLAUSE; for a condition of this clause alone, so_long_as:"
                    tell("L829", message, node.key(key).span, hint)


def _kept(reading: Reading, value: Node, owner: str) -> str:
    """Return the clause that has to be kept; one that cannot be broken is refused."""
    name, clauses = written(value), reading.document.section("clauses")
    section = clauses.get(name)
    if section is None:
        reading.say(
            "L823", f"the clause {name!r} is not declared", value, meant_name(name, clauses)
        )
    elif isinstance(section.value, Table) and section.value.get("permits") is not None:
        hint = "name a clause that somebody can break"
        reading.say("L824", f"{name!r} is a permission, which nobody can break", value, hint)
    elif name == owner:
        hint = "name another clause"
        reading.say("L824", f"{name!r} would stand only while it is kept itself", value, hint)
    return name


def _lapse(reading: Reading, node: Table, *, is_needed: bool) -> Literal["suspends", "ends"]:
    value = node.get("lapse")
    if value is None:
        if is_needed:
            reading.document.problems.add(
                "L825",
                "the condition does not say what a break does",
                node.first,
                "add lapse: suspends, or lapse: ends; where parties dispute it, make it a question",
            )
        return "suspends"
    word = _chosen(reading, value, "lapse")
    if word not in ("suspends", "ends", None):
        hint = meant(word, ("suspends", "ends"))
        reading.say("L826", f"lapse is suspends or ends, got {word!r}", value, hint)
    return "ends" if word == "ends" else "suspends"


def _unproved(reading: Reading, node: Table) -> Literal["holds", "open"]:
    value = node.get("unproved")
    if value is None:
        return "open"
    word = _chosen(reading, value, "unproved")
    if word not in ("holds", "open", None):
        hint = meant(word, ("holds", "open"))
        reading.say("L827", f"unproved is holds or open, got {word!r}", value, hint)
    return "holds" if word == "holds" else "open"


def _chosen(reading: Reading, value: Node, path: str) -> str | None:
    """Return a word; a question that stands for it gives its answer as the word."""
    settled = reading.settle(value, path)
    if isinstance(settled, Deferred):
        if settled is not LACKING:
            hint = "write {QUESTION: {ANSWER: suspends, ANSWER: ends}}, or the like"
            reading.say("L828", f"{path} cannot be deferred", value, hint)
        return None
    text = text_of(settled)
    document = reading.document
    if text is not None and text in document.section("questions"):
        document.use("questions", text)
        if text not in reading.answers:
            # Every answer has to be a word that may stand here; the reader sees each in turn.
            assert answers_of(document, text)
            raise Unanswered(text)
        return reading.answers[text]
    return text or written(settled)
