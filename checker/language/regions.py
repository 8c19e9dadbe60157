"""Where a clause speaks: places, depths, sides and their combinations, as a tree."""

from collections.abc import Callable
from dataclasses import dataclass

from checker.geography.field import is_area, is_line
from checker.geography.region import (
    AllOf,
    AnyOf,
    Length,
    Named,
    Not,
    Region,
    SideOf,
    Within,
    Witness,
)
from checker.geography.shapes import Undrawn
from checker.language.actors import sided
from checker.language.document import entries_of, text_of
from checker.language.lengths import length_of
from checker.language.places import Atlas
from checker.language.problems import meant
from checker.language.reading import Deferred, Reading
from checker.language.text import Items, Node, Scalar, Table

__all__ = ["REGION_KEYS", "named_place", "region_of", "theatre_of"]

REGION_KEYS = (
    "within",
    "beyond",
    "ring",
    "total_width",
    "of",
    "toward",
    "side_of",
    "between",
    "inside",
    "outside",
    "not",
    "any_of",
    "all_of",
)
_DEPTHS = ("within", "beyond", "ring", "total_width")
_SPOKEN = {"union": "any_of", "intersection": "several keys, or all_of", "difference": "not"}
_PAIR = 2


@dataclass(frozen=True, slots=True)
class _At:
    """Hold what it takes to read a region."""

    reading: Reading
    atlas: Atlas
    path: str

    def region(self, node: Node, key: str) -> Region:
        return region_of(self.reading, self.atlas, node, f"{self.path}.{key}")

    def add(self, code: str, message: str, node: Node, hint: str = "") -> None:
        span = node.first if isinstance(node, Table) else node.span
        self.reading.document.problems.add(code, message, span, hint)


def region_of(reading: Reading, atlas: Atlas, node: Node, path: str) -> Region:
    """Read a region; what cannot be read is a problem, and stands as undrawn."""
    settled = reading.settle(node, path)
    if isinstance(settled, Deferred):
        return Named(path, Undrawn(settled.why))
    if isinstance(settled, Scalar):
        return named_place(reading, atlas, settled) or Named(path, Undrawn("not declared"))
    if isinstance(settled, Items):
        reading.say("L720", "a list of regions stands under any_of or all_of", settled)
        return Named(path, Undrawn("not read"))
    if atlas.is_drawn(settled):
        return atlas.draw(reading, path.removeprefix("places."), settled)
    return _tree(_At(reading, atlas, path), settled)


def named_place(reading: Reading, atlas: Atlas, node: Node) -> Region | None:
    """Look up a place by its name; None, and a problem, where there is none."""
    name = text_of(node)
    document = reading.document
    if name == "theatre":
        return theatre_of(reading, atlas)
    if name is not None and (bound := sided(reading, name)) is not None:
        return region_of(reading, atlas, bound, f"sides.{name}")
    section = document.section("places").get(name or "")
    if section is None or name is None:
        said = "a place is missing" if name is None else f"the place {name!r} is not declared"
        reading.say("L721", said, node, meant(name or "", document.section("places")))
        return None
    document.use("places", name)
    if name in reading.stack:
        reading.say("L722", f"the place {name!r} is defined by itself", node)
        return None
    return region_of(reading.within(name), atlas, section.value, f"places.{name}")


def theatre_of(reading: Reading, atlas: Atlas) -> Region | None:
    """Return the agreement's theatre, None for the whole world."""
    node = reading.document.root.get("theatre")
    return None if node is None else region_of(reading, atlas, node, "theatre")


def _tree(at: _At, node: Table) -> Region:
    """Join what the keys of one mapping say: several keys are all_of."""
    problems = at.reading.document.problems
    for key in node.keys():
        if key not in REGION_KEYS:
            known = (*REGION_KEYS, *at.reading.document.section("questions"))
            hint = f"write {_SPOKEN[key]}" if key in _SPOKEN else meant(key, known)
            problems.add("L101", f"unknown key {key!r} of a region", node.key(key).span, hint)
    parts = [*_depths(at, node), *_sides(at, node)]
    readers: dict[str, Callable[[Node], Region]] = {
        "inside": lambda value: at.region(value, "inside"),
        "outside": lambda value: Not(at.region(value, "outside")),
        "not": lambda value: Not(at.region(value, "not")),
        "any_of": lambda value: AnyOf(_listed(at, value, "any_of")),
        "all_of": lambda value: AllOf(_listed(at, value, "all_of")),
    }
    for key, read in readers.items():
        value = node.get(key)
        if value is not None:
            parts.append(read(value))
    if not parts:
        at.add("L723", "a region says where: within, inside, side_of, any_of and the like", node)
        return Named(at.path, Undrawn("not read"))
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts))


def _listed(at: _At, node: Node, key: str) -> tuple[Region, ...]:
    return tuple(at.region(item, f"{key}[{i}]") for i, item in enumerate(entries_of(node)))


