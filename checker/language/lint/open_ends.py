"""Depths of which much lies off the ends of a line, where nobody can tell the side."""

from collections.abc import Iterator

from checker.geography.region import Within
from checker.geography.sides import off_ends_share
from checker.language.core.clause import CoreClause
from checker.language.lint.linted import Check, Found, Linted
from checker.language.lint.patterns import regions_in, where_of
from checker.language.lint.walk import tables_in
from checker.language.text import Table
from checker.values.span import Span

__all__ = ["CHECK"]

_MUCH = 0.05


def run(linted: Linted) -> Iterator[Found]:
    """Find clauses with a depth of which more than 5 % lies off the ends of its line."""
    shares: dict[Within, float] = {}
    for clause in linted.core.clauses:
        depths = _sided_depths(clause)
        for depth in depths:
            if depth not in shares:
                shares[depth] = off_ends_share(depth) or 0.0
        worst = max((shares[depth] for depth in depths), default=0.0)
        if worst > _MUCH:
            message = (
                f"{worst:.0%} of the depth of {clause.id!r} lies off the ends of the line, where "
                "nobody can say on which side a report stands"
            )
            hint = "draw the line farther, or write toward: both if both sides are meant"
            yield Found(message, _span(linted.clause(clause.id)) or clause.span, hint)


def _sided_depths(clause: CoreClause) -> tuple[Within, ...]:
    """Return the depths on one side of a line that a clause speaks of, each once."""
    regions = (
        region
        for reading in clause.readings
        for variant in reading.variants
        if (where := where_of(variant)) is not None
        for region in regions_in(where)
    )
    sided = (r for r in regions if isinstance(r, Within) and r.toward is not None)
    return tuple(dict.fromkeys(sided))


def _span(clause: Table) -> Span | None:
    """Return where a clause says which side is meant; None where a named place does."""
    for table in tables_in(clause):
        if "toward" in table.keys():
            return table.key("toward").span
    return None


CHECK = Check("W109", "depths that lie off the ends of their line", run, is_cheap=False)
