"""The core in its own notation: every word written out, as YAML that can be read back."""

from collections.abc import Callable
from pathlib import Path

import yaml

from checker.language import load_agreement
from checker.language.notation.agreement import core_text
from tests.language.spoken import READINGS, clause, core_form, deal
from tests.language.written import LISTS

DEAL = LISTS.parent / "south-syria-2018" / "agreement.yaml"


def test_a_prohibition_is_a_pattern_that_may_match_no_time(tmp_path: Path) -> None:
    terms = "binds: red, prohibits: [fire, strike], against: blue, where: zone, theatre: zone"
    assert core_form(tmp_path, clause(terms))["c"] == {
        "kind": "prohibits",
        "pattern": {
            "who": "red",
            "does": ["fire", "strike"],
            "against": "blue",
            "where": "zone",
            "when": {"from": "2020-01-01T00:00:00+02:00"},
        },
        "theatre": "zone",
        "bound": {"at_most": "0", "of": "units"},
    }


def test_a_duty_is_a_floor_until_its_date(tmp_path: Path) -> None:
    core = core_form(tmp_path, clause("binds: red, obliges: [patrol], by: 2020-06-30"))["c"]
    assert core["kind"] == "act"
    assert core["bound"]["at_least"] == "1"
    assert core["deadline"] == "2020-07-01T00:00:00+03:00"


def test_exceptions_and_conditions_are_patterns_and_timelines(tmp_path: Path) -> None:
    core = core_form(tmp_path, clause(
        "binds: red, prohibits: fire, unless: [{who: blue, where: zone}], "
        "so_long_as: {none: {who: blue, does: fire}, lapse: suspends, lasts: 36 h}"
    ))["c"]  # fmt: skip
    assert core["unless"] == [{"name": "unless 1", "who": "blue", "where": "zone"}]
    assert core["while"] == [
        {
            "none": {"who": "blue", "does": "fire"},
            "lapse": "suspends",
            "lasts": "36 h",
            "unproved": "open",
        }
    ]


def test_each_side_has_a_pattern(tmp_path: Path) -> None:
    sides = "sides: {north: {forces: red}, south: {forces: blue}}\n"
    core = core_form(tmp_path, sides + clause("binds: each_side, prohibits: fire"))["c"]
    assert {side: one["pattern"]["who"] for side, one in core["sides"].items()} == {
        "north": "red",
        "south": "blue",
    }


def test_readings_that_come_to_the_same_stand_together(tmp_path: Path) -> None:
    core = deal(tmp_path, READINGS)
    assert len(core.clauses[0].readings) == 8
    read = yaml.BaseLoader(core_text(core)).get_single_data()
    assert [one["reading"] for one in read["c"]] == [{"depth": "short"}, {"depth": "long"}]
    assert [one["pattern"]["where"]["within"] for one in read["c"]] == ["5 km", "9 km"]


def test_an_answer_that_makes_no_difference_is_left_out(tmp_path: Path) -> None:
    terms = """
questions: {lift: [yes, no], effect: [suspends, ends]}
clauses:
  truce: {says: Peace., source: text, binds: everyone, prohibits: fire}
  raid: {says: Blue may fire., source: text, permits: fire, to: blue, lifts: {lift: {yes: [truce],
    no: []}}, so_long_as: {none: {who: red, does: fire}, lapse: effect}}
"""
    readings = [one["reading"] for one in core_form(tmp_path, terms)["truce"]]
    assert {"lift": "no"} in readings
    assert {"lift": "yes", "effect": "ends"} in readings
    assert len(readings) == 3


def test_it_is_the_same_each_time(tmp_path: Path) -> None:
    assert core_text(deal(tmp_path, READINGS)) == core_text(deal(tmp_path, READINGS))


def test_the_founding_deal_comes_to_what_was_accepted(golden: Callable[[str, str], None]) -> None:
    core = load_agreement(DEAL, lists=LISTS, shown="agreement.yaml").core
    text = core_text(core)
    assert {clause.id for clause in core.clauses} <= set(yaml.BaseLoader(text).get_single_data())
    golden("show-south-syria-2018.core.txt", text)
