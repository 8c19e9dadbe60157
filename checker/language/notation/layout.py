"""How core notation looks: YAML, on one line where it fits and in a block where it does not."""

import json
import re
from collections.abc import Iterator

from pydantic import JsonValue

__all__ = ["block"]

_WIDTH = 100
_PLAIN = re.compile(r"[\w(]([\w ./()+-]|:(?=\S))*")
"""Text that YAML reads as it stands, also within brackets."""


def block(table: dict[str, JsonValue], indent: int = 0) -> Iterator[str]:
    """Yield the lines of a mapping, its keys ``indent`` characters in."""
    for key, value in table.items():
        yield from _entry(f"{' ' * indent}{_scalar(key)}:", value, indent + 2)


def _entry(head: str, value: JsonValue, indent: int) -> Iterator[str]:
    """Yield a key, or the dash of an item, with what stands behind it."""
    flow = _flow(value)
    is_short = len(head) + 1 + len(flow) <= _WIDTH
    if isinstance(value, dict) and value and not is_short:
        lines = list(block(value, indent))
    elif isinstance(value, list) and value and not is_short:
        lines = _items(value, indent)
    else:
        yield f"{head} {flow}"
        return
    if head.endswith("-"):
        # The first key of an item stands on the line of its dash.
        yield f"{head} {lines[0].strip()}"
        yield from lines[1:]
    else:
        yield head
        yield from lines


def _items(items: list[JsonValue], indent: int) -> list[str]:
    """Return the lines of a list: names are filled into lines, anything else has its own."""
    if any(isinstance(item, dict | list) for item in items):
        return [line for item in items for line in _entry(f"{' ' * indent}-", item, indent + 2)]
    lines = [f"{' ' * indent}["]
    for number, item in enumerate(items, 1):
        text = _flow(item) + ("," if number < len(items) else "]")
        space = "" if lines[-1].endswith("[") else " "
        if space and len(lines[-1]) + 1 + len(text) > _WIDTH:
            lines.append(" " * indent)
        lines[-1] += f"{space}{text}"
    return lines


def _flow(value: JsonValue) -> str:
    match value:
        case dict():
            inner = ", ".join(f"{_scalar(key)}: {_flow(item)}" for key, item in value.items())
            return "{" + inner + "}"
        case list():
            return "[" + ", ".join(_flow(item) for item in value) + "]"
        case _:
            return _scalar(str(value))


def _scalar(text: str) -> str:
    is_plain = _PLAIN.fullmatch(text) is not None and text == text.strip()
    return text if is_plain else json.dumps(text, ensure_ascii=False)
