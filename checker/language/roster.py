"""The declared actors: what they are called, what ties them, and what is a group and no actor."""

from checker.language.actors import GROUP_KEYS, Actors
from checker.language.document import Document, Section, entries_of, text_of
from checker.language.keys import check_texts
from checker.language.problems import meant
from checker.language.text import Items, Scalar, Table
from checker.language.ties import Ties, ties_of
from checker.values.span import Span
from checker.values.spelling import normalised

__all__ = ["actors_of"]

_ACTOR_KEYS = ("name", "aliases", "armed", "edges", "note")


def actors_of(document: Document) -> Actors:
    """Read the declared actors; groups are told from actors by their keys."""
    sections = document.section("actors")
    ids = tuple(name for name, section in sections.items() if not _is_group(section))
    titles, aliases, ties, unarmed = [], [], {}, set()
    names: dict[str, str] = {}
    first: dict[str, Span] = {}
    for name in ids:
        value = sections[name].value
        table = value if isinstance(value, Table) else Table((), value.span)
        _check_actor(document, table)
        titles.append(text_of(table.get("name")) or name)
        aliases.append(tuple(text_of(a) or "" for a in entries_of(table.get("aliases"))))
        ties[name] = ties_of(document, table, ids)
        if text_of(table.get("armed")) == "false":
            unarmed.add(name)
        _name(document, names, first, sections[name].key, table)
    return Actors(ids, tuple(titles), tuple(aliases), Ties(ties), frozenset(unarmed), names)


def _name(
    document: Document, names: dict[str, str], first: dict[str, Span], key: Scalar, table: Table
) -> None:
    """Note the spellings of an actor; one that means two actors would bind the wrong one.

    It is told where it is typed, be that in a list of aliases, with the other's place.
    """
    actor, told = key.text or "", set[str]()
    for node in (key, table.get("name"), *entries_of(table.get("aliases"))):
        spelling = text_of(node)
        if node is None or spelling is None:
            continue
        compared = normalised(spelling)
        owner = names.setdefault(compared, actor)
        other = first.setdefault(compared, node.span)
        if owner != actor and compared not in told:
            told.add(compared)
            message = f"{spelling!r} is a name of {owner!r} and of {actor!r}"
            hint = f"take it from one of them; {owner!r} has it in {other.file}:{other.line}"
            document.problems.add("L311", message, node.span, hint)


def _is_group(section: Section) -> bool:
    if not isinstance(section.value, Table):
        return isinstance(section.value, Items) or section.value.text is not None
    keys = section.value.keys()
    special = (*GROUP_KEYS, "all_except", "assumed", "deferred")
    is_choice = len(keys) == 1 and keys[0] not in _ACTOR_KEYS
    return any(key in special for key in keys) or (
        is_choice and isinstance(section.value.get(keys[0]), Table)
    )


def _check_actor(document: Document, table: Table) -> None:
    for key in table.keys():
        if key not in _ACTOR_KEYS:
            document.problems.add(
                "L101",
                f"unknown key {key!r} of an actor",
                table.key(key).span,
                meant(key, (*_ACTOR_KEYS, *GROUP_KEYS)),
            )
    check_texts(document, table, one=("name", "note"), many=("aliases",))
    armed = table.get("armed")
    if armed is not None and text_of(armed) not in ("true", "false"):
        document.problems.add("L307", "armed is true or false", armed.span, "write one of the two")
