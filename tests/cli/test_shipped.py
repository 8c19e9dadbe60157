"""Where an agreement is: a folder, a file, or the name of one that ships."""

from pathlib import Path

import pytest

from checker.cli.shipped import agreement_names, demo_file, file_of, find_rules, lists_folder
from checker.values.diagnostic import CheckerError
from tests.cli.made import AGREEMENT, write_deal


@pytest.mark.usefixtures("here")
def test_a_folder_a_file_and_a_shipped_name_are_found(deal: str) -> None:
    assert find_rules(deal).shown == "deal/agreement.yaml"
    assert find_rules("deal/agreement.yaml").shown == "deal/agreement.yaml"
    shipped = find_rules("south-syria-2018")
    assert shipped.shown == "south-syria-2018/agreement.yaml"
    assert shipped.path.is_file()


def test_what_lies_here_goes_before_what_ships(here: Path) -> None:
    write_deal(here / "south-syria-2018")
    found = find_rules("south-syria-2018")
    assert found.path.read_text(encoding="utf-8") == AGREEMENT


@pytest.mark.parametrize(
    ("named", "code", "hint"),
    [
        ("south-siria-2018", "U102", "did you mean 'south-syria-2018'?"),
        ("dael", "U102", "did you mean 'deal'?"),
        ("nothing-like-it", "U102", "name a folder, a file, or one that ships: south-syria-2018"),
        ("outer", "U103", "there is one in "),
        ("other", "U103", "name the file: rules.yaml"),
        ("empty", "U103", "accord init DIR writes one"),
    ],
)
def test_what_is_not_found_has_the_nearest_for_a_hint(
    deal: str, here: Path, named: str, code: str, hint: str
) -> None:
    assert deal
    write_deal(here / "outer" / "inner")
    for name in ("other", "empty"):
        (here / name).mkdir()
    (here / "other" / "rules.yaml").touch()
    with pytest.raises(CheckerError) as error:
        find_rules(named)
    (one,) = error.value.diagnostics
    assert one.code == code
    assert one.hint.startswith(hint)


def test_lists_and_the_demo_ship() -> None:
    assert "south-syria-2018" in agreement_names()
    assert {path.name for path in lists_folder().iterdir()} >= {"levant-forces.yaml"}
    assert all(demo_file(name).is_file() for name in ("reports.csv", "article.csv", "mapping.yaml"))


@pytest.mark.usefixtures("here")
def test_a_shipped_file_is_found_by_how_it_is_shown_and_nothing_else() -> None:
    assert file_of("south-syria-2018/agreement.yaml") is not None
    assert file_of("../pyproject.toml") is None
    assert file_of("nobody.yaml") is None
