"""Named places: drawn ones from files and figures, each with its accuracy."""

import json
from pathlib import Path

import pytest

from checker.geography.region import Named
from checker.geography.shapes import Area, Box, Circle, Line, Point, Shape, Sites, Undrawn
from checker.language.document import Document, Override, read_document
from checker.language.places import Atlas
from checker.language.problems import Problems
from checker.language.reading import Unanswered
from checker.language.regions import named_place
from checker.language.text import Scalar
from checker.values.digest import digest
from checker.values.span import Span
from tests.language.written import document, reading, write

Problem = tuple[str, str, str]

MADE = """
  camp: {point: {lon: 20, lat: 45}, accuracy: 50 m}
  gate: {point: [20.2, 45]}
  lost: {deferred: never published}
  river: {line: [[21, 44], [21, 45]], accuracy: 100 m, source: text}
"""
"""Places that others are made of; they stand in lines 10 to 13, the place of a test in line 14."""


def opened(folder: Path, place: str, *more: str) -> Document:
    lines = "".join(f"  {line}\n" for line in more)
    return document(
        folder, f"questions: {{far: [yes, no]}}\nplaces:{MADE}  place: {place}\n{lines}"
    )


def shape(read: Document, name: str = "place", **answers: str) -> Shape:
    """Return what a place looks like when a clause asks for it."""
    found = named_place(reading(read, **answers), Atlas(read), _named(name))
    assert isinstance(found, Named)
    assert found.name == name
    return found.shape


def _named(name: str) -> Scalar:
    return Scalar(name, Span("agreement.yaml", 1, 1, 1, 2))


def problems(read: Document) -> list[Problem]:
    return [
        (p.code, str(p.span).partition(":")[2], p.hint)
        for p in read.problems.sorted()
        if not p.message.startswith("'clauses'") and p.severity == "error"
    ]


def drawn(folder: Path, place: str) -> tuple[Shape, list[Problem]]:
    read = opened(folder, place)
    return shape(read), problems(read)


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("{point: [20, 45]}", Point(20.0, 45.0, 0.0)),
        ("{point: [20, 45], accuracy: 50 m}", Point(20.0, 45.0, 50.0)),
        # Of a vague accuracy the worse end is the cautious one.
        ("{point: [20, 45], accuracy: 50..80 m}", Point(20.0, 45.0, 80.0)),
        (
            "{box: {west: 20, south: 44, east: 21, north: 45}, accuracy: 0 m, source: text}",
            Box(20.0, 44.0, 21.0, 45.0, 0.0),
        ),
        (
            "{line: [[20, 44], [21, 45]], accuracy: 1.3 km, source: text}",
            Line((((20.0, 44.0), (21.0, 45.0)),), 1_300.0),
        ),
        ("{circle: {of: camp, radius: 5 km}}", Circle(Point(20.0, 45.0, 50.0), 5_000.0)),
        ("{sites: [camp, gate]}", Sites((Point(20.0, 45.0, 50.0), Point(20.2, 45.0, 0.0)))),
        (
            "{sites: [camp, [20.1, 45]], accuracy: 20 m, source: text}",
            Sites((Point(20.0, 45.0, 50.0), Point(20.1, 45.0, 20.0))),
        ),
    ],
)
def test_a_place_is_drawn_with_its_own_accuracy_or_that_of_its_parts(
    place: str, found: Shape, tmp_path: Path
) -> None:
    assert drawn(tmp_path, place) == (found, [])


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("{deferred: the annex is missing}", "the annex is missing"),
        ("{point: [20, 45], accuracy: {deferred: nobody said}}", "nobody said"),
        (
            "{line: [[20, 44], [21, 45]], accuracy: {deferred: nobody said}, source: text}",
            "nobody said",
        ),
        ("{circle: {of: lost, radius: 5 km}}", "no centre"),
        ("{circle: {of: camp, radius: {deferred: no radius was said}}}", "no radius was said"),
        # The site that is missing may be the nearest one.
        ("{sites: [camp, lost]}", "a site is missing"),
    ],
)
def test_what_nobody_published_is_undrawn_and_no_mistake(
    place: str, why: str, tmp_path: Path
) -> None:
    read = opened(tmp_path, place)
    found = named_place(reading(read), Atlas(read), _named("place"))
    assert isinstance(found, Named)
    assert (found.shape, problems(read)) == (Undrawn(why), [])


