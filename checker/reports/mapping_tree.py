"""From the located text of a mapping file to a mapping; every mistake is named with its place."""

from collections.abc import Iterator

from checker.reports.clock import is_zone
from checker.reports.columns import BY_NAME
from checker.reports.encoding import is_encoding
from checker.reports.mapping import Mapping, Rename, RowRule, Skip, Split, ValueTable
from checker.reports.mapping_cases import cases, lengths_of_codes, unread
from checker.reports.mapping_records import exactness, first_of, made
from checker.reports.mapping_words import TreeReader
from checker.reports.source import Form
from checker.reports.spelling import did_you_mean, normalised, zone_meant
from checker.reports.times.patterns import Pattern, pattern_of
from checker.reports.tree import Listing, Table, Tree
from checker.values.diagnostic import CheckerError, Diagnostic, place_in_file

__all__ = ["KEYS", "METRES_PER_UNIT", "UNIT_NAMES", "mapping_from"]

KEYS = (
    "columns",
    "constants",
    "units",
    "values",
    "split",
    "first_of",
    "exactness",
    "reports",
    "cases",
    "unread",
    "rows",
    "skip",
    "zone",
    "dates",
    "encoding",
    "sheet",
)
METRES_PER_UNIT = {
    "m": "1",
    "km": "1000",
    # SI Brochure, 8th ed. (2006), table 8; NIST SP 811 (2008), B.6: the mile is 1609.344 m.
    "nmi": "1852",
    "mi": "1609.344",
    "ft": "0.3048",
    "yd": "0.9144",
}
UNIT_NAMES = {
    "metres": "m",
    "kilometres": "km",
    "nautical miles": "nmi",
    "miles": "mi",
    "feet": "ft",
    "yards": "yd",
}
_REST = "*"
_ABOVE_NOUGHT = ">0"


def mapping_from(name: str, tree: Tree) -> Mapping:
    """Return the mapping that ``tree``, the content of file ``name``, states.

    Raises ``CheckerError`` with every mistake in it, in the order of their places.
    """
    reader = _Reader()
    mapping = reader.mapping(name, tree)
    for span, ours in lengths_of_codes(mapping):
        reader.found.append(
            Diagnostic(
                "R311",
                f"{ours} is taken from a column of codes, which are no lengths",
                span,
                f"say what they mean: values: {{{ours}: {{CODE: METRES, '*': }}}}",
            )
        )
    if reader.found:
        raise CheckerError(*sorted(reader.found, key=place_in_file))
    return mapping


