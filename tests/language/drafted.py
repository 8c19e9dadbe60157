"""Agreements as editors see them, against the JSON Schema: as text, and as YAML types them."""

import json
import re
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from checker.language.schema.published import json_schema

__all__ = ["BASE", "FORMS", "ROOT", "SCHEMA", "as_text", "as_typed", "changed", "mistakes"]

ROOT = Path(__file__).parents[2]
SCHEMA: Any = json_schema()
FORMS: Any = SCHEMA["$defs"]
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
    """Return an agreement with every value as its text."""
    return yaml.BaseLoader(text).get_single_data()


def as_typed(text: str) -> Any:
    """Return an agreement with the values that YAML 1.2 makes of its text."""
    # JSON turns the keys that are numbers into text, as an editor does.
    return json.loads(json.dumps(Core(text).get_single_data()))


def mistakes(data: Any) -> list[str]:
    """Return where the schema finds mistakes, as paths into the agreement."""
    return ["/".join(map(str, error.absolute_path)) for error in VALID.iter_errors(data)]


def changed(old: str, new: str) -> Any:
    """Return the agreement with one of its parts written otherwise."""
    assert BASE.count(old) == 1
    return as_text(BASE.replace(old, new))
