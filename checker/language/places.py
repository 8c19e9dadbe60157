"""Named places: drawn ones from files and figures, derived ones from other places."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from checker.geography.borders import adjoin
from checker.geography.geojson import GeoProblem, shape_of
from checker.geography.region import Length, Named, Region
from checker.geography.shapes import Area, Circle, Line, Point, Shape, Sites, Undrawn
from checker.language.document import Document, entries_of, text_of
from checker.language.drawing_keys import DRAWN, check_drawing
from checker.language.figures import box_of, edges_of, path_of, point_of
from checker.language.files import file_in
from checker.language.keys import check_keys
from checker.language.lengths import length_of
from checker.language.reading import Reading, Unanswered
from checker.language.text import Items, Node, Scalar, Table
from checker.values.digest import digest
from checker.values.ledger import read_bytes

__all__ = ["Atlas"]

_CIRCLE = ("of", "radius")
_EXACT = ("point", "sites", "corridor")
"""What may leave its accuracy out: numbers of the text, and what takes that of its parts."""

_Key = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Atlas:
    """Draw places as they are asked for; each drawing is kept under the place it stands at.

    ``owners`` has the name of each drawing and the border that it says it shares.
    """

    document: Document
    drawn: dict[_Key, Shape] = field(default_factory=dict)
    owners: dict[_Key, tuple[str, str | None]] = field(default_factory=dict)
    shared: dict[tuple[_Key, Line | None], Area] = field(default_factory=dict)

    def is_drawn(self, node: Table) -> bool:
        """Say whether a mapping draws a place itself, rather than deriving it from others."""
        return any(key in DRAWN for key in node.keys())

    def draw(self, reading: Reading, name: str, node: Table) -> Named:
        """Draw the place ``name`` as ``node`` says; a drawing that fails stands as undrawn."""
        shape = self._raw(reading, name, node)
        if isinstance(shape, Area):
            shape = self._bordered(reading, node, shape)
        return Named(name, shape, self._source(reading, node))

    def _source(self, reading: Reading, node: Table) -> str:
        """Return the source of a drawing; a circle round a place has that of its centre."""
        circle = node.get("circle")
        of = circle.get("of") if isinstance(circle, Table) else None
        if node.get("source") is None and of is not None:
            from checker.language.regions import named_place  # noqa: PLC0415

            centre = named_place(reading, self, of)
            return centre.source if isinstance(centre, Named) else ""
        return text_of(node.get("source")) or ""

    def _bordered(self, reading: Reading, node: Table, area: Area) -> Area:
        """Return an area with the accuracy of the borders that it shares; once for each border."""
        border = node.get("border")
        line = self._border(reading, border) if border is not None else None
        key = ((node.span.file, node.span.line, node.span.column), line)
        if key not in self.shared:
            pieces = tuple(self._shared(reading, node, area, line))
            self.shared[key] = replace(area, shared=pieces)
        return self.shared[key]

    def override(self, reading: Reading, name: str, declared: Node) -> Named | None:
        """Return the user's own drawing of a place, under every answer or the one that is given."""
        for override in self.document.overrides:
            if override.place != name:
                continue
            if override.answer is None or self._is_given(reading, declared, override.answer):
                key = (str(override.file), 0, 0)
                if key not in self.drawn:
                    accuracy = Scalar(override.accuracy, declared.span)
                    accuracy_m = length_of(reading, accuracy, "accuracy").high_m
                    self.drawn[key] = self._read(
                        override.file, Table((), declared.span), accuracy_m
                    )
                return Named(name, self.drawn[key], f"the user's file {override.file.name}")
        return None

    def _is_given(self, reading: Reading, declared: Node, answer: str) -> bool:
        """Say whether the question that a place hangs on has this answer; it must be answered."""
        question = declared.keys()[0] if isinstance(declared, Table) and declared.entries else ""
        if question not in self.document.section("questions"):
            return False
        self.document.use("questions", question)
        if question not in reading.answers:
            raise Unanswered(question)
        return reading.answers[question] == answer

    def _raw(self, reading: Reading, name: str, node: Table) -> Shape:
        """Draw what the node says, without regard to borders that it shares."""
        key = (node.span.file, node.span.line, node.span.column)
        # What hangs on an answer, or on something assumed, is drawn anew in each reading.
        if key not in self.drawn or not _is_fixed(node):
            self.drawn[key] = self._shape(reading, name, node)
            self.owners[key] = (name, text_of(node.get("border")))
        return self.drawn[key]

    def _shared(
        self, reading: Reading, node: Table, area: Area, border: Line | None
    ) -> Iterator[tuple[tuple[tuple[float, float], ...], float]]:
        """Yield pieces of border with the accuracy that holds along them.

        A border that is named has its own; one that two places share without saying so gets the
        larger of theirs (design, semantics, Place under doubt).
        """
        if border is not None:
            yield from ((path, border.accuracy_m) for path in border.paths)
        named = text_of(node.get("border"))
        for other, its_border in self._others(reading, node):
            is_declared = named is not None and named == its_border
            if not is_declared and adjoin(area, other):
                larger = max(area.accuracy_m, other.accuracy_m)
                yield from ((ring, larger) for part in other.polygons for ring in part)

    def _border(self, reading: Reading, node: Node) -> Line | None:
        from checker.language.regions import named_place  # noqa: PLC0415

        place = named_place(reading, self, node)
        if isinstance(place, Named) and isinstance(place.shape, Line):
            return place.shape
        if place is not None and not _is_undrawn(place):
            message = f"the border {text_of(node)!r} is no line"
            self.document.problems.add("L713", message, node.span, "name a place that is a line")
        return None

    def _others(self, reading: Reading, node: Table) -> Iterator[tuple[Area, str | None]]:
        """Yield every other area that the file draws, whatever question it hangs on."""
        for name, section in self.document.section("places").items():
            for drawing in _drawings(section.value):
                if drawing.span != node.span and (
                    "file" in drawing.keys() or "area" in drawing.keys()
                ):
                    shape = self._raw(reading, name, drawing)
                    if isinstance(shape, Area):
                        yield shape, text_of(drawing.get("border"))

    def _shape(self, reading: Reading, name: str, node: Table) -> Shape:
        check_drawing(self.document, node)
        kind = next(key for key in node.keys() if key in DRAWN)
        value, document = node.get(kind), self.document
        assert value is not None
        if kind == "circle":
            return self._circle(reading, name, value)
        accuracy = self._accuracy(reading, name, node, is_exact=kind in _EXACT)
        if accuracy.is_deferred:
            # Nobody said how far off it may be, so nobody can tell where it is.
            return _deferred(accuracy)
        accuracy_m = accuracy.high_m
        readers: dict[str, Callable[[Node], Shape]] = {
            "corridor": lambda _: Undrawn("corridors come in a later version"),
            "sites": lambda value: self._sites(reading, value, accuracy_m),
            "point": lambda value: point_of(document, value, accuracy_m),
            "box": lambda value: box_of(document, value, accuracy_m),
            "file": lambda value: self._from_file(value, node, accuracy_m),
            "line": lambda value: path_of(document, kind, value, accuracy_m),
            "area": lambda value: path_of(document, kind, value, accuracy_m),
        }
        return readers[kind](value)

    def _accuracy(self, reading: Reading, name: str, node: Table, *, is_exact: bool) -> Length:
        """Return the stated accuracy; points without one are exact: the text has their numbers."""
        value = node.get("accuracy")
        if value is None:
            if not is_exact:
                message = f"the place {name!r} does not say how accurate it is"
                hint = "add accuracy:, such as 50 m"
                self.document.problems.add("L701", message, node.first, hint)
            return Length(0.0, 0.0, "exact")
        if not is_exact and node.get("source") is None:
            message = f"the place {name!r} does not say where it comes from"
            self.document.problems.add("L702", message, node.first, "add source:")
        found = length_of(reading, value, f"places.{name}.accuracy")
        if found.is_deferred and isinstance(value, Scalar):
            # It cannot be read, which is told; the drawing can, and what is wrong with its uses.
            return Length(0.0, 0.0, "exact")
        return found

    def _circle(self, reading: Reading, name: str, value: Node) -> Shape:
        table = value if isinstance(value, Table) else Table((), value.span)
        check_keys(self.document, table, _CIRCLE, "a circle")
        of, radius = table.get("of"), table.get("radius")
        if of is None or radius is None:
            # A misspelt key has its own problem.
            if not set(table.keys()) - set(_CIRCLE):
                hint = "write {of: POINT, radius: 5 km}"
                message = "a circle has a centre and a radius"
                self.document.problems.add("L706", message, table.first, hint)
            return Undrawn("no circle")
        from checker.language.regions import named_place  # noqa: PLC0415

        centre = named_place(reading, self, of)
        length = length_of(reading, radius, f"places.{name}.circle.radius")
        if centre is None or _is_undrawn(centre):
            return Undrawn("no centre")
        if not isinstance(centre, Named) or not isinstance(centre.shape, Point):
            hint = "name a point; round anything else, write within: and of:"
            self.document.problems.add("L706", "a circle is drawn round a point", of.span, hint)
            return Undrawn("no centre")
        if length.is_deferred:
            return _deferred(length)
        if length.low_m != length.high_m:
            message, hint = "the radius of a circle is one length", "write within: for a vague one"
            self.document.problems.add("L706", message, radius.span, hint)
            return Undrawn("no radius")
        return Circle(centre.shape, length.low_m)

    def _sites(self, reading: Reading, value: Node, accuracy_m: float) -> Shape:
        from checker.language.regions import named_place  # noqa: PLC0415

        points: list[Point] = []
        is_whole = True
        if not entries_of(value):
            self.document.problems.add("L707", "sites lists no point", value.span, "name points")
        for item in entries_of(value):
            if text_of(item) is not None:
                place = named_place(reading, self, item)
            else:
                place = Named("", point_of(self.document, item, accuracy_m))
            if isinstance(place, Named) and isinstance(place.shape, Point):
                # What the list says of all of them may be worse than what a site says of itself.
                worst_m = max(place.shape.accuracy_m, accuracy_m)
                points.append(replace(place.shape, accuracy_m=worst_m))
            elif place is None or _is_undrawn(place):
                # The missing site may be the nearest one.
                is_whole = False
            else:
                hint = "name a point, or write [lon, lat]"
                self.document.problems.add("L707", "a site is a point", item.span, hint)
        return Sites(tuple(points)) if points and is_whole else Undrawn("a site is missing")

    def _from_file(self, value: Node, node: Table, accuracy_m: float) -> Shape:
        path = file_in(self.document, value, "*.geojson", "places")
        return Undrawn("no file") if path is None else self._read(path, node, accuracy_m)

    def _read(self, path: Path, node: Table, accuracy_m: float) -> Shape:
        value, document = node.get("file") or node, self.document
        feature = text_of(node.get("feature"))
        try:
            content = read_bytes(path)
            text = content.decode("utf-8-sig")
            edges = edges_of(document)
            shape = shape_of(text, feature=feature, edges=edges, accuracy_m=accuracy_m)
        except GeoProblem as problem:
            message = f"{path.name}: {problem.message}"
            document.problems.add("L709", message, value.span, problem.hint)
            return Undrawn("not drawn well")
        except (OSError, UnicodeDecodeError) as error:
            message = f"{path.name} cannot be read: {error}"
            document.problems.add("L709", message, value.span, "save it as UTF-8 GeoJSON")
            return Undrawn("not read")
        document.files[_name_in(path, document.folder)] = digest(content)
        return shape


def _is_fixed(node: Table) -> bool:
    """Say whether a drawing takes nothing from other places, questions or assumed values."""
    derived = node.get("circle") or node.get("sites")
    return derived is None and not isinstance(node.get("accuracy"), Table)


def _deferred(length: Length) -> Undrawn:
    return Undrawn(length.said.removeprefix("deferred: "))


def _is_undrawn(place: Region) -> bool:
    return isinstance(place, Named) and isinstance(place.shape, Undrawn)


def _drawings(node: Node) -> Iterator[Table]:
    """Yield every mapping that draws a place, however deep it stands."""
    match node:
        case Table():
            if any(key in DRAWN for key in node.keys()):
                yield node
                return
            for _, value in node.entries:
                yield from _drawings(value)
        case Items(items):
            for item in items:
                yield from _drawings(item)


def _name_in(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name
