"""What is wrong with a text that is no YAML is told where it began."""

import pytest

from checker.language.problems import Problems
from checker.language.text import parse_text
from checker.values.diagnostic import Diagnostic


def problem_of(text: str) -> Diagnostic:
    problems = Problems()
    assert parse_text(text, "deal.yaml", problems) is None
    (one,) = problems.sorted()
    return one


@pytest.mark.parametrize(
    ("text", "place", "opening", "met"),
    [
        ("a: [1, 2\nb: 3\n", (1, 4), "[", "line 2, column 2"),
        ("a: 1\nb: {c: 1\n", (2, 4), "{", "the end of the file"),
        ("a:\n  - [x, [y, z]\n  - q\n", (2, 5), "[", "line 3, column 3"),
        ("a: {b: [x, y}}\n", (1, 8), "[", "line 1, column 13"),
    ],
)
def test_a_bracket_that_is_not_closed_is_told_where_it_opens(
    text: str, place: tuple[int, int], opening: str, met: str
) -> None:
    one = problem_of(text)
    assert one.span is not None
    assert (one.code, one.span.line, one.span.column) == ("Y102", *place)
    said = f"this is no YAML: the bracket {opening} that opens here is not closed before {met}"
    assert one.message == said
    assert one.hint.startswith("write ] " if opening == "[" else "write } ")


@pytest.mark.parametrize("mark", ['"', "'"])
def test_a_quotation_mark_that_is_not_closed_is_told_where_it_opens(mark: str) -> None:
    one = problem_of(f"a: 1\nb: {mark}abc\nc: 3\n")
    assert one.span is not None
    assert (one.span.line, one.span.column) == (2, 4)
    assert one.message.endswith(f"the quotation mark {mark} that opens here is never closed")


def test_what_is_no_bracket_is_told_where_it_was_met() -> None:
    one = problem_of("a: b\n\tc: d\n")
    assert one.span is not None
    assert one.span.line == 2
    assert "YAML takes no tabs there" in one.hint
