"""What would decide an open verdict: one sentence that a person can ask somebody for."""

from checker.findings.message import length

__all__ = ["decides_of"]

# What would settle each doubt, in the order in which they are worth asking for.
_WOULD = {
    "place_vague": "a position of known radius",
    "place_wide": "a closer position",
    "actor_unresolved": "knowing who it was",
    "tie_open": "knowing whether the actor belongs to those whom the clause means",
    "attribution_weak": "a better founded attribution",
    "source_weak": "a better source",
    "kind_weak": "a report of what was seen, not of what is alleged",
    "place_unresolved": "a place",
    "place_line_vague": "a better line",
    "side_unknown": "knowing which side of the line is meant off its end",
    "text_vague": "a clearer text",
    "geometry_deferred": "the missing geometry",
    "time_vague": "a closer time",
    "event_unknown": "the date of the event",
    "sequence_unknown": "knowing which came first",
    "doing_unknown": "knowing what was done",
    "thing_unknown": "knowing what it was",
    "count_vague": "a count",
    "condition_open": "knowing whether the condition held",
    "register_open": "a register that is complete",
    "access_denied": "access",
    "numerically_close": "a limit that is not met to the millimetre",
}

_PLACE = {"place_vague", "place_wide"}


def decides_of(
    reasons: tuple[str, ...],
    radius_m: float | None,
    *,
    needs_all: bool = False,
    together: frozenset[str] = frozenset(),
    tie: str | None = None,
) -> str | None:
    """Say what would decide; ``radius_m`` is the radius of a position that would.

    ``needs_all`` says that only all of it together would; else each alone does, but for those of
    ``together``, which keep one place open between them. Beside the closed list of reasons, two
    are told more closely: ``place_wide`` is a vague place whose radius is known, ``tie_open`` an
    actor who is known and of whom it is not whether the clause means them; ``tie`` is what would
    tell that, where an edge leaves it open. None for no reason.
    """
    asked = {reason: would for reason, would in _WOULD.items() if reason in reasons}
    if tie is not None and "tie_open" in asked:
        asked["tie_open"] = tie
    if radius_m is not None:
        asked |= dict.fromkeys(_PLACE & asked.keys(), f"a position good to {length(radius_m)}")
    joint = [would for reason, would in asked.items() if reason in together]
    single = [would for reason, would in asked.items() if reason not in together]
    if needs_all or not single:
        joint, single = list(asked.values()), []
    if len(joint) > 1 and single:
        return f"{' together with '.join(joint)}, or {' or '.join(single)} would decide"
    if len(joint) > 1:
        return f"{' and '.join(joint)} would decide together"
    return f"{' or '.join(joint + single)} would decide" if asked else None
