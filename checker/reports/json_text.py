"""JSON value by value, however large the text: a number stays as it was typed (RFC 8259)."""

import json
import re
from collections.abc import Iterator
from typing import TypeAlias

from checker.reports.encoding import Encoding
from checker.reports.source import Source, refuse
from checker.values.diagnostic import CheckerError

__all__ = ["MOST_CHARACTERS", "Doubled", "Json", "JsonText", "doubled_key", "parsed_json"]

Json: TypeAlias = "bool | str | list[Json] | dict[str, Json] | None"

MOST_CHARACTERS = 1 << 26
"""One value of a text, such as one report, is at most so long: it is held as a whole."""

_LONGEST_TOKEN = 16
"""A value that stops so near to the end of what was read may go on: words, numbers, escapes."""
_BLANKS = " \t\n\r"
_PARTS = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\Z)|[{}\[\]]', re.DOTALL)
"""What an object or array is made of: brackets, and texts that may hold some."""
_CLOSING = {"{": "}", "[": "]"}


class Doubled(dict[str, Json]):
    """Hold an object that names a key twice, of which JSON itself would keep the last value."""

    def __init__(self, pairs: list[tuple[str, Json]]) -> None:
        super().__init__(pairs)
        names = [name for name, _ in pairs]
        self.key = next(name for name in names if names.count(name) > 1)


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else Doubled(pairs)


_DECODER = json.JSONDecoder(
    parse_float=str, parse_int=str, parse_constant=str, object_pairs_hook=_object
)


def parsed_json(text: str) -> Json:
    """Return the value of a whole text; raises ``JSONDecodeError`` or ``RecursionError``."""
    value: Json = _DECODER.decode(text)
    return value


def doubled_key(value: Json) -> str | None:
    """Return a key that an object, or one within it, names twice."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Doubled):
            return one.key
        if isinstance(one, list):
            waiting += reversed(one)
        elif isinstance(one, dict):
            waiting += reversed(one.values())
    return None


class JsonText:
    """Read a JSON text from its start, holding no more of it than one value and one piece.

    Its methods raise ``CheckerError`` with the place where the text is damaged.
    """

    def __init__(self, source: Source, encoding: Encoding) -> None:
        self._name = source.name
        self._pieces = encoding.texts(source)
        self._encoding = encoding
        self._text = ""
        self._at = 0
        self._breaks = 0
        self._column = 0
        self._last = (0, 0)

    @property
    def written(self) -> str:
        """Return the value that was taken last as it stands in the text; ask before the next."""
        start, end = self._last
        return self._text[start:end]

    @property
    def is_broken(self) -> bool:
        """Say whether the value that was taken last holds bytes that are not text."""
        return self._encoding.has_breaks and self._encoding.is_broken(self.written)

    def next(self) -> str:
        """Return the next character that is no blank, without taking it; empty at the end."""
        while True:
            while self._at < len(self._text):
                if self._text[self._at] not in _BLANKS:
                    return self._text[self._at]
                self._at += 1
            if not self._more():
                return ""

    def after(self) -> str:
        """Return what ``next`` would after the next character was taken."""
        self.next()
        at = self._at + 1
        while True:
            rest = self._text[at:].lstrip(_BLANKS)
            if rest:
                return rest[0]
            at -= self._at
            if not self._more():
                return ""
            at += self._at

    def take(self, mark: str) -> bool:
        """Take the next character if it is ``mark``."""
        if self.next() != mark:
            return False
        self._at += 1
        return True

    def value(self) -> Json:
        """Take the next value."""
        self.next()
        while True:
            start = self._at
            try:
                value: Json
                value, end = _DECODER.raw_decode(self._text, start)
            except json.JSONDecodeError as error:
                if not (self._may_go_on(error) and self._more()):
                    at = error.pos - start + self._at
                    raise self.damaged(error.msg.lower(), at) from error
            except RecursionError as error:
                raise refuse(
                    "R108",
                    "the file is nested too deeply",
                    self._name,
                    "write each report as one object of names and values",
                ) from error
            else:
                # What ends so near to the end of the piece may be half a number, such as 1 of 1.5.
                if end < len(self._text) - _LONGEST_TOKEN or not self._more():
                    # Where more was read, the value stands further ahead in what is held.
                    self._last = self._at, self._at + end - start
                    self._at += end - start
                    return value

    def elements(self) -> Iterator[Json]:
        """Take the array that comes next, and yield its elements.

        One that is no JSON because of a broken byte in it is passed over, and yielded as None.
        """
        self.take("[")
        if self.take("]"):
            return
        while True:
            try:
                value = self.value()
            except CheckerError:
                if not self._passed_broken():
                    raise
                value = None
            yield value
            if self.take("]"):
                return
            if not self.take(","):
                raise self.damaged("expecting ',' delimiter")

    def damaged(self, said: str, at: int | None = None, hint: str = "") -> CheckerError:
        """Return the error that says what is wrong at the next character, or at ``at``."""
        at = self._at if at is None else at
        if self._encoding.is_broken(self._text[at : at + 1]):
            said = "a byte that is not text"
        line = self._breaks + self._text.count("\n", 0, at) + 1
        start = self._text.rfind("\n", 0, at)
        column = at - start if start >= 0 else self._column + at + 1
        return refuse(
            "R108",
            f"the file is damaged: {said.removesuffix(' at')} at column {column}",
            self._name,
            hint or "save or download it again",
            line,
        )

    def _passed_broken(self) -> bool:
        """Take the next value by its brackets alone, if it holds a broken byte; else take none."""
        self.next()
        while True:
            end = _end_of_brackets(self._text, self._at)
            if end:
                self._last = self._at, end
                if self.is_broken:
                    self._at = end
                return self.is_broken
            if not self._more():
                return False

    def _may_go_on(self, error: json.JSONDecodeError) -> bool:
        is_open = error.msg.startswith("Unterminated string")
        return is_open or error.pos >= len(self._text) - _LONGEST_TOKEN

    def _more(self) -> bool:
        """Read on, by as much as is held already, and let go of what was taken."""
        if len(self._text) - self._at > MOST_CHARACTERS:
            raise self.damaged(f"a value of more than {MOST_CHARACTERS >> 20} MiB")
        taken = self._text[: self._at]
        if "\n" in taken:
            self._breaks += taken.count("\n")
            self._column = len(taken) - taken.rfind("\n") - 1
        else:
            self._column += len(taken)
        parts = [self._text[self._at :]]
        wanted = max(1, len(parts[0]))
        self._at = 0
        found = 0
        while found < wanted and (piece := next(self._pieces, "")):
            parts.append(piece)
            found += len(piece)
        self._text = "".join(parts)
        return found > 0


def _end_of_brackets(text: str, start: int) -> int:
    """Return where the object or array ends that starts there; 0 where it does not."""
    awaited: list[str] = []
    for found in _PARTS.finditer(text, start):
        mark = found[0]
        if mark in _CLOSING:
            awaited.append(_CLOSING[mark])
        elif mark in "}]" and (not awaited or awaited.pop() != mark):
            return 0
        if not awaited:
            return found.end() if mark in "}]" else 0
    return 0
