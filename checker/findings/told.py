"""What is told of reports under one clause: numbers by column, and one of them in words."""

from dataclasses import replace
from functools import cached_property

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
from checker.findings.numbers import Ends, Numbers, cell
from checker.findings.quoted import Span, quoted_note, unlike
from checker.findings.reported import Reported, reported_of
from checker.geography.discs import FloatArray
from checker.language.core.pattern import Link
from checker.plan.plan import PlannedClause, PlannedVariant
from checker.values.verdict import Reason, ReasonArray, Standing, Verdict, reason_names

__all__ = ["Told", "ToldRow", "measured_of"]

_NO_LINKS: tuple[Link, ...] = ()


class Told:
    """Hold the reports at ``rows`` of a batch while their findings are written.

    What is called of a reading is a tuple with an item for each reading of the clause, and each of
    these a column with an item for each row.
    """

    def __init__(
        self,
        run: JudgedRun,
        batch: JudgedBatch,
        incidents: Incidents,
        clause: PlannedClause,
        rows: NDArray[np.intp],
    ) -> None:
        self.run = run
        self.batch = batch
        self.incidents = incidents
        self.clause = clause
        self.rows = rows
        self.numbers = Numbers(run, batch, clause, rows)
        self.readings = range(len(clause.readings))
        rolled = batch.rolled[clause.index]
        assert rolled is not None
        self.rolled = rolled

    @cached_property
    def reported(self) -> Reported:
        """Return what the findings take from their reports."""
        return reported_of(self.run, self.batch, self.clause.index, self.rows)

    @cached_property
    def margin_m(self) -> tuple[FloatArray, ...]:
        """Return the margins of each reading (``Numbers.margin_m``)."""
        return tuple(self.numbers.margin_m(number) for number in self.readings)

    @cached_property
    def margin_h(self) -> tuple[FloatArray, ...]:
        """Return the hours to the date of each reading (``Numbers.margin_h``)."""
        return tuple(self.numbers.margin_h(number) for number in self.readings)

    @cached_property
    def likelihood(self) -> tuple[FloatArray, ...]:
        """Return the likelihoods of each reading (``Numbers.likelihood``)."""
        every = np.ones(len(self.rows), dtype=np.bool_)
        return tuple(self.numbers.likelihood(number, every) for number in self.readings)

    @cached_property
    def gravest_likelihood(self) -> FloatArray:
        """Return the likelihood of each row under its gravest reading alone."""
        found = np.full(len(self.rows), np.nan)
        for number in self.readings:
            is_gravest = self.rolled.gravest[self.rows] == number
            if is_gravest.any():
                likely = self.numbers.likelihood(number, is_gravest)
                found = np.where(is_gravest, likely, found)
        return found

    @cached_property
    def together(self) -> tuple[ReasonArray, ...]:
        """Return the doubts that only together decide a place (``Numbers.together``)."""
        return tuple(self.numbers.together(number) for number in self.readings)

    @cached_property
    def radius_m(self) -> tuple[FloatArray, ...]:
        """Return the radii that would decide each reading (``Numbers.radius_m``)."""
        return tuple(self.numbers.radius_m(number) for number in self.readings)

    @cached_property
    def incident(self) -> tuple[list[str | None], ...]:
        """Return the incidents of each reading."""
        return tuple(
            self.incidents.of(self.batch, (self.clause.index, number), self.rows)
            for number in self.readings
        )

    @cached_property
    def lapse(self) -> tuple[list[str | None], ...]:
        """Return which lapsed condition decided, as it is told; None for none."""
        return tuple(self._lapses(number) for number in self.readings)

    @cached_property
    def links(self) -> tuple[list[tuple[Link, ...]], ...]:
        """Return the links that leave open whether the clause means an actor, where that counts."""
        return tuple(self._links(number) for number in self.readings)

    @cached_property
    def is_unlike(self) -> NDArray[np.bool_]:
        """Say where the source gives a distance that none of those measured may be."""
        quoted_m = self.batch.columns.batch.quoted_distance_m[self.rows]
        return unlike(quoted_m, lambda at: ToldRow(self, at).spans())

    def judged(self, number: int) -> Judged:
        """Return what a reading answers for the whole batch."""
        return self.batch.readings[self.clause.index][number]

    def _lapses(self, number: int) -> list[str | None]:
        lapses = self.judged(number).lapse[self.rows]
        found: list[str | None] = [None] * len(self.rows)
        known: dict[tuple[int, int], str] = {}
        answers = self.clause.readings[number].answers
        for at in np.flatnonzero(lapses >= 0).tolist():
            lapse, instant_us = (
                int(lapses[at]),
                int(self.batch.columns.frame.to_us[self.rows[at]]),
            )
            if (lapse, instant_us) not in known:
                known[lapse, instant_us] = lapse_of(self.run, lapse, answers, instant_us)
            found[at] = known[lapse, instant_us]
        return found

    def _links(self, number: int) -> list[tuple[Link, ...]]:
        judged = self.judged(number)
        found = [_NO_LINKS] * len(self.rows)
        is_open = judged.reasons[self.rows] & np.uint32(Reason.ACTOR_UNRESOLVED) != 0
        for at in np.flatnonzero(is_open).tolist():
            row = int(self.rows[at])
            variant = self.clause.readings[number].variants[int(judged.variant[row])]
            found[at] = open_links(self.batch.columns, variant, row)
        return found


