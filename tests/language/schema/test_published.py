"""The schema for editors takes every agreement that can be read, as text or typed."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from checker.language.schema.published import json_schema
from tests.language.drafted import BASE, ROOT, SCHEMA, as_text, as_typed, mistakes

FENCE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def agreements() -> Iterator[Any]:
    paths = [*ROOT.glob("rules/*/agreement.yaml"), ROOT / "checker/cli/start/agreement.yaml"]
    for case in sorted((ROOT / "fixtures/conformance").glob("*/expected.yaml")):
        expected = as_text(case.read_text(encoding="utf-8"))
        if "diagnostics" not in expected and expected.get("exit") != "2":
            paths.append(case.parent / "agreement.yaml")
    for path in paths:
        yield pytest.param(path.read_text(encoding="utf-8-sig"), id=path.parent.name)


def examples() -> Iterator[Any]:
    """Return the examples of the reference, each put into the agreement of its first section."""
    text = (ROOT / "docs/language.md").read_text(encoding="utf-8")
    base, *parts = FENCE.findall(text)
    yield pytest.param(base, id="the-whole-agreement")
    for part in parts:
        whole = as_text(base)
        for key, value in as_text(part).items():
            whole[key] = {**whole.get(key, {}), **value} if isinstance(value, dict) else value
        yield pytest.param(yaml.safe_dump(whole), id=re.findall(r"[\w-]+", part)[1])


def test_it_is_a_schema_of_2020_12_with_a_name_and_a_title() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["$id"] == "urn:accord:agreement:1"
    assert SCHEMA["title"] == "Accord agreement"


def test_it_is_the_same_each_time() -> None:
    assert json.dumps(json_schema()) == json.dumps(SCHEMA)


@pytest.mark.parametrize("text", [*agreements(), *examples()])
def test_every_agreement_that_can_be_read_is_valid_as_text_and_typed(text: str) -> None:
    assert mistakes(as_text(text)) == []
    assert mistakes(as_typed(text)) == []


def test_a_value_that_yaml_makes_of_text_is_as_good_as_the_text() -> None:
    typed = as_typed(BASE)
    assert (typed["accord"], typed["actors"]["red"]["armed"]) == (1, False)
    assert typed["places"]["town"]["point"] == {"lon": 20.5, "lat": 45.0}
    assert mistakes(typed) == mistakes(as_text(BASE)) == []
