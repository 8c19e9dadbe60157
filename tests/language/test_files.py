"""Files beside the agreement: inside its folder, and nowhere else."""

from pathlib import Path

import pytest

from checker.language.files import file_in
from tests.language.written import document, said, value


def found(folder: Path, name: str) -> tuple[str | None, list[tuple[str, str]]]:
    """Return the file that a place names, as it lies in the folder, and the problems with it."""
    (folder / "places").mkdir(exist_ok=True)
    (folder / "places" / "border.geojson").write_text("{}", encoding="utf-8")
    read = document(folder, f"places:\n  border:\n    file: {name}\n")
    path = file_in(read, value(read, "places.border.file"), "*.geojson", "places")
    inside = None if path is None else path.relative_to(folder.resolve()).as_posix()
    places = said(read)
    assert all(place.endswith(" 10:11") for place in places if place.startswith("L71"))
    problems = [p for p in read.problems.sorted() if p.code.startswith("L71")]
    return inside, [(problem.code, problem.hint) for problem in problems]


@pytest.mark.parametrize(
    "name",
    [
        "places/border.geojson",
        "./places/border.geojson",
        "places/../places/border.geojson",
        "'places//border.geojson'",
    ],
)
def test_a_file_is_named_from_the_agreements_folder(name: str, tmp_path: Path) -> None:
    path, problems = found(tmp_path, name)
    assert path is not None
    assert (tmp_path / path).samefile(tmp_path / "places" / "border.geojson")
    assert problems == []


@pytest.mark.parametrize(
    "name", ["../border.geojson", "/etc/passwd", "places/../../border.geojson"]
)
def test_a_file_outside_the_folder_is_never_read(name: str, tmp_path: Path) -> None:
    (tmp_path / "border.geojson").write_text("{}", encoding="utf-8")
    deal = tmp_path / "deal"
    deal.mkdir()
    assert found(deal, name) == (
        None,
        [("L711", "copy it into places/ beside agreement.yaml")],
    )


def test_a_folder_beside_it_whose_name_begins_alike_is_outside(tmp_path: Path) -> None:
    for name in ("deal", "deal-2"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "border.geojson").write_text("{}", encoding="utf-8")
    _, problems = found(tmp_path / "deal", "../deal-2/border.geojson")
    assert [code for code, _ in problems] == ["L711"]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.geojson").write_text("{}", encoding="utf-8")
    deal = tmp_path / "deal"
    deal.mkdir()
    (deal / "link.geojson").symlink_to(tmp_path / "secret.geojson")
    path, problems = found(deal, "link.geojson")
    assert (path, [code for code, _ in problems]) == (None, ["L711"])


def test_a_link_within_the_folder_is_read_by_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "link.geojson").symlink_to("places/border.geojson")
    assert found(tmp_path, "link.geojson") == ("link.geojson", [])


def test_links_in_a_circle_lead_to_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.geojson").symlink_to("b.geojson")
    (tmp_path / "b.geojson").symlink_to("a.geojson")
    path, problems = found(tmp_path, "a.geojson")
    assert (path, [code for code, _ in problems]) == (None, ["L712"])


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("places/bordr.geojson", "did you mean 'places/border.geojson'?"),
        ("annex", "known: places/border.geojson"),
        ("places", "did you mean 'places/border.geojson'?"),
        ('""', "known: places/border.geojson"),
        ('"places/border\\0.geojson"', "did you mean 'places/border.geojson'?"),
        ("x" * 5_000, "known: places/border.geojson"),
    ],
)
def test_a_file_that_is_not_there_is_told_with_what_is(
    name: str, hint: str, tmp_path: Path
) -> None:
    path, problems = found(tmp_path, name)
    assert path is None
    assert [code for code, _ in problems] == ["L712"]
    assert problems[0][1] in (hint, "known: places/border.geojson")


def test_where_no_file_could_be_meant_the_hint_says_where_to_put_it(tmp_path: Path) -> None:
    read = document(tmp_path, "registers: {notices: {file: notices.csv}}\n")
    assert file_in(read, value(read, "registers.notices.file"), "*.csv", "registers") is None
    (problem,) = (p for p in read.problems.sorted() if p.code == "L712")
    assert problem.hint == "put it into registers/ beside agreement.yaml"


@pytest.mark.parametrize("name", ["~", "[a.geojson]", "{a: b}"])
def test_what_is_no_name_is_missing(name: str, tmp_path: Path) -> None:
    path, problems = found(tmp_path, name)
    assert (path, [code for code, _ in problems]) == (None, ["L710"])
