"""The JSON Schema of agreement files, for editors: completion, hovering, mistakes while typing.

It is made from the models that the files are checked with and the forms of the parts that may be
written in many ways. What only the whole file can tell (is the name declared?) is left to lint.
"""

from pydantic import JsonValue

__all__ = ["json_schema"]


def json_schema() -> dict[str, JsonValue]:
    """Return the schema, in JSON Schema 2020-12.

    Values may be text or what YAML 1.2 makes of it (numbers, true and false). A value that is
    missing (empty or ``~``) is refused: nothing in an agreement needs to be empty.
    """
    # Making it takes an import that no judging needs.
    from checker.language.schema.whole import whole_schema  # noqa: PLC0415

    return whole_schema()
