"""The forms that every part is written in: text, names, quantities and times, as JSON Schema.

A value may be the text that was typed or what YAML makes of it, so a number or a truth value
stands wherever text does; a quantity stays text, for it needs its unit.
"""

from collections.abc import Iterable, Mapping

from pydantic import JsonValue

__all__ = ["FORMS", "NAME", "Form", "about", "choice", "listed", "one_of", "ref", "table"]

Form = dict[str, JsonValue]
"""One JSON Schema."""

_NUMBER = r"[0-9]+(\.[0-9]+)?"
_TIME = rf"{_NUMBER} ?(s|min|h|d)"
_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_CLOCK = r"[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:?[0-9]{2})"
_MOMENT = rf"{_DATE}([T ]{_CLOCK})?"
_RESERVED = ("both", "theatre", "positions", "own", "everyone", "anyone", "each_side")


def ref(name: str) -> Form:
    """Refer to the form ``name``."""
    return {"$ref": f"#/$defs/{name}"}


NAME = ref("Name")


def about(form: Form, description: str) -> Form:
    """Say what a form means where it stands."""
    return {**form, "description": description}


def listed(item: Form, least: int = 0, most: int | None = None) -> Form:
    """Accept a list of ``least`` to ``most`` items."""
    form: Form = {"type": "array", "items": item}
    if least:
        form["minItems"] = least
    return form if most is None else {**form, "maxItems": most}


def table(description: str, keys: Mapping[str, Form], *required: str) -> Form:
    """Accept a mapping of these keys and no others, with one key at least."""
    form: Form = {
        "description": description,
        "type": "object",
        "properties": dict(keys),
        "additionalProperties": False,
        "minProperties": 1,
    }
    return {**form, "required": list(required)} if required else form


def one_of(form: Form, keys: Iterable[str]) -> Form:
    """Accept a mapping that holds exactly one of ``keys``."""
    return {**form, "oneOf": [{"required": [key]} for key in keys]}


def choice(
    name: str,
    description: str,
    *,
    text: Form,
    items: Form | None = None,
    tables: Mapping[str, Form] | None = None,
) -> Form:
    """Accept what may be written in several ways, and what stands for it while the text is open.

    ``tables`` are mappings by the name of their form. The way is chosen by what the value is and by
    its keys, so that a mistake is told where it stands: a mapping with a key of no table is a
    question if its one value is a mapping, and else is held against the first table.
    """
    named = {"Deferred": FORMS["Deferred"], **(tables or {})}
    ways = [(_holds(form), ref(other)) for other, form in named.items()]
    ways += [(_holds(_ASSUMED), _assumed(name)), (_ASKS, _question(name))]
    if tables:
        ways.append(({"type": "object"}, ref(next(iter(tables)))))
    if items is not None:
        ways.append(({"type": "array"}, items))
    form = text
    for condition, then in reversed(ways):
        form = {"if": condition, "then": then, "else": form}
    return {"description": description, **form}


def _holds(form: Form) -> Form:
    """Accept a mapping that holds one of the keys of a table."""
    keys = form["properties"]
    assert isinstance(keys, dict)
    return {"type": "object", "anyOf": [{"required": [key]} for key in keys]}


_ASSUMED: Form = {"properties": {"assumed": {}}}
_ASKS: Form = {
    "type": "object",
    "minProperties": 1,
    "maxProperties": 1,
    "additionalProperties": {"type": "object"},
}


def _assumed(name: str) -> Form:
    return table(
        "a value that this file invented; every finding that rests on it prints it",
        {
            "assumed": about(ref(name), "the value that is assumed"),
            "why": about(ref("Text"), "why it is taken to be so"),
        },
        *("assumed", "why"),
    )


def _question(name: str) -> Form:
    return {
        "description": "a value for each answer to a declared question",
        "propertyNames": NAME,
        "additionalProperties": {
            "type": "object",
            "minProperties": 2,
            "additionalProperties": ref(name),
        },
    }


def _text(pattern: str | None = None) -> Form:
    form: Form = {"type": ["string", "number", "boolean"], "minLength": 1}
    return form if pattern is None else {**form, "pattern": pattern}


def _quantity(unit: str) -> str:
    single = rf"{_NUMBER}{unit}"
    return rf"^({single}|{_NUMBER}\.\.{_NUMBER}{unit}|{single} \+- {single})$"


