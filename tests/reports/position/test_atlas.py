import unicodedata

import pytest

from checker.geography.doubt.doubt import Doubt
from checker.reports.position.atlas import NO_ATLAS, Atlas, folded
from checker.reports.position.gazetteer import gazetteer_of

ATLAS = gazetteer_of(
    "g.csv",
    "name,alternate_names,lon,lat,radius_m,within\n"
    "\u1e24\u0101r\u0101,Hara,36,33,100,Daraa\nNawa,,36.04,32.89,1000,Daraa\nNawa,,37,35,500,Aleppo\n".encode(),
    "0",
)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_accents_count_however_they_are_encoded(form: str) -> None:
    found = ATLAS.find(unicodedata.normalize(form, "\u1e24\u0101r\u0101"))  # type: ignore[arg-type]
    assert found is not None
    assert not found.is_folded


def test_a_name_without_its_accents_is_found_and_said_to_be_another_spelling() -> None:
    found = ATLAS.find("H\u00e0ra")
    assert found is not None
    assert found.is_folded


@pytest.mark.parametrize("text", ["Nawa, Daraa", "Nawa (Daraa)", "nawa,daraa"])
def test_what_a_place_lies_in_tells_one_of_several(text: str) -> None:
    found = ATLAS.find(text)
    assert found is not None
    assert found.doubt == Doubt(36.04, 32.89, 1000.0)
    assert ATLAS.find("Nawa, Homs") is None


def test_the_agreement_goes_before_the_gazetteer() -> None:
    own = Atlas(entries=ATLAS.entries, names=ATLAS.names, extents={"nawa": (1.0, 2.0, 3.0)})
    found = own.find("Nawa")
    assert found is not None
    assert found.doubt == Doubt(1.0, 2.0, 3.0)


def test_nothing_is_known_without_either() -> None:
    assert NO_ATLAS.find("Nawa") is None
    assert NO_ATLAS.nearest("Nawa") == ()


def test_names_that_are_alike_but_for_marks_fold_to_one() -> None:
    assert len({folded(one) for one in ("Dar'a", "Dar\u02bfa", "D\u0101r\u2019a", "dara")}) == 1
    assert folded("Tell-al Harra") == folded("tell al-harra")
    assert folded("Nawa") != folded("Nawah")
