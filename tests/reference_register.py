"""Registers: whether an entry covers a report, in time, for its actor; absence by completeness."""

from dataclasses import replace

from checker.language.core.exemption import Entry, Registered
from checker.language.core.pattern import Edge, Period
from tests.reference_match import Part, covered, places
from tests.reference_placed import Placed
from tests.reference_region import FALSE, TRUE, UNKNOWN
from tests.reference_rows import Row, Word
from tests.reference_tests import Span, Tested, during, hidden, where, who
from tests.reference_world import World

__all__ = ["registered"]


def registered(
    world: World, asked: Registered, span: Span, of: tuple[Word, Part], weak: frozenset[str]
) -> Tested:
    """Test whether some entry covers the report, as far as its clause applies to it."""
    row = span.row
    entries = [e for e in (_renewed(asked, entry) for entry in asked.register.entries) if e]
    found = [_entry(world, asked, entry, span, (*of, weak)) for entry in entries]
    truth = max((t.truth for t in found), default=FALSE)
    reasons = frozenset(r for t in found if t.truth == UNKNOWN for r in t.reasons)
    if truth == FALSE and row.to_us >= asked.register.complete_until_us:
        return Tested(UNKNOWN, frozenset({"register_open"}))
    if truth == UNKNOWN and row.to_us >= asked.register.complete_until_us:
        reasons |= {"register_open"}
    return Tested(truth, reasons if truth == UNKNOWN else frozenset())


def _renewed(asked: Registered, entry: Entry) -> Entry | None:
    """Return an entry as long as others for the same prolong it; None for one that prolongs."""
    terms = ["actor", "unit", "does", "place", "to", *(["given_us"] if asked.lead else [])]
    alike = [
        other.period
        for other in asked.register.entries
        if all(getattr(other, term) == getattr(entry, term) for term in terms)
    ]
    start, end = entry.period.start.low_us, entry.period.end.high_us
    if any(p.start.low_us < start <= p.end.high_us for p in alike):
        return None
    for period in sorted(alike, key=lambda p: p.start.low_us):
        if period.start.low_us <= end:
            end = max(end, period.end.high_us)
    return replace(entry, period=Period(entry.period.start, Edge(end, end)))


def _entry(
    world: World, asked: Registered, entry: Entry, span: Span, of: tuple[Word, Part, frozenset[str]]
) -> Tested:
    actor, part, weak = of
    row = span.row
    acted = hidden(who(entry.actor, actor, span, is_cover=True), row, actor)
    if "attribution_weak" in weak and entry.actor is not None:
        acted = Tested(UNKNOWN, frozenset({"attribution_weak"}))
    when = world.resolve((entry.period,))
    place = where(entry.place, places(part, row), is_cover=True)
    if "place_swapped" in weak and entry.place is not None:
        place = Placed(UNKNOWN, frozenset({"place_swapped"}))
    tests = [
        acted,
        during(when, row, span),
        Tested(place.truth, place.reasons),
        Tested(TRUE if asked.to in (None, entry.to) or entry.to is None else FALSE),
        _unit(entry, row),
        _lead(world, asked, entry, row),
    ]
    if entry.does is not None:
        tests.append(covered(entry.does, part, row))
    truth = min(t.truth for t in tests)
    reasons = frozenset(r for t in tests if t.truth == UNKNOWN for r in t.reasons)
    return Tested(truth, reasons if truth == UNKNOWN else frozenset())


def _unit(entry: Entry, row: Row) -> Tested:
    if entry.unit is None:
        return Tested(TRUE)
    if row.unit is None:
        return Tested(UNKNOWN, frozenset({"register_open"}))
    return Tested(TRUE if row.unit == entry.unit else FALSE)


def _lead(world: World, asked: Registered, entry: Entry, row: Row) -> Tested:
    """Ask whether notice was given early enough before the act began."""
    if asked.lead is None:
        return Tested(TRUE)
    if entry.given_us is None:
        return Tested(UNKNOWN, frozenset({"register_open"}))
    early, late = (world.clock.later(us, asked.lead) for us in entry.given_us)
    begins = row.from_us if row.is_throughout else row.to_us
    if late <= row.from_us:
        return Tested(TRUE)
    return Tested(FALSE) if early > begins else Tested(UNKNOWN, frozenset({"time_vague"}))
