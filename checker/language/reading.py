"""One reading while it is worked out: answers given, questions met, values that are assumed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from checker.language.core.clause import Assumed
from checker.language.document import Document, text_of
from checker.language.problems import meant, nearest
from checker.language.questions import answers_of
from checker.language.text import Node, Scalar, Table

__all__ = ["LACKING", "Deferred", "Reading", "Unanswered", "written"]


class Unanswered(Exception):  # noqa: N818
    """Stop: the reading depends on a question that has no answer yet."""

    def __init__(self, question: str) -> None:
        super().__init__(question)
        self.question = question


@dataclass(frozen=True, slots=True)
class Deferred:
    """Stand for a value that nobody published, with the reason."""

    why: str


LACKING = Deferred("not said")
"""What stands for a value that is missing where it has its own problem already."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Resolve values under ``answers``; ``side`` is the side whose own things are meant, if any.

    ``stack`` holds the names being resolved, so that circles are found. ``theatre`` is the clause's
    own, where it has one.
    """

    document: Document
    answers: Mapping[str, str]
    side: str | None = None
    assumed: dict[Assumed, None] = field(default_factory=dict)
    stack: tuple[str, ...] = ()
    theatre: Node | None = None

    def of_side(self, side: str | None) -> "Reading":
        """Return the same reading, seen from one side."""
        return replace(self, side=side)

    def within(self, name: str) -> "Reading":
        """Return the same reading while ``name`` is resolved."""
        return replace(self, stack=(*self.stack, name))

    def settle(self, node: Node, path: str) -> Node | Deferred:
        """Take off questions, ``assumed`` and ``deferred`` until a plain value is left.

        Notes what is assumed. Raises ``Unanswered`` at a question without an answer.
        """
        while isinstance(node, Table):
            keys = node.keys()
            if "deferred" in keys:
                return self._deferred(node)
            if "assumed" in keys:
                node = self._assumed(node, path)
            elif len(keys) == 1 and keys[0] in self.document.section("questions"):
                answer = self._answered(node, keys[0])
                if isinstance(answer, Deferred):
                    return answer
                node = answer
            else:
                break
        return node

    def say(self, code: str, message: str, node: Node, hint: str) -> None:
        """Add a problem at the first character of a value."""
        self.document.problems.add(code, message, node.span, hint)

    def _deferred(self, node: Table) -> Deferred:
        why = text_of(node.get("deferred"))
        if not why:
            self.document.problems.add(
                "L201", "a deferred value says why", node.first, "write deferred: and the reason"
            )
        for key in node.keys():
            if key != "deferred":
                self.document.problems.add(
                    "L101",
                    f"unknown key {key!r} beside deferred",
                    node.key(key).span,
                    "take it away, or write the reason under deferred:",
                )
        return Deferred(why or "not said")

    def _assumed(self, node: Table, path: str) -> Node:
        value = node.get("assumed")
        assert value is not None
        why = text_of(node.get("why"))
        if not why:
            self.document.problems.add(
                "L202", "an assumed value says why", node.first, "add why: and the reason"
            )
        for key in node.keys():
            if key not in ("assumed", "why"):
                self.document.problems.add(
                    "L101",
                    f"unknown key {key!r} beside assumed",
                    node.key(key).span,
                    nearest(key, ("why",)) or "put it under assumed:, or take it away",
                )
        self.assumed[Assumed(path, written(value), why or "")] = None
        return value

    def _answered(self, node: Table, question: str) -> Node | Deferred:
        """Take the answer that is given; every declared answer stands there, and no other."""
        document = self.document
        document.use("questions", question)
        choices = node.get(question)
        declared = answers_of(document, question)
        if not isinstance(choices, Table):
            message = f"the answers to {question!r} stand here with their values"
            listed = ", ".join(f"{answer}: VALUE" for answer in declared)
            hint = f"write {{{question}: {{{listed}}}}}"
            document.problems.add("L203", message, node.key(question).span, hint)
            return LACKING
        missing = [answer for answer in declared if choices.get(answer) is None]
        for key in choices.keys():
            if key not in declared:
                message = f"{question!r} has no answer {key!r}"
                document.problems.add("L204", message, choices.key(key).span, meant(key, declared))
                # An answer that is misspelt is not missing too.
                missing = [one for one in missing if one not in get_close_matches(key, missing)]
        if missing:
            listed = ", ".join(repr(answer) for answer in missing)
            message = f"no value stands here for the answer to {question!r}: {listed}"
            hint = "add " + ", ".join(f"{answer}:" for answer in missing)
            document.problems.add("L205", message, node.key(question).span, hint)
        if question not in self.answers:
            raise Unanswered(question)
        return choices.get(self.answers[question]) or LACKING


def written(node: Node) -> str:
    """Return a value much as it was written, in one line."""
    match node:
        case Scalar(text):
            return text or ""
        case Table(entries):
            inner = ", ".join(f"{key.text}: {written(value)}" for key, value in entries)
            return "{" + inner + "}"
        case _:
            return "[" + ", ".join(written(item) for item in node.items) + "]"
