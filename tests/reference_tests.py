"""The single tests of a pattern against one report: who, does, things, against, when, where.

Each answers FALSE, UNKNOWN or TRUE (0, 1, 2) with the reasons for UNKNOWN. A prohibition is met by
some (``is_cover`` False), an exception must cover all (``is_cover`` True).
"""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from checker.geography.region import Region
from checker.language.core.pattern import FOREVER_US, Duration, Edge, Group, Period, Words
from tests.reference_placed import Placed
from tests.reference_region import FALSE, TRUE, UNKNOWN, Disc, locate
from tests.reference_rows import Row, Word

__all__ = [
    "Clock",
    "Span",
    "Tested",
    "against",
    "during",
    "hidden",
    "joined",
    "over",
    "presence",
    "where",
    "who",
    "words",
]

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
Steps = list[tuple[int, int]]
"""A truth over time: (from_us, truth), the first from -FOREVER_US."""


@dataclass(frozen=True)
class Tested:
    """Hold an answer and, if it is UNKNOWN, why."""

    truth: int
    reasons: frozenset[str] = frozenset()


def tested(truth: int, *reasons: str) -> Tested:
    """Make an answer; reasons are kept for UNKNOWN only."""
    return Tested(truth, frozenset(reasons if truth == UNKNOWN else ()))


@dataclass(frozen=True)
class Clock:
    """Count civil days in the agreement's zone."""

    zone: str

    def day_of(self, us: int) -> tuple[int, int]:
        """Return the first instant of the civil day of an instant and of the next day."""
        if abs(us) > 2**55:
            return us, us
        local = (_EPOCH + dt.timedelta(microseconds=us)).astimezone(ZoneInfo(self.zone))
        return self._midnight(local.date()), self._midnight(local.date() + dt.timedelta(days=1))

    def _midnight(self, day: dt.date) -> int:
        at = dt.datetime.combine(day, dt.time(), ZoneInfo(self.zone)).astimezone(dt.UTC)
        return (at - _EPOCH) // dt.timedelta(microseconds=1)

    def later(self, us: int, by: Duration) -> int:
        """Move an instant by exact time and by calendar days at the same clock time."""
        if abs(us) > 2**55:
            return us
        if by.days:
            zone = ZoneInfo(self.zone)
            local = (_EPOCH + dt.timedelta(microseconds=us)).astimezone(zone).replace(tzinfo=None)
            moved = (local + dt.timedelta(days=by.days)).replace(tzinfo=zone).astimezone(dt.UTC)
            us = (moved - _EPOCH) // dt.timedelta(microseconds=1)
        return us + by.us


@dataclass(frozen=True)
class Span:
    """Say over which of the report's time a clause applies, for certain and at most.

    Closed intervals in microseconds; None is no such time.
    """

    row: Row
    sure: tuple[int, int] | None
    most: tuple[int, int] | None
    when: tuple[Period, ...] = ()


def joined(when: tuple[Period, ...], row: Row) -> Span:
    """Cut the report's interval by all periods."""
    s0 = max((p.start.low_us for p in when), default=-FOREVER_US)
    s1 = max((p.start.high_us for p in when), default=-FOREVER_US)
    e0 = min((p.end.low_us for p in when), default=FOREVER_US)
    e1 = min((p.end.high_us for p in when), default=FOREVER_US)
    sure = (max(row.from_us, s1), min(row.to_us, e0 - 1))
    most = (max(row.from_us, s0), min(row.to_us, e1 - 1))
    return Span(
        row, sure if sure[0] <= sure[1] else None, most if most[0] <= most[1] else None, when
    )


def during(when: tuple[Period, ...], row: Row, scope: Span | None) -> Tested:
    """Test the time: by some instant of the report, or (with a scope) by all of the scope."""
    if not when:
        return Tested(TRUE)
    span = joined(when, row)
    if span.most is None:
        return Tested(FALSE)
    if not row.is_throughout:
        is_sure = span.sure == (row.from_us, row.to_us)
    elif scope is None:
        is_sure = span.sure is not None
    else:
        asked = scope.most or (row.from_us, row.to_us)
        if asked[1] < span.most[0] or asked[0] > span.most[1]:
            return Tested(FALSE)
        if scope.sure is not None and not _within(scope.sure, span.most):
            return Tested(FALSE)
        is_sure = _within(asked, span.sure)
        if not is_sure:
            # Of one who was there all the while, only an edge that nobody knows leaves it open.
            edges = [e for p in (*when, *scope.when) for e in (p.start, p.end)]
            found = {r for e in edges if e.low_us != e.high_us for r in _doubt(e, row)}
            return Tested(UNKNOWN, frozenset(found or {"time_vague"}))
    return Tested(TRUE) if is_sure else Tested(UNKNOWN, _doubts(when, row))


