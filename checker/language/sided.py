"""What ``own_KEY`` and ``other_KEY`` stand for on the side for which a clause is read."""

from checker.language.reading import Reading
from checker.language.text import Node, Table

__all__ = ["sided"]


def sided(reading: Reading, name: str) -> Node | None:
    """Return what ``own_KEY`` or ``other_KEY`` stands for on the side that is meant, or None."""
    sides = reading.document.section("sides")
    whose, _, key = name.partition("_")
    if whose not in ("own", "other") or not key or not sides or reading.side is None:
        return None
    side = reading.side
    if whose == "other":
        others = [other for other in sides if other != side]
        if len(others) != 1:
            return None
        side = others[0]
    value = sides[side].value
    if not isinstance(value, Table):
        return None
    return value.get(f"own_{key}") or value.get(key)
