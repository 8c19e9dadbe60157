"""The JSON Schema of mapping files: what is read fits it, and what is misspelt does not."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from checker.reports.mapping_schema import mapping_schema
from checker.reports.mapping_tree import KEYS
from checker.reports.presets import PRESETS, preset_path

ROOT = Path(__file__).parents[2]


def _plain(text: str) -> Any:
    """Return a document as an editor's own reader of YAML has it."""
    loader = yaml.SafeLoader(text)
    return loader.get_single_data()


def faults(text: str) -> list[str]:
    found: Any = Draft202012Validator(mapping_schema()).iter_errors(_plain(text))
    return [error.message for error in found]


def test_the_published_schema_is_what_is_made() -> None:
    published = ROOT / "rules" / "mapping.schema.json"
    assert json.loads(published.read_text(encoding="utf-8")) == mapping_schema()


def test_the_schema_has_every_key_that_is_read() -> None:
    Draft202012Validator.check_schema(mapping_schema())
    keys = mapping_schema()["properties"]
    assert isinstance(keys, dict)
    assert {*keys} == {*KEYS, "preset"}


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_fits_it(name: str) -> None:
    assert faults(preset_path(name).read_text(encoding="utf-8")) == []


def test_the_mapping_of_the_demo_fits_it() -> None:
    path = ROOT / "fixtures" / "south-syria-2018" / "mapping.yaml"
    assert faults(path.read_text(encoding="utf-8")) == []


MISTAKES = """
colums: {lon: X}
columns: {long: X}
units: {lon: km}
units: {radius_m: leagues}
cases: [{where: {a: b}}]
exactness: {seen_from: {by: a, within: {1: week}}}
preset: aclde
reports: [{actor: a}]
"""


@pytest.mark.parametrize("text", MISTAKES.split("\n")[1:-1])
def test_mistakes_are_found(text: str) -> None:
    assert faults(text)
