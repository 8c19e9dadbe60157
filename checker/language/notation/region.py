"""Regions in the notation of the core: within, side_of, any_of, all_of, not."""

from typing import assert_never

from pydantic import JsonValue

from checker.geography.region import (
    AllOf,
    AnyOf,
    Everywhere,
    Named,
    Not,
    Region,
    SideOf,
    Within,
    Witness,
)
from checker.geography.shapes import Line
from checker.language.say.region import place_name

__all__ = ["region_form"]


def region_form(region: Region) -> JsonValue:
    """Return a region as it could be written with the words of the core alone."""
    form: JsonValue
    match region:
        case Everywhere():
            form = "everywhere"
        case Named():
            form = place_name(region)
        case Within(limit, of, toward):
            form = {"within": limit.said, "of": _operands(of), **_toward(of, toward)}
        case SideOf(of, toward):
            form = {"side_of": _operands(of), "toward": place_name(toward)}
        case AnyOf(parts):
            form = {"any_of": [region_form(part) for part in parts]}
        case AllOf(parts):
            form = {"all_of": [region_form(part) for part in parts]}
        case Not(part):
            form = {"not": region_form(part)}
        case _:
            assert_never(region)
    return form


def _operands(of: tuple[Region, ...]) -> JsonValue:
    forms = [region_form(one) for one in of]
    return forms[0] if len(forms) == 1 else [*forms]


def _toward(of: tuple[Region, ...], toward: Witness | None) -> dict[str, JsonValue]:
    """Write the side; a depth without a witness from a line is one to both sides."""
    if toward is not None:
        return {"toward": place_name(toward)}
    is_line = any(isinstance(one, Named) and isinstance(one.shape, Line) for one in of)
    return {"toward": "both"} if is_line else {}
