"""A JSON document member by member, each with its place: long lists need not be held whole."""

import json
import re
from array import array
from dataclasses import dataclass, field

from checker.values.span import Span

__all__ = ["ScanError", "Scanned", "parsed_at", "scanned"]

_BLANK = re.compile(r"[ \t\n\r]*")
# Whole numbers as well: one of a thousand digits is then infinite, which no number here is.
_DECODER = json.JSONDecoder(parse_int=float)

_STUMP = re.compile(r"\s*(?:-|[.eE][-+]?|tr?u?|fa?l?s?|nu?l?)?")
"""What is left of a value, or of nothing, where a document was cut."""


class ScanError(Exception):
    """Say what is wrong with a text that should be a JSON object, and where."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.at = at


@dataclass(frozen=True, slots=True)
class Scanned:
    """Hold an object: the values of its members, and where in ``text`` each of them starts.

    Of members that were to be streamed and are lists, ``items`` has where each item starts, and
    ``values`` has nothing.
    """

    text: str
    values: dict[str, object] = field(default_factory=dict)
    starts: dict[str, int] = field(default_factory=dict)
    items: "dict[str, array[int]]" = field(default_factory=dict)

    @property
    def members(self) -> dict[str, object]:
        """Return the values, and an empty list for each that is streamed."""
        return {**self.values, **{key: [] for key in self.items}}

    def span(self, at: int, shown: str) -> Span:
        """Return a place of the text as line and column; ``shown`` names the file."""
        line = self.text.count("\n", 0, at) + 1
        column = at - self.text.rfind("\n", 0, at)
        return Span(shown, line, column, line, column + 1)


def scanned(text: str, streamed: frozenset[str] = frozenset()) -> Scanned:
    """Read an object; raises ``ScanError`` where it is none, ends early, or says a thing twice."""
    found = Scanned(text)
    at = _after(text, 0)
    if text[at : at + 1] != "{":
        parsed_at(text, at)  # says what is wrong, if it is no JSON either
        raise ScanError("the document is no object", at)
    at = _after(text, at + 1)
    if text[at : at + 1] == "}":
        return _whole(found, at + 1)
    while True:
        at = _member(found, at, streamed)
        if text[at : at + 1] == "}":
            return _whole(found, at + 1)
        at = _after(text, _past(text, at, ","))


def parsed_at(text: str, at: int) -> tuple[object, int]:
    """Return the value that starts at a place, and where it ends; raises ``ScanError``."""
    try:
        value, end = _DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        raise _no_json(text, error.msg.lower(), error.pos) from error
    except RecursionError as error:
        raise ScanError("the document is nested too deeply", at) from error
    return value, end


def _member(found: Scanned, at: int, streamed: frozenset[str]) -> int:
    """Read a key with its value; return where the next sign stands."""
    text = found.text
    key, end = parsed_at(text, at)
    if not isinstance(key, str):
        raise _no_json(text, "a key must be a text", at)
    if key in found.starts:
        raise ScanError(f"the document has '{key}' twice", at)
    at = _after(text, _past(text, _after(text, end), ":"))
    found.starts[key] = at
    if key in streamed and text[at : at + 1] == "[":
        found.items[key], end = _items(text, at)
    else:
        found.values[key], end = parsed_at(text, at)
    return _after(text, end)


def _items(text: str, at: int) -> "tuple[array[int], int]":
    """Return where the items of a list start, and where the list ends."""
    starts = array("q")
    at = _after(text, at + 1)
    if text[at : at + 1] == "]":
        return starts, at + 1
    while True:
        starts.append(at)
        at = _after(text, parsed_at(text, at)[1])
        if text[at : at + 1] == "]":
            return starts, at + 1
        at = _after(text, _past(text, at, ","))


def _past(text: str, at: int, sign: str) -> int:
    if text[at : at + 1] != sign:
        raise _no_json(text, f"expecting '{sign}'", at)
    return at + 1


def _after(text: str, at: int) -> int:
    blank = _BLANK.match(text, at)
    assert blank is not None, "nothing at all is blank enough"
    return blank.end()


def _whole(found: Scanned, end: int) -> Scanned:
    rest = _after(found.text, end)
    if rest < len(found.text):
        raise ScanError("this is no JSON: something stands behind its end", rest)
    return found


def _no_json(text: str, said: str, at: int) -> ScanError:
    is_cut = said.startswith("unterminated string") or bool(_STUMP.fullmatch(text, at))
    if is_cut:
        return ScanError("this is no JSON: it ends in the middle, as if it was cut off", at)
    return ScanError(f"this is no JSON: {said}", at)
