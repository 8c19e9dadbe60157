"""How many: the bounds of duties and exceptions, and what they count."""

from checker.language.core.pattern import Bound
from checker.language.document import text_of
from checker.language.lengths import count_of
from checker.language.problems import Problems, meant
from checker.language.reading import Reading
from checker.language.text import Node, Table

__all__ = ["bound_of", "check_counted", "refuse_idle"]

_COUNTED = ("units", "items", "persons")

Count = tuple[float, float]


def bound_of(reading: Reading, node: Table, path: str) -> Bound | None:
    """Read ``at_most``, ``at_least`` and ``of``; None where the mapping bounds nothing."""
    most, least, of = node.get("at_most"), node.get("at_least"), node.get("of")
    if most is None and least is None:
        return None
    counted = text_of(of) if of is not None else "units"
    if of is not None and counted not in _COUNTED:
        hint = meant(counted or "", _COUNTED)
        reading.say("L831", f"{counted!r} cannot be counted", of, hint)
    return Bound(
        at_most=count_of(reading, most, f"{path}.at_most") if most is not None else None,
        at_least=_floor(reading, least, f"{path}.at_least") if least is not None else None,
        of="persons" if counted == "persons" else "items" if counted == "items" else "units",
    )


def check_counted(problems: Problems, node: Table, *, is_duty: bool) -> None:
    """Tell an ``of`` without a number: a duty asks for one then, and all else for nothing."""
    if node.get("of") is None or node.get("at_most") is not None:
        return
    if node.get("at_least") is None:
        message, span = "of says what is counted, and nothing says how many", node.key("of").span
        if is_duty:
            problems.warn("L834", f"{message}: one is enough", span, "add at_least:")
        else:
            problems.add("L834", message, span, "add at_most: and the number, or take it away")


def refuse_idle(reading: Reading, node: Table, bound: Bound) -> None:
    """Refuse the bounds of an exception that no number can meet, so that it excepts nothing."""
    most, least = bound.at_most, bound.at_least
    value = node.get("at_most")
    if most is None or value is None:
        return
    if most[1] == 0.0:
        hint = "take the exception away, or write the number that it covers"
        reading.say("L835", "at most 0 excepts nothing", value, hint)
    elif least is not None and least[0] > most[1]:
        message = "at_least is more than at_most, so no number is covered"
        reading.say("L835", message, value, "write the smaller number under at_least")


def _floor(reading: Reading, value: Node, path: str) -> Count:
    least = count_of(reading, value, path)
    if least[1] == 0.0:
        hint = "write 1 or more, or take it away"
        reading.say("L835", "every number is at least 0, so this says nothing", value, hint)
    return least
