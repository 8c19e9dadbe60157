"""From columns to findings: every report x clause that is a breach or in doubt, by reading."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from checker.evaluate.judged import Judged
from checker.evaluate.run import JudgedBatch, JudgedRun
from checker.findings.blank import blank_report_finding, named_actor
from checker.findings.decides import Help, decides_of, help_of, help_with_all
from checker.findings.finding import Finding, Measured, ReadingFinding
from checker.findings.incidents import Incidents
from checker.findings.lapses import lapse_of
from checker.findings.left_blank import blank_of
from checker.findings.links import link_said, open_links, weak_link_text
from checker.findings.message import message_of
from checker.findings.places import Places
from checker.language.core.pattern import Link
from checker.plan.plan import PlannedClause, PlannedVariant
from checker.values.truth import Truth
from checker.values.verdict import Reason, Standing, Verdict, reason_names

__all__ = ["report_findings"]


def report_findings(
    run: JudgedRun, batch: JudgedBatch, incidents: Incidents, *, is_all: bool
) -> Iterator[tuple[int, Finding]]:
    """Yield (row, finding) for every accepted report under every clause, clause by clause.

    Without ``is_all`` only those that are a breach or in doubt under at least one reading.
    """
    live = ~batch.columns.excluded
    for clause in run.plan.clauses:
        rolled = batch.rolled[clause.index]
        if rolled is None:
            continue
        shown = live if is_all else live & rolled.is_listed
        rows = np.flatnonzero(shown)
        likely = _likelihoods(batch, clause, rows)
        places = Places(batch.columns, rows)
        for position, row in enumerate(rows):
            one = _One(run, batch, clause, int(row), incidents, places, position)
            helps = tuple(one.help(number) for number in range(len(clause.readings)))
            readings = tuple(
                one.reading(number, likely[number][position], helps[number])
                for number in range(len(clause.readings))
            )
            yield int(row), one.finding(readings, helps)


def _likelihoods(
    batch: JudgedBatch, clause: PlannedClause, rows: NDArray[np.intp]
) -> list[NDArray[np.float64]]:
    """Return, per reading, how likely each row lies in the region; NaN where nobody can say."""
    found = []
    for number, reading in enumerate(clause.readings):
        judged = batch.readings[clause.index][number]
        values = np.full(len(rows), np.nan)
        for index, variant in enumerate(reading.variants):
            if variant.pattern.where is not None:
                chosen = judged.variant[rows] == index
                applies = judged.verdict[rows] != Verdict.NOT_APPLICABLE
                wanted = np.flatnonzero(chosen & applies)
                if len(wanted):
                    step = variant.pattern.where
                    values[wanted] = batch.columns.likelihood(step, rows[wanted])
        found.append(values)
    return found


@dataclass(frozen=True, slots=True)
class _One:
    """Hold one report under one clause while its finding is written; ``at`` is its place there."""

    run: JudgedRun
    batch: JudgedBatch
    clause: PlannedClause
    row: int
    incidents: Incidents
    places: Places
    at: int

    def judged(self, number: int) -> Judged:
        return self.batch.readings[self.clause.index][number]

    def variant(self, number: int) -> PlannedVariant:
        return self.clause.readings[number].variants[int(self.judged(number).variant[self.row])]

    def reading(self, number: int, likelihood: float, help_: Help) -> ReadingFinding:
        judged, row, reading = self.judged(number), self.row, self.clause.readings[number]
        standing = Standing(int(judged.standing[row]))
        verdict = Verdict(int(judged.verdict[row]))
        reasons = reason_names(int(judged.reasons[row]))
        exemption = int(judged.exemption[row])
        lapse = int(judged.lapse[row])
        place = (self.clause.index, number)
        return ReadingFinding(
            answers=reading.answers,
            verdict=verdict,
            standing=standing,
            reasons=reasons,
            margin_m=self._margin(number),
            margin_h=self._margin_h(number),
            likelihood=None if np.isnan(likelihood) else round(float(likelihood), 3),
            decides=decides_of(help_),
            decides_radius_m=help_.radius_m,
            exception=self.variant(number).exemptions[exemption].name if exemption >= 0 else None,
            lapse=lapse_of(self.run, lapse, reading.answers, self._instant())
            if lapse >= 0
            else None,
            measured=self._measured(number) if verdict != Verdict.NOT_APPLICABLE else (),
            incident=self.incidents.of(self.batch, place, row),
        )

    def finding(self, readings: tuple[ReadingFinding, ...], helps: tuple[Help, ...]) -> Finding:
        rolled = self.batch.rolled[self.clause.index]
        assert rolled is not None
        row = self.row
        loudest = readings[int(rolled.gravest[row])]
        margins = [r.margin_m for r in readings if r.margin_m is not None]
        blank = blank_report_finding(self.run, self.batch, row, self.clause.index, "report")
        finding = replace(
            blank,
            verdict=Verdict(int(rolled.verdict[row])),
            standing=Standing(int(rolled.standing[row])),
            reasons=reason_names(int(rolled.reasons[row])),
            readings=readings,
            violated_yes=int(rolled.yes[row]),
            violated_open=int(rolled.open[row]),
            violated_no=int(rolled.no[row]),
            incident=loudest.incident,
            measured=tuple(m for r in readings for m in r.measured),
            margin_m=min(margins, default=None),
            margin_h=loudest.margin_h,
            likelihood=loudest.likelihood,
            conditions=tuple(dict.fromkeys(r.lapse for r in readings if r.lapse)),
            exception=loudest.exception,
        )
        if loudest.verdict == Verdict.UNDETERMINED:
            finding = _with_help(finding, helps)
        core = self.run.plan.core
        links = dict.fromkeys(e for number in range(len(readings)) for e in self._links(number))
        ties = tuple(weak_link_text(core, link) for link in links)
        who = named_actor(self.run, self.batch, row)
        return replace(finding, message=message_of(finding, ties, who=who))

    def _links(self, number: int) -> tuple[Link, ...]:
        """Return the links that leave open whether the clause means an actor, where that counts."""
        if not self.judged(number).reasons[self.row] & np.uint32(Reason.ACTOR_UNRESOLVED):
            return ()
        return open_links(self.batch.columns, self.variant(number), self.row)

    def help(self, number: int) -> Help:
        """Return what would decide one reading; nothing where it is decided."""
        judged, row = self.judged(number), self.row
        return help_of(
            tuple(self._told(name) for name in reason_names(int(judged.reasons[row]))),
            self._decides_radius(number),
            needs_all=bool(judged.needs_all[row]),
            together=frozenset(self._told(name) for name in self._together(number)),
            ties=tuple(link_said(self.run.plan.core, link) for link in self._links(number)),
        )

    def _instant(self) -> int:
        return int(self.batch.columns.frame.to_us[self.row])

    def _margin(self, number: int) -> float | None:
        """Return the near end of the region's signed interval, positive on the lawful side.

        Where several actors or sides are concerned, the least favourable one's. A duty to act has
        no lawful side: to do it elsewhere breaks nothing.
        """
        if self.clause.readings[number].kind == "act":
            return None
        concerned = self.judged(number).concerned[:, self.row]
        margins = [
            margin
            for variant, is_concerned in zip(
                self.clause.readings[number].variants, concerned, strict=True
            )
            if is_concerned and (margin := self._margin_of(variant)) is not None
        ]
        return min(margins, default=None)

    def _margin_of(self, variant: PlannedVariant) -> float | None:
        pattern = variant.pattern
        if pattern.where is None:
            return None
        if pattern.theatre is not None:
            theatre = self.places.measure(pattern.theatre)
            if theatre.truth[self.at] != Truth.TRUE:
                return None
        measure = self.places.measure(pattern.where)
        truth = measure.truth[self.at]
        if truth == Truth.UNKNOWN:
            return None
        end = measure.high_m[self.at] if truth == Truth.TRUE else measure.low_m[self.at]
        return round(float(end), 3) if np.isfinite(end) else None

    def _margin_h(self, number: int) -> float | None:
        """Return the hours from the report to a duty's date, positive before it."""
        deadline = self.run.deadline(self.clause.readings[number])
        columns = self.batch.columns
        if deadline is None or not columns.frame.has_time[self.row]:
            return None
        if deadline.low_us != deadline.high_us:
            return None
        return round((deadline.low_us - self._instant()) / 3.6e9, 3)

    def _decides_radius(self, number: int) -> float | None:
        """Return the largest radius at the same centre that would decide the place."""
        pattern = self.variant(number).pattern
        radii = []
        if self.judged(number).verdict[self.row] != Verdict.UNDETERMINED:
            return None
        for step in (pattern.theatre, pattern.where):
            if step is None:
                continue
            measure = self.places.measure(step)
            if measure.truth[self.at] == Truth.UNKNOWN:
                radii.append(float(measure.decides_radius_m[self.at]))
        if not radii or any(np.isnan(radius) for radius in radii):
            return None
        return round(min(radii), 3)

    def _told(self, reason: str) -> str:
        """Tell a doubt more closely: by what the report gives, or leaves blank."""
        batch = self.batch.columns.batch
        if (blank := blank_of(reason, batch, self.run.plan.core.standard, self.row)) is not None:
            return blank
        start, end = batch.actors.offsets[self.row : self.row + 2]
        if reason == "place_vague" and batch.at.area[self.row] >= 0:
            return "place_within"
        if reason == "place_vague" and np.isfinite(batch.at.radius_m[self.row]):
            return "place_wide"
        if reason == "actor_unresolved" and end - start == 1 and batch.actors.codes[start] >= 0:
            return "tie_open"
        return reason

    def _together(self, number: int) -> frozenset[str]:
        """Return the doubts about the place of which none alone would decide it."""
        pattern = self.variant(number).pattern
        measures = [
            self.places.measure(s) for s in (pattern.theatre, pattern.where) if s is not None
        ]
        return frozenset(
            name
            for measure in measures
            if measure.needs_all[self.at]
            for name in reason_names(int(measure.doubts[self.at]))
        )

    def _measured(self, number: int) -> tuple[Measured, ...]:
        pattern = self.variant(number).pattern
        if pattern.where is None:
            return ()
        answers = self.clause.readings[number].answers
        return tuple(
            Measured(
                what=f"distance to {leg.name}",
                answers=answers,
                low_m=_number(leg.low_m[self.at]),
                best_m=_number(leg.best_m[self.at]),
                high_m=_number(leg.high_m[self.at]),
                limit_low_m=_number(leg.limit.low_m) if leg.limit is not None else None,
                limit_high_m=_number(leg.limit.high_m) if leg.limit is not None else None,
            )
            for leg in self.places.measure(pattern.where).legs
        )


def _with_help(finding: Finding, helps: tuple[Help, ...]) -> Finding:
    """Add what would decide every reading that is open."""
    opened = [
        help_
        for help_, reading in zip(helps, finding.readings, strict=True)
        if reading.verdict == Verdict.UNDETERMINED
    ]
    shared = help_with_all(opened)
    decides = decides_of(shared, is_partial=len(opened) < len(helps))
    return replace(finding, decides=decides, decides_radius_m=shared.radius_m)


def _number(value: float) -> float | None:
    return round(float(value), 3) if np.isfinite(value) else None
