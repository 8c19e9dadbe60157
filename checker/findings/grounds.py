"""Where every number about a place comes from: each distance, its limit and its doubts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from checker.evaluate.columns import Columns
from checker.findings.citation import citation
from checker.findings.numbers import cell
from checker.geography.mentioned import each_place
from checker.geography.region import (
    Length,
    Named,
    Region,
)
from checker.geography.shapes import Undrawn, accuracy_of
from checker.language.say.region import length_text, place_name, region_text, why_deferred
from checker.operators.place import Where
from checker.values.truth import Truth
from checker.values.verdict import reason_names

__all__ = ["Drawn", "GroundWhy", "LegWhy", "drawn_in", "ground_why"]


@dataclass(frozen=True, slots=True)
class Drawn:
    """Name a place that a region is made of, with its accuracy in metres; None is not drawn.

    ``source`` says after what it was drawn, empty where the agreement does not; ``why`` says why
    nobody drew it.
    """

    name: str
    accuracy_m: float | None
    source: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class LegWhy:
    """Hold one distance in metres: least, at the centre, most; None where it is not known."""

    name: str
    low_m: float | None
    best_m: float | None
    high_m: float | None
    limit_low_m: float | None
    limit_high_m: float | None
    limit_said: str | None


@dataclass(frozen=True, slots=True)
class GroundWhy:
    """Hold how a report lies to one region.

    ``low_m`` and ``high_m`` bound the signed distance of all of the disc to the region, negative
    inside. ``decides_radius_m`` is the largest radius at this centre that would decide.
    """

    said: str
    answer: Truth
    reasons: tuple[str, ...]
    low_m: float | None
    high_m: float | None
    decides_radius_m: float | None
    legs: tuple[LegWhy, ...]
    drawn: tuple[Drawn, ...]


def ground_why(columns: Columns, step: int, row: int) -> GroundWhy:
    """Return what was measured of report ``row`` for a place step of the plan."""
    arguments = columns.plan.steps[step]
    assert isinstance(arguments, Where)
    measure = columns.measure(step, np.array([row]))
    answer = Truth(int(measure.truth[0]))
    doubts = int(measure.doubts[0]) if answer == Truth.UNKNOWN else 0
    return GroundWhy(
        said=region_text(arguments.region),
        answer=answer,
        reasons=reason_names(doubts),
        low_m=cell(measure.low_m[0]),
        high_m=cell(measure.high_m[0]),
        decides_radius_m=cell(measure.decides_radius_m[0]),
        legs=tuple(
            LegWhy(
                leg.name,
                cell(leg.low_m[0]),
                cell(leg.best_m[0]),
                cell(leg.high_m[0]),
                cell(leg.limit.low_m) if leg.limit is not None else None,
                cell(leg.limit.high_m) if leg.limit is not None else None,
                _limit(leg.limit) if leg.limit is not None else None,
            )
            for leg in measure.legs
        ),
        drawn=tuple(
            replace(one, source=citation(columns.plan.core.sources, one.source))
            for one in dict.fromkeys(drawn_in(arguments.region))
        ),
    )


def drawn_in(region: Region) -> Iterator[Drawn]:
    """Yield the places that a region is made of, in the order in which it names them."""
    yield from map(_drawn, each_place(region))


def _drawn(place: Named) -> Drawn:
    why = place.shape.why if isinstance(place.shape, Undrawn) else ""
    return Drawn(place_name(place), accuracy_of(place.shape), place.source, why)


def _limit(limit: Length) -> str:
    """Say a limit as the text has it; of one that nobody published, why."""
    if not limit.is_deferred:
        return length_text(limit)
    return f"never published ({why_deferred(limit)})"
