"""The schema for editors takes every agreement that can be read, as text or typed."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from checker.language.actors import CONFIDENCES, EDGES
from checker.language.places import DRAWN
from checker.language.regions import REGION_KEYS
from checker.language.schema import json_schema
from checker.values.quantity import Dimension, QuantityError, parse_quantity

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SCHEMA = json_schema()
VALID = Draft202012Validator(SCHEMA)

BASE = """
accord: 1
id: river-line
title: Invented agreement
timezone: Europe/Belgrade
edges: geodesic
in_force: {from: 2020-01-01}
standard_of_proof: {credibility: 3}
sources: {text: {kind: treaty, published: 2019-12-20}}
questions: {far: [yes, no]}
actors: {red: {armed: false, aliases: [1e3]}, 14: {}}
places:
  river: {line: [[20.0, 44.6], [20.1, 45]], accuracy: 100 m, source: text}
  town: {point: {lon: 20.5, lat: 45.0}}
clauses:
  c:
    says: Red stays away.
    source: text
    binds: red
    prohibits: presence
    where: {within: 5 km, of: town}
"""


class Core(yaml.SafeLoader):
    """YAML as editors read it, by the core schema of YAML 1.2: no dates, and `no` is a word."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012


for name, pattern in (
    ("bool", r"true|false"),
    ("null", r"~|null|"),
    ("int", r"[-+]?[0-9]+"),
    ("float", r"[-+]?[0-9]+(\.[0-9]*)?([eE][-+]?[0-9]+)?"),
):
    tag = f"tag:yaml.org,2002:{name}"
    Core.add_implicit_resolver(tag, re.compile(f"^({pattern})$"), None)
Core.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))
Core.add_constructor("tag:yaml.org,2002:float", lambda _, node: float(node.value))


def as_text(text: str) -> Any:
    return yaml.BaseLoader(text).get_single_data()


def as_typed(text: str) -> Any:
    # JSON turns the keys that are numbers into text, as an editor does.
    return json.loads(json.dumps(Core(text).get_single_data()))


def mistakes(data: Any) -> list[str]:
    """Return where the schema finds mistakes, as paths into the agreement."""
    return ["/".join(map(str, error.absolute_path)) for error in VALID.iter_errors(data)]


def changed(old: str, new: str) -> Any:
    assert BASE.count(old) == 1
    return as_text(BASE.replace(old, new))


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


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("accord: 1", "accord: 2", "accord"),
        ("edges: geodesic", "edges: straight", "edges"),
        ("timezone: Europe/Belgrade\n", "", ""),
        ("title:", "titel:", ""),
        ("credibility: 3", "credibility: 6", "standard_of_proof/credibility"),
        ("{kind: treaty,", "{kind: treaty, lang: sr,", "sources/text"),
        ("far: [yes, no]", "far: [yes]", "questions/far"),
        ("armed: false", "armed: nein", "actors/red/armed"),
        ("armed: false", "edges: [{part_of: x}]", "actors/red/edges/0"),
        ("armed: false", "edges: [{part_of: x, confidence: no}]", "actors/red/edges/0/confidence"),
        ("14: {}", "reds: {backd_by: red}", "actors/reds"),
        ("14: {}", "everyone: {}", "actors"),
        ("accuracy: 100 m", "accuracy: 100", "places/river/accuracy"),
        ("accuracy: 100 m, ", "", "places/river"),
        ("{lon: 20.5, lat: 45.0}", "{lon: 45.0, lat: 120.5}", "places/town/point/lat"),
        ("{lon: 20.5, lat: 45.0}", "{lon: 20.5}", "places/town/point"),
        ("[20.0, 44.6]", "[20.0]", "places/river/line/0"),
        ("binds: red", "binds: red\n    bind: red", "clauses/c"),
        ("prohibits: presence", "note: x", "clauses/c"),
        ("prohibits: presence", "prohibits: fire\n    permits: fire\n    to: red", "clauses/c"),
        ("prohibits: presence", "permits: fire", "clauses/c"),
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
def test_a_mistake_is_found_where_it_stands(old: str, new: str, where: str) -> None:
    assert where in mistakes(changed(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("accord: 1", "accord: '1'"),
        ("armed: false", "edges: [{part_of: x, confidence: likely, from: 2016-01-01}]"),
        ("14: {}", "reds: [red, {backed_by: red, at_least: likely, except: [red]}]"),
        ("14: {}", "reds: {far: {yes: red, no: {all_except: [red]}}}"),
        ("14: {}", "reds: {who: {yes: red, no: [red]}}"),
        ("within: 5 km", "within: 15..20 km"),
        ("within: 5 km", "within: 2 km +- 200 m"),
        ("within: 5 km", "within: {far: {yes: 5 km, no: {deferred: not said}}}"),
        ("within: 5 km, of: town", "any_of: [town, {inside: town}], not: {not: river}"),
        ("within: 5 km, of: town", "far: {yes: town, no: {within: 5 km, of: [town, river]}}"),
        ("binds: red", "binds: [red, each_side]\n    when: {from: {after: x, plus: 14 d}}"),
        ("binds: red", "binds: red\n    while: {kept: d, lapse: effect, unproved: holds}"),
        ("binds: red", "binds: red\n    unless: [{who: red, at_most: 50, of: persons}]"),
        ("binds: red", "binds: red\n    things: {class: guns, calibre: {at_least: 100 mm}}"),
    ],
)
def test_what_the_reference_allows_is_valid(old: str, new: str) -> None:
    assert mistakes(changed(old, new)) == []


