"""Exceptions: what a clause does not forbid, by pattern, by register, or by a permission."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from checker.language.bounds import bound_of, check_counted, refuse_idle
from checker.language.conditions import condition_of
from checker.language.core.exemption import Condition, Exemption, Registered
from checker.language.core.pattern import FOREVER_US, Period
from checker.language.document import Document, entries_of, text_of
from checker.language.keys import check_keys
from checker.language.problems import meant_name
from checker.language.reading import Reading
from checker.language.registers import recipient_of, register_of
from checker.language.terms import PATTERN_KEYS, Terms
from checker.language.text import Node, Table
from checker.language.times import duration_of

__all__ = ["conditions_of", "exemptions_of"]

_KEYS = (*PATTERN_KEYS, "at_most", "at_least", "of", "registered", "to", "lead", "while")


@dataclass(frozen=True, slots=True)
class _At:
    """Hold what it takes to read the exceptions of one clause."""

    terms: Terms
    reading: Reading
    owner: str


def exemptions_of(
    terms: Terms, reading: Reading, owner: str, listed: Node | None, first: int
) -> tuple[Exemption, ...]:
    """Read the list under ``unless``; ``first`` numbers the first condition found in it."""
    at, found, count = _At(terms, reading, owner), [], first
    for number, node in enumerate(entries_of(listed), 1):
        exemption = _exemption(at, node, f"unless {number}", count)
        if exemption is not None:
            found.append(exemption)
            count += len(exemption.conditions)
    return tuple(_prolonged(found))


def _prolonged(found: Iterable[Exemption]) -> Iterator[Exemption]:
    """Join the exceptions that leave no gap and differ in nothing but their time.

    A waiver that was prolonged covers who stayed all the while, which neither of the two does. It
    goes by the name of the one that begins first.
    """
    alike: dict[Exemption, list[Exemption]] = {}
    for one in found:
        bare = replace(one, name="", span=None, pattern=replace(one.pattern, when=()))
        alike.setdefault(bare, []).append(one)
    for group in alike.values():
        one, *others = sorted(group, key=lambda exemption: _start_us(exemption.pattern.when))
        for other in others:
            joined = _joined(one.pattern.when, other.pattern.when)
            if joined:
                one = replace(one, pattern=replace(one.pattern, when=joined))
            else:
                yield one
                one = other
        yield one


def _start_us(when: tuple[Period, ...]) -> int:
    return max((period.start.low_us for period in when), default=-FOREVER_US)


def _joined(one: tuple[Period, ...], other: tuple[Period, ...]) -> tuple[Period, ...]:
    """Return two times as one, the first beginning first; nothing where a gap may lie between."""
    if len(one) != 1 or len(other) != 1:
        return ()
    (before,), (after,) = one, other
    edges = (before.start, before.end, after.start, after.end)
    is_exact = all(edge.openness == "exact" and edge.first is None for edge in edges)
    if not is_exact or after.start.low_us > before.end.low_us:
        return ()
    return (Period(before.start, max(before.end, after.end, key=lambda edge: edge.low_us)),)


def conditions_of(
    terms: Terms, reading: Reading, owner: str, listed: Node | None, first: int = 0
) -> tuple[Condition, ...]:
    """Read one condition, or a list of conditions all of which must hold."""
    found = (
        condition_of(terms, reading, node, (owner, first + number))
        for number, node in enumerate(entries_of(listed))
    )
    return tuple(condition for condition in found if condition is not None)


def _exemption(at: _At, node: Node, name: str, first: int) -> Exemption | None:
    reading, path = at.reading, f"clauses.{at.owner}.unless"
    if not isinstance(node, Table):
        hint = "write {who: ACTOR}, or the like"
        reading.say("L830", "an exception is a pattern", node, hint)
        return None
    _check(reading.document, node)
    bound = bound_of(reading, node, path)
    if bound is not None:
        refuse_idle(reading, node, bound)
    return Exemption(
        name=name,
        pattern=at.terms.pattern(reading, node, path),
        bound=bound,
        registered=_registered(at, node),
        conditions=conditions_of(at.terms, reading, at.owner, node.get("while"), first),
        span=node.span,
    )


def _check(document: Document, node: Table) -> None:
    later = node.get("per")
    if later is not None:
        message = "counts per side come in a later version"
        hint = "take it away, and make a clause of each side with an exception of its own"
        document.problems.add("L900", message, node.key("per").span, hint)
    check_keys(document, node, (*_KEYS, "per"), "an exception")
    if not node.entries:
        message = "the exception says nothing, so it would except all"
        hint = "write {who: ACTOR}, or the like, or take it away"
        document.problems.add("L830", message, node.span, hint)
    check_counted(document.problems, node, is_duty=False)
    for key in ("to", "lead"):
        if node.get(key) is not None and node.get("registered") is None:
            message = f"{key} belongs to a register"
            document.problems.add("L832", message, node.key(key).span, "add registered: NAME")


def _registered(at: _At, node: Table) -> Registered | None:
    value = node.get("registered")
    if value is None:
        return None
    name, known = text_of(value) or "", at.terms.document.section("registers")
    if name not in known:
        at.reading.say(
            "L833", f"the register {name!r} is not declared", value, meant_name(name, known)
        )
        return None
    lead = node.get("lead")
    return Registered(
        register=register_of(at.terms, at.reading, name),
        to=recipient_of(at.terms, text_of(node.get("to"))),
        lead=duration_of(at.reading, lead) if lead is not None else None,
    )
