"""Two truths make a verdict; verdicts, standings and reasons are closed lists of words."""

from enum import IntEnum, IntFlag
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from checker.values.truth import TruthArray

__all__ = [
    "BREACH",
    "GROUPS",
    "IN_DOUBT",
    "LEVELS",
    "NOT_CONCERNED",
    "ClauseStanding",
    "Reason",
    "ReasonArray",
    "Standing",
    "StandingArray",
    "Verdict",
    "VerdictArray",
    "reason_names",
    "verdict_of",
]

VerdictArray = NDArray[np.int8]
StandingArray = NDArray[np.int8]
ReasonArray = NDArray[np.uint32]


class Verdict(IntEnum):
    """Order the verdicts by gravity, so that the worst of several is their maximum."""

    NOT_APPLICABLE = 0
    COMPLIANT = 1
    NO_BREACH = 2
    UNDETERMINED = 3
    VIOLATION = 4

    @property
    def word(self) -> str:
        """Return the machine value, such as ``no_breach``."""
        return self.name.lower()


class Standing(IntEnum):
    """List the field's words in the order of the table of standings; first is gravest."""

    VIOLATION = 0
    APPARENT_VIOLATION = 1
    BREAKS_CONDITION = 2
    DEPENDS_ON_READING = 3
    UNDETERMINED = 4
    EXCEPTED = 5
    COMPLIANT = 6
    APPARENT_COMPLIANCE = 7
    NO_BREACH = 8
    SILENT = 9
    NOT_IN_FORCE = 10
    NOT_APPLICABLE = 11
    NOT_A_POSITION = 12

    @property
    def word(self) -> str:
        """Return the machine value, such as ``apparent_violation``."""
        return self.name.lower()


BREACH = frozenset({Standing.VIOLATION, Standing.APPARENT_VIOLATION, Standing.BREAKS_CONDITION})
IN_DOUBT = frozenset({Standing.DEPENDS_ON_READING, Standing.UNDETERMINED})
NOT_CONCERNED = frozenset(
    {Standing.SILENT, Standing.NOT_IN_FORCE, Standing.NOT_APPLICABLE, Standing.NOT_A_POSITION}
)
GROUPS = {
    standing: "Breach"
    if standing in BREACH
    else "In doubt"
    if standing in IN_DOUBT
    else "Not concerned"
    if standing in NOT_CONCERNED
    else "No breach"
    for standing in Standing
}

LEVELS = ("violation", "apparent", "reading", "undetermined", "never")
"""The levels of ``--fail-on``; each includes those before it."""


class ClauseStanding(IntEnum):
    """List what a clause may be over the whole period; duties with a date come first."""

    OUTSTANDING = 0
    COMPLIED = 1
    LATE = 2
    OVERDUE = 3
    VIOLATED = 4
    APPARENTLY_VIOLATED = 5
    UNDETERMINED = 6
    NO_BREACH_SEEN = 7
    NOT_IN_FORCE = 8
    MOOT = 9
    NO_EVIDENCE = 10

    @property
    def word(self) -> str:
        """Return the machine value, such as ``no_breach_seen``."""
        return self.name.lower()


class Reason(IntFlag):
    """Say why a verdict is undetermined; a set, one bit a reason."""

    PLACE_UNRESOLVED = 1 << 0
    PLACE_VAGUE = 1 << 1
    PLACE_LINE_VAGUE = 1 << 2
    SIDE_UNKNOWN = 1 << 3
    TEXT_VAGUE = 1 << 4
    GEOMETRY_DEFERRED = 1 << 5
    NUMERICALLY_CLOSE = 1 << 6
    TIME_VAGUE = 1 << 7
    EVENT_UNKNOWN = 1 << 8
    SEQUENCE_UNKNOWN = 1 << 9
    ACTOR_UNRESOLVED = 1 << 10
    ATTRIBUTION_WEAK = 1 << 11
    DOING_UNKNOWN = 1 << 12
    THING_UNKNOWN = 1 << 13
    COUNT_VAGUE = 1 << 14
    SOURCE_WEAK = 1 << 15
    KIND_WEAK = 1 << 16
    CONDITION_OPEN = 1 << 17
    REGISTER_OPEN = 1 << 18
    READINGS_DIFFER = 1 << 19
    ACCESS_DENIED = 1 << 20
    PLACE_SWAPPED = 1 << 21


@lru_cache(maxsize=4096)
def reason_names(bits: int) -> tuple[str, ...]:
    """Return the names of the reasons in ``bits``, in the order of the closed list."""
    return tuple(reason.name.lower() for reason in Reason if bits & reason and reason.name)


# Rows: applies FALSE, UNKNOWN, TRUE; columns: met FALSE, UNKNOWN, TRUE (design, semantics).
_TABLE = np.array(
    [
        [Verdict.NOT_APPLICABLE, Verdict.NOT_APPLICABLE, Verdict.NOT_APPLICABLE],
        [Verdict.UNDETERMINED, Verdict.UNDETERMINED, Verdict.NO_BREACH],
        [Verdict.VIOLATION, Verdict.UNDETERMINED, Verdict.COMPLIANT],
    ],
    dtype=np.int8,
)


def verdict_of(applies: TruthArray, met: TruthArray) -> VerdictArray:
    """Return the verdict of each pair; a VIOLATION only for (TRUE, FALSE). Same shape."""
    return _TABLE[applies, met]
