"""What an editor makes of an agreement by its schema: mistakes underlined, and keys proposed."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.cli.made import accord
from tests.language.drafted import FORMS, SCHEMA, as_typed

ROOT = Path(__file__).parents[2]
PUBLISHED = ROOT / "rules" / "agreement.schema.json"
START = ROOT / "checker/cli/start/agreement.yaml"
EXAMPLE = ROOT / "fixtures/ci-example/agreement.yaml"
SHIPPED = sorted(ROOT.glob("rules/*/agreement.yaml"))
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")
"""How a file names its schema: github.com/redhat-developer/yaml-language-server, README."""


def schema_of(agreement: Path) -> Path:
    """Return the file that the first line of an agreement names, from where the agreement lies."""
    first = agreement.read_text(encoding="utf-8").partition("\n")[0]
    found = MODELINE.fullmatch(first)
    assert found, first
    return agreement.parent / found[1]


def test_the_published_schema_is_what_the_command_prints() -> None:
    assert PUBLISHED.read_bytes() == accord("schema", "agreement").stdout_bytes


def test_every_agreement_that_ships_names_the_schema_that_lies_there() -> None:
    assert SHIPPED
    assert {schema_of(path).resolve() for path in SHIPPED} == {PUBLISHED}
    # In the example, Accord itself is a submodule.
    inside = schema_of(EXAMPLE).relative_to(EXAMPLE.parent / "accord")
    assert ROOT / inside == PUBLISHED


@pytest.mark.usefixtures("_elsewhere")
@pytest.mark.parametrize(
    ("command", "agreement"), [("init", "agreement.yaml"), ("demo", "south-syria-2018")]
)
def test_what_a_command_writes_has_its_schema_with_it(command: str, agreement: str) -> None:
    assert accord(command, "mine").exit_code == 0
    path = Path("mine", agreement)
    path = path if path.is_file() else path / "agreement.yaml"
    assert schema_of(path).resolve().is_relative_to(Path("mine").resolve())
    assert schema_of(path).read_bytes() == PUBLISHED.read_bytes()


@pytest.fixture
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def properties(form: Any, where: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(form, list):
        for number, one in enumerate(form):
            yield from properties(one, f"{where}/{number}")
    if isinstance(form, dict):
        for key, one in form.items():
            if key == "properties" and set(form) > {"properties"}:
                yield from ((f"{where}/{name}", value) for name, value in one.items())
            yield from properties(one, f"{where}/{key}")


def test_every_key_and_form_says_what_it_is() -> None:
    told = [*properties(SCHEMA), *FORMS.items()]
    assert len(told) > 250
    assert [where for where, form in told if not form.get("description", "").strip()] == []


# ---------------------------------------------------------------------------------- underlining


def node_at(text: str, path: list[str | int], key: str | None) -> yaml.Node:
    """Return the node of a value, or that of one of its keys."""
    node = yaml.compose(text, yaml.BaseLoader)
    for step in path:
        if isinstance(node, yaml.SequenceNode):
            node = node.value[int(step)]
        else:
            assert isinstance(node, yaml.MappingNode)
            node = next(value for name, value in node.value if name.value == str(step))
    if key is not None:
        assert isinstance(node, yaml.MappingNode)
        node = next(name for name, _ in node.value if name.value == key)
    assert isinstance(node, yaml.Node)
    return node


def underlined(text: str) -> set[tuple[int, str]]:
    """Return the line and the text of all that a validator finds wrong."""
    found = set()
    for error in Draft202012Validator(json.loads(PUBLISHED.read_text("utf-8"))).iter_errors(
        as_typed(text)
    ):
        keys: list[str | None] = [None]
        if error.validator == "additionalProperties":
            keys = [key for key in error.instance if key not in error.schema["properties"]]
        for key in keys:
            node = node_at(text, [*error.absolute_path], key)
            said = text[node.start_mark.index : node.end_mark.index]
            found.add((node.start_mark.line + 1, said))
    return found


def line_of(text: str, part: str) -> int:
    assert text.count(part) == 1
    return text[: text.index(part)].count("\n") + 1


@pytest.mark.parametrize("path", [*SHIPPED, START, EXAMPLE], ids=lambda path: path.parent.name)
def test_nothing_is_underlined_in_what_ships(path: Path) -> None:
    assert underlined(path.read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("timezone: Europe", "timezoen: Europe", "timezoen"),
        ("prohibits: presence", "prohibts: presence", "prohibts"),
        ("where: {within: 10 km", "where: {withn: 10 km", "withn"),
        ("{within: 10 km", "{within: 10", "10"),
        ("edges: geodesic", "edges: straight", "straight"),
        ("point: {lon: 20.5, lat: 45.0}", "point: {lon: 20.5, lat: 145.0}", "145.0"),
        ("{name: Red Army, aliases", "{nmae: Red Army, aliases", "nmae"),
    ],
)
def test_a_mistake_is_underlined_at_its_line(old: str, new: str, wrong: str) -> None:
    text = START.read_text(encoding="utf-8")
    line = line_of(text, old)
    assert (line, wrong) in underlined(text.replace(old, new))


def test_every_misspelt_key_of_a_clause_is_underlined_in_every_shipped_agreement() -> None:
    for path in SHIPPED:
        text = path.read_text(encoding="utf-8")
        clauses = node_at(text, ["clauses"], None)
        assert isinstance(clauses, yaml.MappingNode)
        for _, clause in clauses.value:
            for key, _ in clause.value:
                at = key.start_mark.index
                wrong = f"{text[:at]}x{text[at:]}"
                assert (key.start_mark.line + 1, f"x{key.value}") in underlined(wrong)


def validated(*paths: Path) -> subprocess.CompletedProcess[str]:
    """Run a program of others that validates YAML by a schema."""
    return subprocess.run(
        [
            *(
                sys.executable,
                "-m",
                "check_jsonschema",
                "--verbose",
                "--schemafile",
                str(PUBLISHED),
            ),
            *map(str, paths),
        ],
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )


def test_another_program_finds_the_same(tmp_path: Path) -> None:
    done = validated(*SHIPPED, START, EXAMPLE)
    assert done.returncode == 0, done.stdout
    wrong = tmp_path / "agreement.yaml"
    text = START.read_text(encoding="utf-8").replace("prohibits: presence", "prohibts: presence")
    wrong.write_text(text, encoding="utf-8")
    done = validated(wrong)
    assert done.returncode == 1
    assert "$.clauses['stand-off']: Additional properties are not allowed" in done.stdout
    assert "'prohibts' was unexpected" in done.stdout


# ------------------------------------------------------------------------------------ proposing


def forms_for(form: Any, data: Any) -> Iterator[dict[str, Any]]:
    """Yield every form that a value is held against, with conditions decided by the value."""
    if "$ref" in form:
        yield from forms_for(FORMS[form["$ref"].rpartition("/")[2]], data)
    if "if" in form:
        holds = Draft202012Validator({**form["if"], "$defs": FORMS}).is_valid(data)
        yield from forms_for(form.get("then" if holds else "else", {}), data)
    yield form


def proposed(text: str, *path: str) -> dict[str, str]:
    """Return the keys that the schema knows of a place in a file, each with what it says of it."""
    data, forms = as_typed(text), [SCHEMA]
    for step in path:
        held = [one for form in forms for one in forms_for(form, data)]
        forms = [
            one.get("properties", {}).get(step) or one.get("additionalProperties") for one in held
        ]
        forms = [one for one in forms if isinstance(one, dict)]
        data = data[step]
    held = [one for form in forms for one in forms_for(form, data)]
    keys = {key: one for form in held for key, one in form.get("properties", {}).items()}
    return {key: one["description"] for key, one in keys.items()}


def test_a_clause_is_offered_its_keys_with_what_they_mean() -> None:
    offered = proposed(START.read_text(encoding="utf-8"), "clauses", "stand-off")
    assert offered["prohibits"] == "what they may not do"
    assert offered["so_long_as"] == "the condition under which it stands"
    assert {"says", "source", "binds", "where", "when", "unless", "while"} <= set(offered)


def test_ground_that_is_just_begun_is_offered_the_ways_to_draw_it() -> None:
    text = START.read_text(encoding="utf-8")
    begun = text.replace("{within: 10 km, of: river, toward: eastham}", "{within: 10 km}")
    assert begun != text
    offered = proposed(begun, "clauses", "stand-off", "where")
    assert offered["toward"] == "both, or a witness: a place that lies on the side meant"
    assert {"of", "beyond", "ring", "between", "inside", "outside"} <= set(offered)
    assert "accuracy" not in offered
    drawn = proposed(text, "places", "river")
    assert drawn["accuracy"] == "how far it may be from the true place"
    assert "toward" not in drawn


def test_the_whole_file_is_offered_its_sections() -> None:
    offered = proposed(START.read_text(encoding="utf-8"))
    assert offered["edges"].startswith("what a drawn line means between two of its points")
    assert {"accord", "id", "title", "parties", "sources", "questions", "clauses"} <= set(offered)
