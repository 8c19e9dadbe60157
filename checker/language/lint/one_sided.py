"""Duties that bind one side where the words speak of two."""

from collections.abc import Iterator

from checker.language.actors import Actors
from checker.language.core.clause import Clause, CoreClause
from checker.language.document import text_of
from checker.language.lint.linted import Check, Found, Linted
from checker.language.lint.overlap import agree, certain_members
from checker.language.reading import Reading, Unanswered
from checker.language.roster import actors_of
from checker.language.text import Node, Table

__all__ = ["CHECK"]

_TWO = 2


def run(linted: Linted) -> Iterator[Found]:
    """Find two kinds of one-sided duty.

    A clause that stands ``in_return_for`` a duty of the very same actors, so that nobody gives
    anything back. And, in a deal that declares ``sides``, a duty of one side of which the other has
    no like: usually it should bind ``each_side``. A duty that answers another's without being
    answered is no mistake: deals are full of them.
    """
    clauses = {clause.id: clause for clause in linted.core.clauses}
    for clause in linted.core.clauses:
        table = linted.clause(clause.id)
        node = table.get("in_return_for")
        other = clauses.get(_kept(node) or "")
        if node is not None and other is not None and _binds_the_same(clause, other):
            message = f"{clause.id!r} and {other.id!r} bind the same, so nothing is returned"
            hint = "name the clause that binds the other side, or write so_long_as:"
            yield Found(message, table.key("in_return_for").span, hint)
    yield from _without_a_like(linted)


def _kept(node: Node | None) -> str | None:
    return text_of(node.get("kept")) if isinstance(node, Table) else None


def _binds_the_same(one: CoreClause, other: CoreClause) -> bool:
    pairs = [
        (_bound(mine), _bound(theirs))
        for mine in one.readings
        for theirs in other.readings
        if agree(mine.answers, theirs.answers) and not _is_mirrored(mine)
    ]
    return bool(pairs) and all(mine and mine == theirs for mine, theirs in pairs)


def _is_mirrored(reading: Clause) -> bool:
    return any(variant.side is not None for variant in reading.variants)


def _bound(reading: Clause) -> frozenset[int]:
    return frozenset().union(
        *(certain_members(variant.pattern.who) for variant in reading.variants)
    )


def _without_a_like(linted: Linted) -> Iterator[Found]:
    """Find duties of one side alone, where no clause of the same kind binds the other."""
    sides = _forces(linted)
    if len(sides) != _TWO:
        return
    duties = {
        clause: _sides_bound(clause, sides)
        for clause in linted.core.clauses
        if clause.readings and clause.readings[0].kind != "permits"
    }
    for clause, bound in duties.items():
        others = [name for name in sides if name not in bound]
        if len(others) != 1 or any(
            others[0] in theirs and _is_like(clause, other) for other, theirs in duties.items()
        ):
            continue
        table = linted.clause(clause.id)
        span = table.key("binds").span if "binds" in table.keys() else clause.span
        (side,) = bound
        message = f"{clause.id!r} binds the side {side!r} alone, and nothing binds {others[0]!r} so"
        yield Found(message, span, "write binds: each_side if the duty is mutual")


def _forces(linted: Linted) -> dict[str, frozenset[int]]:
    """Return who is of each side's forces; nobody is of a side whose forces a question tells."""
    found: dict[str, frozenset[int]] = {}
    actors: Actors | None = None
    for name, section in linted.document.section("sides").items():
        forces = section.value.get("forces") if isinstance(section.value, Table) else None
        if forces is None:
            continue
        actors = actors or actors_of(linted.document)
        try:
            group = actors.group(Reading(linted.document, {}), forces, f"sides.{name}.forces")
        except Unanswered:
            continue
        found[name] = certain_members(group)
    return found


def _sides_bound(clause: CoreClause, sides: dict[str, frozenset[int]]) -> frozenset[str]:
    bound = frozenset().union(*(_bound(reading) for reading in clause.readings))
    return frozenset(name for name, forces in sides.items() if forces & bound)


def _is_like(one: CoreClause, other: CoreClause) -> bool:
    """Say whether two clauses are of one kind and about the same doing."""
    return any(
        mine.kind == theirs.kind and a.pattern.does == b.pattern.does
        for mine in one.readings
        for theirs in other.readings
        for a in mine.variants
        for b in theirs.variants
    )


CHECK = Check("W103", "one-sided duties", run, is_cheap=False)
