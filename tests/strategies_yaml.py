"""Values of a random agreement, and how they are written as flow YAML."""

import re
from typing import TypeAlias

__all__ = ["Node", "emit"]

Node: TypeAlias = "str | list[Node] | dict[str, Node]"

_PLAIN = re.compile(r"[\w.+-][\w .+:/-]*")


def emit(node: Node) -> str:
    """Return a value on one line."""
    if isinstance(node, dict):
        return "{" + ", ".join(f"{key}: {emit(value)}" for key, value in node.items()) + "}"
    if isinstance(node, list):
        return "[" + ", ".join(emit(value) for value in node) + "]"
    assert _PLAIN.fullmatch(node), node
    return node
