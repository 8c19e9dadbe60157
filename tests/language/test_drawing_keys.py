"""The keys of a place that is drawn: one way to draw it, and only what that way takes."""

from pathlib import Path

import pytest

from checker.language.drawing_keys import DRAWN, check_drawing
from checker.language.text import Table
from tests.language.written import document

Problem = tuple[str, str, str]


def checked(folder: Path, place: str) -> list[Problem]:
    """Return what is wrong with a place's keys; the place stands in the ninth line."""
    read = document(folder, f"places:\n  place: {place}\n")
    node = read.section("places")["place"].value
    assert isinstance(node, Table)
    before = {id(one) for one in read.problems.sorted()}
    check_drawing(read, node)
    new = [one for one in read.problems.sorted() if id(one) not in before]
    return [(one.code, str(one.span).rpartition(":")[2], one.hint) for one in new]


@pytest.mark.parametrize(
    ("place", "problem"),
    [
        ("{point: [20, 45], source: texts}", ("L309", "36", "did you mean 'text'?")),
        ("{point: [20, 45], acuracy: 1 m}", ("L101", "28", "did you mean 'accuracy'?")),
        (
            "{circle: {of: camp, radius: 5 km}, accuracy: 50 m}",
            (
                *("L101", "45"),
                "a circle is as accurate as the point that it is drawn round: say it there",
            ),
        ),
        ("{point: [20, 45], feature: a}", ("L101", "28", "only a file has features")),
        ("{point: [20, 45], border: river}", ("L101", "28", "only an area has a border")),
        ("{point: [20, 45], sites: [camp]}", ("L714", "28", "keep one")),
        (
            "{corridor: {along: river}}",
            ("L900", "11", "draw it as an area, or defer the place: {deferred: why}"),
        ),
        (
            "{point: [20, 45], as_of: []}",
            ("L900", "28", "draw the place as it is now, or make each drawing a place of its own"),
        ),
    ],
)
def test_a_key_that_a_drawing_does_not_take_is_told_where_it_stands(
    place: str, problem: Problem, tmp_path: Path
) -> None:
    assert checked(tmp_path, place) == [problem]


@pytest.mark.parametrize("kind", sorted(set(DRAWN) - {"circle", "corridor"}))
def test_every_drawing_but_a_circle_takes_an_accuracy_of_its_own(kind: str, tmp_path: Path) -> None:
    assert checked(tmp_path, f"{{{kind}: [], accuracy: 5 m, source: text, note: n}}") == []


@pytest.mark.parametrize("place", ["{area: [], border: river}", "{file: f, border: b, feature: a}"])
def test_areas_have_borders_and_files_have_features(place: str, tmp_path: Path) -> None:
    assert checked(tmp_path, place) == []
