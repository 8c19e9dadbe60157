"""What would decide an open verdict: one sentence that a person can ask somebody for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from checker.findings.message import length

__all__ = ["Help", "counted", "decides_of", "help_of", "help_with_all", "says_radius"]

# What would settle each doubt, in the order in which they are worth asking for.
_WOULD = {
    "place_vague": "a position of known radius",
    "place_wide": "a closer position",
    "place_within": "a closer position that lies clear of the limit",
    "actor_unresolved": "knowing who it was",
    "tie_open": "knowing whether the actor belongs to those whom the clause means",
    "attribution_weak": "a better founded attribution",
    "attribution_blank": "a good enough attribution (the report gives none)",
    "source_weak": "a better source",
    "reliability_blank": "a good enough reliability (the report gives none)",
    "credibility_blank": "a good enough credibility (the report gives none)",
    "grades_blank": "a good enough reliability and credibility (the report gives neither)",
    "kind_weak": "a report of what was seen, not of what is alleged",
    "kind_blank": "a kind (the report gives none) that is more than an allegation",
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
    "place_swapped": "knowing that longitude and latitude are not swapped",
    "numerically_close": "a limit that is not met to the millimetre",
}

_PLACE = {"place_vague", "place_wide"}


@dataclass(frozen=True, slots=True)
class Help:
    """Hold what would decide one reading: any of ``options``, each of which is needed whole.

    ``radius_m`` is the radius of a position that would; None where no radius is known that does.
    ``ties`` say of what it is asked for certain, where a tie of a known actor is open. Each of
    ``clearing`` would decide alone if it spoke for the report: a position that lies outside.
    """

    options: tuple[frozenset[str], ...]
    radius_m: float | None
    ties: tuple[str, ...] = ()
    clearing: frozenset[str] = frozenset()


def help_of(
    reasons: tuple[str, ...],
    radius_m: float | None,
    *,
    needs_all: bool = False,
    together: frozenset[str] = frozenset(),
    ties: tuple[str, ...] = (),
) -> Help:
    """Return what would decide a reading that is open for ``reasons``.

    ``needs_all`` says that only all of it together would; else each alone does, but for those of
    ``together``, which keep one place open between them. Beside the closed list of reasons, some
    are told more closely: ``place_wide`` is a vague place whose radius is known, ``place_within``
    one within a named area, of which not every closer position would do, ``tie_open`` an actor who
    is known and of whom it is not whether the clause means them, and what ends in
    ``_blank`` a grade, or a kind, that the standard of proof asks for and the report leaves out.
    """
    asked = [reason for reason in _WOULD if reason in reasons]
    joint = frozenset(reason for reason in asked if reason in together)
    single = [frozenset([reason]) for reason in asked if reason not in together]
    if needs_all or not single:
        joint, single = frozenset(asked), []
    return Help((*((joint,) if joint else ()), *single), radius_m, ties)


def counted(helps: Sequence[Help]) -> list[int]:
    """Return of which of several readings the radius counts that ``help_with_all`` returns."""
    if len(helps) == 1:
        return [0]
    return [at for at, one in enumerate(helps) if any(_PLACE & option for option in one.options)]


def help_with_all(helps: Sequence[Help]) -> Help:
    """Return what would decide every one of several readings; nothing where one has nothing.

    Where no answer that is asked for under one reading decides the others too, it takes one for
    each of them together.
    """
    if len(helps) == 1:
        return helps[0]
    if not helps or not all(one.options for one in helps):
        return Help((), None)
    offered = dict.fromkeys(option for one in helps for option in one.options)
    enough = [o for o in offered if all(any(own <= o for own in one.options) for one in helps)]
    least = [option for option in enough if not any(other < option for other in enough)]
    whole = frozenset[str]().union(*(min(one.options, key=len) for one in helps))
    radii = [helps[at].radius_m for at in counted(helps)]
    # A position that is good enough for the narrowest reading is so for all.
    known = [radius_m for radius_m in radii if radius_m is not None]
    radius_m = min(known, default=None) if len(known) == len(radii) else None
    ties = dict.fromkeys(tie for one in helps for tie in one.ties)
    clearing = frozenset(
        reason
        for reason in whole
        if all(reason in one.clearing or frozenset([reason]) in one.options for one in helps)
    )
    return Help(tuple(least) or (whole,), radius_m, tuple(ties), clearing)


def says_radius(said: str | None, like_m: float | None) -> Callable[[float], str] | None:
    """Return how to write, for other radii, what ``decides_of`` said for one; None if it has none.

    Nothing else of what it says hangs on the radius.
    """
    if said is None or like_m is None or (told := _good_to(like_m)) not in said:
        return None
    parts = said.split(told)
    return lambda radius_m: _good_to(radius_m).join(parts)


def decides_of(help_: Help, *, is_partial: bool = False) -> str | None:
    """Say what would decide; None for nothing.

    ``is_partial`` says that some readings are decided already, so that the answer to the others
    need not be that of all.
    """
    if not help_.options:
        return None
    where = " under the readings that are open" if is_partial else ""
    if len(help_.options) == 1 and len(help_.options[0]) > 1:
        return _joint(help_, help_.options[0], where)
    wide = [option for option in help_.options if len(option) > 1]
    alone = [_asked(help_, option)[0] for option in help_.options if len(option) == 1]
    parts = [" together with ".join(_asked(help_, option)) for option in wide]
    parts += [" or ".join(alone)] if alone else []
    return f"{', or '.join(parts)} would decide{where}"


def _joint(help_: Help, option: frozenset[str], where: str) -> str:
    """Say what decides only together, whatever it shows, and what of it may decide alone."""
    asked, alone = _asked(help_, option), _asked(help_, option & help_.clearing)
    either = "either" if len(asked) == len(alone) == 2 else " or ".join(alone)  # noqa: PLR2004
    cleared = f", and {either} alone if it cleared the report" if alone else ""
    if len(asked) == 2 and not any(" and " in one or ", " in one for one in asked):  # noqa: PLR2004
        return f"{' and '.join(asked)} would decide together{where}{cleared}"
    only = "" if alone else "only "
    return f"{'; '.join(asked)}: {only}all of it together would decide{where}{cleared}"


def _asked(help_: Help, option: frozenset[str]) -> list[str]:
    """Return what is asked for, in the order in which it is worth asking for."""
    told = dict(_WOULD)
    if help_.radius_m is not None:
        told |= dict.fromkeys(_PLACE, _good_to(help_.radius_m))
    if help_.ties:
        said = " and ".join(f"whether {tie}" for tie in help_.ties)
        told["tie_open"] = f"knowing for certain {said}"
    return [would for reason, would in told.items() if reason in option]


def _good_to(radius_m: float) -> str:
    return f"a position good to {length(radius_m)}"
