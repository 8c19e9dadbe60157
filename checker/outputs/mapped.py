"""What stands on a map beside the findings: the places of the agreement, and its limits as lines.

Where readings differ, each drawing says under which of them it counts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker.findings.drawn import Drawn
from checker.findings.finding import Finding
from checker.geography.chart import NOTHING, Chart, chart_of, disc_chart, lines_chart
from checker.geography.mentioned import limits_in, places_in
from checker.geography.offset import limit_lines
from checker.geography.region import Named, Within
from checker.geography.shapes import Undrawn, accuracy_of
from checker.geography.tree import drawn_places
from checker.language.core.clause import Answers
from checker.outputs.differ import by_difference
from checker.outputs.plain import reading_text

__all__ = ["MapLimit", "MapPlace", "finding_chart", "map_limits", "map_places"]


@dataclass(frozen=True, slots=True)
class MapPlace:
    """Show a place as drawn; ``readings`` is empty where it is drawn so under all of them.

    ``accuracy_m`` is None for a place that nobody drew; then ``why`` says why.
    """

    name: str
    source: str
    accuracy_m: float | None
    why: str
    readings: str
    chart: Chart


@dataclass(frozen=True, slots=True)
class MapLimit:
    """Show where a limit of a clause lies: ``at_m`` metres from ``of``, on the side of ``toward``.

    ``end`` tells the two lines of a vague limit apart: ``low``, ``high``, or ``exact``.
    """

    clause: str
    of: str
    said: str
    at_m: float
    end: str
    toward: str | None
    readings: str
    chart: Chart


def map_places(drawn: Sequence[Drawn]) -> Iterator[MapPlace]:
    """Yield every drawing of every place that a clause speaks of, once."""
    found: dict[Named, str] = {}
    for of_clause in _by_clause(drawn):
        named = {one.answers: places_in(one.regions) for one in of_clause}
        for place in dict.fromkeys(each for places in named.values() for each in places):
            has_name = {
                answers: place in places
                for answers, places in named.items()
                if any(each.name == place.name for each in places)
            }
            found.setdefault(place, _readings(list(has_name.items())))
    for place, readings in found.items():
        why = place.shape.why if isinstance(place.shape, Undrawn) else ""
        accuracy_m = accuracy_of(place.shape)
        yield MapPlace(place.name, place.source, accuracy_m, why, readings, chart_of(place.shape))


def map_limits(drawn: Sequence[Drawn]) -> Iterator[MapLimit]:
    """Yield the limits of every clause as lines; a deferred one, which has no length, has none."""
    yield from _limits(tuple(drawn))


@lru_cache(maxsize=1)  # a run that writes several maps draws their lines once
def _limits(drawn: tuple[Drawn, ...]) -> tuple[MapLimit, ...]:
    return tuple(_each_limit(drawn))


def _each_limit(drawn: tuple[Drawn, ...]) -> Iterator[MapLimit]:
    known: dict[tuple[Within, float], Chart] = {}
    for of_clause in _by_clause(drawn):
        limits = {one.answers: limits_in(one.regions) for one in of_clause}
        for limit in dict.fromkeys(each for some in limits.values() for each in some):
            readings = _readings([(answers, limit in some) for answers, some in limits.items()])
            for end, at_m in _ends(limit):
                if (limit, at_m) not in known:
                    known[limit, at_m] = lines_chart(limit_lines(limit, at_m))
                chart = known[limit, at_m]
                if chart.lines:
                    yield MapLimit(
                        of_clause[0].clause,
                        " or ".join(dict.fromkeys(name for name, _ in drawn_places(limit.of))),
                        limit.limit.said,
                        at_m,
                        end,
                        limit.toward.name if limit.toward is not None else None,
                        readings,
                        chart,
                    )


def finding_chart(finding: Finding) -> Chart:
    """Return the disc of doubt of a report, its point where the radius is not known or nothing."""
    if finding.lon is None or finding.lat is None:
        return NOTHING
    return disc_chart(finding.lon, finding.lat, finding.radius_m or 0.0)


def _by_clause(drawn: Sequence[Drawn]) -> Iterator[list[Drawn]]:
    found: dict[str, list[Drawn]] = {}
    for one in drawn:
        found.setdefault(one.clause, []).append(one)
    yield from found.values()


def _readings(has_it: list[tuple[Answers, bool]]) -> str:
    """Return under which readings something counts, nothing where it does under all."""
    told = [answers for answers, is_there in by_difference(has_it) if is_there]
    return "; ".join(reading_text(answers) for answers in told)


def _ends(limit: Within) -> list[tuple[str, float]]:
    low_m, high_m = limit.limit.low_m, limit.limit.high_m
    if limit.limit.is_deferred:
        return []
    return [("exact", low_m)] if low_m == high_m else [("low", low_m), ("high", high_m)]
