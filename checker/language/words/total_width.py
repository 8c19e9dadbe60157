"""``total_width: Q``: within half of Q, on both sides."""

from checker.language.document import text_of
from checker.language.text import Scalar, Table
from checker.language.words.beyond import taken
from checker.language.words.word import Word, added, entry, mapping

__all__ = ["WORD"]


def expand(table: Table) -> Table:
    """Mean half of the width on each side."""
    width, span = table.get("total_width"), table.key("total_width").span
    left, toward = taken(table, "total_width"), table.get("toward")
    assert width is not None
    half = mapping(width.span, entry("half_of", width, width.span))
    beside = [pair for pair in table.entries if pair[0].text == "of"]
    both = entry("toward", Scalar("both", span), span)
    first = table.entries[0][0].span
    band = mapping(first, entry("within", half, first), *beside, both)
    if toward is not None and "toward" not in left.keys() and text_of(toward) != "both":
        # A width has two sides: a witness that would be lost here is left for the reader to refuse.
        left = Table((*left.entries, (table.key("toward"), toward)), left.span)
    return added(left, "all_of", band, span)


WORD = Word(
    "total_width",
    "region",
    "a band along a line, so wide in all",
    "{total_width: Q, of: L}  =  {within: half of Q, of: L, toward: both}",
    expand,
)
