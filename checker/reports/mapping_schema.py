"""The JSON Schema of mapping files, for editors: every key with what it means."""

from checker.reports.columns import COLUMNS, Column
from checker.reports.mapping_records import WIDTHS
from checker.reports.mapping_tree import METRES_PER_UNIT, UNIT_NAMES
from checker.reports.presets import PRESETS

__all__ = ["mapping_schema"]

Schema = dict[str, object]

_CELL: Schema = {"type": ["string", "number", "boolean", "null"]}
_NAMES: Schema = {"anyOf": [_CELL, {"type": "array", "items": _CELL}]}


def mapping_schema() -> Schema:
    """Return the schema (draft 2020-12) of a mapping file; ``docs/mapping.md`` says more."""
    settings = _ours(_NAMES)
    report: Schema = _keys(
        {
            "columns": _said(_ours(_NAMES), "What this report takes from other columns"),
            "set": _said(settings, "What this report says otherwise"),
            "needs": _said(_NAMES, "It is made where these columns have something"),
        }
    )
    where = _table(_NAMES)
    least = _ours(_CELL)
    case: Schema = {
        **_keys(
            {
                "where": _said(where, "Where each of their columns has one of these texts"),
                "unless": _said(where, "Not where all of these hold"),
                "set": _said(settings, "What is written there"),
                "least": _said(least, "A number below this becomes this; a blank stays"),
            }
        ),
        "allOf": [_either("where", "unless"), _either("set", "least")],
    }
    unread: Schema = {
        **_keys({"columns": _NAMES, "unless": where}),
        "required": ["columns", "unless"],
    }
    exact: Schema = {
        **_keys({"by": _CELL, "within": _table(_width())}),
        "required": ["by", "within"],
    }
    listed = {"type": "array", "items": settings}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Accord mapping",
        "description": "Which columns and values of other people's files are which",
        **_keys(
            {
                "preset": {
                    "description": "Start from a mapping that ships",
                    "enum": [*PRESETS],
                },
                "columns": _said(_ours(_NAMES), "ours: theirs; a list joins several"),
                "first_of": _said(
                    _ours(_NAMES), "ours: theirs; the first that has something in the row"
                ),
                "units": _said(_lengths(), "In which unit a column in metres is"),
                "values": _said(_ours(_table(_NAMES)), "ours: {their text: ours}; * is the rest"),
                "split": _said(_table(_NAMES), "theirs: [ours, ours], a character each"),
                "exactness": _said(
                    _keys({"seen_from": exact}), "How wide a date is, by a column of codes"
                ),
                "constants": _said(settings, "The same for all rows"),
                "cases": _said(
                    {"type": "array", "items": case}, "Where their columns say this, write that"
                ),
                "unread": _said(
                    {"type": "array", "items": unread},
                    "Columns of theirs that are read only where their codes are these",
                ),
                "reports": _said({"type": "array", "items": report}, "What each row makes"),
                "rows": _said(
                    _table({"anyOf": [settings, listed]}), "Single reports, by their own id"
                ),
                "skip": _said(_table(_CELL), "Reports that are set aside, by id, with the reason"),
                "zone": _said(_CELL, "Zone of times that carry no offset, such as Asia/Damascus"),
                "dates": _said(_NAMES, "Formats of dates, such as DD.MM.YYYY hh:mm"),
                "encoding": _said(_CELL, "Encoding of texts, such as windows-1256"),
                "sheet": _said(_CELL, "The sheet of a workbook"),
            }
        ),
    }


def _either(one: str, other: str) -> Schema:
    return {"anyOf": [{"required": [one]}, {"required": [other]}]}


def _said(schema: Schema, text: str) -> Schema:
    return {**schema, "description": text}


def _keys(properties: dict[str, Schema]) -> Schema:
    held: Schema = {**properties}
    return {"type": "object", "properties": held, "additionalProperties": False}


def _table(value: Schema) -> Schema:
    return {"type": ["object", "null"], "additionalProperties": value}


def _ours(value: Schema) -> Schema:
    return _keys({column.name: _said(value, _meaning(column)) for column in COLUMNS})


def _lengths() -> Schema:
    units: Schema = {"enum": [*METRES_PER_UNIT, *UNIT_NAMES]}
    return _keys({one.name: _said(units, _meaning(one)) for one in COLUMNS if one.unit == "metres"})


def _meaning(column: Column) -> str:
    words = f": {', '.join(column.words)}" if column.words else ""
    unit = f", in {column.unit}" if column.unit else ""
    return f"{column.meaning}{unit}{words}"


def _width() -> Schema:
    return {"anyOf": [{"enum": [*WIDTHS, ""]}, {"type": "null"}, {"pattern": "^[0-9]+ days?$"}]}