class _Reader(TreeReader):
    """Read the parts of one mapping and collect what is wrong with them."""

    def mapping(self, name: str, tree: Tree) -> Mapping:
        parts = {key.text: value for key, value in self.table(tree, KEYS)}

        def part(key: str) -> Tree:
            return parts.get(key, Table((), tree.span))

        return Mapping(
            name=name,
            columns=tuple(self.renames(part("columns"))),
            constants=self.settings(part("constants")),
            units=dict(self.units(part("units"))),
            values=tuple(self.value_tables(part("values"))),
            splits=tuple(self.splits(part("split"))),
            first_of=tuple(first_of(self, part("first_of"))),
            exactness=tuple(exactness(self, part("exactness"))),
            reports=tuple(made(self, parts.get("reports", Listing((), tree.span)))),
            cases=tuple(cases(self, parts.get("cases", Listing((), tree.span)))),
            unread=tuple(unread(self, parts.get("unread", Listing((), tree.span)))),
            rows=tuple(self.row_rules(part("rows"))),
            skips=tuple(self.skips(part("skip"))),
            zone=self.zone(parts.get("zone")),
            patterns=tuple(self.patterns(parts.get("dates"))),
            span=tree.span,
            form=Form(self.encoding(parts.get("encoding")), self.sheet(parts.get("sheet"))),
        )

    def renames(self, tree: Tree) -> Iterator[Rename]:
        for key, value in self.ours(tree):
            words = self.words(value)
            theirs = tuple(word for word in words if word)
            if len(theirs) > 1 and BY_NAME[key.text].holds in {"number", "word", "name"}:
                self.wrong(value.span, f"{key.text} takes one column", "name one")
            yield Rename(key.text, theirs, value.span, may_lack=bool(theirs) and "" in words)

    def units(self, tree: Tree) -> Iterator[tuple[str, str]]:
        for key, value in self.ours(tree):
            unit = UNIT_NAMES.get(self.word(value), self.word(value))
            if BY_NAME[key.text].unit != "metres":
                self.wrong(key.span, f"{key.text} is no length", "units are for columns in metres")
            elif unit not in METRES_PER_UNIT:
                listed = ", ".join(METRES_PER_UNIT)
                self.wrong(value.span, f"unknown unit '{unit}'", f"write one of {listed}")
            else:
                yield key.text, METRES_PER_UNIT[unit]

    def value_tables(self, tree: Tree) -> Iterator[ValueTable]:
        for key, value in self.ours(tree):
            entries: dict[str, str] = {}
            rest: dict[str, str] = {}
            for theirs, text in self.table(value):
                if theirs.text in {_REST, _ABOVE_NOUGHT}:
                    rest[theirs.text] = self.held(key.text, text)
                else:
                    entries[normalised(theirs.text)] = self.held(key.text, text)
            yield ValueTable(key.text, entries, rest.get(_REST), rest.get(_ABOVE_NOUGHT))

    def splits(self, tree: Tree) -> Iterator[Split]:
        for key, value in self.table(tree):
            ours = self.words(value)
            for name in ours:
                if name not in BY_NAME:
                    hint = did_you_mean(name, BY_NAME)
                    self.wrong(value.span, f"unknown column '{name}'", hint)
            if len(ours) < 2:  # noqa: PLR2004 - a split has two parts at least
                self.wrong(
                    key.span, f"'{key.text}' is split into one part", "write columns: for one"
                )
            yield Split(key.text, ours, key.span)

    def row_rules(self, tree: Tree) -> Iterator[RowRule]:
        for key, value in self.table(tree):
            parts = value.items if isinstance(value, Listing) else (value,)
            if not parts:
                hint = f"write skip: {{{key.text}: why}} to leave the row out"
                self.wrong(key.span, f"'{key.text}' is made into no row at all", hint)
            yield RowRule(key.text, tuple(self.settings(part) for part in parts), key.span)

    def skips(self, tree: Tree) -> Iterator[Skip]:
        for key, value in self.table(tree):
            reason = self.word(value)
            if not reason:
                self.wrong(key.span, f"'{key.text}' is skipped without a reason", "write why")
            yield Skip(key.text, reason, key.span)

    def zone(self, tree: Tree | None) -> str | None:
        if tree is None:
            return None
        name = self.word(tree)
        if not is_zone(name):
            self.wrong(tree.span, f"unknown time zone '{name}'", zone_meant(name))
        return name

    def encoding(self, tree: Tree | None) -> str | None:
        if tree is None:
            return None
        name = self.word(tree)
        if not is_encoding(name):
            hint = "such as windows-1252, windows-1251, windows-1256, utf-8"
            self.wrong(tree.span, f"unknown encoding '{name}'", hint)
        return name

    def sheet(self, tree: Tree | None) -> str | None:
        return None if tree is None else self.word(tree) or None

    def patterns(self, tree: Tree | None) -> Iterator[Pattern]:
        for text in self.words(tree) if tree else ():
            pattern = pattern_of(text)
            if pattern is None and tree is not None:
                hint = "write YYYY, MM and DD once each, and hh, mm, ss if there are clock times"
                self.wrong(tree.span, f"'{text}' is no date format", hint)
            elif pattern is not None:
                yield pattern
