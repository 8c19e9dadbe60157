"""A file as a mapping of parts, whatever they mean."""

import pytest

from checker.language.problems import Problems
from checker.language.sections import entries_of, read_table, text_of
from checker.language.text import Items, Scalar, Table


def test_a_mapping_is_read_with_the_places_of_its_parts() -> None:
    problems = Problems()
    table = read_table("\ufeffa: [1, 2]\nb: x\n".encode(), "f.yaml", problems)
    assert table is not None
    assert table.keys() == ("a", "b")
    items, one = table.get("a"), table.get("b")
    assert isinstance(items, Items)
    assert [text_of(item) for item in entries_of(items)] == ["1", "2"]
    assert isinstance(one, Scalar)
    assert (entries_of(one), one.span.line) == ((one,), 2)
    assert entries_of(None) == ()
    assert text_of(Table((), one.span)) is None


@pytest.mark.parametrize(
    ("content", "code"), [(b"- a\n", "Y111"), (b"a: \xe4\n", "Y110"), (b"a: [\n", "Y102")]
)
def test_what_is_no_mapping_is_told(content: bytes, code: str) -> None:
    problems = Problems()
    assert read_table(content, "f.yaml", problems) is None
    assert [one.code for one in problems.sorted()] == [code]
