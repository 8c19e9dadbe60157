"""Whether a register holds an entry that covers the whole of the report, given in time."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

import numpy as np

from checker.language.core.exemption import Entry, Registered
from checker.language.core.pattern import Edge, Period, Words
from checker.operators import doing, period, place, who
from checker.operators.operator import Frame, Operator, Tested, where_unknown
from checker.values.civil import shift_us
from checker.values.truth import Truth, TruthArray, all_of, truths
from checker.values.verdict import Reason

__all__ = ["OPERATOR", "InRegister"]

_NOTHING = Reason(0)


@dataclass(frozen=True, slots=True)
class InRegister:
    """Ask for an entry of ``registered.register`` that covers what a clause forbids.

    ``acts`` are the acts it forbids, None where it forbids presence; that says which places are
    meant. Of a report that speaks of all the while, the part within ``applies`` has to be covered.
    ``unproved`` asks what the register says where it is not proved who acted, or where.
    """

    registered: Registered
    acts: Words | None
    applies: tuple[Period, ...] = ()
    unproved: Reason = _NOTHING

    @property
    def names_actors(self) -> bool:
        """Say whether some entry is for one actor alone."""
        return any(entry.actor is not None for entry in self.registered.register.entries)

    @property
    def names_places(self) -> bool:
        """Say whether some entry is for one place alone."""
        return any(entry.place is not None for entry in self.registered.register.entries)


def test(arguments: InRegister, frame: Frame) -> Tested:
    """Test every candidate.

    What no entry covers was not registered, if the whole report lies before the register's
    ``complete_until``; after it nobody knows. Entries that follow each other cover as one. Where
    an entry may cover the report, what leaves that entry open is told too.
    """
    register = arguments.registered.register
    until = register.complete_until_us
    absent = np.where(frame.to_us < until, Truth.FALSE, Truth.UNKNOWN).astype(np.int8)
    truth = absent[frame.row_of]
    # A register that is complete for that time leaves nothing open by itself.
    is_open = absent[frame.row_of] == Truth.UNKNOWN
    doubts = np.where(is_open, np.uint32(Reason.REGISTER_OPEN), np.uint32(0)).astype(np.uint32)
    for entry in _stretches(arguments.registered):
        if _is_for(entry, arguments.registered):
            covers = _covers(entry, arguments, frame)
            truth = np.maximum(truth, covers.truth)
            doubts |= covers.doubts
    return Tested(truth, np.where(truth == Truth.UNKNOWN, doubts, np.uint32(0)).astype(np.uint32))


def _stretches(registered: Registered) -> Iterator[Entry]:
    """Join the entries that leave no gap and differ in nothing but their time.

    A permit that was renewed covers who stayed all the while, which neither of its entries does.
    """
    alike: dict[Entry, list[Entry]] = {}
    for entry in registered.register.entries:
        given = entry.given_us if registered.lead is not None else None
        alike.setdefault(replace(entry, id="", period=Period(), given_us=given), []).append(entry)
    for entries in alike.values():
        one, *others = sorted(entries, key=lambda entry: entry.period.start.low_us)
        for entry in others:
            start, end = entry.period.start, max(one.period.end, entry.period.end, key=_high_us)
            if start.low_us <= one.period.end.high_us:
                one = replace(one, period=Period(one.period.start, end))
            else:
                yield one
                one = entry
        yield one


def _high_us(edge: Edge) -> int:
    return edge.high_us


def _is_for(entry: Entry, registered: Registered) -> bool:
    return registered.to is None or entry.to is None or entry.to == registered.to


def _covers(entry: Entry, arguments: InRegister, frame: Frame) -> Tested:
    """Ask each thing that the entry states; an empty cell matches anything."""
    parts = []
    if entry.actor is not None and Reason.ATTRIBUTION_WEAK in arguments.unproved:
        parts.append(_unsure(Reason.ATTRIBUTION_WEAK, frame))
    elif entry.actor is not None:
        parts.append(who.test(who.Who(entry.actor, "actor", "all", arguments.applies), frame))
    is_presence = arguments.acts is None
    if entry.does is not None and not (is_presence and entry.does.truths[0] == Truth.TRUE):
        parts.append(doing.test(doing.Doing(entry.does, "all", arguments.acts), frame))
    if entry.place is not None and Reason.PLACE_SWAPPED in arguments.unproved:
        parts.append(_unsure(Reason.PLACE_SWAPPED, frame))
    elif entry.place is not None:
        places: place.Places = "own" if is_presence else "act"
        parts.append(place.test(place.Where(entry.place, places, "all"), frame))
    if entry.unit is not None:
        unit = _same_unit(entry.unit, frame)
        parts.append(frame.spread(Tested(unit, where_unknown(unit, Reason.REGISTER_OPEN))))
    parts.append(period.test(period.During((entry.period,), "all", arguments.applies), frame))
    if arguments.registered.lead is not None:
        parts.append(frame.spread(_in_time(entry, arguments.registered, frame)))
    truth = all_of(*(part.truth for part in parts))
    doubts = np.bitwise_or.reduce(
        [np.where(part.truth == Truth.UNKNOWN, part.doubts, np.uint32(0)) for part in parts]
    )
    is_open = truth == Truth.UNKNOWN
    return Tested(truth, np.where(is_open, doubts, np.uint32(0)).astype(np.uint32))


def _unsure(reason: Reason, frame: Frame) -> Tested:
    unknown = truths(len(frame.row_of), Truth.UNKNOWN)
    return Tested(unknown, where_unknown(unknown, reason))


def _same_unit(unit: str, frame: Frame) -> TruthArray:
    """Compare the report's unit as text; a report without a unit may be any."""
    written = frame.batch.unit.written
    wanted = [i for i, spelling in enumerate(frame.batch.spellings) if spelling.strip() == unit]
    same = np.where(np.isin(written, wanted), Truth.TRUE, Truth.FALSE)
    return np.where(written < 0, Truth.UNKNOWN, same).astype(np.int8)


def _in_time(entry: Entry, registered: Registered, frame: Frame) -> Tested:
    """Ask whether the notice was given the lead before the act began; unknown if not dated."""
    assert registered.lead is not None
    if entry.given_us is None:
        open_all = truths(len(frame.batch), Truth.UNKNOWN)
        return Tested(open_all, where_unknown(open_all, Reason.REGISTER_OPEN))
    zone = ZoneInfo(frame.timezone)
    early, late = (
        shift_us(given, registered.lead.us, registered.lead.days, zone) for given in entry.given_us
    )
    # The act begins at some instant of the report's interval, so its start decides for certain.
    begins_late_enough = frame.from_us >= late
    begins_too_early = np.where(
        frame.batch.is_throughout, frame.from_us < early, frame.to_us < early
    )
    truth = np.where(
        begins_late_enough, Truth.TRUE, np.where(begins_too_early, Truth.FALSE, Truth.UNKNOWN)
    ).astype(np.int8)
    return Tested(truth, where_unknown(truth, Reason.TIME_VAGUE))


OPERATOR = Operator(InRegister, test)
