"""How much of a clause's ground a report could decide at all, however good its position."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from checker.geography.extent import extent_of
from checker.geography.field import compile_field
from checker.geography.region import AllOf, AnyOf, Length, Named, Region, SideOf, Within, Witness
from checker.geography.shapes import Line, Undrawn
from checker.language.core.clause import CoreClause
from checker.language.lint.linted import Check, Found, Linted
from checker.language.lint.patterns import where_of
from checker.language.lint.sampling import Extent, discs_at, spread
from checker.values.truth import Truth, TruthArray

__all__ = ["CHECK", "Decidable", "decidable_of"]

_ENOUGH = 0.5
_RADIUS_M = 1_000.0


@dataclass(frozen=True, slots=True)
class Decidable:
    """Hold which share of a region's ground a perfect position decides, and one good to 1 km."""

    exact: float
    to_1_km: float


def run(linted: Linted) -> Iterator[Found]:
    """Find clauses of whose ground a position good to 1 km decides less than half."""
    known: dict[Region, Decidable | None] = {}
    for clause in linted.core.clauses:
        shares = []
        for region in _grounds(clause):
            if region not in known:
                known[region] = decidable_of(region)
            shares.append(known[region])
        told = [share for share in shares if share is not None]
        worst = min(told, key=lambda share: share.to_1_km, default=None)
        if worst is not None and worst.to_1_km < _ENOUGH:
            table = linted.clause(clause.id)
            span = table.key("where").span if "where" in table.keys() else clause.span
            message = (
                f"a perfect position decides {worst.exact:.0%} of the ground of {clause.id!r}, "
                f"one good to 1 km {worst.to_1_km:.0%}"
            )
            hint = "only a better line, a clearer text or the missing map would decide the rest"
            yield Found(message, span, hint)


def decidable_of(region: Region) -> Decidable | None:
    """Return the decidable share of a region; None where its ground has no end.

    Of places spread over the region as drawn and said, vague limits at their most, it is the share
    that is proved to lie in it. Of a strip between two lines, the ground beside both is meant, not
    what lies off their ends. Of a region that hangs on a missing map nothing can be proved.
    """
    if _is_never_proved(region):
        return Decidable(0.0, 0.0)
    extent = extent_of(region) or _strip(region)
    if extent is None:
        return None
    field = compile_field(region)
    spots = spread(field, extent)
    if extent_of(region) is None:
        is_beside = compile_field(_exactly(region)).truth(discs_at(spots, 0.0)) == Truth.TRUE
        spots = (spots[0][is_beside], spots[1][is_beside])
    if not len(spots[0]):
        return None
    exact, wide = (field.truth(discs_at(spots, radius_m)) for radius_m in (0.0, _RADIUS_M))
    return Decidable(_share(exact), _share(wide))


def _strip(region: Region) -> Extent | None:
    """Return the ground about a strip between two lines, which has no extent but theirs."""
    parts = region.parts if isinstance(region, AllOf) else ()
    lines = dict.fromkeys(
        place
        for part in parts
        if isinstance(part, SideOf) and isinstance(part.toward.shape, Line)
        for place in part.of
    )
    return extent_of(AnyOf(tuple(lines))) if len(lines) > 1 else None


def _exactly(region: Region) -> Region:
    """Return a region with its lines as if they were drawn without any doubt."""
    match region:
        case Named(name, Line() as line):
            return Named(name, replace(line, accuracy_m=0.0))
        case SideOf(of, Witness(name, Line() as line)):
            exact = tuple(_exactly(part) for part in of)
            return SideOf(exact, Witness(name, replace(line, accuracy_m=0.0)))
        case AllOf(parts):
            return AllOf(tuple(_exactly(part) for part in parts))
        case _:
            return region


def _share(truth: TruthArray) -> float:
    return float(np.mean(truth == Truth.TRUE))


def _is_never_proved(region: Region) -> bool:
    """Say whether a region hangs on a missing map or depth, so that nothing lies in it for sure."""
    match region:
        case Named(shape=Undrawn()):
            return True
        case Within(limit=Length(is_deferred=is_deferred)):
            return is_deferred
        case AllOf(parts):
            return any(_is_never_proved(part) for part in parts)
        case AnyOf(parts):
            return all(_is_never_proved(part) for part in parts)
        case _:
            return False


def _grounds(clause: CoreClause) -> Iterator[Region]:
    for reading in clause.readings:
        if reading.kind != "permits":
            yield from (where for v in reading.variants if (where := where_of(v)) is not None)


CHECK = Check("W110", "ground of which little can be decided", run, is_cheap=False)
