"""Lengths and counts of the text: exact, vague, assumed, deferred, or the greater of several."""

import math

from checker.geography.region import Length
from checker.language.document import entries_of, text_of
from checker.language.misspelt import mended
from checker.language.problems import nearest
from checker.language.reading import Deferred, Reading, written
from checker.language.text import Node, Table
from checker.values.quantity import QuantityError, parse_quantity

__all__ = ["count_of", "length_of"]

_FORMS = ("greater_of", "assumed", "deferred")


def length_of(reading: Reading, node: Node, path: str) -> Length:
    """Read a length; a deferred one runs from nothing to infinity.

    What cannot be read is a problem, and stands as deferred so that the reading goes on.
    """
    settled = reading.settle(node, path)
    if isinstance(settled, Deferred):
        return Length(0.0, math.inf, f"deferred: {settled.why}", is_deferred=True)
    if isinstance(settled, Table):
        return _greatest(reading, settled, path)
    text = text_of(settled)
    if text is None:
        reading.say("L502", "a length is missing", settled, "write one, such as '15 km'")
        return Length(0.0, math.inf, "missing", is_deferred=True)
    if text == "own range":
        message = "distances from a weapon's own range come in a later version"
        reading.say("L900", message, settled, "write the range as a length, such as 27 km")
        return Length(0.0, math.inf, text, is_deferred=True)
    try:
        quantity = parse_quantity(text, "length")
    except QuantityError as error:
        reading.say("L501", str(error), settled, error.hint)
        return Length(0.0, math.inf, text, is_deferred=True)
    return Length(quantity.low, quantity.high, quantity.said)


def count_of(reading: Reading, node: Node, path: str) -> tuple[float, float]:
    """Read a count as (low, high); a deferred one is open from nothing to infinity."""
    settled = reading.settle(node, path)
    if isinstance(settled, Deferred):
        return 0.0, math.inf
    try:
        quantity = parse_quantity(written(settled), "count")
    except QuantityError as error:
        reading.say("L503", f"expected a count: {error}", settled, "write a whole number")
        return 0.0, math.inf
    if not (quantity.low.is_integer() and quantity.high.is_integer()):
        message = f"expected a count: {quantity.said!r} is not whole"
        reading.say("L503", message, settled, "write a whole number")
    return quantity.low, quantity.high


def _greatest(reading: Reading, node: Table, path: str) -> Length:
    """Read ``{greater_of: [...]}``: each end is the greatest of the ends.

    ``half_of`` is what the word ``total_width`` expands into.
    """
    if node.keys() == ("half_of",):
        return _half(length_of(reading, node.entries[0][1], path))
    parts = [length_of(reading, item, path) for item in entries_of(node.get("greater_of"))]
    others = [key for key in node.keys() if key != "greater_of"]
    if mended(node, _FORMS) != node:
        others = [key for key in others if key != "why"]  # it belongs to what is misspelt
    if not parts and not others:
        reading.say("L502", "a length is missing", node, "write one, such as '15 km'")
        return Length(0.0, math.inf, "missing", is_deferred=True)
    for key in others:
        message = f"unknown key {key!r} of a length"
        hint = nearest(key, _FORMS) or "write 15 km, or {greater_of: [10 km, 5 mi]}, or the like"
        if key in reading.document.section("questions"):
            message, hint = f"the question {key!r} stands beside other keys", "keep it alone"
        reading.document.problems.add("L101", message, node.key(key).span, hint)
    return Length(
        max((part.low_m for part in parts), default=0.0),
        max((part.high_m for part in parts), default=math.inf),
        written(node),
        not parts or any(part.is_deferred for part in parts),
    )


def _half(whole: Length) -> Length:
    said = f"half of {whole.said}"
    return Length(whole.low_m / 2, whole.high_m / 2, said, whole.is_deferred)
