"""``obliges``: to leave, to be in a place, or to act, by a date."""

from checker.language.text import Items, Node, Scalar, Table
from checker.language.words.confines import elsewhere
from checker.language.words.prohibits import forbidden
from checker.language.words.word import Word, put, without

__all__ = ["BE_IN", "LEAVE", "WORD", "stay_of"]

LEAVE = "leave"
BE_IN = "be_in"


def stay_of(duty: Node | None) -> str | None:
    """Return ``leave`` or ``be_in``, also where it stands in a list of its own; None for acts."""
    if isinstance(duty, Items) and len(duty.items) == 1:
        duty = duty.items[0]
    return duty.text if isinstance(duty, Scalar) and duty.text in (LEAVE, BE_IN) else None


def expand(table: Table) -> Table:
    """Turn a duty to leave or stay into a prohibition from the date on, a duty to act into a floor.

    The date stays under ``by``: the clause says from when, or until when, it counts.
    """
    duty, span = table.get("obliges"), table.key("obliges").span
    assert duty is not None
    stay = stay_of(duty)
    if stay is not None:
        presence = put(table, "obliges", Scalar("presence", duty.span), span)
        found = forbidden(presence, "obliges")
        return elsewhere(found) if stay == BE_IN else found
    found = put(without(table, "obliges"), "does", duty, span)
    if table.get("at_least") is not None:
        return found
    return put(found, "at_least", Scalar("1", span), span)


WORD = Word(
    "obliges",
    "clause",
    "what must be done: `leave`, `be_in`, or acts, by a date",
    "obliges: leave, where: W, by: T  =  does: presence, at_most: 0, where: W, when: {from: T}\n"
    "obliges: be_in, where: W, by: T  =  confines: presence, where: W, when: {from: T}\n"
    "obliges: [act], by: T            =  does: act, at_least: 1, until T",
    expand,
)
