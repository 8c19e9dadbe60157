"""What an edition may tell of the agreement: names of its actors and acts, distances to its places.

Distances are measured anew from the coarsened discs. Those that were measured, however rounded,
would give the position back, each a band that it lies in; these say no more than the discs do, and
contain the truth, since the discs contain the reports.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from checker.findings.drawn import drawn_of
from checker.findings.finding import Finding, Measured, ReadingFinding
from checker.findings.numbers import cell
from checker.geography.discs import Discs
from checker.geography.field import Field, compile_field
from checker.geography.measure import Distance
from checker.geography.region import Region
from checker.language.core.agreement import Core
from checker.language.core.clause import Answers
from checker.values.spelling import normalised

__all__ = ["PublicGround"]

_ROUNDED_M = 0.002
"""Two lengths are each rounded to a millimetre."""


@dataclass(frozen=True)
class PublicGround:
    """Hold the agreement that a result was judged by; ``core`` None where it is not known."""

    core: Core | None = None
    _fields: dict[Region, Field] = field(default_factory=dict, compare=False, repr=False)

    def title(self, actor: str) -> str:
        """Return how people call a declared actor; its id where the agreement is not known."""
        return self._titles.get(actor, actor)

    def act(self, written: str) -> str | None:
        """Return the declared word of an act, None for what the agreement does not declare."""
        return self._acts.get(normalised(written))

    def measured(
        self, findings: Sequence[Finding], coarse: Sequence[Finding]
    ) -> list[dict[Answers, tuple[Measured, ...]]]:
        """Return the distances of the ``coarse`` findings, by reading: those that were measured.

        ``findings`` are the same ones as they were; without the agreement there are none. What was
        measured from another place than the report's own, as that of an act is, is left out: the
        coarsened disc tells nothing of it.
        """
        found: list[dict[Answers, tuple[Measured, ...]]] = [{} for _ in findings]
        wanted: dict[tuple[str, Answers], list[int]] = {}
        for at, one in enumerate(findings):
            for reading in one.readings if coarse[at].lon is not None else ():
                if _measured_in(one, reading):
                    wanted.setdefault((one.clause, reading.answers), []).append(at)
        for (clause, answers), places in wanted.items():
            legs = self._legs(clause, answers, [coarse[at] for at in places])
            for number, at in enumerate(places):
                own = [one for one in findings[at].measured if one.answers == answers]
                told = (_measured(leg, number, answers) for leg in legs)
                kept = {_key(one): one for one in told if any(_holds(one, true) for true in own)}
                found[at][answers] = tuple(kept.values())
        return found

    def _legs(self, clause: str, answers: Answers, coarse: Sequence[Finding]) -> list[Distance]:
        discs = Discs(
            _column(one.lon for one in coarse),
            _column(one.lat for one in coarse),
            _column(one.radius_m for one in coarse),
            np.full(len(coarse), -1, dtype=np.int32),
        )
        return [
            leg
            for region in self._regions.get((clause, answers), ())
            for leg in self._field(region).measure(discs).legs
        ]

    def _field(self, region: Region) -> Field:
        if region not in self._fields:
            self._fields[region] = compile_field(region)
        return self._fields[region]

    @cached_property
    def _regions(self) -> Mapping[tuple[str, Answers], tuple[Region, ...]]:
        drawn = drawn_of(self.core) if self.core is not None else ()
        return {(one.clause, one.answers): one.regions for one in drawn}

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        core = self.core
        return dict(zip(core.actors, core.actor_titles, strict=True)) if core is not None else {}

    @cached_property
    def _acts(self) -> Mapping[str, str]:
        core = self.core
        if core is None:
            return {}
        return {normalised(name): core.doings[index] for name, index in core.doing_names}


def _measured_in(finding: Finding, reading: ReadingFinding) -> bool:
    return any(one.answers == reading.answers for one in finding.measured)


def _measured(leg: Distance, at: int, answers: Answers) -> Measured:
    limit = leg.limit
    return Measured(
        what=f"distance to {leg.name}",
        answers=answers,
        low_m=_rounded(leg.low_m[at]),
        best_m=_rounded(leg.best_m[at]),
        high_m=_rounded(leg.high_m[at]),
        limit_low_m=_rounded(limit.low_m) if limit is not None else None,
        limit_high_m=_rounded(limit.high_m) if limit is not None else None,
    )


def _holds(told: Measured, true: Measured) -> bool:
    """Say whether a distance is to the same thing as another, and holds it whole."""
    if _key(told) != _key(true):
        return False
    is_low = told.low_m is None or (
        true.low_m is not None and told.low_m <= true.low_m + _ROUNDED_M
    )
    is_high = told.high_m is None or (
        true.high_m is not None and told.high_m >= true.high_m - _ROUNDED_M
    )
    return is_low and is_high


def _key(one: Measured) -> tuple[str, float | None, float | None]:
    return one.what, one.limit_low_m, one.limit_high_m


def _rounded(value: float) -> float | None:
    return cell(round(float(value), 3)) if np.isfinite(value) else None


def _column(values: Iterator[float | None]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.array([np.nan if one is None else one for one in values], dtype=np.float64)
