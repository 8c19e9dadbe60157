"""Names that are like declared ones: proposed, in the order of their likeness."""

import pytest

from checker.findings.likeness import Likeness, consonants, folded

KNOWN = {
    "hezbollah": "hezbollah",
    "islamic revolutionary guard corps": "irgc",
    "irgc": "irgc",
    "jabhat al-nusra": "nusra",
    "free syrian army": "fsa",
    "wagner group": "wagner",
    "grad": "bm-21",
    "bm-21": "bm-21",
}


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Hizbullah", "hezbollah"),
        ("Ḥizballāh", "hezbollah"),
        ("Hezb-ollah", "hezbollah"),
        ("Hezbollah.", "hezbollah"),
        ("حزب الله", "hezbollah"),
        ("Хезболла", "hezbollah"),
        ("חיזבאללה", "hezbollah"),
        ("I.R.G.C.", "irgc"),
        ("Jabhat an-Nuṣra", "nusra"),
        ("группа Вагнера", "wagner"),
        ("Град", "bm-21"),
        ("BM 21", "bm-21"),
        ("Free Syrian Armee", "fsa"),
    ],
)
def test_a_variant_in_diacritics_punctuation_or_script_is_near(name: str, first: str) -> None:
    assert Likeness(KNOWN).nearest(name)[0] == first


@pytest.mark.parametrize("name", ["Zorro", "", "?", "🚀", "x" * 10_000])
def test_what_is_like_nothing_has_none_near(name: str) -> None:
    assert Likeness(KNOWN).nearest(name) == ()


def test_a_word_of_several_spellings_is_named_once_and_ties_by_its_name() -> None:
    known = {"alpha one": "b", "alpha two": "a", "alpha": "b", "alpha six": "c", "alpha ten": "d"}
    assert Likeness(known).nearest("alpha") == ("b", "a", "c")


def test_folding_leaves_small_letters_and_digits() -> None:
    assert folded("  Ḥizb-Allāh (Party №1)") == "hizb allah party no1"
    assert consonants("khizb allah") == consonants("hizballah") == "hzblh"
