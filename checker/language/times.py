"""Dates, instants and events as the edges of periods, each as open as what it hangs on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from checker.language.core.pattern import FOREVER_US, Duration, Edge, Openness, Period
from checker.language.document import Document, text_of
from checker.language.keys import check_source
from checker.language.problems import meant, nearest
from checker.language.reading import Deferred, Reading, written
from checker.language.text import Node, Scalar, Table
from checker.values.civil import shift_us
from checker.values.instant import InstantError, Moment, moment_of_day, parse_moment
from checker.values.quantity import Quantity, QuantityError, parse_quantity

__all__ = ["check_event", "duration_of", "edge_of", "period_of"]

_EVENT_KEYS = ("at", "between", "not_before", "deferred", "first", "source", "note")
_ENDS = (("from", "after"), ("until", "by", "before"))
_PERIOD_KEYS = tuple(key for ends in _ENDS for key in ends)
_SHIFTS = ("after", "plus", "before", "minus")
_STILL = Duration()


@dataclass(frozen=True, slots=True)
class _When:
    """Hold when something is: the earliest and the latest it may be; None is without bound."""

    earliest: Moment | None
    latest: Moment | None
    first: str | None = None
    shift: Duration = _STILL


def period_of(reading: Reading, node: Node | None) -> tuple[Period, ...]:
    """Read a period such as ``{from: T, until: T}``; nothing is all time.

    ``from`` is a date's start, ``until`` and ``by`` its end, ``before`` its start.
    """
    if node is None:
        return ()
    if not isinstance(node, Table):
        reading.say("L601", "a period is a mapping", node, "write {from: 2018-05-25}, or the like")
        return ()
    _check_ends(reading.document, node)
    start, end = Period().start, Period().end
    for key, value in node.entries:
        match key.text:
            case "from" | "after":
                start = edge_of(reading, value, is_end=False)
            case "until" | "by":
                end = edge_of(reading, value, is_end=True)
            case "before":
                end = edge_of(reading, value, is_end=False)
            case _:
                hint = meant(key.text or "", _PERIOD_KEYS)
                reading.document.problems.add(
                    "L101", f"unknown key {key.text!r} of a period", key.span, hint
                )
    if start.low_us >= end.high_us:
        reading.document.problems.add(
            "L602", "the period is empty: it ends before it starts", node.first, "swap the two"
        )
    return (Period(start, end),)


def _check_ends(document: Document, node: Table) -> None:
    """Refuse a period that starts, or ends, twice: one of the two would be lost."""
    for ends in _ENDS:
        both = [key for key in node.keys() if key in ends]
        if len(both) > 1:
            message = f"{both[1]} stands beside {both[0]}: a period has one such end"
            document.problems.add("L609", message, node.key(both[1]).span, "keep one")


def edge_of(reading: Reading, node: Node, *, is_end: bool) -> Edge:
    """Read a time as the start, or the end, of a period."""
    when = _when(reading, node)
    if when is None:
        return Edge(-FOREVER_US, FOREVER_US, "unknown")

    def us(moment: Moment | None, default: int) -> int:
        if moment is None:
            return default
        return moment.end_us if is_end else moment.start_us

    low, high = us(when.earliest, -FOREVER_US), us(when.latest, FOREVER_US)
    is_open = when.earliest is None or when.latest is None
    openness: Openness = "unknown" if is_open else "exact" if low == high else "vague"
    return Edge(low, high, openness, when.first, when.shift)


def duration_of(reading: Reading, node: Node | None) -> Duration | None:
    """Read a length of time: hours are exact, ``d`` are calendar days; None for nothing."""
    if node is None:
        return None
    quantity = _time(reading, node)
    if quantity is None:
        return Duration()
    if quantity.low != quantity.high:
        hint = "write one number, such as 72 h"
        reading.say("L603", "a length of time must be one number here", node, hint)
    return Duration(days=quantity.days) if quantity.days else Duration(us=round(quantity.low))


def _time(reading: Reading, node: Node) -> Quantity | None:
    try:
        return parse_quantity(text_of(node) or "", "time")
    except QuantityError as error:
        reading.say("L501", str(error), node, error.hint)
        return None


def _when(reading: Reading, node: Node) -> _When | None:
    settled = reading.settle(node, "when")
    if isinstance(settled, Deferred):
        return _When(None, None)
    if isinstance(settled, Table):
        return _relative(reading, settled)
    text = text_of(settled)
    events = reading.document.section("events")
    if text is not None and text in events:
        return _event(reading, text)
    try:
        moment = parse_moment(written(settled), reading.document.zone)
    except InstantError as error:
        message, hint = str(error), nearest(text or "", events) or error.hint
        if text is None and isinstance(settled, Scalar):
            message = "a date, a time or an event is missing"
        elif text is not None and text[:1].isalpha():
            message = f"{text!r} is neither a declared event nor a date"
        reading.say("L604", message, settled, hint)
        return None
    return _When(moment, moment)


def _relative(reading: Reading, node: Table) -> _When | None:
    """Read ``{after: E, plus: Q}`` and ``{before: E, minus: Q}``."""
    pairs = {"after": ("plus", 1), "before": ("minus", -1)}
    named = [key for key in node.keys() if key in pairs]
    for key in node.keys():
        if key not in _SHIFTS:
            reading.document.problems.add(
                "L101",
                f"unknown key {key!r} of a time",
                node.key(key).span,
                meant(key, _SHIFTS),
            )
    if not named and any(key not in _SHIFTS for key in node.keys()):
        return None  # a misspelt key has its own problem
    if len(named) != 1:
        message = "a time is a date, an event, or one of these moved"
        hint = "write {after: EVENT, plus: 14 d}, or {before: EVENT, minus: 72 h}"
        reading.document.problems.add("L605", message, node.first, hint)
        return None
    word, sign = pairs[named[0]]
    other = {"plus": "minus", "minus": "plus"}[word]
    if other in node.keys():
        message = f"{named[0]} takes {word}, not {other}"
        reading.document.problems.add("L605", message, node.key(other).span, f"write {word}:")
    event = node.get(named[0])
    assert event is not None
    when = _when(reading, event)
    by = duration_of(reading, node.get(word)) or Duration()
    if when is None:
        return None
    shift = Duration(sign * by.us, sign * by.days)
    if when.first is not None:
        return _When(None, None, when.first, shift)
    try:
        earliest = _moved(when.earliest, shift, reading.document)
        latest = _moved(when.latest, shift, reading.document)
    except OverflowError:
        reading.say("L604", f"{word} leads beyond the years 1 to 9999", node, "shorten it")
        return None
    return _When(earliest, latest)


def _moved(moment: Moment | None, shift: Duration, document: Document) -> Moment | None:
    """Move a date by days to a date, anything else to an instant."""
    if moment is None:
        return None
    if moment.day is not None and not shift.us:
        return moment_of_day(moment.day + timedelta(days=shift.days), document.zone)
    at = shift_us(moment.start_us, shift.us, shift.days, document.zone)
    end = shift_us(moment.end_us, shift.us, shift.days, document.zone)
    return Moment(at, end)


def check_event(reading: Reading, name: str) -> None:
    """Read an event for its problems alone: nothing may hang on it yet."""
    _event(reading, name)


def _event(reading: Reading, name: str) -> _When | None:
    document = reading.document
    document.use("events", name)
    section = document.section("events")[name]
    if name in reading.stack:
        message, hint = f"the event {name!r} is dated by itself", "break the circle: date one of it"
        document.problems.add("L606", message, section.key.span, hint)
        return None
    inner = reading.within(name)
    value = inner.settle(section.value, f"events.{name}")
    if isinstance(value, Deferred):
        return _When(None, None)
    if isinstance(value, Scalar):
        return _when(inner, value)
    if not isinstance(value, Table):
        reading.say("L607", "an event is a mapping", value, "write {at: 2018-06-10}, or the like")
        return None
    return _of_event(inner, value, name)


def _of_event(reading: Reading, value: Table, name: str) -> _When | None:
    kinds: dict[str, Callable[[Node], _When | None]] = {
        "at": lambda node: _when(reading, node),
        "between": lambda node: _between(reading, node),
        "not_before": lambda node: _not_before(reading, node),
        "first": lambda _: _When(None, None, name),
    }
    for key in value.keys():
        if key not in _EVENT_KEYS:
            reading.document.problems.add(
                "L101",
                f"unknown key {key!r} of an event",
                value.key(key).span,
                meant(key, _EVENT_KEYS),
            )
    check_source(reading.document, value)
    found = [kind for kind in kinds if value.get(kind) is not None]
    for kind in found[1:]:
        message = f"an event is dated in one way: {found[0]} stands here too"
        reading.document.problems.add("L607", message, value.key(kind).span, "keep one")
    if found:
        node = value.get(found[0])
        assert node is not None
        return kinds[found[0]](node)
    if any(key not in _EVENT_KEYS for key in value.keys()):
        return None  # what was meant to date it has its own problem
    message = "an event says at, between, not_before, first or deferred"
    hint = "write at: 2018-06-10, or the like"
    reading.document.problems.add("L607", message, value.first, hint)
    return None


def _between(reading: Reading, node: Node) -> _When | None:
    items = getattr(node, "items", ())
    if len(items) != 2:  # noqa: PLR2004
        hint = "write [2018-06-01, 2018-06-05], or the like"
        reading.say("L607", "between takes two times", node, hint)
        return None
    early, late = (_when(reading, item) for item in items)
    if early is None or late is None:
        return None
    if early.earliest and late.latest and early.earliest.start_us > late.latest.end_us:
        reading.say("L602", "the later time stands first", node, "swap the two")
    return _When(early.earliest, late.latest)


def _not_before(reading: Reading, node: Node) -> _When | None:
    when = _when(reading, node)
    return None if when is None else _When(when.earliest, None)