def test_every_key_has_a_description_or_a_form_that_says_what_it_is() -> None:
    forms: Any = SCHEMA["$defs"]
    bare = [
        f"{owner}.{key}"
        for owner, form in {**forms, "": SCHEMA}.items()
        for key, part in form.get("properties", {}).items()
        if not {"description", "$ref"} & set(part)
    ]
    assert bare == []


def test_every_key_is_in_the_reference() -> None:
    text = (ROOT / "docs/language.md").read_text(encoding="utf-8")
    quoted = [*FENCE.findall(text), *re.findall(r"`([^`\n]+)`", FENCE.sub("", text))]
    known = {word for part in quoted for word in re.findall(r"\w+", part)}
    forms: Any = SCHEMA["$defs"]
    keys = {key for form in forms.values() for key in form.get("properties", {})}
    assert keys - known == set()


def test_the_keys_of_regions_places_and_edges_are_those_that_are_read() -> None:
    forms: Any = SCHEMA["$defs"]
    assert set(forms["Ground"]["properties"]) == set(REGION_KEYS)
    assert set(forms["DrawnPlace"]["properties"]) >= set(DRAWN)
    assert set(forms["Edge"]["properties"]) >= set(EDGES)
    assert forms["Edge"]["properties"]["confidence"]["enum"] == list(CONFIDENCES)


@given(
    st.sampled_from(("length", "time", "count")),
    st.from_regex(
        r"\A[0-9]{0,3}[.,]?[0-9]{0,2}(\.\.[0-9]{1,2})? ?(mm|m|km|mi|nmi|nm|h|d|s|min|KM)?\Z"
    )
    | st.from_regex(r"\A[0-9]{1,2} ?(km|h)? \+- [0-9]{1,2} ?(km|m|h)?\Z"),
)
def test_a_quantity_is_valid_if_and_only_if_it_can_be_read(kind: Dimension, text: str) -> None:
    form = {"length": "PlainLength", "time": "PlainDuration", "count": "Count"}[kind]
    valid = Draft202012Validator({"$ref": f"#/$defs/{form}", "$defs": SCHEMA["$defs"]})
    try:
        parse_quantity(text, kind)
    except QuantityError as error:
        # A pattern cannot compare two numbers, nor tell whole days.
        is_order = re.search("backwards|tolerance|whole number", str(error)) is not None
        assert is_order or not valid.is_valid(text)
    else:
        # A length of time is one number.
        assert valid.is_valid(text.strip()) or (kind == "time" and re.search(r"\.\.|-", text))
