"""Named places: drawn ones from files and figures, derived ones from other places."""

from dataclasses import dataclass, field
from pathlib import Path

from checker.geography.geojson import GeoProblem, shape_of
from checker.geography.region import Named
from checker.geography.shapes import Area, Box, Circle, Line, Point, Shape, Sites, Undrawn
from checker.language.document import Document, Override, entries_of, text_of
from checker.language.lengths import length_of
from checker.language.problems import meant
from checker.language.reading import Reading
from checker.language.text import Items, Node, Table
from checker.values.digest import digest

__all__ = ["DRAWN", "Atlas"]

DRAWN = ("point", "box", "circle", "line", "area", "sites", "file", "corridor")
_BESIDE = ("accuracy", "source", "border", "feature", "as_of", "note", "name")
_LATER = ("corridor", "as_of")
_LIMIT_DEG = {"lon": 180.0, "lat": 90.0}


@dataclass(frozen=True, slots=True)
class Atlas:
    """Draw places as they are asked for; each drawing is kept under the place it stands at."""

    document: Document
    drawn: dict[tuple[str, int, int], Shape] = field(default_factory=dict)
    owners: dict[tuple[str, int, int], tuple[str, str | None]] = field(default_factory=dict)

    def is_drawn(self, node: Table) -> bool:
        """Say whether a mapping draws a place itself, rather than deriving it from others."""
        return any(key in DRAWN for key in node.keys())

    def draw(self, reading: Reading, name: str, node: Table) -> Named:
        """Draw the place ``name`` as ``node`` says; a drawing that fails stands as undrawn."""
        key = (node.span.file, node.span.line, node.span.column)
        if key not in self.drawn:
            self.drawn[key] = self._shape(reading, name, node)
            border = text_of(node.get("border"))
            self.owners[key] = (name, border)
        return Named(name, self.drawn[key])

    def _shape(self, reading: Reading, name: str, node: Table) -> Shape:
        self._check_keys(node)
        override = _override(self.document, name, reading)
        if override is not None:
            return self._file(reading, override.file, node, override.accuracy)
        kind = next(key for key in node.keys() if key in DRAWN)
        value = node.get(kind)
        assert value is not None
        if kind == "corridor":
            return Undrawn("corridors come in a later version")
        if kind == "circle":
            return self._circle(reading, name, value)
        if kind == "sites":
            return self._sites(reading, value, node)
        accuracy_m = self._accuracy(reading, name, node, is_point=kind == "point")
        match kind:
            case "point":
                return self._point(value, accuracy_m)
            case "box":
                return self._box(value, accuracy_m)
            case "file":
                path = self._path(value)
                return (
                    Undrawn("no file")
                    if path is None
                    else self._read(reading, path, node, accuracy_m)
                )
            case _:
                return self._inline(reading, kind, value, accuracy_m)

    def _check_keys(self, node: Table) -> None:
        for key in node.keys():
            if key in _LATER:
                message = f"{key} comes in a later version"
                self.document.problems.add("L900", message, node.key(key).span)
            elif key not in (*DRAWN, *_BESIDE):
                self.document.problems.add(
                    "L101",
                    f"unknown key {key!r} of a place",
                    node.key(key).span,
                    meant(key, (*DRAWN, *_BESIDE)),
                )
        source = node.get("source")
        if source is not None:
            _check_source(self.document, source)

    def _accuracy(self, reading: Reading, name: str, node: Table, *, is_point: bool) -> float:
        """Return the stated accuracy; a point without one is exact, for its numbers are the text's."""
        value = node.get("accuracy")
        if value is None:
            if not is_point:
                self.document.problems.add(
                    "L701",
                    f"the place {name!r} does not say how accurate it is",
                    node.first,
                    "add accuracy:, such as 50 m",
                )
            return 0.0
        if not is_point and node.get("source") is None:
            message = f"the place {name!r} does not say where it comes from"
            self.document.problems.add("L702", message, node.first, "add source:")
        length = length_of(reading, value, f"places.{name}.accuracy")
        return length.high_m if not length.is_deferred else 0.0

    def _point(self, value: Node, accuracy_m: float) -> Shape:
        lon, lat = self._pair(value)
        return (
            Point(lon, lat, accuracy_m)
            if lon is not None and lat is not None
            else Undrawn("no point")
        )

    def _pair(self, value: Node) -> tuple[float | None, float | None]:
        """Read {lon: 36.1, lat: 32.6} or [36.1, 32.6]."""
        if isinstance(value, Table):
            for key in value.keys():
                if key not in ("lon", "lat"):
                    message = f"unknown key {key!r}: a point has lon and lat"
                    self.document.problems.add("L101", message, value.key(key).span)
            lon, lat = value.get("lon"), value.get("lat")
        else:
            items = entries_of(value)
            lon, lat = items if len(items) == 2 else (None, None)  # noqa: PLR2004
        if lon is None or lat is None:
            span = value.first if isinstance(value, Table) else value.span
            message = "a point is {lon: 36.1, lat: 32.6}, longitude first"
            self.document.problems.add("L703", message, span)
            return None, None
        return self._degrees(lon, "lon", lat), self._degrees(lat, "lat", lon)

    def _degrees(self, node: Node, axis: str, other: Node) -> float | None:
        text = text_of(node) or ""
        try:
            value = float(text)
        except ValueError:
            value = float("nan")
        limit = _LIMIT_DEG[axis]
        if -limit <= value <= limit:
            return value
        hint = "write degrees, such as 36.1"
        if axis == "lat" and abs(value) <= _LIMIT_DEG["lon"] and _is_latitude(other):
            hint = "longitude and latitude may be swapped: longitude comes first"
        self.document.problems.add("L704", f"{text!r} is no {axis} in degrees", node.span, hint)
        return None

    def _box(self, value: Node, accuracy_m: float) -> Shape:
        sides = ("west", "south", "east", "north")
        if not isinstance(value, Table) or set(value.keys()) != set(sides):
            span = value.first if isinstance(value, Table) else value.span
            self.document.problems.add("L705", "a box has west, south, east and north", span)
            return Undrawn("no box")
        found = []
        for side in sides:
            node = value.get(side)
            assert node is not None
            found.append(self._degrees(node, "lat" if side in ("south", "north") else "lon", node))
        west, south, east, north = found
        if west is None or south is None or east is None or north is None:
            return Undrawn("no box")
        if south >= north:
            node = value.key("south")
            self.document.problems.add(
                "L705", "the south of a box lies south of its north", node.span
            )
            return Undrawn("no box")
        return Box(west, south, east, north, accuracy_m)

    def _circle(self, reading: Reading, name: str, value: Node) -> Shape:
        of = value.get("of") if isinstance(value, Table) else None
        radius = value.get("radius") if isinstance(value, Table) else None
        if of is None or radius is None:
            span = value.first if isinstance(value, Table) else value.span
            self.document.problems.add("L706", "a circle is {of: PLACE, radius: 5 km}", span)
            return Undrawn("no circle")
        from checker.language.regions import named_place  # noqa: PLC0415

        centre = named_place(reading.within(name), self, of)
        length = length_of(reading, radius, f"places.{name}.circle.radius")
        if centre is None or not isinstance(centre, Named) or not isinstance(centre.shape, Point):
            if centre is not None:
                self.document.problems.add("L706", "a circle is drawn round a point", of.span)
            return Undrawn("no centre")
        if length.is_deferred or length.low_m != length.high_m:
            message = "the radius of a circle is one length; write within: for a vague one"
            self.document.problems.add("L706", message, radius.span)
            return Undrawn("no radius")
        return Circle(centre.shape, length.low_m)

    def _sites(self, reading: Reading, value: Node, node: Table) -> Shape:
        from checker.language.regions import named_place  # noqa: PLC0415

        points: list[Point] = []
        accuracy_m = 0.0
        if (accuracy := node.get("accuracy")) is not None:
            accuracy_m = length_of(reading, accuracy, "accuracy").high_m
        for item in entries_of(value):
            if text_of(item) is not None:
                place = named_place(reading, self, item)
                if isinstance(place, Named) and isinstance(place.shape, Point):
                    points.append(place.shape)
                elif place is not None:
                    self.document.problems.add("L707", "a site is a point", item.span)
                continue
            shape = self._point(item, accuracy_m)
            points += [shape] if isinstance(shape, Point) else []
        return Sites(tuple(points)) if points else Undrawn("no site")

    def _inline(self, reading: Reading, kind: str, value: Node, accuracy_m: float) -> Shape:
        """Read a line, or one ring of an area, written in the file itself; an area closes itself."""
        pairs = [self._pair(item) for item in entries_of(value)] if isinstance(value, Items) else []
        path = [(lon, lat) for lon, lat in pairs if lon is not None and lat is not None]
        least = 2 if kind == "line" else 3
        if len(path) < least or len(path) != len(pairs):
            if len(path) == len(pairs):
                message = f"a {kind} has at least {least} points, each [lon, lat]"
                self.document.problems.add("L708", message, value.span)
            return Undrawn(f"no {kind}")
        if kind == "area" and path[0] != path[-1]:
            path.append(path[0])
        edges = "planar" if self.document.text("edges") == "planar" else "geodesic"
        shape: Shape = (
            Line((tuple(path),), accuracy_m, edges)
            if kind == "line"
            else Area(((tuple(path),),), accuracy_m, edges)
        )
        return self._checked(shape, value)

    def _checked(self, shape: Shape, value: Node) -> Shape:
        from checker.geography.geojson import checked  # noqa: PLC0415

        try:
            return checked(shape)
        except GeoProblem as problem:
            self.document.problems.add("L709", problem.message, value.span, problem.hint)
            return Undrawn("not drawn well")

    def _path(self, value: Node) -> Path | None:
        """Return the file, which lies in the agreement's folder and nowhere else."""
        name = text_of(value)
        folder = self.document.folder.resolve()
        if name is None:
            self.document.problems.add("L710", "the name of a file is missing", value.span)
            return None
        path = (folder / name).resolve()
        if not path.is_relative_to(folder):
            message = f"the file {name!r} lies outside the agreement's folder"
            hint = "copy it into places/ beside agreement.yaml"
            self.document.problems.add("L711", message, value.span, hint)
            return None
        if not path.is_file():
            near = meant(
                name, [p.relative_to(folder).as_posix() for p in folder.rglob("*.geojson")]
            )
            self.document.problems.add("L712", f"there is no file {name!r}", value.span, near)
            return None
        return path

    def _file(self, reading: Reading, path: Path, node: Table, accuracy: str) -> Shape:
        """Read a file that the user names in place of the agreement's."""
        from checker.language.text import Scalar  # noqa: PLC0415

        stated = Scalar(accuracy, node.span)
        accuracy_m = length_of(reading, stated, "accuracy").high_m
        return self._read(reading, path, Table((), node.span), accuracy_m)

    def _read(self, reading: Reading, path: Path, node: Table, accuracy_m: float) -> Shape:
        del reading
        value = node.get("file") or node
        edges = "planar" if self.document.text("edges") == "planar" else "geodesic"
        feature = text_of(node.get("feature"))
        try:
            content = path.read_bytes()
            shape = shape_of(
                content.decode("utf-8-sig"), feature=feature, edges=edges, accuracy_m=accuracy_m
            )
        except GeoProblem as problem:
            message = f"{path.name}: {problem.message}"
            self.document.problems.add("L709", message, value.span, problem.hint)
            return Undrawn("not drawn well")
        except (OSError, UnicodeDecodeError) as error:
            message = f"{path.name} cannot be read: {error}"
            self.document.problems.add("L709", message, value.span)
            return Undrawn("not read")
        self.document.files[_name_in(path, self.document.folder)] = digest(content)
        return shape


def _name_in(path: Path, folder: Path) -> str:
    root = folder.resolve()
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name


def _override(document: Document, name: str, reading: Reading) -> Override | None:
    for override in document.overrides:
        is_answered = override.answer is None or override.answer in reading.answers.values()
        if override.place == name and is_answered:
            return override
    return None


def _check_source(document: Document, source: Node) -> None:
    name = text_of(source)
    known = document.section("sources")
    if name in known:
        document.use("sources", name or "")
    else:
        message = f"the source {name!r} is not declared"
        document.problems.add("L309", message, source.span, meant(name or "", known))


def _is_latitude(node: Node) -> bool:
    try:
        return abs(float(text_of(node) or "")) <= _LIMIT_DEG["lat"]
    except ValueError:
        return False
