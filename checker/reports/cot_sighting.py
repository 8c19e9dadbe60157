"""Whether an event of Cursor on Target is a sighting: what it says of itself, and its three times.

Source: MITRE MTR 080213, and Event.xsd: a type that begins with t is a tasking, ``opex`` says that
an event is of an exercise or a simulation, ``how`` whether its point was simulated (m-s) or
predicted (m-p), and ``stale`` is when it ceases to hold.
"""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from checker.reports.clock import Clock
from checker.reports.rejected import Fault

__all__ = ["no_sighting"]

_PLAYED = {"e": "an exercise", "s": "a simulation"}
_PLANNED = ("b-m-p-w", "b-m-p-c", "b-m-r")
"""Way points, check points and routes, which somebody plans to go."""
_TALKED = ("b-t-f",)
_COMPUTED = {"m-s": "out of a simulation", "m-p": "a prediction"}
"""How the coordinates came about, where nobody saw what is there."""
_CLOCK = Clock(ZoneInfo("UTC"), reads_words=False)


def no_sighting(said: Mapping[str, str]) -> Fault | None:
    """Return why the attributes of an event say that nobody saw anything, None where they don't."""
    kind, played = said.get("type", "").strip(), said.get("opex", "").strip().lower()[:1]
    how = next((one for one in _COMPUTED if _is_any(said.get("how", "").strip(), (one,))), "")
    why = ""
    if kind.startswith("t-"):
        why = f"it is a tasking ({kind})"
    elif _is_any(kind, _PLANNED):
        why = f"it is a point of a plan ({kind})"
    elif _is_any(kind, _TALKED):
        why = f"it is a message of people ({kind})"
    elif played in _PLAYED:
        why = f"it is of {_PLAYED[played]} (opex {said['opex']})"
    elif how:
        why = f"its point is {_COMPUTED[how]} (how {said['how']})"
    if why:
        return Fault("R236", f"the event is no sighting: {why}", "nothing; it tells of none")
    start, made, stale = (_instant_us(said.get(name, "")) for name in ("start", "time", "stale"))
    if start is not None and made is not None and start > made:
        hint = "nothing; give it another start, if it was seen"
        return Fault("R236", "the event starts after it was sent: it is no sighting", hint)
    if start is not None and stale is not None and stale < start:
        message = f"the event was stale at {said['stale']}, before it starts"
        return Fault("R313", message, "correct start or stale: one of them is wrong")
    return None


def _is_any(kind: str, kinds: tuple[str, ...]) -> bool:
    return any(kind == one or kind.startswith(f"{one}-") for one in kinds)


def _instant_us(text: str) -> int | None:
    """Return an instant; None where there is none, or no offset, which is told where it is read."""
    found = _CLOCK.read(text.strip()) if text.strip() else None
    return found[0] if isinstance(found, tuple) else None
