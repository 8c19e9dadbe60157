"""The colour and the mark of each standing on a map: told apart without colours too.

Colours: Okabe and Ito, Color Universal Design (2008), which the colour-blind tell apart.
"""

from dataclasses import dataclass

__all__ = ["LOOKS", "Look"]

_VERMILION, _ORANGE, _PURPLE, _BLUE, _GREEN, _GREY = (
    *("d55e00", "e69f00", "cc79a7", "56b4e9", "009e73", "999999"),
)


@dataclass(frozen=True, slots=True)
class Look:
    """Draw a standing: ``colour`` as red, green and blue in hexadecimal digits, ``mark`` a shape.

    Marks are named as QGIS names them.
    """

    colour: str
    mark: str
    size_mm: float


LOOKS = {
    "violation": Look(_VERMILION, "diamond", 4.4),
    "late": Look(_VERMILION, "diamond", 4.4),
    "overdue": Look(_VERMILION, "diamond", 4.4),
    "apparent_violation": Look(_ORANGE, "triangle", 4.0),
    "breaks_condition": Look(_PURPLE, "pentagon", 3.6),
    "depends_on_reading": Look(_PURPLE, "square", 3.2),
    "undetermined": Look(_BLUE, "circle", 3.0),
    "excepted": Look(_GREEN, "cross", 3.0),
    "compliant": Look(_GREEN, "cross", 3.0),
    "apparent_compliance": Look(_GREEN, "cross2", 2.6),
    "no_breach": Look(_GREEN, "cross2", 2.6),
    "silent": Look(_GREY, "line", 2.0),
    "not_in_force": Look(_GREY, "line", 2.0),
    "not_applicable": Look(_GREY, "line", 2.0),
    "not_a_position": Look(_GREY, "line", 2.0),
}
"""Every standing that a finding may have, in the order of the key."""