ACCURACY, SOURCE = "add accuracy:, such as 50 m", "add source:"


@pytest.mark.parametrize(
    ("place", "problem"),
    [
        ("{line: [[20, 44], [21, 45]], source: text}", ("L701", "14:11", ACCURACY)),
        ("{line: [[20, 44], [21, 45]], accuracy: 1 m}", ("L702", "14:11", SOURCE)),
        (
            "{point: [20, 45], accuracy: 50}",
            ("L501", "14:38", "write the unit, one of mm, m, km, mi, nmi"),
        ),
        ("{circle: {of: camp}}", ("L706", "14:20", "write {of: POINT, radius: 5 km}")),
        ("{circle: 5 km}", ("L706", "14:19", "write {of: POINT, radius: 5 km}")),
        (
            "{circle: {of: river, radius: 5 km}}",
            ("L706", "14:24", "name a point; round anything else, write within: and of:"),
        ),
        (
            "{circle: {of: camp, radius: 5..6 km}}",
            ("L706", "14:38", "write within: for a vague one"),
        ),
        (
            "{circle: {of: camp, radius: 5}}",
            ("L501", "14:38", "write the unit, one of mm, m, km, mi, nmi"),
        ),
        ("{circle: {of: cmp, radius: 5 km}}", ("L721", "14:24", "did you mean 'camp'?")),
        ("{sites: [camp, river]}", ("L707", "14:25", "name a point, or write [lon, lat]")),
        ("{sites: []}", ("L707", "14:18", "name points")),
        (
            "{circle: {of: place, radius: 5 km}}",
            ("L722", "14:24", "break the circle: take it out here"),
        ),
    ],
)
def test_what_a_drawing_lacks_or_has_too_much_is_a_problem(
    place: str, problem: Problem, tmp_path: Path
) -> None:
    assert drawn(tmp_path, place)[1] == [problem]


def test_a_place_may_be_drawn_in_several_ways_by_a_question(tmp_path: Path) -> None:
    read = opened(tmp_path, "{far: {yes: {point: [20, 45]}, no: camp}}")
    atlas = Atlas(read)
    for answer, lon in (("yes", 20.0), ("no", 20.0), ("yes", 20.0)):
        found = named_place(reading(read, far=answer), atlas, _named("place"))
        assert isinstance(found, Named)
        assert found.shape == Point(lon, 45.0, 0.0 if answer == "yes" else 50.0)
    with pytest.raises(Unanswered):
        shape(read)


def test_what_hangs_on_an_answer_is_drawn_anew_in_each_reading(tmp_path: Path) -> None:
    read = opened(
        tmp_path,
        "{point: [20, 45], accuracy: {far: {yes: 9 km, no: 1 km}}}",
        "around: {circle: {of: place, radius: {far: {yes: 5 km, no: 6 km}}}}",
    )
    atlas = Atlas(read)
    found = [
        named_place(reading(read, far=answer), atlas, _named("around")) for answer in ("yes", "no")
    ]
    assert found == [
        Named("around", Circle(Point(20.0, 45.0, 9_000.0), 5_000.0)),
        Named("around", Circle(Point(20.0, 45.0, 1_000.0), 6_000.0)),
    ]


WEST = "{area: [[20, 44], [21, 44], [21, 45], [20, 45]], accuracy: 50 m, source: text%s}"
EAST = "east: {area: [[21, 44], [22, 44], [22, 45], [21, 45]], accuracy: 900 m, source: text%s}"


def test_areas_that_name_their_border_take_its_accuracy_along_it(tmp_path: Path) -> None:
    read = opened(tmp_path, WEST % ", border: river", EAST % ", border: river")
    west, east = shape(read), shape(read, "east")
    assert isinstance(west, Area)
    assert isinstance(east, Area)
    border = ((((21.0, 44.0), (21.0, 45.0)), 100.0),)
    assert (west.accuracy_m, west.shared) == (50.0, border)
    assert (east.accuracy_m, east.shared) == (900.0, border)
    assert problems(read) == []


def test_a_border_that_nobody_declares_has_the_larger_accuracy_for_both(tmp_path: Path) -> None:
    read = opened(tmp_path, WEST % "", EAST % "")
    for name in ("place", "east"):
        area = shape(read, name)
        assert isinstance(area, Area)
        assert {accuracy_m for _, accuracy_m in area.shared} == {900.0}


