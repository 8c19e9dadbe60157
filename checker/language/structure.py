"""A located tree against a model: unknown keys, missing keys and wrong kinds, each in its place."""

import re

from pydantic import BaseModel, JsonValue, ValidationError
from pydantic_core import ErrorDetails

from checker.language.misspelt import mended
from checker.language.problems import Problems, meant, nearest
from checker.language.text import Items, Node, Scalar, Table

__all__ = ["check_structure", "plain"]

_KINDS = {
    "dict": ("keys with values", "write KEY: VALUE, one below the other"),
    "model": ("keys with values", "write KEY: VALUE, one below the other"),
    "list": ("a list", "write [VALUE, VALUE]"),
    "string": ("one text", "write it as one text, in quotation marks if it holds ': ' or '{'"),
}
"""What stands where something else does, by the starts of pydantic's names for that, and a hint."""

_SPOKEN = {"union": "any_of", "intersection": "several keys, or all_of", "difference": "not"}


def check_structure(root: Table, model: type[BaseModel], problems: Problems) -> Table:
    """Add every way in which ``root`` departs from ``model``.

    Returns it with the keys that are misspelt as they are meant.
    """
    read = root
    try:
        model.model_validate(plain(root))
    except ValidationError as error:
        for detail in error.errors(include_url=False, include_context=True):
            _add(root, detail, model, problems)
            if detail["type"] == "extra_forbidden":
                path = _path(root, detail["loc"])[:-1]
                read = _mended(read, path, _keys_of(_model_at(model, path)))
    return read


def _mended(node: Table, path: list[int | str], known: list[str]) -> Table:
    """Return the tree in which the mapping at ``path`` has its misspelt keys as they are meant."""
    if not path:
        return mended(node, known, _SPOKEN)
    entries = tuple(
        (key, _mended(value, path[1:], known))
        if key.text == path[0] and isinstance(value, Table)
        else (key, value)
        for key, value in node.entries
    )
    return Table(entries, node.span)


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
        known = [k for k in _keys_of(_model_at(model, path[:-1])) if k not in parent.keys()]
        hint = _SPOKEN.get(str(key))
        hint = f"write {hint}" if hint else meant(str(key), known)
        problems.add("L101", f"unknown key {key!r}", parent.key(str(key)).span, hint)
    elif detail["type"] == "missing" and isinstance(parent, Table):
        _add_missing(str(key), parent, _model_at(model, path[:-1]), problems)
    else:
        node = _walk(root, path)
        place = f"{path[-2]}[{int(key) + 1}]" if isinstance(key, int) else str(key)
        message, hint = _sentence(place, detail)
        problems.add("L103", message, node.span if node is not None else root.span, hint)


def _add_missing(key: str, parent: Table, model: type[BaseModel], problems: Problems) -> None:
    """Say that a key is missing; one that is misspelt stands for it, and is told once."""
    known, hint = _keys_of(model), nearest(key, (key,))
    misspelt = [
        name for name in parent.keys() if name not in known and nearest(name, known) == hint
    ]
    if not misspelt:
        problems.add("L102", f"{key!r} is missing", parent.first, f"add '{key}:'")
    elif model.model_config.get("extra") == "allow":
        problems.add("L102", f"{key!r} is missing", parent.key(misspelt[0]).span, hint)


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


def _model_at(model: type[BaseModel], path: list[int | str]) -> type[BaseModel]:
    """Return the model of the part to which the path leads."""
    at: type[BaseModel] = model
    for part in path:
        field = at.model_fields.get(str(part))
        annotation = field.annotation if field is not None else None
        for candidate in _models(annotation):
            at = candidate
    return at


def _keys_of(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _models(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [m for inner in getattr(annotation, "__args__", ()) for m in _models(inner)]


def _sentence(key: str, detail: ErrorDetails) -> tuple[str, str]:
    """Return what is wrong with a value, and what to write."""
    context, value = detail.get("ctx", {}), detail["input"]
    if "expected" in context:
        expected = str(context["expected"])
        near = nearest(str(value), re.findall(r"'([^']+)'", expected))
        return f"{key!r} is not {value!r}", near or f"write {expected}"
    if value is None or value == "":
        said = "missing" if value is None else "empty"
        return f"the value of {key!r} is {said}", "write one"
    if detail["type"] == "too_short":
        least = context["min_length"]
        return f"the value of {key!r} has too few entries", f"write {least} or more"
    if detail["type"] == "string_pattern_mismatch":
        return f"the value of {key!r} holds a blank", "write a hyphen instead"
    said, hint = next(k for ours, k in _KINDS.items() if detail["type"].startswith(ours))
    if said == "a list" and isinstance(value, str):
        hint = f"write [{value}]"
    return f"{key!r} takes {said}", hint
