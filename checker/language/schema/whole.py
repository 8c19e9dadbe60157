"""The JSON Schema in one piece: the models that check files, and the forms of their parts."""

from copy import deepcopy

from pydantic import JsonValue
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from checker.language.models import ActorModel, AgreementModel, Part
from checker.language.schema.forms import FORMS, Form, choice, listed, ref
from checker.language.schema.ground import GROUND
from checker.language.schema.terms import GROUPS, TERMS

__all__ = ["whole_schema"]

_KINDS = ("prohibits", "confines", "obliges", "permits", "does", "limits", "apart")
_NEEDS: dict[str, JsonValue] = {
    "permits": ["to"],
    "to": ["permits"],
    "lifts": ["permits"],
    "by": ["obliges"],
    "inside": ["replaces"],
}


def whole_schema() -> dict[str, JsonValue]:
    """Return the schema, its forms under ``$defs`` in the order of their names."""
    root = _plain(AgreementModel)
    parts = root.pop("$defs")
    assert isinstance(parts, dict)
    about = root.pop("description")
    _name_parts(root)
    forms = deepcopy({**FORMS, **GROUND, **TERMS})
    forms |= {
        name.removesuffix("Model"): _untitled(part)
        for name, part in parts.items()
        if isinstance(part, dict)
    }
    forms["Clause"] |= {
        "oneOf": [{"required": [kind]} for kind in _KINDS],
        "dependentRequired": _NEEDS,
    }
    forms["Actor"] = _plain(ActorModel)
    forms["ActorOrGroup"] = choice(
        "Who",
        "an actor, or a group of actors",
        text={"type": "object"},
        items=listed(ref("Who"), 1),
        tables={"Actor": forms["Actor"], **GROUPS},
    )
    head: dict[str, JsonValue] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:accord:agreement:1",
        "title": "Accord agreement",
        "description": about,
    }
    named: dict[str, JsonValue] = dict(sorted(forms.items()))
    whole = _linked({**head, **root, "$defs": named})
    assert isinstance(whole, dict)
    return whole


class _Generator(GenerateJsonSchema):
    """Leave out what says nothing to a writer: titles made from keys, null, and empty defaults."""

    def field_title_should_be_set(self, schema: object) -> bool:
        del schema
        return False

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])


def _plain(model: type[Part]) -> Form:
    form: Form = model.model_json_schema(by_alias=True, schema_generator=_Generator)
    return _untitled(form)


def _untitled(form: Form) -> Form:
    """Leave out the title that is made from the name of a model."""
    return {key: value for key, value in form.items() if key != "title"}


def _name_parts(root: Form) -> None:
    """Hold the names of declared parts to the form of names, and ask for at least one clause."""
    sections = root["properties"]
    assert isinstance(sections, dict)
    for name, section in sections.items():
        if isinstance(section, dict) and isinstance(section.get("additionalProperties"), dict):
            is_referred_to = name not in ("clauses", "claims")
            section["propertyNames"] = ref("NewName" if is_referred_to else "Name")
    clauses = sections["clauses"]
    assert isinstance(clauses, dict)
    clauses["minProperties"] = 1


def _linked(value: JsonValue) -> JsonValue:
    """Replace the mark of each form by a reference, and the names of models by those of parts."""
    if isinstance(value, list):
        return [_linked(item) for item in value]
    if not isinstance(value, dict):
        return value
    linked = {key: _linked(item) for key, item in value.items()}
    form = linked.pop("form", None)
    if isinstance(form, str):
        linked = {**ref(form), **linked}
    target = linked.get("$ref")
    if isinstance(target, str):
        linked["$ref"] = target.removesuffix("Model")
    return linked
