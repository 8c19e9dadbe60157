"""The forms of who, what, exceptions and conditions: what an editor knows of them."""

import pytest

from checker.language.ties import CONFIDENCES, EDGES
from tests.language.drafted import FORMS, changed, mistakes


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("armed: false", "edges: [{part_of: x}]", "actors/red/edges/0"),
        ("armed: false", "edges: [{part_of: x, confidence: no}]", "actors/red/edges/0/confidence"),
        ("14: {}", "reds: {backd_by: red}", "actors/reds"),
        ("within: 5 km", "within: 5", "clauses/c/where/within"),
        ("within: 5 km", "within: 5 h", "clauses/c/where/within"),
        ("within: 5 km", "withn: 5 km", "clauses/c/where"),
        ("within: 5 km", "within: {assumed: 5 km}", "clauses/c/where/within"),
        ("within: 5 km", "within: {deferred: }", "clauses/c/where/within/deferred"),
        ("within: 5 km", "within: {far: {yes: 5 km, no: 8}}", "clauses/c/where/within/far/no"),
        ("within: 5 km, of: town", "within: 5 km", "clauses/c/where"),
        ("within: 5 km, of: town", "of: town", "clauses/c/where"),
        ("within: 5 km, of: town", "side_of: river", "clauses/c/where"),
        ("within: 5 km, of: town", "union: [river, town]", "clauses/c/where"),
        ("within: 5 km, of: town", "ring: [5 km], of: town", "clauses/c/where/ring"),
        ("binds: red", "binds: red\n    of: lorries", "clauses/c/of"),
        ("binds: red", "binds: red\n    when: {since: 2020-01-01}", "clauses/c/when"),
        ("binds: red", "binds: red\n    when: {from: 2020-1-1}", "clauses/c/when/from"),
        ("binds: red", "binds: red\n    while: {kept: d}", "clauses/c/while"),
        ("binds: red", "binds: red\n    while: {kept: d, lapse: end}", "clauses/c/while/lapse"),
        ("binds: red", "binds: red\n    unless: [{whom: red}]", "clauses/c/unless/0"),
        ("binds: red", "binds: red\n    requires_notice: {lead: 72}", "clauses/c/requires_notice"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_term_is_found_where_it_stands(old: str, new: str, where: str) -> None:
    assert where in mistakes(changed(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("armed: false", "edges: [{part_of: x, confidence: likely, from: 2016-01-01}]"),
        ("14: {}", "reds: [red, {backed_by: red, at_least: likely, except: [red]}]"),
        ("14: {}", "reds: {far: {yes: red, no: {all_except: [red]}}}"),
        ("14: {}", "reds: {who: {yes: red, no: [red]}}"),
        ("binds: red", "binds: [red, each_side]\n    when: {from: {after: x, plus: 14 d}}"),
        ("binds: red", "binds: red\n    while: {kept: d, lapse: effect, unproved: holds}"),
        ("binds: red", "binds: red\n    unless: [{who: red, at_most: 50, of: persons}]"),
        ("binds: red", "binds: red\n    things: {class: guns, calibre: {at_least: 100 mm}}"),
    ],
)
def test_a_term_may_be_written_in_each_of_its_ways(old: str, new: str) -> None:
    assert mistakes(changed(old, new)) == []


def test_the_edges_and_their_confidence_are_those_that_are_read() -> None:
    assert set(FORMS["Edge"]["properties"]) >= set(EDGES)
    assert FORMS["Edge"]["properties"]["confidence"]["enum"] == list(CONFIDENCES)
