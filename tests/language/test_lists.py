"""Lists that an agreement uses: its own ones may add names, and nothing else silently."""

from pathlib import Path

import pytest

from checker.language.document import Document, read_document, text_of
from checker.language.lists import Lists, use_lists
from checker.language.problems import Problems
from checker.language.roster import actors_of
from checker.language.sections import Section
from checker.language.text import Table, parse_text
from tests.language.written import HEAD, said

ACTORS = "actors: {red: {name: Red, aliases: [Reds]}, blue: , reds: [red]}\nclauses: {}\n"


def read(folder: Path, own: str, use: str = "[names.yaml]") -> Document:
    (folder / "names.yaml").write_text(own, encoding="utf-8")
    (folder / "agreement.yaml").write_text(HEAD + f"use: {use}\n" + ACTORS, encoding="utf-8")
    found = read_document(folder / "agreement.yaml", "deal/agreement.yaml", None, Problems(), ())
    assert found is not None
    return found


def test_aliases_of_an_own_list_are_added_to_those_that_are_there(tmp_path: Path) -> None:
    found = read(tmp_path, 'actors: {red: {aliases: ["الأحمر", Roten]}, blue: {aliases: [Bl]}}\n')
    names = actors_of(found).names
    assert names == {
        **dict.fromkeys(("red", "reds", "الأحمر", "roten"), "red"),
        **dict.fromkeys(("blue", "bl"), "blue"),
    }
    assert found.section("actors")["red"].is_own
    assert sorted(found.files) == ["agreement.yaml", "names.yaml"]
    assert said(found) == []


def test_what_declares_more_than_names_stands_behind_the_agreement(tmp_path: Path) -> None:
    found = read(tmp_path, "actors: {red: {name: Other}, green: {name: Green}}\n")
    known = found.section("actors")
    named = [text_of(known[one].value.get("name")) for one in ("red", "green")]  # type: ignore[union-attr]
    assert named == ["Red", "Green"]


@pytest.mark.parametrize(
    ("own", "problem"),
    [
        ("actors: {rad: {aliases: [R]}}\n", "L741 1:10"),
        ("actors: {reds: {aliases: [R]}}\n", "L742 1:10"),
        ("clauses: {}\n", "L101 1:1"),
        ("- red\n", "Y111 1:1"),
    ],
)
def test_what_a_list_cannot_say_is_refused_in_its_place(
    own: str, problem: str, tmp_path: Path
) -> None:
    found = read(tmp_path, own)
    assert said(found) == [problem]
    (one,) = found.problems.sorted()
    assert one.span is not None
    assert one.span.file == "deal/names.yaml"


@pytest.mark.parametrize("own", ["", "# nothing yet\n\n## at all\n"])
def test_a_list_of_remarks_adds_nothing(own: str, tmp_path: Path) -> None:
    found = read(tmp_path, own)
    assert said(found) == []
    assert "names.yaml" in found.files


@pytest.mark.parametrize("name", ["nams.yaml", "../names.yaml"])
def test_a_list_that_is_not_in_the_folder_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "deal").mkdir()
    (tmp_path / "names.yaml").write_text("actors: {}\n")
    assert said(read(tmp_path / "deal", "", f"[{name}]")) == ["L740 8:7"]


def test_one_name_of_two_actors_is_refused_wherever_it_comes_from(tmp_path: Path) -> None:
    found = read(tmp_path, "actors: {blue: {aliases: [reds]}}\n")
    actors_of(found)
    assert "L311 1:27" in said(found)


def test_a_list_that_ships_is_taken_before_an_own_one_whatever_their_order(tmp_path: Path) -> None:
    (tmp_path / "forces.yaml").write_text("actors: {red: {name: Red}}\n")
    (tmp_path / "names.yaml").write_text("actors: {red: {aliases: [Reds]}}\n")
    root = parse_text("use: [names.yaml, lists/forces]\n", "a.yaml", Problems())
    assert isinstance(root, Table)
    problems, files = Problems(), dict[str, str]()
    sections: dict[str, dict[str, Section]] = {"doings": {}}
    use_lists(root, Lists(tmp_path, tmp_path, "a.yaml", problems, files), sections)
    assert isinstance(red := sections["actors"]["red"].value, Table)
    assert red.keys() == ("name", "aliases")
    assert [*files] == ["lists/forces", "names.yaml"]
    assert problems.sorted() == ()
