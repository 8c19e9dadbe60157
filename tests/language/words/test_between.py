"""``between: [a, b]`` is: on b's side of a, and on a's side of b."""

from pathlib import Path

import pytest

from checker.geography.region import AllOf, Named, SideOf
from tests.language.words.expansion import clauses, first, mistakes

TERM = "binds: red, prohibits: presence, where"


def test_between_two_lines_is_on_each_ones_side_of_the_other(tmp_path: Path) -> None:
    assert clauses(tmp_path, c=f"{TERM}: {{between: [river, canal]}}") == clauses(
        tmp_path,
        c=f"{TERM}: {{all_of: [{{side_of: river, toward: canal}}, "
        "{side_of: canal, toward: river}]}",
    )


def test_each_line_is_the_witness_of_the_other(tmp_path: Path) -> None:
    where = first(tmp_path, f"{TERM}: {{between: [canal, river]}}").variants[0].pattern.where
    assert isinstance(where, AllOf)
    found = []
    for part in where.parts:
        assert isinstance(part, SideOf)
        (line,) = part.of
        assert isinstance(line, Named)
        found.append((line.name, part.toward.name))
    assert found == [("canal", "river"), ("river", "canal")]


def test_it_narrows_what_stands_beside_it(tmp_path: Path) -> None:
    deep = "within: 5 km, of: zone"
    assert clauses(tmp_path, c=f"{TERM}: {{{deep}, between: [river, canal]}}") == clauses(
        tmp_path,
        c=f"{TERM}: {{{deep}, all_of: [{{side_of: river, toward: canal}}, "
        "{side_of: canal, toward: river}]}",
    )


@pytest.mark.parametrize("lines", ["river", "[river]", "[river, canal, river]"])
def test_what_is_no_pair_of_lines_is_refused(lines: str, tmp_path: Path) -> None:
    found = mistakes(tmp_path, c=f"{TERM}: {{between: {lines}}}")
    assert found == [("L728", lines, "write between: [LINE, LINE]")]


@pytest.mark.parametrize("ground", ["zone", "{within: 5 km, of: zone}"])
def test_ground_has_no_side_that_is_between(ground: str, tmp_path: Path) -> None:
    found = mistakes(tmp_path, c=f"{TERM}: {{between: [river, {ground}]}}")
    assert [code for code, _, _ in found] == ["L737"]
    assert "outside:" in found[0][2]


def test_a_line_that_nobody_drew_may_be_a_line(tmp_path: Path) -> None:
    lines = "[river, {deferred: the map was never published}]"
    assert mistakes(tmp_path, c=f"{TERM}: {{between: {lines}}}") == []


def test_a_line_that_does_not_lie_on_one_side_is_no_witness(tmp_path: Path) -> None:
    found = mistakes(tmp_path, c=f"{TERM}: {{between: [river, bridge]}}")
    assert "L732" in {code for code, _, _ in found}


def test_a_line_that_nobody_drew_is_told_where_it_is_typed(tmp_path: Path) -> None:
    found = mistakes(tmp_path, c=f"{TERM}: {{between: [river, canall]}}")
    assert [(code, at, hint) for code, at, hint in found if code == "L721"] == [
        ("L721", "canall", "did you mean 'canal'?")
    ]
