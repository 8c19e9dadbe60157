"""What a mapping says of whole rows: which reports each makes, and how exact its dates are."""

import re
from collections.abc import Iterator

from checker.reports.columns import BY_NAME
from checker.reports.mapping import Exactness, FirstOf, Made, Rename
from checker.reports.mapping_words import TreeReader
from checker.reports.spelling import did_you_mean, normalised
from checker.reports.tree import Listing, Table, Tree

__all__ = ["WIDTHS", "exactness", "first_of", "made"]

WIDTHS = ("day", "month", "year")
_DAYS = re.compile(r"(\d{1,4}) days?", re.ASCII)
_DATE = "seen_from"


def first_of(reader: TreeReader, tree: Tree) -> Iterator[FirstOf]:
    """Yield the columns of which the first that has something counts."""
    for key, value in reader.ours(tree):
        words = reader.words(value)
        theirs = tuple(word for word in words if word)
        if not theirs:
            reader.wrong(value.span, f"no column is named for {key.text}", "name two or more")
        yield FirstOf(key.text, theirs, may_lack="" in words, span=value.span)


def exactness(reader: TreeReader, tree: Tree) -> Iterator[Exactness]:
    """Yield how dates are widened, each by a column of codes."""
    for key, value in reader.ours(tree):
        if key.text != _DATE:
            hint = f"write it of {_DATE}: what comes out is {_DATE} and seen_to"
            reader.wrong(key.span, f"{key.text} is not widened", hint)
        parts = {one.text: held for one, held in reader.table(value, ("by", "within"))}
        if set(parts) != {"by", "within"}:
            hint = "{by: THEIR COLUMN, within: {CODE: day, CODE: 7 days, CODE: month}}"
            reader.wrong(value.span, "it needs 'by' and 'within'", hint)
            continue
        entries = {}
        for code, held in reader.table(parts["within"]):
            width = reader.word(held)
            days = _DAYS.fullmatch(width)
            if width and width not in WIDTHS and days is None:
                hint = f"write one of {', '.join(WIDTHS)}, or a number to both sides: 7 days"
                reader.wrong(held.span, f"a date is not '{width}' wide", hint)
            entries[normalised(code.text)] = days[1] if days else width
        yield Exactness(key.text, reader.word(parts["by"]), entries, value.span)


def made(reader: TreeReader, tree: Tree) -> Iterator[Made]:
    """Yield the reports that each row makes."""
    if not isinstance(tree, Listing):
        reader.wrong(tree.span, "expected a list of reports", "- {columns: {actor: side_a}}")
        return
    for item in tree.items:
        parts = {key.text: held for key, held in reader.table(item, ("columns", "set", "needs"))}
        columns = tuple(_columns(reader, parts.get("columns", Table((), item.span))))
        needs = reader.words(parts["needs"]) if "needs" in parts else ()
        if any(one.ours == "id" for one in columns):
            hint = "leave it out: the second report of a row gets .2 behind the id of the row"
            reader.wrong(item.span, "the id of a report is that of its row", hint)
        settings = reader.settings(parts.get("set", Table((), item.span)))
        yield Made(columns, settings, tuple(word for word in needs if word), item.span)


def _columns(reader: TreeReader, tree: Tree) -> Iterator[Rename]:
    for key, value in reader.ours(tree):
        theirs = tuple(word for word in reader.words(value) if word)
        if len(theirs) > 1 and BY_NAME[key.text].holds in {"number", "word", "name"}:
            reader.wrong(value.span, f"{key.text} takes one column", "name one")
        if not theirs:
            hint = did_you_mean(key.text, ("set",))
            reader.wrong(value.span, f"no column is named for {key.text}", hint or "name one")
            continue
        yield Rename(key.text, theirs, value.span)
