"""Where a clause speaks: places, depths, sides and their combinations, as a tree."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import compress

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
from checker.geography.shapes import Area, Box, Circle, Line, Point, Sites, Undrawn
from checker.geography.sides import line_problem, witness_problem
from checker.geography.tree import is_area, is_line
from checker.language.document import entries_of, text_of
from checker.language.lengths import length_of
from checker.language.places import Atlas
from checker.language.problems import meant_name
from checker.language.reading import Deferred, Reading
from checker.language.region_keys import readable
from checker.language.sided import sided, unsided
from checker.language.text import Items, Node, Scalar, Table
from checker.language.words import expanded
from checker.language.words.word import without

__all__ = ["ground_of", "named_place", "region_of", "theatre_of"]


@dataclass(frozen=True, slots=True)
class _At:
    """Hold what it takes to read a region."""

    reading: Reading
    atlas: Atlas
    path: str

    def region(self, node: Node, key: str) -> Region:
        return region_of(self.reading, self.atlas, node, f"{self.path}.{key}")

    def ground(self, node: Node, key: str) -> Region:
        return ground_of(self.reading, self.atlas, node, f"{self.path}.{key}")

    def add(self, code: str, message: str, node: Node, hint: str) -> None:
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
        hint = "write {any_of: [...]}, or all_of"
        reading.say("L720", "a list of regions stands under any_of or all_of", settled, hint)
        return Named(path, Undrawn("not read"))
    if atlas.is_drawn(settled):
        return atlas.draw(reading, path.removeprefix("places."), settled)
    return _tree(_At(reading, atlas, path), settled)


def ground_of(reading: Reading, atlas: Atlas, node: Node, path: str) -> Region:
    """Read a region in which somebody can be: no position is ever inside a point or a line."""
    region = region_of(reading, atlas, node, path)
    if isinstance(region, Named) and isinstance(region.shape, Point | Sites | Line):
        thing = "line" if isinstance(region.shape, Line) else "point"
        hint = f"write a depth, such as {{within: 1 km, of: {region.name}}}"
        reading.say("L735", f"no ground lies in {region.name!r}: it is a {thing}", node, hint)
        return Named(region.name, Undrawn("no ground"))
    return region


def named_place(reading: Reading, atlas: Atlas, node: Node) -> Region | None:
    """Look up a place by its name; None, and a problem, where there is none."""
    name = text_of(node)
    document = reading.document
    if name == "theatre" and name not in reading.stack:
        return theatre_of(reading, atlas)
    if name is not None and (bound := sided(reading, name)) is not None:
        return region_of(reading, atlas, bound, f"sides.{name}")
    if name is not None and name in reading.stack:
        hint = "break the circle: take it out here"
        reading.say("L722", f"the place {name!r} is defined by itself", node, hint)
        return None
    section = document.section("places").get(name or "")
    if section is None or name is None:
        said = "a place is missing" if name is None else f"the place {name!r} is not declared"
        hint = unsided(reading, name or "") or meant_name(name or "", document.section("places"))
        reading.say("L721", said, node, hint)
        return None
    document.use("places", name)
    own = atlas.override(reading, name, section.value)
    if own is not None:
        return own
    return region_of(reading.within(name), atlas, section.value, f"places.{name}")


def theatre_of(reading: Reading, atlas: Atlas) -> Region:
    """Return the theatre of the clause, else of the agreement, else the whole world."""
    node = reading.theatre or reading.document.root.get("theatre")
    if node is None:
        return Everywhere()
    return ground_of(reading.within("theatre"), atlas, node, "theatre")


def _tree(at: _At, node: Table) -> Region:
    """Join what the keys of one mapping say: several keys are all_of."""
    node = readable(at.reading.document, node)
    if not _is_between_lines(at, entries_of(node.get("between"))):
        node = without(node, "between")
    node = expanded(node, "region")
    parts = [*_depths(at, node), *_sides(at, node)]
    readers: dict[str, Callable[[Node], Region]] = {
        "inside": lambda value: at.ground(value, "inside"),
        "not": lambda value: Not(at.ground(value, "not")),
        "any_of": lambda value: AnyOf(_listed(at, value, "any_of")),
        "all_of": lambda value: _all(_listed(at, value, "all_of")),
    }
    for key, read in readers.items():
        value = node.get(key)
        if value is not None:
            parts.append(read(value))
    # What cannot be read has its own problem.
    return _all(tuple(parts)) if parts else Named(at.path, Undrawn("not read"))


def _is_between_lines(at: _At, lines: tuple[Node, ...]) -> bool:
    """Refuse ground between areas: their sides are all that is outside them, wherever it lies.

    What is not drawn may be a line; a point has its own problem.
    """
    once = replace(at, reading=replace(at.reading, assumed={}))
    regions = [once.region(line, "between") for line in lines]
    is_ground = [
        not isinstance(region, Named) or isinstance(region.shape, Area | Box | Circle)
        for region in regions
    ]
    for line in compress(lines, is_ground):
        hint = "name the line that is the border, or write outside:, or side_of: with toward:"
        at.add("L737", "between takes two lines, and this is ground", line, hint)
    return not any(is_ground)


def _all(parts: tuple[Region, ...]) -> Region:
    """Join parts that must all hold; what stands within another join is one with it."""
    flat = tuple(
        inner for part in parts for inner in (part.parts if isinstance(part, AllOf) else (part,))
    )
    return flat[0] if len(flat) == 1 else AllOf(flat)


def _listed(at: _At, node: Node, key: str) -> tuple[Region, ...]:
    items = entries_of(node)
    if not items:
        at.add("L733", f"{key} lists no region", node, "put regions into it, or take it away")
        return (Named(at.path, Undrawn("not read")),)
    return tuple(at.ground(item, f"{key}[{i}]") for i, item in enumerate(items))


def _depths(at: _At, node: Table) -> list[Region]:
    """Read a depth from what stands under ``of``, on the side that ``toward`` names."""
    value = node.get("within")
    if value is None:
        _refuse_aimless(at, node)
        return []
    of = _operands(at, node)
    limit = length_of(at.reading, value, f"{at.path}.within")
    if of is None:
        return []
    toward, is_stated = _toward(at, node)
    if any(is_line(region) for region in of) and not is_stated:
        message = "a depth from a line needs toward: a witness place, or both"
        at.add("L725", message, node, "add toward: both, or toward: and a place on the side meant")
    if toward is not None:
        _refuse_points(at, of, entries_of(node.get("of")))
    region = Within(limit, of, toward)
    _check_witness(at, node, region)
    return [region]


def _refuse_aimless(at: _At, node: Table) -> None:
    """Refuse ``of`` and ``toward`` without a depth; what was meant for one has its own problem."""
    aimless = [
        key
        for key in node.keys()
        if key == "of" or (key == "toward" and "side_of" not in node.keys())
    ]
    if aimless:
        message, hint = f"{aimless[0]} needs a depth", "add within:, such as within: 10 km"
        at.reading.document.problems.add("L724", message, node.key(aimless[0]).span, hint)


def _operands(at: _At, node: Table) -> tuple[Region, ...] | None:
    value = node.get("of")
    if value is None:
        at.add("L726", "of is missing: from where is the distance measured?", node, "add of:")
        return None
    if isinstance(value, Table) and "positions" in value.keys():
        message = "distances from reported positions come in a later version"
        at.add("L900", message, value, "name a place, or defer the depth: {deferred: why}")
        return None
    settled = at.reading.settle(value, f"{at.path}.of")
    if isinstance(settled, Deferred):
        return (Named(at.path, Undrawn(settled.why)),)
    regions = tuple(at.region(item, "of") for item in entries_of(settled))
    if not regions:
        at.add("L733", "of lists no place", settled, "name one")
        return None
    _refuse_depths(at, regions, entries_of(settled), "of")
    return regions


def _refuse_depths(at: _At, regions: tuple[Region, ...], items: tuple[Node, ...], key: str) -> None:
    """Refuse regions that have no border of their own to measure from."""
    for region, item in zip(regions, items, strict=True):
        if not isinstance(region, Named) and not is_area(region):
            hint = "name a place that is drawn, or draw the region"
            message = f"{key} takes places, or regions made of areas alone"
            at.add("L727", message, item, hint)


def _sides(at: _At, node: Table) -> list[Region]:
    line = node.get("side_of")
    if line is None:
        return []
    toward, is_stated = _toward(at, node)
    of = tuple(at.region(item, "side_of") for item in entries_of(line))
    _refuse_depths(at, of, entries_of(line), "side_of")
    _refuse_points(at, of, entries_of(line))
    if toward is None:
        said = "both is no side" if is_stated else "side_of needs toward: a witness place"
        at.add("L729", said, node, "name a place on the side that is meant")
        return []
    region = SideOf(of, toward)
    _check_witness(at, node, region)
    return [region]


def _refuse_points(at: _At, of: tuple[Region, ...], items: tuple[Node, ...]) -> None:
    """Refuse points where a side is asked for: they have none."""
    points = [r for r in of if isinstance(r, Named) and isinstance(r.shape, Point | Sites)]
    for region in points:
        # Where a question stands for the whole list, the list itself is to be looked at.
        item = items[of.index(region)] if len(items) == len(of) else items[0]
        at.add("L736", f"{region.name!r} is a point, which has no sides", item, "name a line")


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
        return Witness(place.name, place.shape, place.source), True
    at.add("L731", "a witness is a drawn place", value, "name a place that is drawn")
    return Witness(at.path, Undrawn("not read")), True


def _check_witness(at: _At, node: Table, region: Within | SideOf) -> None:
    if region.toward is None:
        return
    crossed = line_problem(region)
    if crossed is not None:
        at.add("L738", crossed, node, "draw the line without that loop or spike, or end it there")
        return
    problem = witness_problem(region)
    if problem is not None:
        at.add("L732", problem, node, "name a place that lies abreast of the line")
