"""A mapping that starts from another one: what it says itself goes before what that one says."""

from checker.reports.spelling import normalised
from checker.reports.tree import Listing, Table, Tree, Word
from checker.values.diagnostic import Diagnostic

__all__ = ["extended", "idle_units"]

_SOURCES = ("columns", "first_of", "constants")
"""Where a column may come from: who names one here takes it away from the others."""
_ADDED = ("cases", "unread")
"""Lists of which the own entries come behind the others; other lists are replaced."""
_TABLES = "values"
"""Tables of words: who says what one word means has not said what the others mean."""


def extended(base: Tree, own: Table) -> Tree:
    """Return ``base`` with what ``own`` says otherwise, key by key."""
    if not isinstance(base, Table):
        return own
    taken = {
        name.text
        for key, held in own.entries
        if key.text in _SOURCES and isinstance(held, Table)
        for name, _ in held.entries
    }
    entries: list[tuple[Word, Tree]] = []
    for key, held in base.entries:
        other = own.get(key.text)
        left = _without(held, taken) if key.text in _SOURCES else held
        entries.append((key, left if other is None else _merged(key.text, left, other)))
    known = {key.text for key, _ in base.entries}
    entries += [one for one in own.entries if one[0].text not in known]
    return Table(tuple(entries), own.span)


def idle_units(base: Tree, own: Table) -> list[Diagnostic]:
    """Return a problem for each unit that changes nothing, as ``base`` has lengths for all codes.

    What its tables give is in metres, and so is what stands for single codes in ``own``.
    """
    tables, units = base.get(_TABLES) if isinstance(base, Table) else None, own.get("units")
    if not isinstance(tables, Table) or not isinstance(units, Table):
        return []
    found = []
    for name, _ in units.entries:
        table = tables.get(name.text)
        if isinstance(table, Table) and table.get("*") is not None:
            message = f"a unit of {name.text} changes nothing: the preset has codes there"
            hint = f"write metres in values: {{{name.text}: {{CODE: METRES}}}}, and no unit"
            found.append(Diagnostic("R310", message, name.span, hint))
    return found


def _merged(key: str, base: Tree, own: Tree) -> Tree:
    if _is_blank(own):
        return base
    if isinstance(base, Table) and isinstance(own, Table):
        if key == _TABLES:
            own = Table(
                tuple((name, _filled(base, name, held)) for name, held in own.entries), own.span
            )
        return _beside(base, own)
    if key in _ADDED and isinstance(base, Listing) and isinstance(own, Listing):
        return Listing((*base.items, *own.items), own.span)
    return own


def _beside(base: Table, own: Table) -> Table:
    """Return the entries of ``own``, and those of ``base`` whose names it does not have."""
    named = {normalised(name.text) for name, _ in own.entries}
    kept = tuple(one for one in base.entries if normalised(one[0].text) not in named)
    return Table((*kept, *own.entries), own.span)


def _filled(tables: Table, name: Word, own: Tree) -> Tree:
    """Return the words of one column with what the base makes of all that they leave out."""
    base = tables.get(name.text)
    if isinstance(base, Table) and isinstance(own, Table):
        return _beside(base, own)
    return base if base is not None and _is_blank(own) else own


def _is_blank(tree: Tree) -> bool:
    """Say whether nothing stands behind a key: that says nothing otherwise."""
    return isinstance(tree, Word) and not tree.text.strip()


def _without(tree: Tree, names: set[str]) -> Tree:
    if not isinstance(tree, Table):
        return tree
    return Table(tuple(one for one in tree.entries if one[0].text not in names), tree.span)
