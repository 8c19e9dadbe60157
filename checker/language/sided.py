"""What ``own_KEY`` and ``other_KEY`` stand for on the side for which a clause is read."""

from checker.language.reading import Reading
from checker.language.text import Node, Table

__all__ = ["part_of_side", "sided", "unsided"]


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
    table = sides[side].value
    if not isinstance(table, Table):
        return None
    for word in (f"own_{key}", key):
        if (value := table.get(word)) is not None:
            reading.document.use("sides", part_of_side(side, word))
            return value
    return None


def unsided(reading: Reading, name: str) -> str:
    """Return a hint for a word of sides that stands for nothing here; empty for other words."""
    whose, _, key = name.partition("_")
    sides = tuple(reading.document.section("sides"))
    if name in sides:
        return "a side is none: name its forces, or write binds: each_side"
    if whose not in ("own", "other") or not key or not sides:
        return ""
    if reading.side is None:
        return f"write binds: each_side: {name} is a side's, and no side is bound here"
    others = [side for side in sides if side != reading.side]
    if whose == "other" and len(others) != 1:
        return f"declare two sides: {name} is of the other one, and there are {len(sides)}"
    return f"add own_{key}: to the side {(reading.side if whose == 'own' else others[0])!r}"


def part_of_side(side: str, key: str) -> str:
    """Return the name under which the use of what a side has is noted."""
    return f"{side}.{key}"
