"""Numbers of a clause that its own sentence does not say, and that are not marked as assumed."""

from collections.abc import Iterator

from checker.language.document import Document, text_of
from checker.language.lint.linted import Check, Found, Linted
from checker.language.lint.said import Figures, figures_of
from checker.language.text import Items, Node, Scalar, Table
from checker.values.quantity import Dimension, QuantityError, parse_quantity

__all__ = ["CHECK"]

_LENGTHS = ("within", "beyond", "ring", "total_width", "calibre", "range", "above", "below")
_TIMES = ("lead", "lasts", "plus", "minus")
_COUNTS = ("at_most", "at_least")
_DIMENSIONS: dict[str, tuple[Dimension, ...]] = {
    **dict.fromkeys(_LENGTHS, ("length",)),
    **dict.fromkeys(_TIMES, ("time",)),
    **dict.fromkeys(_COUNTS, ("count", "length")),
}
_PLAIN = frozenset({"0", "1"})
"""None and one are how a clause is counted, not what it says."""


def run(linted: Linted) -> Iterator[Found]:
    """Find lengths, times and counts that stand in no sentence of the deal.

    A clause's numbers are looked for in its own ``says``, in digits or in words and in whatever
    unit; those of a named region in all of them. What is assumed, deferred or a question is
    settled, a clause that says nothing tells nothing, and the figures of a drawing are its own.
    """
    document = linted.document
    sentences = []
    for name in document.section("clauses"):
        clause = linted.clause(name)
        says = text_of(clause.get("says"))
        if says is not None:
            sentences.append(says)
            yield from _unsaid(document, clause, figures_of(says), f"{name!r} does not say it")
    whole = figures_of(*sentences)
    for name, section in document.section("places").items():
        if isinstance(section.value, Table) and not linted.atlas.is_drawn(section.value):
            yield from _unsaid(document, section.value, whole, f"no clause says it ({name!r})")


def _unsaid(document: Document, node: Node, figures: Figures, why: str) -> Iterator[Found]:
    for key, value in _quantities(document, node):
        text = value.text or ""
        if text not in _PLAIN and _is_quantity(text, key) and not figures.hold(text):
            hint = f"write {{assumed: {text}, why: ...}}, or say it in says:"
            yield Found(f"the number {text!r} is not in the text: {why}", value.span, hint)


def _quantities(document: Document, node: Node, key: str = "") -> Iterator[tuple[str, Scalar]]:
    """Yield the values of keys that take a quantity, but for what is marked as nobody's text."""
    if isinstance(node, Items):
        for item in node.items:
            yield from _quantities(document, item, key)
    elif isinstance(node, Scalar):
        if key in _DIMENSIONS:
            yield key, node
    elif not _is_marked(document, node):
        for name, value in node.entries:
            # A list of lengths stands under the key that takes one.
            inner = key if name.text == "greater_of" else name.text or ""
            yield from _quantities(document, value, inner)


def _is_marked(document: Document, node: Table) -> bool:
    keys = node.keys()
    is_question = len(keys) == 1 and keys[0] in document.section("questions")
    return is_question or "assumed" in keys or "deferred" in keys


def _is_quantity(text: str, key: str) -> bool:
    for dimension in _DIMENSIONS[key]:
        try:
            parse_quantity(text, dimension)
        except QuantityError:
            continue
        return True
    return False


CHECK = Check("W105", "invented numbers that are not marked as assumed", run, is_cheap=True)
