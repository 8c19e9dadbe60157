"""A located tree against a model: unknown keys, missing keys and wrong kinds, each in its place."""

from pydantic import BaseModel, JsonValue, ValidationError
from pydantic_core import ErrorDetails

from checker.language.problems import Problems, meant
from checker.language.text import Items, Node, Scalar, Table

__all__ = ["check_structure", "plain"]

_KINDS = {
    "dict": "keys with values",
    "model": "keys with values",
    "list": "a list",
    "string": "one text",
}
"""What stands where it should not, by the starts of pydantic's names for that."""

_SPOKEN = {"union": "any_of", "intersection": "several keys, or all_of", "difference": "not"}


def check_structure(node: Node, model: type[BaseModel], problems: Problems) -> None:
    """Add every way in which ``node`` departs from ``model``."""
    try:
        model.model_validate(plain(node))
    except ValidationError as error:
        for detail in error.errors(include_url=False, include_context=True):
            _add(node, detail, model, problems)


def plain(node: Node) -> JsonValue:
    """Return the tree as plain values: text, lists, mappings; None for what is missing."""
    match node:
        case Scalar(text):
            return text
        case Items(items):
            return [plain(item) for item in items]
        case Table(entries):
            return {key.text or "": plain(value) for key, value in entries}


def _add(root: Node, detail: ErrorDetails, model: type[BaseModel], problems: Problems) -> None:
    path = _path(root, detail["loc"])
    parent, key = _walk(root, path[:-1]), path[-1] if path else ""
    if detail["type"] == "extra_forbidden" and isinstance(parent, Table):
        known = _known(model, path[:-1])
        hint = _SPOKEN.get(str(key))
        hint = f"write {hint}" if hint else meant(str(key), known)
        problems.add("L101", f"unknown key {key!r}", parent.key(str(key)).span, hint)
    elif detail["type"] == "missing" and isinstance(parent, Table):
        problems.add("L102", f"{key!r} is missing", parent.first, f"add '{key}:'")
    else:
        node = _walk(root, path)
        span = node.span if node is not None else root.span
        problems.add("L103", _sentence(str(key), detail), span)


def _path(root: Node, loc: tuple[int | str, ...]) -> list[int | str]:
    """Return the path in the document, without the parts of types that pydantic puts between."""
    path: list[int | str] = []
    node: Node | None = root
    for part in loc:
        found = _walk(node, [part])
        is_marker = isinstance(part, str) and "[" in part and found is None
        if not is_marker:
            path.append(part)
            node = found
    return path


def _walk(node: Node | None, path: list[int | str]) -> Node | None:
    for part in path:
        if isinstance(node, Table):
            node = node.get(str(part))
        elif isinstance(node, Items) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
    return node


def _known(model: type[BaseModel], path: list[int | str]) -> list[str]:
    """Return the keys that may stand where the path leads."""
    at: type[BaseModel] = model
    for part in path:
        field = at.model_fields.get(str(part))
        annotation = field.annotation if field is not None else None
        for candidate in _models(annotation):
            at = candidate
    return [field.alias or name for name, field in at.model_fields.items()]


def _models(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [m for inner in getattr(annotation, "__args__", ()) for m in _models(inner)]


def _sentence(key: str, detail: ErrorDetails) -> str:
    context, value = detail.get("ctx", {}), detail["input"]
    kind = next((said for ours, said in _KINDS.items() if detail["type"].startswith(ours)), None)
    if "expected" in context:
        said = f"{key!r} is one of {context['expected']}, got {value!r}"
    elif value is None or value == "":
        said = f"the value of {key!r} is {'missing' if value is None else 'empty'}"
    elif detail["type"] == "too_short":
        said = f"the value of {key!r} has too few entries: at least {context['min_length']}"
    elif detail["type"] == "string_pattern_mismatch":
        said = f"the value of {key!r} holds a blank"
    elif kind is not None:
        said = f"{key!r} takes {kind}"
    else:
        said = f"{key!r} is of the wrong kind: {detail['msg'][0].lower()}{detail['msg'][1:]}"
    return said
