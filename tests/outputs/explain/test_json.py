"""An explanation as JSON, held against its schema with nothing that the schema does not name."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from checker.evaluate.run import JudgedRun
from checker.findings.explanation import explanation_of
from checker.outputs import explain
from checker.outputs.explain import explanation_json, grown, stored_tree
from tests.findings.made import finding
from tests.handmade import (
    clause,
    condition,
    core_of_clauses,
    group,
    judged,
    north,
    pattern,
    reading,
    within,
)
from tests.outputs.made import HEADER

SCHEMA = json.loads((Path(explain.__file__).parent / "explanation.schema.json").read_text("utf-8"))
READINGS = [
    reading("c1", pattern(where=within(metres)), answers=(("how", how),), conditions=(condition(),))
    for how, metres in (("near", 5.0), ("far", 1000.0))
]
CORE = core_of_clauses(
    clause("c1", *READINGS),
    clause("c2", reading("c2", pattern(who=group("green")))),
    clause("p1", reading("p1", pattern(), kind="permits", conditions=(condition(owner="p1"),))),
)
FIRE = {
    "kind": "incident",
    "role": "acting",
    "does": "fire",
    "actor": "green",
    "seen_from": "2018-07-01T00:00:00Z",
}


def closed(part: Any) -> Any:
    """Return the schema with no other keys allowed than it names."""
    if isinstance(part, list):
        return [closed(one) for one in part]
    if not isinstance(part, dict):
        return part
    found = {key: closed(one) for key, one in part.items()}
    if found.get("type") == "object" and "properties" in found:
        found["additionalProperties"] = False
    return found


@cache
def run() -> JudgedRun:
    rows = ({"id": "r1", "lat": north(500.0)}, {"id": "r2", **FIRE}, {"id": "r3", "radius_m": ""})
    return judged(CORE, *rows)


@pytest.mark.parametrize("clause_id", ["c1", "c2", "p1"])
@pytest.mark.parametrize("report", ["r1", "r2", "r3"])
def test_an_explanation_is_valid_and_has_no_key_that_the_schema_does_not_name(
    clause_id: str, report: str
) -> None:
    told = explanation_json(grown(explanation_of(run(), clause_id, report)))
    Draft202012Validator(closed(SCHEMA)).validate(json.loads(json.dumps(told, allow_nan=False)))
    assert told["from"] == "judged"


def test_a_stored_one_is_valid_too() -> None:
    told = explanation_json(stored_tree(HEADER, finding(margin_m=-1.0)))
    Draft202012Validator(closed(SCHEMA)).validate(told)
    assert told["from"] == "stored"


def test_readings_stand_side_by_side_with_their_numbers_and_flips() -> None:
    told: Any = explanation_json(grown(explanation_of(run(), "c1", "r1")))
    (answer,) = told["answers"]
    assert [one["kind"] for one in answer["flips"]] == ["reading", "reading"]
    near, far = answer["readings"]
    assert (near["standing"], far["standing"]) == ("compliant", "violation")
    (distance,) = far["proofs"][0]["places"][0]["distances"]
    assert distance["best"] == pytest.approx(500.0, abs=0.01)
    assert distance["limit_said"] == "1000 m"
    assert distance["origin"]
    assert distance["errors"]
    assert {flip["kind"] for flip in far["flips"]} == {"metres", "radius", "fact"}
    assert [other["clause"] for other in told["others"]] == ["c2", "p1"]
