"""The forms of places and regions, as JSON Schema: what is drawn, and the ground made of it."""

from collections.abc import Iterable

from checker.language.schema.forms import NAME, Form, about, choice, listed, ref, table

__all__ = ["GROUND"]

_DEPTHS = ("within", "beyond", "ring", "total_width")
# What is drawn with an extent states how well; a point is exact, the others take their parts'.
_STATED = ("line", "area", "box", "file")
_UNSTATED = ("point", "circle", "sites", "corridor")


def _degrees(limit: str) -> Form:
    """Accept degrees up to ``limit``, a number or the text of one."""
    most = float(limit)
    whole = "(1[0-7][0-9]|0*[0-9]{1,2})" if limit == "180" else "0*[0-8]?[0-9]"
    return {
        "description": f"degrees, up to {limit}",
        "type": ["number", "string"],
        "minimum": -most,
        "maximum": most,
        "pattern": rf"^[+-]?(0*{limit}(\.0*)?|{whole}(\.[0-9]*)?)$",
    }


def _drawn() -> Form:
    position = ref("Position")
    site: Form = {"if": {"type": "string"}, "then": NAME, "else": position}
    form = table(
        "a place that is drawn here or in a file; all but points state accuracy and source",
        {
            "point": about(position, "one position"),
            "sites": about(listed(site, 1), "several points; the nearest counts"),
            "line": about(listed(position, 2), "at least two positions"),
            "area": about(listed(position, 3), "a ring of positions, the first again as the last"),
            "box": about(ref("Box"), "two meridians and two parallels"),
            "circle": about(ref("Circle"), "the ground round a point, to a radius"),
            "file": about(ref("Text"), "a GeoJSON file in the agreement's folder"),
            "feature": about(ref("Text"), "which feature of the file: its id or its name"),
            "corridor": {
                "description": "a strip along a line (comes in a later version)",
                "type": "object",
            },
            "accuracy": about(ref("Length"), "how far it may be from the true place"),
            "source": about(NAME, "the source that it was drawn from"),
            "border": about(NAME, "the line place that it shares its border with"),
            "as_of": {
                "description": "how it was drawn from a date on (comes in a later version)",
                "type": "array",
            },
            "name": about(ref("Text"), "the name for people"),
            "note": about(ref("Text"), "a remark; never evaluated"),
        },
    )
    ways: list[Form] = [{"required": [way]} for way in _UNSTATED]
    ways += [{"required": [way, "accuracy", "source"]} for way in _STATED]
    return {**form, "oneOf": [*ways]}


def _with_one(keys: Iterable[str]) -> Form:
    """Accept a mapping that holds one of ``keys``, or several."""
    return {"anyOf": [{"required": [key]} for key in keys]}


def _ground() -> Form:
    region = ref("Region")
    form = table(
        "ground; several keys must all hold",
        {
            "within": about(
                ref("Length"), "at most this far from what stands under of; the limit belongs to it"
            ),
            "beyond": about(ref("Length"), "farther than this from what stands under of"),
            "ring": about(
                listed(ref("Length"), 2, 2), "beyond the first length and within the second"
            ),
            "total_width": about(ref("Length"), "within half of this, on both sides"),
            "of": about(
                ref("Of"), "from where it is measured: a place, a list, or a region of areas"
            ),
            "toward": about(region, "both, or a witness: a place that lies on the side meant"),
            "side_of": about(ref("Of"), "all the ground on the witness's side of this line"),
            "between": about(listed(region, 2, 2), "the ground between two lines"),
            "inside": about(region, "inside this area"),
            "outside": about(region, "everywhere but in this area"),
            "not": about(region, "everywhere but there"),
            "any_of": about(listed(region, 1), "at least one of these"),
            "all_of": about(listed(region, 1), "all of these"),
        },
    )
    return {
        **form,
        "dependentRequired": {**{depth: ["of"] for depth in _DEPTHS}, "side_of": ["toward"]},
        "dependentSchemas": {"of": _with_one(_DEPTHS), "toward": _with_one((*_DEPTHS, "side_of"))},
    }


_LON, _LAT = _degrees("180"), _degrees("90")
_BOX = {"west": _LON, "south": _LAT, "east": _LON, "north": _LAT}

GROUND: dict[str, Form] = {
    "Position": {
        "description": "a position in degrees on WGS 84, longitude first",
        "if": {"type": "array"},
        "then": {"prefixItems": [_LON, _LAT], "minItems": 2, "maxItems": 2},
        "else": table("longitude and latitude", {"lon": _LON, "lat": _LAT}, "lon", "lat"),
    },
    "Box": table(
        "two meridians and two parallels; west greater than east crosses the antimeridian",
        _BOX,
        *_BOX,
    ),
    "Circle": table(
        "the ground round a point, to a radius",
        {
            "of": about(NAME, "a place that is a point"),
            "radius": about(ref("Length"), "one length; write within for a vague one"),
        },
        *("of", "radius"),
    ),
    "Positions": table(
        "the reported positions of actors (comes in a later version)",
        {"positions": about(ref("Who"), "whose positions")},
        "positions",
    ),
    "DrawnPlace": _drawn(),
    "Ground": _ground(),
}
_GROUNDS = {"Ground": GROUND["Ground"], "DrawnPlace": GROUND["DrawnPlace"]}
GROUND["Region"] = choice(
    "Region", "the name of a place, or ground that is told", text=NAME, tables=_GROUNDS
)
GROUND["Of"] = choice(
    "Of",
    "what a distance is measured from: a place, several, a region of areas",
    text=NAME,
    items=listed(ref("Region"), 1),
    tables={**_GROUNDS, "Positions": GROUND["Positions"]},
)