def test_areas_that_do_not_touch_share_nothing(tmp_path: Path) -> None:
    read = opened(tmp_path, WEST % "", EAST.replace("[21,", "[21.1,") % "")
    area = shape(read)
    assert isinstance(area, Area)
    assert area.shared == ()


@pytest.mark.parametrize(
    ("border", "found"),
    [
        ("camp", [("L713", "14:97", "name a place that is a line")]),
        ("rivr", [("L721", "14:97", "did you mean 'river'?")]),
        ("lost", []),
    ],
)
def test_a_border_is_a_line(border: str, found: list[Problem], tmp_path: Path) -> None:
    assert drawn(tmp_path, WEST % f", border: {border}")[1] == found


def geojson(folder: Path, name: str, lon: float) -> Path:
    """Write a point into a file."""
    point = {"type": "Point", "coordinates": [lon, 45.0]}
    feature = {"type": "Feature", "properties": {"name": "mast"}, "geometry": point}
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(feature), encoding="utf-8")
    return path


def test_a_file_is_drawn_and_its_digest_kept(tmp_path: Path) -> None:
    path = geojson(tmp_path, "places/mast.geojson", 20.5)
    read = opened(tmp_path, "{file: places/mast.geojson, accuracy: 5 m, source: text}")
    assert shape(read) == Point(20.5, 45.0, 5.0)
    assert read.files["places/mast.geojson"] == digest(path.read_bytes())
    assert problems(read) == []


def test_a_file_that_draws_nothing_clear_is_a_problem_at_its_name(tmp_path: Path) -> None:
    geojson(tmp_path, "mast.geojson", 200.0)
    (tmp_path / "latin.geojson").write_bytes(b'{"type": "Point", "name": "\xe9"}')
    place = "{file: %s, accuracy: 5 m, source: text%s}"
    for name, more in (("mast.geojson", ""), ("mast.geojson", ", feature: tower"), ("latin", "")):
        named = "latin.geojson" if name == "latin" else name
        read = opened(tmp_path, place % (named, more))
        assert isinstance(shape(read), Undrawn)
        assert [(code, at) for code, at, _ in problems(read)] == [("L709", "14:17")]
        assert named not in read.files


def overridden(folder: Path, place: str, *overrides: Override) -> Document:
    path = write(folder, f"questions: {{far: [yes, no]}}\nplaces:{MADE}  place: {place}\n")
    found = read_document(path, "agreement.yaml", None, Problems(), overrides)
    assert found is not None
    return found


def test_a_drawing_of_the_users_takes_the_place_of_the_agreements(tmp_path: Path) -> None:
    deal = tmp_path / "deal"
    deal.mkdir()
    mine = Override("place", None, geojson(tmp_path, "mine.geojson", 20.7), "300 m")
    read = overridden(deal, "{deferred: never published}", mine)
    assert shape(read) == Point(20.7, 45.0, 300.0)
    assert shape(read, "camp") == Point(20.0, 45.0, 50.0)
    assert read.files["mine.geojson"] == digest((tmp_path / "mine.geojson").read_bytes())


def test_it_may_hold_for_one_answer_alone(tmp_path: Path) -> None:
    mine = Override("place", "yes", geojson(tmp_path, "mine.geojson", 20.7), "300 m")
    read = overridden(tmp_path, "{far: {yes: camp, no: camp}}", mine)
    assert shape(read, far="yes") == Point(20.7, 45.0, 300.0)
    with pytest.raises(Unanswered):
        shape(read)
    kept = named_place(reading(read, far="no"), Atlas(read), _named("place"))
    assert kept == Named("camp", Point(20.0, 45.0, 50.0))


def test_what_a_list_of_sites_says_of_all_holds_where_a_site_says_less(tmp_path: Path) -> None:
    found, _ = drawn(tmp_path, "{sites: [camp, gate, [20, 45]], accuracy: 20 m, source: text}")
    assert isinstance(found, Sites)
    assert [point.accuracy_m for point in found.points] == [50.0, 20.0, 20.0]


def test_an_accuracy_that_cannot_be_read_hides_nothing_that_is_wrong_with_the_drawing(
    tmp_path: Path,
) -> None:
    found, told = drawn(tmp_path, "{line: [[20, 44], [21, 45]], accuracy: 100, source: text}")
    assert isinstance(found, Line)
    assert [code for code, _, _ in told] == ["L501"]
