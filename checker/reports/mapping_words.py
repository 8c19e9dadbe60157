"""Texts, lists and tables of a mapping file, read with what is wrong with them."""

from collections.abc import Iterator

from checker.reports.columns import BY_NAME
from checker.reports.mapping import Settings
from checker.reports.numbers import plain_number
from checker.reports.spelling import did_you_mean, normalised
from checker.reports.tree import Listing, Table, Tree, Word
from checker.values.diagnostic import Diagnostic
from checker.values.span import Span

__all__ = ["TreeReader"]


class TreeReader:
    """Read parts of a mapping, and collect what is wrong in ``found``."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []

    def wrong(self, span: Span, message: str, hint: str = "") -> None:
        """Note that something is wrong at a place."""
        self.found.append(Diagnostic("R109", message, span, hint))

    def table(self, tree: Tree, known: tuple[str, ...] = ()) -> Iterator[tuple[Word, Tree]]:
        """Yield the entries of a table whose keys are among ``known`` (any, if there are none)."""
        if isinstance(tree, Word) and not tree.text:
            return
        if not isinstance(tree, Table):
            self.wrong(tree.span, "expected keys with values")
            return
        for key, value in tree.entries:
            if known and key.text not in known:
                self.wrong(key.span, f"unknown key '{key.text}'", did_you_mean(key.text, known))
            else:
                yield key, value

    def ours(self, tree: Tree) -> Iterator[tuple[Word, Tree]]:
        """Yield the entries of a table whose keys are columns of the contract."""
        yield from self.table(tree, tuple(BY_NAME))

    def word(self, tree: Tree) -> str:
        """Return one text."""
        if isinstance(tree, Word):
            return tree.text.strip()
        self.wrong(tree.span, "expected one text")
        return ""

    def words(self, tree: Tree) -> tuple[str, ...]:
        """Return one text or a list of texts; a blank one stays a blank text."""
        if isinstance(tree, Listing):
            return tuple(self.word(item) for item in tree.items)
        return (self.word(tree),)

    def settings(self, tree: Tree) -> Settings:
        """Return columns of the contract with what stands in them."""
        return tuple((key.text, self.held(key.text, value)) for key, value in self.ours(tree))

    def held(self, name: str, tree: Tree) -> str:
        """Return the text of a cell of the contract's column ``name``."""
        text = self.cell(tree)
        self.check(name, text, tree.span)
        return text

    def check(self, name: str, text: str, span: Span) -> None:
        """Refuse what no row could hold: else every row would be refused for it."""
        column = BY_NAME[name]
        if not text:
            return
        if column.holds == "word":
            if normalised(text) not in {normalised(word) for word in column.words}:
                self.wrong(span, f"unknown {name} '{text}'", did_you_mean(text, column.words))
        elif column.holds == "number":
            plain = plain_number(text, has_decimal_comma=False)
            if plain is None or not column.least <= float(plain) <= column.most:
                hint = f"{column.least:.15g} to {column.most:.15g} {column.unit}".strip()
                self.wrong(span, f"{name} cannot be '{text}'", hint)

    def cell(self, tree: Tree) -> str:
        """Return the text of a cell; a list is written as a cell holds it."""
        return ";".join(self.words(tree))
