"""Names of places in reports, and places in words: where they lie, and what is to be told of it."""

from checker.geography.doubt.doubt import Doubt
from checker.reports.position.atlas import Atlas, Found
from checker.reports.position.offsets import offset_of, placed
from checker.reports.rejected import Fault

__all__ = ["named_doubt"]

_FEW = 5


def named_doubt(text: str, atlas: Atlas) -> tuple[Doubt | None, tuple[Fault, ...]]:
    """Return where a text says that something is, None where nobody knows, with notes on it.

    A name goes before words: a place may be called so. Notes are no faults: the row is taken.
    """
    found = atlas.find(text)
    if found is not None:
        return found.doubt, tuple(_notes(text, (found,)))
    offset = offset_of(text)
    if offset is not None:
        where = placed(offset, atlas)
        if not isinstance(where, str):
            doubt, names = where
            return doubt, tuple(_notes(text, names))
        return None, _unknown(_as_written(where, text), atlas)
    return None, _unknown(text, atlas)


def _notes(text: str, names: tuple[Found, ...]) -> list[Fault]:
    """Return what nobody should take in silence: several places of one name, other spellings."""
    notes = []
    for one in names:
        listed = ", ".join(one.hits[:_FEW]) + (", ..." if len(one.hits) > _FEW else "")
        if len(one.hits) > 1:
            message = f"'{text}' names {len(one.hits)} places of the gazetteer: {listed}"
            hint = "the area that holds them all was taken: say which, such as 'Nawa, Daraa'"
            notes.append(Fault("R163", message, hint))
        if one.is_folded:
            message = f"'{text}' was taken for {listed}, spelled with other accents or marks"
            notes.append(Fault("R164", message, "add it to alternate_names if it is the same"))
    return notes


def _as_written(name: str, text: str) -> str:
    """Return a name that was read from a text without regard to case as it stands there."""
    at = text.casefold().find(name)
    return text[at : at + len(name)] if at >= 0 and len(text.casefold()) == len(text) else name


def _unknown(name: str, atlas: Atlas) -> tuple[Fault, ...]:
    """Return a note on a name that a gazetteer does not know; none where there is no gazetteer."""
    if not atlas.sha256:
        return ()
    near = atlas.nearest(name)
    hint = f"did you mean {' or '.join(near)}?" if near else "add it, or give its position"
    return (Fault("R165", f"no place '{name}' in {atlas.name}", hint),)
