"""Whether somebody watched the ground of a duty, piece of time by piece, and saw nobody there."""

import itertools
from collections.abc import Iterable
from dataclasses import replace

from checker.language.core.agreement import Observed
from checker.language.core.clause import Clause
from tests.reference_match import CLAIMS, match, parts, places
from tests.reference_region import FALSE
from tests.reference_rows import Row
from tests.reference_tests import where
from tests.reference_world import World

__all__ = ["begins", "is_unseen", "is_watched"]


def is_watched(world: World, clause: Clause, start: int, end: int) -> bool:
    """Say whether in every piece of [start, end) somebody watched and nobody was denied."""
    rows = world.core.coverage.rows if world.core.coverage is not None else ()
    cuts = {us for row in rows for us in (row.start_us, row.end_us) if start < us < end}
    bounds = sorted({start, end} | cuts)
    return all(
        _watch(clause, [row for row in rows if row.start_us <= low and high <= row.end_us])
        for low, high in itertools.pairwise(bounds)
    )


def _watch(clause: Clause, looks: Iterable[Observed]) -> bool:
    grounds = {variant.pattern.where for variant in clause.variants}
    found = [row for row in looks if row.place is None or grounds == {row.place}]
    return bool(found) and all(row.status == "watched" for row in looks)


def begins(world: World, clause: Clause) -> int:
    """Return the first instant at which an act may fulfil a duty."""
    return min(
        max([world.edge(p.start).low_us for p in v.pattern.when], default=-(2**62))
        for v in clause.variants
    )


def is_unseen(world: World, clause: Clause, lawful: Iterable[Row]) -> bool:
    """Say whether nobody was seen, under watch, since the day of the last possible sighting.

    ``lawful`` are the reports that the clause allows: whom they show need not leave.
    """
    allowed = {row.key for row in lawful}
    seen = [row for row in world.rows if row.key not in allowed and _may_show(world, clause, row)]
    last = max(row.to_us for row in seen)
    _, start = world.clock.day_of(last)
    _, whole_day = world.clock.day_of(start)
    if last > world.as_of_us or world.as_of_us < whole_day - 1:
        return False
    return is_watched(world, clause, start, world.as_of_us)


def _may_show(world: World, clause: Clause, row: Row) -> bool:
    """Say whether a report may show, at whatever time, somebody whom the duty binds there."""
    if row.kind in CLAIMS:
        return False
    for variant in clause.variants:
        for part in parts(variant.pattern.does):
            theatre = where(variant.theatre, places(part, row))
            for actor in row.actors:
                found = match(variant.pattern, part, row, actor, world.resolve)
                anytime = {n: t for n, t in found.tests.items() if n != "when"}
                if min(theatre.truth, replace(found, tests=anytime).truth) != FALSE:
                    return True
    return False
