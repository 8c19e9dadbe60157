"""Groups that hold somebody whom the rest of the agreement treats as apart from them."""

from collections.abc import Iterator
from dataclasses import dataclass

from checker.language.actors import Actors
from checker.language.core.clause import CoreClause
from checker.language.document import entries_of, text_of
from checker.language.lint.linted import Check, Found, Linted
from checker.language.lint.overlap import certain_members
from checker.language.lint.walk import tables_in
from checker.language.reading import Deferred, Reading
from checker.language.roster import actors_of
from checker.language.text import Items, Node, Scalar, Table
from checker.language.ties import EDGES

__all__ = ["CHECK"]


_FEW = 3


@dataclass(frozen=True, slots=True)
class _Telling:
    """Hold what tells a group: mappings such as {backed_by: x}, and actors named one by one."""

    tables: tuple[Table, ...] = ()
    names: frozenset[str] = frozenset()

    def joined(self, other: "_Telling") -> "_Telling":
        return _Telling((*self.tables, *other.tables), self.names | other.names)


def run(linted: Linted) -> Iterator[Found]:
    """Find groups told by edges that swallow someone unexpected.

    Looked at are the groups that clauses bind. Unexpected is a member that is not of the patron's
    own, that the same clause does not name, and that stands apart elsewhere: it is a party, a
    permission is given to it, a clause protects it (``against``), or another group excepts it.
    """
    actors = actors_of(linted.document)
    apart = _apart(linted)
    for clause in linted.core.clauses:
        node = linted.clause(clause.id).get("binds")
        if node is None or clause.readings[0].kind == "permits":
            continue
        for reading in clause.readings:
            settled = Reading(linted.document, dict(reading.answers))
            telling = _telling(settled, actors, node)
            for table in telling.tables:
                yield from _swallowed(settled, actors, table, (clause, telling, apart))


def _swallowed(
    reading: Reading,
    actors: Actors,
    table: Table,
    about: tuple[CoreClause, _Telling, dict[str, str]],
) -> Iterator[Found]:
    clause, telling, apart = about
    members = certain_members(actors.group(reading, table, "binds"))
    own = _own(actors, table)
    names = [
        actor
        for index, actor in enumerate(actors.ids)
        if index in members and index not in own and actor in apart and actor not in telling.names
    ]
    if not names:
        return
    shown = ", ".join(f"{name} ({apart[name]})" for name in names[:_FEW])
    more = f" and {len(names) - _FEW} more" if len(names) > _FEW else ""
    is_own = table.span.file == reading.document.shown
    message = f"the group that {clause.id!r} binds holds {shown}{more}"
    hint = f"write except: [{', '.join(names[:_FEW])}], or name them in a list if they are meant"
    yield Found(message, table.first if is_own else clause.span, hint)


def _own(actors: Actors, table: Table) -> frozenset[int]:
    """Return who is a patron's own: itself, and what is part of it or commanded by it."""
    kind = next(key for key in table.keys() if key in EDGES)
    patrons = [name for item in entries_of(table.get(kind)) if (name := text_of(item))]
    known = [certain_members(actors.plain(name)) for name in patrons if name in actors.ties.of]
    return frozenset().union(*known)


def _telling(reading: Reading, actors: Actors, node: Node) -> _Telling:
    """Follow names, lists and questions down to what tells a group."""
    settled = reading.settle(node, "binds")
    match settled:
        case Deferred():
            return _Telling()
        case Items(items):
            found = _Telling()
            for item in items:
                found = found.joined(_telling(reading, actors, item))
            return found
        case Scalar(text):
            section = reading.document.section("actors").get(text or "")
            if text is None or section is None or text in reading.stack:
                return _Telling()
            if text in actors.ties.of:
                return _Telling(names=frozenset({text}))
            return _telling(reading.within(text), actors, section.value)
        case Table():
            is_told = any(key in EDGES for key in settled.keys())
            return _Telling((settled,)) if is_told else _Telling()


def _apart(linted: Linted) -> dict[str, str]:
    """Return the actors that stand apart, each with the first reason why."""
    found = dict.fromkeys(linted.core.parties, "a party")
    for table, key, why in _mentions(linted):
        for item in entries_of(table.get(key)):
            found.setdefault(text_of(item) or "", why)
    return found


def _mentions(linted: Linted) -> Iterator[tuple[Table, str, str]]:
    """Yield where somebody is named as apart from others: a mapping, its key, and why."""
    document = linted.document
    for name in document.section("clauses"):
        clause = linted.clause(name)
        yield clause, "against", f"whom {name!r} protects"
        if "permits" in clause.keys():
            yield clause, "to", f"to whom {name!r} permits something"
    for kind in ("actors", "clauses"):
        for name, section in document.section(kind).items():
            for table in tables_in(section.value) if section.is_own else ():
                yield table, "except", f"whom {name!r} excepts"
                yield table, "all_except", f"whom {name!r} excepts"


CHECK = Check("W104", "groups that swallow someone unexpected", run, is_cheap=False)
