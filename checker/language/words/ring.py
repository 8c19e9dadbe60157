"""``ring: [A, B]``: within B and beyond A."""

from checker.language.text import Items, Table
from checker.language.words.beyond import farther, nearer, taken
from checker.language.words.word import Word, added

__all__ = ["WORD"]

_ENDS = 2


def expand(table: Table) -> Table:
    """Mean the ground between two depths; what is no pair is left for the reader to refuse."""
    ends, span = table.get("ring"), table.key("ring").span
    if not isinstance(ends, Items) or len(ends.items) != _ENDS:
        return table
    near, far = ends.items
    left = taken(table, "ring")
    return added(
        added(left, "all_of", nearer(table, far), span), "all_of", farther(table, near), span
    )


WORD = Word(
    "ring",
    "region",
    "between two depths",
    "{ring: [A, B], of: P}  =  {all_of: [{within: B, of: P}, {beyond: A, of: P}]}",
    expand,
)
