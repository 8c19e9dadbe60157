"""What is wrong with a text that is no YAML, told of the place where it went wrong."""

from dataclasses import dataclass

import yaml

__all__ = ["Broken", "broken_by"]

_CLOSED_BY = {"[": "]", "{": "}", '"': '"', "'": "'"}
_QUOTES = "\"'"


@dataclass(frozen=True, slots=True)
class Broken:
    """Hold the place, from 1, what is wrong there, and what to do about it."""

    line: int
    column: int
    said: str
    hint: str


def broken_by(text: str, error: yaml.MarkedYAMLError) -> Broken:
    """Return what an error of the parser means to whoever wrote the text.

    The parser complains where it cannot go on, which may be many lines after a bracket or a
    quotation mark that was never closed: that one is told instead.
    """
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    opening = _opening(text, error)
    if opening is not None and error.context_mark is not None:
        at = error.context_mark
        return Broken(at.line + 1, at.column + 1, *_unclosed(opening, _met(text, line, column)))
    said = " ".join(part for part in (error.context, error.problem) if part)
    return Broken(line, column, said, _hint(text, error.problem or "", line))


def _opening(text: str, error: yaml.MarkedYAMLError) -> str | None:
    """Return the bracket or quotation mark that is not closed; None of other errors."""
    context, problem, mark = error.context or "", error.problem or "", error.context_mark
    is_bracket = context.startswith("while parsing a flow") and "expected ','" in problem
    is_quote = context == "while scanning a quoted scalar" and "unexpected" in problem
    if mark is None or not (is_bracket or is_quote):
        return None
    lines = text.split("\n")
    found = lines[mark.line][mark.column : mark.column + 1] if mark.line < len(lines) else ""
    return found if found in (_QUOTES if is_quote else "[{") and found else None


def _unclosed(opening: str, met: str) -> tuple[str, str]:
    close = _CLOSED_BY[opening]
    if opening in _QUOTES:
        twice = ", and write an apostrophe inside it twice" if opening == "'" else ""
        return (
            f"the quotation mark {opening} that opens here is never closed",
            f"write {close} at its end{twice}",
        )
    return (
        f"the bracket {opening} that opens here is not closed before {met}",
        f"write {close} at its end; if it is there, a comma may be missing between two entries",
    )


def _met(text: str, line: int, column: int) -> str:
    """Say what the parser met where it could not go on."""
    lines = text.split("\n")
    rest = lines[line - 1][column - 1 :] if line <= len(lines) else ""
    is_end = not rest.strip() and not any(one.strip() for one in lines[line:])
    return "the end of the file" if is_end else f"line {line}, column {column}"


def _hint(text: str, problem: str, line: int) -> str:
    """Return what to do about text that is no YAML; the cause may stand in the line before."""
    near = text.split("\n")[max(0, line - 2) : line]
    if "undefined alias" in problem:
        return "write the value out, or in quotation marks if it starts with *"
    if "another document" in problem:
        return "keep one document: take the line --- away"
    if near and near[-1].lstrip(" ").startswith("\t"):
        return "write blanks at the start of the line: YAML takes no tabs there"
    if any("\u00a0" in one for one in near):
        return "a no-break space stands here or in the line before: write a plain one"
    return "look for a bracket that is not closed, a missing colon, or a wrong indent"