def _within(inner: tuple[int, int], outer: tuple[int, int] | None) -> bool:
    return outer is not None and outer[0] <= inner[0] and inner[1] <= outer[1]


def _doubts(when: tuple[Period, ...], row: Row) -> frozenset[str]:
    found = set()
    for period in when:
        found |= _doubt(period.start, row) | _doubt(period.end, row)
    return frozenset(found or {"time_vague"})


def _doubt(edge: Edge, row: Row) -> set[str]:
    if row.from_us >= edge.high_us or row.to_us < edge.low_us:
        return set()
    return {"event_unknown" if edge.openness == "unknown" else "time_vague"}


def over(steps: Steps, low: int, high: int) -> set[int]:
    """Return the truths that a timeline takes in [low, high]."""
    ends = [s for s, _ in steps[1:]] + [FOREVER_US + 1]
    return {t for (start, t), end in zip(steps, ends, strict=True) if start <= high and end > low}


def timed(steps: Steps, span: Span, *, is_cover: bool) -> tuple[int, bool]:
    """Read a timeline over a report: (truth, whether only the time is in doubt)."""
    row = span.row
    if not row.is_throughout:
        found = over(steps, row.from_us, row.to_us)
        if len(found) == 1:
            return found.pop(), False
        return UNKNOWN, UNKNOWN not in found
    most = span.most or (row.from_us, row.to_us)
    widest = over(steps, *most)
    surest = over(steps, *span.sure) if span.sure else widest
    if len(widest) == 1:
        return widest.pop(), False
    if is_cover:
        bad = span.sure is not None and min(surest) == FALSE
        return (FALSE, False) if bad else (UNKNOWN, UNKNOWN not in widest)
    good = span.sure is not None and max(surest) == TRUE
    return (TRUE, False) if good else (UNKNOWN, UNKNOWN not in widest)


def who(group: Group | None, actor: Word, span: Span, *, is_cover: bool = False) -> Tested:
    """Test one actor."""
    if group is None:
        return Tested(TRUE)
    if not isinstance(actor, int):
        return tested(group.undeclared, "actor_unresolved")
    steps: Steps = [(-FOREVER_US, FALSE)]
    for start, end, truth in group.members[actor].spans:
        steps = [s for s in steps if s[0] < start] + [(start, truth), (end, FALSE)]
    truth, only_time = timed(steps, span, is_cover=is_cover)
    return tested(truth, "time_vague" if only_time else "actor_unresolved")


def hidden(answer: Tested, row: Row, actor: Word) -> Tested:
    """Say that refused access is why nobody knows who was there, where a report names nobody."""
    is_hidden = row.kind == "access_denied" and actor is None and answer.truth == UNKNOWN
    return Tested(UNKNOWN, frozenset({"access_denied"})) if is_hidden else answer


def against(group: Group | None, row: Row, span: Span, *, is_cover: bool = False) -> Tested:
    """Test the victims: some of those named, or all for an exception."""
    if group is None:
        return Tested(TRUE)
    answers = [who(group, a, span, is_cover=is_cover) for a in row.against or (None,)]
    return combined(answers, is_cover=is_cover)


def combined(answers: list[Tested], *, is_cover: bool) -> Tested:
    """AND or OR several answers."""
    truth = (min if is_cover else max)(a.truth for a in answers)
    reasons = frozenset(r for a in answers if a.truth == UNKNOWN for r in a.reasons)
    return Tested(truth, reasons if truth == UNKNOWN else frozenset())


def words(wanted: Words, said: tuple[Word, ...], reason: str, *, is_cover: bool = False) -> Tested:
    """Test the words of a column; an undeclared or missing one is UNKNOWN."""
    answers = [
        tested(wanted.truths[w] if isinstance(w, int) else UNKNOWN, reason) for w in said or (None,)
    ]
    return combined(answers, is_cover=is_cover)


def presence(row: Row) -> Tested:
    """Say whether the row's place is the actor's own: it is, unless somebody else's is meant.

    An incident without a role shows presence (semantics, Role), so one with a role does too: a
    word that says more never makes less certain.
    """
    return Tested(FALSE if row.position_of in ("target", "debris") else TRUE)


def where(region: Region | None, places: list[Disc | None], *, is_cover: bool = False) -> Placed:
    """Test the places of a report: some in the region, or all for an exception."""
    found = [locate(region, p) for p in places or [None]]
    truth = (min if is_cover else max)(p.truth for p in found)
    if truth == UNKNOWN:
        return Placed(UNKNOWN, frozenset(r for p in found for r in p.reasons))
    lows = [p.low_m for p in found if p.low_m is not None]
    highs = [p.high_m for p in found if p.high_m is not None]
    return Placed(
        truth,
        low_m=min(lows, default=None),
        high_m=min(highs, default=None),
        told_m=min(p.told_m for p in found),
        is_ground=any(p.is_ground for p in found),
    )
