"""What a mapping says of rows by their columns: its cases, and the cells that it leaves unread."""

from collections.abc import Iterator

from checker.reports.columns import BY_NAME
from checker.reports.mapping import Case, Conditions, Mapping, Settings, Unread
from checker.reports.mapping_words import TreeReader
from checker.reports.spelling import normalised
from checker.reports.tree import Listing, Tree
from checker.values.span import Span

__all__ = ["cases", "lengths_of_codes", "unread"]

_CASE = ("where", "unless", "set", "least")
_EXAMPLE = "{where: {THEIRS: [TEXT]}, set: {OURS: TEXT}}"
_UNREAD = "{columns: [THEIRS], unless: {THEIRS: [CODE]}}"


def cases(reader: TreeReader, tree: Tree) -> Iterator[Case]:
    """Yield the cases, in their order."""
    if not isinstance(tree, Listing):
        reader.wrong(tree.span, "expected a list of cases", "- {where: {...}, set: {...}}")
        return
    for item in tree.items:
        parts = {key.text: held for key, held in reader.table(item, _CASE)}
        if not {"where", "unless"} & parts.keys() or not {"set", "least"} & parts.keys():
            message = "a case needs 'where' or 'unless', and 'set' or 'least'"
            reader.wrong(item.span, message, _EXAMPLE)
            continue
        yield Case(
            _conditions(reader, parts.get("where")),
            reader.settings(parts["set"]) if "set" in parts else (),
            item.span,
            _conditions(reader, parts.get("unless")),
            _least(reader, parts["least"]) if "least" in parts else (),
        )


def unread(reader: TreeReader, tree: Tree) -> Iterator[Unread]:
    """Yield which cells are not read."""
    if not isinstance(tree, Listing):
        reader.wrong(tree.span, "expected a list", f"- {_UNREAD}")
        return
    for item in tree.items:
        parts = {key.text: held for key, held in reader.table(item, ("columns", "unless"))}
        if set(parts) != {"columns", "unless"}:
            reader.wrong(item.span, "it needs 'columns' and 'unless'", _UNREAD)
            continue
        columns = tuple(word for word in reader.words(parts["columns"]) if word)
        yield Unread(columns, _conditions(reader, parts["unless"]), item.span)


def lengths_of_codes(mapping: Mapping) -> Iterator[tuple[Span, str]]:
    """Yield where a column of codes is taken for lengths: 2 would be two metres.

    Codes are what ``unread`` goes by. A table of values that says what all the rest is makes
    lengths of them.
    """
    coded = {name for one in mapping.unread for name, _ in one.exceptions}
    tables = {one.ours for one in mapping.values if one.otherwise is not None}
    renames = [*mapping.columns, *(one for report in mapping.reports for one in report.columns)]
    named = [(one.ours, one.theirs, one.span) for one in renames]
    named += [(one.ours, one.theirs, one.span) for one in mapping.first_of]
    for ours, theirs, span in named:
        if BY_NAME[ours].unit == "metres" and ours not in tables and coded & {*theirs}:
            yield span, ours


def _conditions(reader: TreeReader, tree: Tree | None) -> Conditions:
    if tree is None:
        return ()
    return tuple(
        (key.text, frozenset(normalised(word) for word in reader.words(value)))
        for key, value in reader.table(tree)
    )


def _least(reader: TreeReader, tree: Tree) -> Settings:
    settings = reader.settings(tree)
    for name, text in settings:
        if BY_NAME[name].holds != "number" or not text:
            reader.wrong(tree.span, f"{name} has no least number", "write it of a number: 25000")
    return tuple(one for one in settings if BY_NAME[one[0]].holds == "number" and one[1])
