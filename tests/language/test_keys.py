"""What stands in a mapping of any kind: keys that it may have, sources that there are, texts."""

from pathlib import Path

import pytest

from checker.language.keys import check_keys, check_source, check_texts
from checker.language.text import Table
from tests.language.written import document, said, value


def test_a_key_that_may_not_be_is_refused_with_the_nearest_one(tmp_path: Path) -> None:
    read = document(tmp_path, "clauses: {c: {where: {whom: red}}}\n")
    node = value(read, "clauses.c.where")
    assert isinstance(node, Table)
    check_keys(read, node, ("who", "does"), "a pattern")
    (found,) = [p for p in read.problems.sorted() if p.message.endswith("of a pattern")]
    assert (found.code, found.span.column if found.span else 0) == ("L101", 23)
    assert found.hint == "did you mean 'who'?"


@pytest.mark.parametrize(
    ("source", "problem"), [("text", []), ("tekst", ["L309 8:27"]), ("~", ["L309 8:27"])]
)
def test_a_source_is_declared(source: str, problem: list[str], tmp_path: Path) -> None:
    read = document(tmp_path, f"clauses: {{c: {{x: {{source: {source}}}}}}}\n")
    node = value(read, "clauses.c.x")
    assert isinstance(node, Table)
    check_source(read, node)
    assert [found for found in said(read) if found.startswith("L309")] == problem
    assert (("sources", "text") in read.used) == (source == "text")


@pytest.mark.parametrize(
    ("keys", "problem"),
    [
        ("name: Red, aliases: [R, Reds]", []),
        ("name: [Red]", ["L103 8:26"]),
        ("name: ~", ["L103 8:26"]),
        ("aliases: Reds", []),
        ("aliases: [R, [Reds], {a: b}]", ["L103 8:33", "L103 8:41"]),
        ("aliases: {a: b}", ["L103 8:29"]),
    ],
)
def test_a_name_that_is_no_text_is_told_where_it_stands(
    keys: str, problem: list[str], tmp_path: Path
) -> None:
    read = document(tmp_path, f"actors: {{red: {{x: {{{keys}}}}}}}\n")
    node = value(read, "actors.red.x")
    assert isinstance(node, Table)
    check_texts(read, node, one=("name",), many=("aliases",))
    assert [found for found in said(read) if found.startswith("L103")] == problem
