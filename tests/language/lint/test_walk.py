"""Every mapping of a tree, in the order of the file."""

from checker.language.lint.walk import tables_in
from checker.language.problems import Problems
from checker.language.text import parse_text


def test_mappings_are_found_in_lists_and_in_each_other() -> None:
    root = parse_text("a: {b: 1}\nc: [{d: 2}, 3, {e: {f: 4}}]", "deal.yaml", Problems())
    assert root is not None
    assert [table.keys() for table in tables_in(root)] == [
        ("a", "c"),
        ("b",),
        ("d",),
        ("e",),
        ("f",),
    ]
