"""The numbers of an explanation, each with what it was worked out from and what its error is."""

from collections.abc import Iterator, Sequence

from checker.findings.finding import Finding, Measured, ReadingFinding
from checker.findings.grounds import Drawn, GroundWhy, LegWhy
from checker.outputs.explain.tree import Ground, Number, Share

__all__ = ["ground_of", "numbers_of", "stored_ground"]

_POSITION = "the place that the report gives"
_RADIUS = "the radius of the report"
_BOTH = "the place of the report and the place as drawn, together"
_NOT_GIVEN = "the radius of the report, which is not given"
_NEAR_M = 0.01
_ARITHMETIC = "the arithmetic (1 mm and a billionth of the distance)"


def ground_of(ground: GroundWhy, radius_m: float | None) -> Ground:
    """Return the numbers of one region; ``radius_m`` is that of the report."""
    whole = None
    if ground.low_m is not None or ground.high_m is not None:
        whole = Number(
            "signed distance to the edge of the region",
            "m",
            ground.low_m,
            None,
            ground.high_m,
            origin=(_POSITION, *map(_drawn_text, ground.drawn)),
        )
    return Ground(
        said=ground.said,
        distances=tuple(_leg(leg, ground.drawn, radius_m) for leg in ground.legs),
        whole=whole,
        drawn=ground.drawn,
        radius_m=ground.decides_radius_m,
    )


def stored_ground(measured: Sequence[Measured], radius_m: float | None) -> Ground:
    """Return the distances that a stored result holds; the sources of places are not in it."""
    return Ground("", tuple(_stored(one, radius_m) for one in measured), None, (), None)


def numbers_of(finding: Finding, reading: ReadingFinding) -> Iterator[Number]:
    """Yield what one reading comes to: its margin in metres and hours, and its likelihood."""
    if reading.margin_m is not None:
        yield _lone("margin", "m", reading.margin_m, _MARGIN)
    if reading.margin_h is not None:
        seen = finding.seen_to or "the time of the report"
        origin = (f"{seen}, when the report says that it was seen last", "the date of the duty")
        yield _lone("time to the date", "h", reading.margin_h, origin)
    if reading.likelihood is not None:
        yield _lone("likelihood", "1", reading.likelihood, _LIKELIHOOD)


_MARGIN = (
    (
        "the near end of the signed distance of every point of the report to the edge of the "
        "region: radius and accuracy are taken off, and negative is the side that breaks the clause"
    ),
)
_LIKELIHOOD = (
    (
        "a circular normal whose 95 % radius is the radius of the report, against the place as "
        "drawn; no verdict hangs on it"
    ),
)


def _lone(what: str, unit: str, value: float, origin: tuple[str, ...]) -> Number:
    assert unit in ("m", "h", "1")
    return Number(what, unit, None, value, None, origin=origin)  # type: ignore[arg-type]


def _leg(leg: LegWhy, drawn: Sequence[Drawn], radius_m: float | None) -> Number:
    named = [one for one in drawn if one.name in leg.name.replace(",", " ").split()]
    own = named or list(drawn)
    accuracies = [one.accuracy_m for one in own if one.accuracy_m is not None]
    # The edge that is nearest has one accuracy, and which one it is is not told.
    shares = tuple(
        Share(f"the accuracy of {' or '.join(o.name for o in own if o.accuracy_m == one)}", one)
        for one in dict.fromkeys(one.accuracy_m for one in own)
    )
    apart = _apart(leg.best_m, leg.high_m)
    return Number(
        what=f"distance to {leg.name}",
        unit="m",
        low=leg.low_m,
        best=leg.best_m,
        high=leg.high_m,
        limit_low=leg.limit_low_m,
        limit_high=leg.limit_high_m,
        limit_said=leg.limit_said,
        origin=(_POSITION, *map(_drawn_text, own)),
        errors=_errors(apart, radius_m, accuracies, shares),
    )


def _stored(one: Measured, radius_m: float | None) -> Number:
    apart = _apart(one.best_m, one.high_m)
    place = one.what.removeprefix("distance to ")
    accuracies: list[float] = []
    shares: tuple[Share, ...] = ()
    if apart is not None and radius_m is not None and apart - radius_m > -_NEAR_M:
        rest = round(max(apart - radius_m, 0.0), 3)
        accuracies, shares = [rest], (Share(f"the accuracy of {place}", rest),)
    return Number(
        what=one.what,
        unit="m",
        low=one.low_m,
        best=one.best_m,
        high=one.high_m,
        limit_low=one.limit_low_m,
        limit_high=one.limit_high_m,
        origin=(_POSITION, f"{place} as the agreement draws it"),
        errors=_errors(apart, radius_m, accuracies, shares),
    )


def _apart(best_m: float | None, high_m: float | None) -> float | None:
    return round(high_m - best_m, 3) if best_m is not None and high_m is not None else None


def _errors(
    apart_m: float | None,
    radius_m: float | None,
    accuracies: Sequence[float],
    shares: tuple[Share, ...],
) -> tuple[Share, ...]:
    """Return the parts of what a distance may be off by; only their sum where they don't add up."""
    if apart_m is None:
        return (Share(_NOT_GIVEN, None), *shares) if radius_m is None else ()
    sums = [radius_m + one for one in accuracies] if radius_m is not None else []
    if radius_m is not None and any(abs(one - apart_m) <= _NEAR_M for one in sums):
        parts: tuple[Share, ...] = (Share(_RADIUS, radius_m), *shares)
    else:
        parts = (Share(_BOTH, apart_m),)
    return (*parts, Share(_ARITHMETIC, 0.001))


def _drawn_text(one: Drawn) -> str:
    if one.accuracy_m is None:
        return f"{one.name}, which nobody drew ({one.why})"
    return f"{one.name} as drawn, to {one.accuracy_m:,.2f} m: {one.source}"