FORMS: dict[str, Form] = {
    "Text": about(_text(), "text, as it was typed"),
    "Name": about(_text(r"^\S+$"), "the name of something declared; no spaces"),
    "NewName": {
        "description": "a name without spaces that the language does not use itself",
        "pattern": r"^\S+$",
        "not": {"enum": list(_RESERVED)},
    },
    "Names": {
        "description": "a name, or a list of names",
        "if": {"type": "array"},
        "then": listed(NAME),
        "else": NAME,
    },
    "Truth": {"description": "true or false", "enum": ["true", "false", True, False]},
    "Credibility": {
        "description": "1 (confirmed) to 5 (improbable)",
        "enum": ["1", "2", "3", "4", "5", 1, 2, 3, 4, 5],
    },
    "Version": {"description": "the version of the language", "enum": ["1", 1]},
    "Answers": about(
        {**listed(ref("Text"), 2), "uniqueItems": True},
        "the answers to a question; each stands wherever the question does",
    ),
    "Question": {
        "description": "the answers to a question, or its text and theirs for readers",
        "if": {"type": "array"},
        "then": ref("Answers"),
        "else": table(
            "what is asked, and what each answer means, as readers are told",
            {
                "asks": about(ref("Text"), "the question in plain words"),
                "answers": {
                    "description": "the answers, each with what it means",
                    "type": "object",
                    "propertyNames": NAME,
                    "additionalProperties": ref("Text"),
                    "minProperties": 2,
                },
            },
            "answers",
        ),
    },
    "Deferred": table(
        "a value that does not exist yet: what depends on it stays undetermined",
        {"deferred": about(ref("Text"), "why nobody knows it")},
        "deferred",
    ),
    "PlainLength": {
        "description": "a length with its unit: 15 mi, 15..20 km (somewhere between), "
        "2 km +- 200 m; m, km, mi (statute), nmi (nautical), mm",
        "type": "string",
        "pattern": _quantity(" ?(mm|m|km|mi|nmi)"),
        "examples": ["15 km", "15..20 km", "2 km +- 200 m"],
    },
    "PlainDuration": {
        "description": "a length of time: 72 h (exact hours), 14 d (calendar days)",
        "type": "string",
        "pattern": rf"^{_TIME}$",
        "examples": ["72 h", "14 d"],
    },
    "Moment": {
        "description": "a date, or an instant with its offset: 2018-05-25, "
        "2018-06-10T12:00:00+03:00",
        "type": "string",
        "pattern": rf"^{_MOMENT}$",
    },
    "Greatest": table(
        "the greatest of several lengths",
        {"greater_of": about(listed(ref("Length"), 1), "the lengths")},
        "greater_of",
    ),
    "Before": table(
        "a time before an event",
        {
            "before": about(ref("Time"), "the event or date"),
            "minus": about(ref("Duration"), "how long before it"),
        },
        "before",
    ),
    "After": table(
        "a time after an event",
        {
            "after": about(ref("Time"), "the event or date"),
            "plus": about(ref("Duration"), "how long after it"),
        },
        "after",
    ),
    "Period": table(
        "a stretch of time",
        {
            "from": about(ref("Time"), "its start; a date counts from its first moment"),
            "after": about(ref("Time"), "the same as from"),
            "until": about(ref("Time"), "its end; a date counts to its last moment"),
            "by": about(ref("Time"), "the same as until"),
            "before": about(ref("Time"), "its end; a date does not count"),
        },
    ),
}
FORMS["Length"] = choice(
    "Length",
    "a length, exact, vague or open",
    # Own range, the weapon's own, comes in a later version.
    text={"if": {"const": "own range"}, "else": ref("PlainLength")},
    tables={"Greatest": FORMS["Greatest"]},
)
FORMS["Count"] = choice(
    "Count",
    "a number without a unit",
    text={"type": ["string", "number"], "minimum": 0, "pattern": _quantity("")},
)
FORMS["Duration"] = choice("Duration", "a length of time", text=ref("PlainDuration"))
FORMS["Time"] = choice(
    "Time",
    "a date, an instant, an event, or a time before or after one",
    text={"type": "string", "pattern": rf"^({_MOMENT}|(?![0-9]{{4}}-[0-9])\S+)$"},
    tables={"After": FORMS["After"], "Before": FORMS["Before"]},
)
