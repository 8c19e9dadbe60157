"""What stands in a mapping of any kind: only keys that it may have, only sources that there are."""

from checker.language.document import Document, entries_of, text_of
from checker.language.misspelt import mended
from checker.language.problems import meant, meant_name
from checker.language.text import Table

__all__ = ["check_keys", "check_source", "check_texts"]


def check_keys(document: Document, node: Table, known: tuple[str, ...], noun: str) -> Table:
    """Refuse the keys that a mapping may not have; return it with the misspelt ones as meant."""
    left = [key for key in known if key not in node.keys()]
    for key in node.keys():
        if key not in known:
            hint = meant(key, left or known)
            document.problems.add(
                "L101", f"unknown key {key!r} of {noun}", node.key(key).span, hint
            )
    return mended(node, known)


def check_source(document: Document, node: Table, key: str = "source") -> None:
    """Refuse a source that nobody declared; note that it is used where it is declared."""
    source = node.get(key)
    if source is None:
        return
    name, known = text_of(source), document.section("sources")
    if name in known:
        document.use("sources", name or "")
        return
    said = "a source is missing" if name is None else f"the source {name!r} is not declared"
    document.problems.add("L309", said, source.span, meant_name(name or "", known))


def check_texts(
    document: Document, node: Table, *, one: tuple[str, ...], many: tuple[str, ...]
) -> None:
    """Refuse names that are no text: under the keys of ``one``, and in the lists of ``many``."""
    for key in (*one, *many):
        value = node.get(key)
        items = entries_of(value) if key in many else (value,)
        for item in items:
            if item is not None and text_of(item) is None:
                hint = "write one text" if key in one else f"write {key}: [TEXT, TEXT]"
                document.problems.add("L103", f"{key!r} takes text", item.span, hint)
