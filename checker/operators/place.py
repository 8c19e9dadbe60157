"""Whether the report's place lies in a region: the actor's own position, or where the act was."""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from checker.geography.discs import Discs
from checker.geography.measure import Measure
from checker.geography.region import Region
from checker.operators.operator import Frame, Operator, Tested
from checker.reports.batch import WHOSE
from checker.values.truth import Scope, Truth

__all__ = ["OPERATOR", "Places", "Where", "likelihood_of", "measure_of", "placed"]

Places = Literal["own", "act"]

_DEBRIS = WHOSE.index("debris")


@dataclass(frozen=True, slots=True)
class Where:
    """Ask whether the place of the actor (``own``), or of its act, lies in ``region``.

    An act is in a region if it starts or lands there; to be covered in full it must do both.
    """

    region: Region
    places: Places
    scope: Scope


def test(arguments: Where, frame: Frame) -> Tested:
    """Test every report; one that gives no place is UNKNOWN."""
    return frame.spread(placed(arguments, frame, np.arange(len(frame.batch))))


def placed(arguments: Where, frame: Frame, rows: NDArray[np.intp]) -> Tested:
    """Say whether the places of the reports at ``rows`` are in the region, as ``measure_of``."""
    field = frame.field_of(arguments.region)
    truth, doubts = field.test(_main_place(arguments, frame), rows)
    if arguments.places == "act":
        batch = frame.batch
        some = np.flatnonzero((_is_given(batch.origin) | _is_given(batch.target))[rows])
        if len(some):
            found = measure_of(arguments, frame, rows[some])
            truth[some], doubts[some] = found.truth, found.doubts
    return Tested(truth, doubts)


def measure_of(arguments: Where, frame: Frame, rows: NDArray[np.intp]) -> Measure:
    """Measure the reports at ``rows`` against the region, in that order.

    Where a report gives several places of an act, the measure is that of the one that counts:
    the nearest to being inside for ``some``, the farthest from it for ``all``.
    """
    field = frame.field_of(arguments.region)
    at = _main_place(arguments, frame)
    measure = field.measure(at, rows)
    if arguments.places == "own":
        return measure
    has_main = _is_given(at)[rows]
    for place in (frame.batch.origin, frame.batch.target):
        some = np.flatnonzero(_is_given(place)[rows])
        if len(some):
            other, main = field.measure(place, rows[some]), measure.take(some)
            lacks_main = ~has_main[some]
            chosen = lacks_main | _counts_more(other, main, arguments.scope)
            measure = measure.replaced(some[chosen], other.take(np.flatnonzero(chosen)))
            # Where both are open, what leaves either open is to be told.
            is_open = ~lacks_main & (main.truth == Truth.UNKNOWN) & (other.truth == Truth.UNKNOWN)
            doubts = measure.doubts.copy()
            doubts[some[is_open]] = (main.doubts | other.doubts)[is_open]
            measure = replace(measure, doubts=doubts)
            has_main[some] = True  # what fire went to stands beside where it came from
    return measure


def _counts_more(other: Measure, measure: Measure, scope: Scope) -> NDArray[np.bool_]:
    """Say where ``other`` decides before ``measure``; of equal answers by the end that decides."""
    is_inside = measure.truth == Truth.TRUE
    mine = np.where(is_inside, measure.high_m, measure.low_m)
    theirs = np.where(is_inside, other.high_m, other.low_m)
    is_same = other.truth == measure.truth
    if scope == "some":
        return np.asarray((other.truth > measure.truth) | (is_same & (theirs < mine)))
    return np.asarray((other.truth < measure.truth) | (is_same & (theirs > mine)))


def likelihood_of(arguments: Where, frame: Frame, rows: NDArray[np.intp]) -> NDArray[np.float64]:
    """Return how likely each of ``rows`` lies in the region, by its main place; NaN if unknown."""
    return frame.field_of(arguments.region).likelihood(_main_place(arguments, frame), rows)


def _main_place(arguments: Where, frame: Frame) -> Discs:
    return _without_debris(frame) if arguments.places == "act" else frame.batch.at


def _is_given(discs: Discs) -> NDArray[np.bool_]:
    return np.asarray(np.isfinite(discs.lon_deg) | (discs.area != -1))


def _without_debris(frame: Frame) -> Discs:
    """Blank the places of debris, which prove nothing about where the act was."""
    at = frame.batch.at
    is_debris = frame.batch.position_of == _DEBRIS
    if not is_debris.any():
        return at
    # Kept beside the places themselves, so that what is measured from these is kept too.
    blanked = at.known.get("without debris")
    if not isinstance(blanked, Discs):
        blanked = Discs(
            np.where(is_debris, np.nan, at.lon_deg),
            np.where(is_debris, np.nan, at.lat_deg),
            np.where(is_debris, np.nan, at.radius_m),
            np.where(is_debris, np.int32(-1), at.area),
            own=None if at.own is None else np.where(is_debris, np.int32(-1), at.own),
            grounds=at.grounds,
        )
        at.known["without debris"] = blanked
    return blanked


OPERATOR = Operator(Where, test)
