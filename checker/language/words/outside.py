"""``outside: A``: not inside A."""

from checker.language.text import Table
from checker.language.words.word import Word, added, entry, mapping, without

__all__ = ["WORD"]


def expand(table: Table) -> Table:
    """Mean all the ground but that of the place."""
    place, span = table.get("outside"), table.key("outside").span
    assert place is not None
    ground = mapping(span, entry("not", place, place.span))
    return added(without(table, "outside"), "all_of", ground, span)


WORD = Word("outside", "region", "anywhere but there", "{outside: A}  =  {not: A}", expand)
