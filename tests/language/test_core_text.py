"""The core in its own notation: every word written out, as YAML that can be read back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.language import load_agreement
from checker.language.core_text import core_text
from tests.language.written import LISTS, write

RULES = LISTS.parent
PLACES = """
actors: {red: {name: Red Army}, blue: {name: Blue Army}}
places:
  river: {line: [[20.0, 44.6], [20.1, 45.0]], accuracy: 100 m, source: text}
  road: {line: [[20.4, 44.6], [20.5, 45.0]], accuracy: 100 m, source: text}
  eastham: {point: {lon: 20.2, lat: 44.8}}
  zone: {box: {west: 20.3, south: 44.8, east: 20.7, north: 45.2}, accuracy: 50 m, source: text}
"""
DEPTH = {"within": "5 km", "of": "river", "toward": "eastham"}


def text_of(folder: Path, terms: str) -> str:
    path = write(folder, PLACES + terms)
    return core_text(load_agreement(path, lists=LISTS, shown="agreement.yaml").core)


def core_of(folder: Path, terms: str) -> Any:
    return yaml.BaseLoader(text_of(folder, terms)).get_single_data()


def clause(text: str) -> str:
    return f"clauses: {{c: {{says: Term., source: text, {text}}}}}\n"


@pytest.mark.parametrize(
    ("where", "core"),
    [
        ("zone", "zone"),
        ("{within: 5 km, of: river, toward: eastham}", DEPTH),
        ("{within: 5 km, of: river, toward: both}",
         {"within": "5 km", "of": "river", "toward": "both"}),
        ("{within: 5 km, of: eastham}", {"within": "5 km", "of": "eastham"}),
        ("{outside: zone}", {"not": "zone"}),
        ("{beyond: 5 km, of: river, toward: eastham}",
         {"all_of": [{"side_of": "river", "toward": "eastham"}, {"not": DEPTH}]}),
        ("{beyond: 5 km, of: eastham}", {"not": {"within": "5 km", "of": "eastham"}}),
        ("{total_width: 5 km, of: river}",
         {"within": "half of 5 km", "of": "river", "toward": "both"}),
        ("{any_of: [zone, {not: zone}]}", {"any_of": ["zone", {"not": "zone"}]}),
    ],
)  # fmt: skip
def test_the_words_of_regions_are_written_out(where: str, core: object, tmp_path: Path) -> None:
    terms = clause(f"binds: red, prohibits: presence, where: {where}")
    assert core_of(tmp_path, terms)["c"]["pattern"]["where"] == core


def test_a_prohibition_is_a_pattern_that_may_match_no_time(tmp_path: Path) -> None:
    terms = "binds: red, prohibits: [fire, strike], against: blue, where: zone, theatre: zone"
    assert core_of(tmp_path, clause(terms))["c"] == {
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
    core = core_of(tmp_path, clause("binds: red, obliges: [patrol], by: 2020-06-30"))["c"]
    assert core["kind"] == "act"
    assert core["bound"]["at_least"] == "1"
    assert core["deadline"] == "2020-07-01T00:00:00+03:00"


def test_times_are_as_open_as_they_are(tmp_path: Path) -> None:
    events = """
events:
  vote: {not_before: 2020-09-01}
  handover: {between: [2020-07-01, 2020-07-05]}
  survey: {deferred: no date}
  first-shot: {first: {who: red, does: fire}}
clauses:
"""
    names = ("vote", "handover", "survey", "first-shot")
    clauses = "".join(
        f"  c{number}: {{says: T., source: text, binds: red, prohibits: fire, "
        f"when: {{from: {{after: {name}, plus: 14 d}}}}}}\n"
        for number, name in enumerate(names)
    )
    core = core_of(tmp_path, events + clauses)
    starts = [core[f"c{number}"]["pattern"]["when"][1]["from"] for number in range(4)]
    assert starts == [
        {"not_before": "2020-09-15T00:00:00+03:00"},
        {"between": ["2020-07-15T00:00:00+03:00", "2020-07-19T00:00:00+03:00"]},
        "unknown",
        {"first": "first-shot", "plus": "14 d"},
    ]
    assert core["events"] == {"first-shot": {"first": {"who": "red", "does": "fire"}}}


def test_exceptions_and_conditions_are_patterns_and_timelines(tmp_path: Path) -> None:
    core = core_of(tmp_path, clause(
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


READINGS = """
questions: {depth: [short, long], who: [narrow, broad]}
actors:
  red: {name: Red Army}
  allies: {name: Allies, edges: [{backed_by: red, confidence: possible}]}
  reds: {who: {narrow: red, broad: {backed_by: red}}}
places: {town: {point: {lon: 20.5, lat: 45.0}}}
clauses:
  c:
    says: Reds keep away.
    source: text
    binds: reds
    prohibits: presence
    where: {within: {depth: {short: 5 km, long: 9 km}}, of: town}
"""


def test_readings_that_come_to_the_same_stand_together(tmp_path: Path) -> None:
    path = write(tmp_path, READINGS)
    core = load_agreement(path, lists=LISTS, shown="agreement.yaml").core
    assert len(core.clauses[0].readings) == 4
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
    readings = [one["reading"] for one in core_of(tmp_path, terms)["truce"]]
    assert {"lift": "no"} in readings
    assert {"lift": "yes", "effect": "ends"} in readings
    assert len(readings) == 3


def test_names_stand_for_what_the_answers_make_of_them(tmp_path: Path) -> None:
    path = write(tmp_path, READINGS)
    core = load_agreement(path, lists=LISTS, shown="agreement.yaml").core
    read = yaml.BaseLoader(core_text(core)).get_single_data()
    assert read["groups"]["reds"] == {
        "who": {
            "narrow": {"surely": ["red"]},
            "broad": {"surely": ["red"], "perhaps": ["allies"]},
        }
    }
    assert read["places"] == {"town": "the point at longitude 20.5, latitude 45, taken as exact"}


def test_it_is_the_same_each_time(tmp_path: Path) -> None:
    terms = clause("binds: red, prohibits: presence, where: zone")
    assert text_of(tmp_path, terms) == text_of(tmp_path, terms)


def test_the_founding_deal_comes_to_what_was_accepted(golden: Callable[[str, str], None]) -> None:
    path = RULES / "south-syria-2018" / "agreement.yaml"
    core = load_agreement(path, lists=LISTS, shown="agreement.yaml").core
    text = core_text(core)
    assert {clause.id for clause in core.clauses} <= set(yaml.BaseLoader(text).get_single_data())
    golden("show-south-syria-2018.core.txt", text)
