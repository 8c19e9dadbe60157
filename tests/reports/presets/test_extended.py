"""A mapping that starts from another one: what it says itself goes before what that one says."""

from dataclasses import replace

from checker.reports.mapping_tree import mapping_from
from checker.reports.presets.extended import extended
from checker.reports.tree import Table
from tests.reports.conftest import tree_of

BASE = """
columns: {lon: X, actor: Side}
first_of: {id: [a, b]}
constants: {kind: incident}
values: {radius_m: {1: 10}, kind: {x: incident}}
cases: [{where: {X: ""}, set: {note: one}}]
dates: [DD.MM.YYYY]
"""


def test_own_keys_go_before_those_of_the_base_and_the_rest_stays() -> None:
    own = tree_of(
        "columns: {id: Ref, kind: what}\n"
        "values: {radius_m: {1: 20}}\n"
        "cases: [{where: {X: 1}, set: {note: two}}]\n"
        "dates: [MM/DD/YYYY]\n"
        "zone: UTC\n"
    )
    assert isinstance(own, Table)
    mapping = mapping_from("own.yaml", extended(tree_of(BASE), own))
    assert {one.ours: one.theirs for one in mapping.columns} == {
        "lon": ("X",),
        "actor": ("Side",),
        "id": ("Ref",),
        "kind": ("what",),
    }
    assert (mapping.first_of, mapping.constants, mapping.zone) == ((), (), "UTC")
    assert {one.ours: one.entries for one in mapping.values} == {
        "radius_m": {"1": "20"},
        "kind": {"x": "incident"},
    }
    assert [one.settings for one in mapping.cases] == [(("note", "one"),), (("note", "two"),)]
    assert len(mapping.patterns) == 1
    assert mapping.patterns[0].fullmatch("06/25/2018")


def test_words_that_one_does_not_say_keep_what_the_base_makes_of_them() -> None:
    base = tree_of('values: {radius_m: {1: 10, 2: 25, A: 7, "*": }}')
    own = tree_of("values: {radius_m: {1: 20, a: 9}, actor: {x: red}}")
    assert isinstance(own, Table)
    tables = {one.ours: one for one in mapping_from("own.yaml", extended(base, own)).values}
    assert tables["radius_m"].entries == {"1": "20", "2": "25", "a": "9"}
    assert tables["radius_m"].otherwise == ""
    assert tables["actor"].entries == {"x": "red"}


def test_a_key_with_nothing_behind_it_takes_nothing_away() -> None:
    base = tree_of(
        BASE + "unread: [{columns: X, unless: {p: 1}}]\nexactness: {seen_from: {by: p, "
        "within: {1: day}}}\n"
    )
    own = tree_of("values: {kind: }\ncases:\nunread:\nexactness:\nconstants:\n")
    assert isinstance(own, Table)
    plain = mapping_from("m", base)
    assert replace(mapping_from("m", extended(base, own)), span=plain.span) == plain
