"""The keys of a region: which there are, which take two values, and what is left to read."""

from checker.language.document import Document, entries_of, text_of
from checker.language.drawing_keys import BESIDE, DRAWN
from checker.language.misspelt import mended
from checker.language.problems import meant
from checker.language.text import Node, Table
from checker.language.words import WORDS
from checker.language.words.word import without
from checker.values.quantity import QuantityError, parse_quantity

__all__ = ["REGION_KEYS", "readable"]

_CORE_KEYS = ("within", "of", "toward", "side_of", "inside", "not", "any_of", "all_of")
REGION_KEYS = (*_CORE_KEYS, *(word.key for word in WORDS if word.of == "region"))
_DEPTHS = ("within", "beyond", "ring", "total_width")
_SPOKEN = {
    "union": "write any_of",
    "intersection": "write several keys, or all_of",
    "difference": "write not",
    "lon": "write point: {lon: 36.1, lat: 32.6}",
    "lat": "write point: {lon: 36.1, lat: 32.6}",
    **dict.fromkeys(BESIDE, "only a place that is drawn has this: take it away"),
}
_PAIRS = {
    "ring": ("two lengths", "ring: [10 km, 20 km]"),
    "between": ("two lines", "between: [LINE, LINE]"),
}
_PAIR = 2


def readable(document: Document, node: Table) -> Table:
    """Refuse what says no region, each thing once; return the keys that can be read.

    What hangs on a key that is refused (``of``, of a depth) is not told a second time.
    """
    if not node.entries:
        message, hint = "the region says nothing", "write inside:, within: and of:, or the like"
        document.problems.add("L723", message, node.span, hint)
    refused = [
        key.text or ""
        for key, value in node.entries
        if _is_refused(document, node, key.text, value)
    ]
    left = without(mended(node, REGION_KEYS, _SPOKEN), *refused)
    if refused and not any(key in _DEPTHS for key in left.keys()):
        idle = ("of",) if "side_of" in left.keys() else ("of", "toward")
        left = without(left, *idle)
    return left


def _is_refused(document: Document, node: Table, name: str | None, value: Node) -> bool:
    if name is None or name not in REGION_KEYS:
        if name in BESIDE and mended(node, DRAWN, (*REGION_KEYS, *_SPOKEN)) != node:
            return True  # a misspelt drawing has its own problem, and this belongs to it
        known = (*REGION_KEYS, *DRAWN, *document.section("questions"))
        hint = _SPOKEN[name] if name in _SPOKEN else meant(name or "", known)
        message = f"unknown key {name!r} of a region"
        if name in document.section("questions"):
            hint = "put the question alone into a mapping, under all_of: beside the other keys"
            message = f"the question {name!r} stands beside other keys"
        document.problems.add("L101", message, node.key(name or "").span, hint)
        return True
    if name in _PAIRS and len(entries_of(value)) != _PAIR:
        said, example = _PAIRS[name]
        document.problems.add("L728", f"{name} takes {said}", value.span, f"write {example}")
        return True
    if name == "ring":
        _check_ring(document, *entries_of(value))
    return False


def _check_ring(document: Document, near: Node, far: Node) -> None:
    """Refuse a ring whose inner depth reaches its outer one: no ground lies in it."""
    try:
        inner, outer = (parse_quantity(text_of(end) or "", "length") for end in (near, far))
    except QuantityError:
        return  # it stands in another form, or has its own problem
    if inner.low >= outer.high:
        message = f"no ground lies beyond {inner.said} and within {outer.said}"
        document.problems.add("L734", message, near.span, "write the shorter length first")
