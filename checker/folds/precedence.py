"""A condition on another clause: who broke it first, read at strictly earlier instants alone.

A report is judged with the reports that are certainly earlier than it. One that overlaps it and
would break the watched clause, itself judged with certainly earlier reports only, leaves open who
began (design, semantics, Conditions).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from checker.folds.evidence import Covers, Evidence, Remedies, last_instant
from checker.folds.timeline import Asked
from checker.language.core.exemption import Condition
from checker.language.core.pattern import FOREVER_US
from checker.reports.batch import BatchKey, RowKey
from checker.values.truth import Scope, Truth, TruthArray
from checker.values.verdict import Reason, ReasonArray
from checker.values.window import InstantArray

__all__ = ["NEVER_US", "Began", "Precedence", "ended", "precedence_of"]

NEVER_US = -FOREVER_US - 1
"""Before all time: a report that gives no time begins at its first instant."""


@dataclass(frozen=True, slots=True)
class Began:
    """Hold a report that, judged with certainly earlier ones, breaks the watched clause or may.

    ``proved`` and ``face`` are TRUE for a break and UNKNOWN for a possible one. ``is_joint`` says
    that the report names several actors together: then it may overlap itself, since one of them
    may have begun.
    """

    from_us: int
    to_us: int
    row: RowKey
    proved: int
    face: int
    is_joint: bool


@dataclass(frozen=True, slots=True)
class _Overlaps:
    """Count the intervals that meet one: starts and ends, each in order; shape (k,)."""

    start_us: InstantArray
    end_us: InstantArray

    def until(self, last_us: int) -> "_Overlaps":
        """Return those that intervals which end at an instant, or before it, can meet."""
        starts, ends = (edge[edge <= last_us] for edge in (self.start_us, self.end_us))
        return _Overlaps(starts, ends)

    def count(self, from_us: InstantArray, to_us: InstantArray) -> NDArray[np.intp]:
        """Return how many share an instant with each [from_us, to_us]; shape (n,)."""
        begun = np.searchsorted(self.start_us, to_us, side="right")
        return np.asarray(begun - np.searchsorted(self.end_us, from_us, side="left"))


@dataclass(frozen=True, slots=True)
class Precedence:
    """Answer for reports by what ended before them.

    ``end_us`` (k,) are the ends of all breaches in order. After the first j of them, ``lapsed_us``
    [j] is the last instant for which one has certainly lapsed the condition, ``cured_us`` [j] the
    latest end of what cures them and ``open_us`` [j] the last instant that a possible one opens.
    ``own`` has the rows that never overlap themselves, with their state.
    """

    baseline: int
    end_us: InstantArray
    lapsed_us: InstantArray
    cured_us: InstantArray
    open_us: InstantArray
    breaks: _Overlaps
    possible: _Overlaps
    own: tuple[tuple[RowKey, int], ...] = field(default=())

    def until(self, last_us: int, file: str) -> "Precedence":
        """Return what reports of a file that end at an instant, or before it, can ask.

        Only breaches that ended by then are counted, and what lies after it is all the same.
        """
        ended = int(np.searchsorted(self.end_us, last_us, side="right"))
        return replace(
            self,
            end_us=self.end_us[:ended],
            lapsed_us=np.minimum(self.lapsed_us[: ended + 1], last_us + 1),
            cured_us=np.minimum(self.cured_us[: ended + 1], last_us + 1),
            open_us=np.minimum(self.open_us[: ended + 1], last_us + 1),
            breaks=self.breaks.until(last_us),
            possible=self.possible.until(last_us),
            own=tuple(one for one in self.own if one[0][0][0] == file),
        )

    def answer(
        self, asked: Asked, scope: Scope, batch: BatchKey | None = None
    ) -> tuple[TruthArray, ReasonArray]:
        """Return what the condition is worth for each report, and why it is open; shape (n,).

        ``batch`` tells which batch is asked about, so that no report is set against itself.
        """
        earlier = self._earlier(asked, scope)
        began = self.breaks.count(asked.from_us, asked.to_us)
        maybe = self.possible.count(asked.from_us, asked.to_us)
        for (place, row), state in self.own:
            if place == batch:
                (began if state == Truth.TRUE else maybe)[row] -= 1
        is_beset = (earlier != Truth.FALSE) & ((began > 0) | (maybe > 0))
        truth = np.where(is_beset, np.int8(Truth.UNKNOWN), earlier).astype(np.int8)
        is_open = (earlier == Truth.UNKNOWN) | (maybe > 0)
        doubts = np.where(is_open, np.uint32(Reason.CONDITION_OPEN), np.uint32(0))
        doubts |= np.where(began > 0, np.uint32(Reason.SEQUENCE_UNKNOWN), np.uint32(0))
        return truth, np.where(truth == Truth.UNKNOWN, doubts, np.uint32(0)).astype(np.uint32)

    def _earlier(self, asked: Asked, scope: Scope) -> TruthArray:
        """Answer by the certainly earlier reports alone.

        All that ended before a report lapses or opens the condition from its start on: first
        lapsed, then open, then what the baseline says.
        """
        ended = np.searchsorted(self.end_us, asked.from_us, side="left")
        lapsed = self.lapsed_us[ended]
        opened = np.where(self.cured_us[ended] >= asked.from_us, FOREVER_US, self.open_us[ended])
        base = np.int8(self.baseline)

        def met(from_us: InstantArray, to_us: InstantArray) -> tuple[TruthArray, TruthArray]:
            is_lapsed = lapsed >= from_us
            is_open = np.maximum(lapsed + 1, from_us) <= np.minimum(opened, to_us)
            is_quiet = np.maximum(lapsed, opened) < to_us
            least = np.where(is_quiet, base, np.int8(Truth.TRUE))
            least = np.where(is_open, np.int8(Truth.UNKNOWN), least)
            least = np.where(is_lapsed, np.int8(Truth.FALSE), least)
            most = np.where(is_open, np.int8(Truth.UNKNOWN), np.int8(Truth.FALSE))
            most = np.where(is_quiet, np.maximum(base, most), most)
            return least.astype(np.int8), most.astype(np.int8)

        return asked.window.answer(scope, met)


def precedence_of(
    evidence: Evidence,
    began: Sequence[Began],
    condition: Condition,
    how: tuple[ZoneInfo, Covers],
    *,
    is_proved: bool,
) -> Precedence:
    """Order the breaches of a watched clause, with the proof or at face value.

    ``evidence`` has every report as finally judged, ``began`` as judged with certainly earlier
    reports only; ``how`` gives the zone of the civil days and who speaks for whom.
    """
    zone, covers = how
    remedies = Remedies(evidence.cures, covers, is_proved=is_proved)
    ordered = sorted(evidence.sightings, key=lambda s: s.to_us)
    lapsed, cured, opened = [NEVER_US], [NEVER_US], [NEVER_US]
    ends = []
    for sighting in ordered:
        state = sighting.proved if is_proved else sighting.face
        if state == Truth.FALSE:
            continue
        ends.append(sighting.to_us)
        last = last_instant(condition, zone, sighting.to_us)
        is_break = state == Truth.TRUE
        healed = remedies.of(sighting).to_us
        lapsed.append(max(lapsed[-1], last if is_break else NEVER_US))
        cured.append(max(cured[-1], healed if is_break else NEVER_US))
        opened.append(max(opened[-1], NEVER_US if is_break else last))
    states = [(one, one.proved if is_proved else one.face) for one in began]
    return Precedence(
        baseline=_baseline(condition),
        end_us=np.array(ends, dtype=np.int64),
        lapsed_us=np.array(lapsed, dtype=np.int64),
        cured_us=np.array(cured, dtype=np.int64),
        open_us=np.array(opened, dtype=np.int64),
        breaks=_overlaps(one for one, state in states if state == Truth.TRUE),
        possible=_overlaps(one for one, state in states if state == Truth.UNKNOWN),
        own=tuple((one.row, state) for one, state in states if state and not one.is_joint),
    )


def ended(
    condition: Condition, lapsed_us: InstantArray, open_us: InstantArray, *, is_cured: bool
) -> Precedence:
    """Return what breaches that all ended before it say to a report; both arrays have shape (1,).

    They lapsed the condition up to one instant and opened it up to the other; ``is_cured`` says
    whether all that lapsed it is cured by now.
    """
    nothing = np.empty(0, dtype=np.int64)
    return Precedence(
        baseline=_baseline(condition),
        end_us=nothing,
        lapsed_us=lapsed_us,
        cured_us=np.array([NEVER_US if is_cured else FOREVER_US]),
        open_us=open_us,
        breaks=_Overlaps(nothing, nothing),
        possible=_Overlaps(nothing, nothing),
    )


def _baseline(condition: Condition) -> int:
    return Truth.TRUE if condition.unproved == "holds" else Truth.UNKNOWN


def _overlaps(began: Iterable[Began]) -> _Overlaps:
    pairs = [(one.from_us, one.to_us) for one in began]
    return _Overlaps(
        np.array(sorted(start for start, _ in pairs), dtype=np.int64),
        np.array(sorted(end for _, end in pairs), dtype=np.int64),
    )