class ToldRow:
    """Write the finding of one report: the one at place ``at`` among those that are told."""

    def __init__(self, told: Told, at: int) -> None:
        self._told = told
        self._at = at
        self._row = int(told.rows[at])
        self.gravest = int(told.rolled.gravest[self._row])

    @property
    def who(self) -> str | None:
        """Return the actors of the report as a sentence names them."""
        return named_actor(self._told.run, self._told.batch, self._row)

    @property
    def notes(self) -> tuple[str, ...]:
        """Say which links are not sure enough, over all readings, and what the source measured."""
        core = self._told.run.plan.core
        links = dict.fromkeys(link for links in self._told.links for link in links[self._at])
        notes = [weak_link_text(core, link) for link in links]
        quoted_m = float(self._told.batch.columns.batch.quoted_distance_m[self._row])
        if np.isfinite(quoted_m):
            notes.append(quoted_note(quoted_m, is_unlike=bool(self._told.is_unlike[self._at])))
        return tuple(notes)

    def spans(self) -> list[Span]:
        """Return the ends of every distance that is told, under all readings."""
        every = [ends for number in self._told.readings for ends in self.ends(number)]
        return [(float(one.low_m[self._at]), float(one.high_m[self._at])) for one in every]

    def ends(self, number: int) -> tuple[Ends, ...]:
        """Return the distances that are told under a reading: none where it does not apply."""
        if self._verdict(number) == Verdict.NOT_APPLICABLE:
            return ()
        return self._told.numbers.ends(self._variant(number))

    def helps(self) -> tuple[Help, ...]:
        """Return what would decide each reading; nothing where it is decided."""
        return tuple(self._help(number) for number in self._told.readings)

    def opened(self) -> list[int]:
        """Return the readings whose doubt is told, if the whole is in doubt for them."""
        if self._verdict(self.gravest) != Verdict.UNDETERMINED:
            return []
        return [n for n in self._told.readings if self._verdict(n) == Verdict.UNDETERMINED]

    def finding(self, helps: tuple[Help, ...]) -> Finding:
        """Return the finding without its sentence and its likelihoods."""
        told, row, rolled = self._told, self._row, self._told.rolled
        readings = tuple(self._reading(number, helps[number]) for number in told.readings)
        loudest = readings[self.gravest]
        margins = [reading.margin_m for reading in readings if reading.margin_m is not None]
        opened = self.opened()
        shared = help_with_all([helps[number] for number in opened])
        is_partial = len(opened) < len(helps)
        return replace(
            blank_report_finding(told.run, told.batch, row, told.clause.index, "report"),
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
            conditions=tuple(dict.fromkeys(r.lapse for r in readings if r.lapse)),
            exception=loudest.exception,
            decides=decides_of(shared, is_partial=is_partial),
            decides_radius_m=shared.radius_m,
        )

    def _reading(self, number: int, help_: Help) -> ReadingFinding:
        told, at, judged = self._told, self._at, self._told.judged(number)
        exemption = int(judged.exemption[self._row])
        exempts = self._variant(number).exemptions
        answers = told.clause.readings[number].answers
        return ReadingFinding(
            answers=answers,
            verdict=self._verdict(number),
            standing=Standing(int(judged.standing[self._row])),
            reasons=self._reasons(number),
            margin_m=cell(told.margin_m[number][at]),
            margin_h=cell(told.margin_h[number][at]),
            likelihood=None,
            decides=decides_of(help_),
            decides_radius_m=help_.radius_m,
            exception=exempts[exemption].name if exemption >= 0 else None,
            lapse=told.lapse[number][at],
            measured=tuple(measured_of(ends, at, answers) for ends in self.ends(number)),
            incident=told.incident[number][at],
        )

    def _help(self, number: int) -> Help:
        told, at = self._told, self._at
        judged = told.judged(number)
        asked = help_of(
            tuple(self._closer(reason) for reason in self._reasons(number)),
            cell(told.radius_m[number][at]),
            needs_all=bool(judged.needs_all[self._row]),
            together=self._closest(int(told.together[number][at])),
            ties=tuple(link_said(told.run.plan.core, link) for link in told.links[number][at]),
        )
        return replace(asked, clearing=self._closest(int(judged.clearing[self._row])))

    def _closest(self, reasons: int) -> frozenset[str]:
        return frozenset(self._closer(reason) for reason in reason_names(reasons))

    def _closer(self, reason: str) -> str:
        """Tell a doubt more closely: by what the report gives, or leaves blank."""
        batch, row = self._told.batch.columns.batch, self._row
        if (blank := blank_of(reason, batch, self._told.run.plan.core.standard, row)) is not None:
            return blank
        start, end = batch.actors.offsets[row : row + 2]
        if reason == "place_vague" and batch.at.area[row] >= 0:
            return "place_within"
        if reason == "place_vague" and np.isfinite(batch.at.radius_m[row]):
            return "place_wide"
        if reason == "actor_unresolved" and end - start == 1 and batch.actors.codes[start] >= 0:
            return "tie_open"
        return reason

    def _verdict(self, number: int) -> Verdict:
        return Verdict(int(self._told.judged(number).verdict[self._row]))

    def _reasons(self, number: int) -> tuple[str, ...]:
        return reason_names(int(self._told.judged(number).reasons[self._row]))

    def _variant(self, number: int) -> PlannedVariant:
        variant = int(self._told.judged(number).variant[self._row])
        return self._told.clause.readings[number].variants[variant]


def measured_of(ends: Ends, at: int, answers: tuple[tuple[str, str], ...]) -> Measured:
    """Return one of the distances as a finding holds it."""
    low_m, high_m = ends.limit_m or (np.nan, np.nan)
    return Measured(
        what=ends.name,
        answers=answers,
        low_m=cell(ends.low_m[at]),
        best_m=cell(ends.best_m[at]),
        high_m=cell(ends.high_m[at]),
        limit_low_m=cell(low_m),
        limit_high_m=cell(high_m),
    )