def _depths(at: _At, node: Table) -> list[Region]:
    """Read depths from what stands under ``of``, on the side that ``toward`` names."""
    wanted = [key for key in _DEPTHS if key in node.keys()]
    if not wanted:
        for key in ("of", "toward"):
            if key in node.keys() and "side_of" not in node.keys():
                problems = at.reading.document.problems
                problems.add("L724", f"{key} needs a depth, such as within", node.key(key).span)
        return []
    of = _operands(at, node)
    if of is None:
        return []
    toward, is_stated = _toward(at, node)
    lines = any(is_line(region) for region in of)
    if lines and not is_stated and wanted != ["total_width"]:
        message = "a depth from a line needs toward: a witness place, or both"
        at.add("L725", message, node, "add toward: both, or toward: and a place on the side meant")
    regions = [part for key in wanted for part in _depth(at, node, key, (of, toward))]
    _check_witness(at, node, regions)
    return regions


def _operands(at: _At, node: Table) -> tuple[Region, ...] | None:
    value = node.get("of")
    if value is None:
        at.add("L726", "of is missing: from where is the distance measured?", node, "add of:")
        return None
    if isinstance(value, Table) and "positions" in value.keys():
        message = "distances from reported positions come in a later version"
        at.add("L900", message, value)
        return None
    settled = at.reading.settle(value, f"{at.path}.of")
    if isinstance(settled, Deferred):
        return (Named(at.path, Undrawn(settled.why)),)
    regions = tuple(at.region(item, "of") for item in entries_of(settled))
    for region, item in zip(regions, entries_of(settled), strict=True):
        if not isinstance(region, Named) and not is_area(region):
            message = "of takes places, or regions made of areas alone"
            at.add("L727", message, item)
    return regions


def _depth(
    at: _At, node: Table, key: str, of: tuple[tuple[Region, ...], Witness | None]
) -> list[Region]:
    value = node.get(key)
    assert value is not None
    operands, toward = of
    if key == "ring":
        items = entries_of(value)
        if len(items) != _PAIR:
            at.add("L728", "a ring takes two lengths, such as [10 km, 20 km]", value)
            return []
        near, far = (length_of(at.reading, item, f"{at.path}.ring") for item in items)
        return [Within(far, operands, toward), *_beyond(near, operands, toward)]
    length = length_of(at.reading, value, f"{at.path}.{key}")
    if key == "total_width":
        half = Length(
            length.low_m / 2, length.high_m / 2, f"half of {length.said}", length.is_deferred
        )
        return [Within(half, operands, None)]
    if key == "beyond":
        return _beyond(length, operands, toward)
    return [Within(length, operands, toward)]


def _beyond(length: Length, of: tuple[Region, ...], toward: Witness | None) -> list[Region]:
    """Mean what is not within, on the same side where a side is named."""
    deep: Region = Not(Within(length, of, toward))
    return [deep] if toward is None else [SideOf(of, toward), deep]


def _sides(at: _At, node: Table) -> list[Region]:
    parts: list[Region] = []
    line = node.get("side_of")
    if line is not None:
        toward, is_stated = _toward(at, node)
        of = tuple(at.region(item, "side_of") for item in entries_of(line))
        if toward is None:
            said = "side_of needs toward: a witness place" if not is_stated else "both is no side"
            at.add("L729", said, node, "name a place on the side that is meant")
        else:
            parts.append(SideOf(of, toward))
    between = node.get("between")
    if between is not None:
        items = entries_of(between)
        if len(items) != _PAIR:
            at.add("L730", "between takes two lines", between)
            return parts
        pair = [at.region(item, "between") for item in items]
        for one, other in (pair, pair[::-1]):
            if isinstance(one, Named) and isinstance(other, Named):
                parts.append(SideOf((one,), Witness(other.name, other.shape)))
            else:
                at.add("L730", "between takes two drawn lines", between)
    _check_witness(at, node, parts)
    return parts


def _toward(at: _At, node: Table) -> tuple[Witness | None, bool]:
    """Return the witness, None for both sides, and whether toward is stated at all."""
    value = node.get("toward")
    if value is None:
        return None, False
    settled = at.reading.settle(value, f"{at.path}.toward")
    if isinstance(settled, Scalar) and settled.text == "both":
        return None, True
    if isinstance(settled, Deferred):
        return Witness(at.path, Undrawn(settled.why)), True
    place = region_of(at.reading, at.atlas, settled, f"{at.path}.toward")
    if isinstance(place, Named):
        return Witness(place.name, place.shape), True
    at.add("L731", "a witness is a drawn place", value)
    return None, True


def _check_witness(at: _At, node: Table, regions: list[Region]) -> None:
    from checker.geography.sides import witness_problem  # noqa: PLC0415

    for region in regions:
        if isinstance(region, Within | SideOf) and region.toward is not None:
            problem = witness_problem(region)
            if problem is not None:
                at.add("L732", problem, node, "name a place that lies abreast of the line")
                return
