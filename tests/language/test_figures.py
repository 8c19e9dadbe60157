"""Figures written in the file itself: points, boxes, lines and areas."""

from pathlib import Path

import pytest

from checker.geography.shapes import Area, Box, Line, Point, Shape, Undrawn
from checker.language.document import Document, read_document
from checker.language.figures import box_of, edges_of, path_of, point_of
from checker.language.problems import Problems
from tests.language.written import document, value

Problem = tuple[str, str, str]


BOX = "write {west: 36.0, south: 32.5, east: 36.4, north: 32.9}"


def problems(read: Document) -> list[Problem]:
    """Return code, place and hint of what is wrong with a figure."""
    return [
        (p.code, str(p.span).partition(":")[2], p.hint)
        for p in read.problems.sorted()
        if p.code.startswith(("L70", "L101"))
    ]


def drawn(folder: Path, kind: str, typed: str) -> tuple[Shape, list[Problem]]:
    """Draw what stands in line 8 from column 10 on, to 50 m."""
    read = document(folder, f"theatre: {typed}\n")
    node = value(read, "theatre")
    if kind == "point":
        return point_of(read, node, 50.0), problems(read)
    if kind == "box":
        return box_of(read, node, 50.0), problems(read)
    return path_of(read, kind, node, 50.0), problems(read)


@pytest.mark.parametrize(
    ("typed", "lon", "lat"),
    [
        ("{lon: 36.1, lat: 32.6}", 36.1, 32.6),
        ("{lat: 32.6, lon: 36.1}", 36.1, 32.6),
        ("[36.1, 32.6]", 36.1, 32.6),
        ("[-180, -90]", -180.0, -90.0),
        ("[180.0, 90.0]", 180.0, 90.0),
        ("[0, -0.5]", 0.0, -0.5),
        ("[+12, 7.]", 12.0, 7.0),
    ],
)
def test_a_point_is_longitude_and_latitude(
    typed: str, lon: float, lat: float, tmp_path: Path
) -> None:
    assert drawn(tmp_path, "point", typed) == (Point(lon, lat, 50.0), [])


PAIR = "write both, longitude first"
DEGREES = "write degrees, such as 36.1"
SWAPPED = "longitude and latitude may be swapped: longitude comes first"


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("{lon: 36.1}", ("L703", "8:11", PAIR)),
        ("[36.1]", ("L703", "8:10", PAIR)),
        ("[36.1, 32.6, 500]", ("L703", "8:10", PAIR)),
        ("here", ("L703", "8:10", PAIR)),
        ("[180.1, 32.6]", ("L704", "8:11", DEGREES)),
        ("[36.1, -90.1]", ("L704", "8:17", SWAPPED)),
        ("[36.1, 120]", ("L704", "8:17", SWAPPED)),
        ("[100, 120]", ("L704", "8:16", DEGREES)),
        ("[36.1, 200]", ("L704", "8:17", DEGREES)),
        ("[36.1, nan]", ("L704", "8:17", DEGREES)),
        ("[1e1, 32.6]", ("L704", "8:11", DEGREES)),
        ("[3_6, 32.6]", ("L704", "8:11", DEGREES)),
        ("[36°, 32.6]", ("L704", "8:11", DEGREES)),
        ("[٣٦, 32.6]", ("L704", "8:11", DEGREES)),
        ("[~, 32.6]", ("L704", "8:11", DEGREES)),
        ("{lon: 36.1, lat: 32.6, alt: 5}", ("L101", "8:33", "did you mean 'lat'?")),
    ],
)
def test_what_is_no_point_is_a_problem_where_it_is_typed(
    typed: str, problem: Problem, tmp_path: Path
) -> None:
    _, found = drawn(tmp_path, "point", typed)
    assert found == [problem]


def test_what_is_no_point_stands_as_undrawn(tmp_path: Path) -> None:
    assert drawn(tmp_path, "point", "[200, 32.6]")[0] == Undrawn("no point")
    assert drawn(tmp_path, "point", "[36.1, 92]")[0] == Undrawn("no point")


