"""``requires_notice``: prohibited, unless a register holds a notice that was given in time."""

from checker.language.text import Table
from checker.language.words.word import Word, added, entry, mapping, without

__all__ = ["WORD"]


def expand(table: Table) -> Table:
    """Add the exception for what the register holds; without a register it is left to refuse."""
    notice, span = table.get("requires_notice"), table.key("requires_notice").span
    if not isinstance(notice, Table) or notice.get("register") is None:
        return table
    renamed = tuple(
        entry("registered", value, key.span) if key.text == "register" else (key, value)
        for key, value in notice.entries
    )
    exception = mapping(notice.span, *renamed)
    return added(without(table, "requires_notice"), "unless", exception, span)


WORD = Word(
    "requires_notice",
    "clause",
    "allowed only with a notice in a register, given in time",
    "requires_notice: {lead: 72 h, to: B, register: R}"
    "  =  unless: [{registered: R, to: B, lead: 72 h}]",
    expand,
)