@pytest.mark.parametrize(
    ("typed", "box"),
    [
        ("{west: 36.0, south: 32.5, east: 36.4, north: 32.9}", Box(36.0, 32.5, 36.4, 32.9, 50.0)),
        ("{north: 32.9, east: 36.4, south: 32.5, west: 36.0}", Box(36.0, 32.5, 36.4, 32.9, 50.0)),
        ("{west: 179, south: -1, east: -179, north: 1}", Box(179.0, -1.0, -179.0, 1.0, 50.0)),
    ],
)
def test_a_box_is_two_meridians_and_two_parallels(typed: str, box: Box, tmp_path: Path) -> None:
    assert drawn(tmp_path, "box", typed) == (box, [])


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("{west: 36, south: 33, east: 37, north: 32}", ("L705", "8:21", "swap the two")),
        ("{west: 36, south: 33, east: 37, north: 33}", ("L705", "8:21", "swap the two")),
        ("{west: 36, south: 32, east: 36, north: 33}", ("L705", "8:11", "write the two meridians")),
        ("{west: 36, south: 32, east: 37}", ("L705", "8:11", BOX)),
        (
            "{west: 36, south: 32, east: 37, north: 33, up: 1}",
            ("L101", "8:53", "known: west, south, east, north"),
        ),
        (
            "{west: 36, south: 32, est: 37, north: 33}",
            ("L101", "8:32", "did you mean 'east'?"),
        ),
        ("[36, 32, 37, 33]", ("L705", "8:10", BOX)),
        ("{west: 36, south: 32, east: 181, north: 33}", ("L704", "8:38", DEGREES)),
        ("{west: 36, south: -91, east: 37, north: 33}", ("L704", "8:28", DEGREES)),
    ],
)
def test_what_is_no_box_is_a_problem_and_undrawn(
    typed: str, problem: Problem, tmp_path: Path
) -> None:
    assert drawn(tmp_path, "box", typed) == (Undrawn("no box"), [problem])


def test_a_line_has_at_least_two_points(tmp_path: Path) -> None:
    two = ((36.1, 32.6), (36.2, 32.7))
    assert drawn(tmp_path, "line", "[[36.1, 32.6], [36.2, 32.7]]") == (Line((two,), 50.0), [])
    assert drawn(tmp_path, "line", "[[36.1, 32.6]]") == (
        Undrawn("no line"),
        [("L708", "8:10", "write [[36.1, 32.6], [36.2, 32.7]], or more")],
    )
    assert drawn(tmp_path, "line", "36.1") == (
        Undrawn("no line"),
        [("L708", "8:10", "write [[36.1, 32.6], [36.2, 32.7]], or more")],
    )


def test_an_area_has_at_least_three_and_closes_itself(tmp_path: Path) -> None:
    ring = ((36.0, 32.0), (37.0, 32.0), (36.0, 33.0), (36.0, 32.0))
    area = Area(((ring,),), 50.0)
    assert drawn(tmp_path, "area", "[[36, 32], [37, 32], [36, 33]]") == (area, [])
    assert drawn(tmp_path, "area", "[[36, 32], [37, 32], [36, 33], [36, 32]]") == (area, [])
    assert drawn(tmp_path, "area", "[[36, 32], [37, 32]]")[1] == [
        ("L708", "8:10", "write [[36.1, 32.6], [36.2, 32.7]], or more")
    ]


@pytest.mark.parametrize(
    "typed",
    ["[[36, 32], [37, 33], [37, 32], [36, 33]]", "[[36, 32], [37, 32], [36, 32]]"],
    ids=["it crosses itself", "it has no ground"],
)
def test_an_area_that_holds_no_clear_ground_is_refused(typed: str, tmp_path: Path) -> None:
    shape, found = drawn(tmp_path, "area", typed)
    assert shape == Undrawn("not drawn well")
    assert [(code, place) for code, place, _ in found] == [("L709", "8:10")]


def test_every_bad_point_of_a_line_is_told_and_no_other_problem(tmp_path: Path) -> None:
    shape, found = drawn(tmp_path, "line", "[[36.1, 32.6], [200, 32.7], [36.3, 95], 36.4]")
    assert shape == Undrawn("no line")
    assert [(code, place) for code, place, _ in found] == [
        ("L704", "8:26"),
        ("L704", "8:45"),
        ("L703", "8:50"),
    ]


def test_edges_mean_what_the_agreement_says(tmp_path: Path) -> None:
    read = document(tmp_path, "theatre: [[36.1, 32.6], [36.2, 32.7]]\n")
    assert edges_of(read) == "geodesic"
    path = tmp_path / "agreement.yaml"
    text = path.read_text(encoding="utf-8").replace("edges: geodesic", "edges: planar")
    planar = _read(path, text)
    assert edges_of(planar) == "planar"
    shape = path_of(planar, "line", value(planar, "theatre"), 50.0)
    assert isinstance(shape, Line)
    assert shape.edges == "planar"


def _read(path: Path, text: str) -> Document:
    path.write_text(text, encoding="utf-8")
    found = read_document(path, "agreement.yaml", None, Problems(), ())
    assert found is not None
    return found
