"""Names as they are compared: folded and trimmed, never by likeness."""

import pytest

from checker.values.spelling import normalised


@pytest.mark.parametrize(
    "text", ["Red Army", " red  army ", "RED\tARMY", "red\u00a0army", "\uff52\uff45\uff44 army"]
)
def test_case_width_and_blanks_make_no_other_name(text: str) -> None:
    assert normalised(text) == "red army"


def test_composed_and_decomposed_letters_are_the_same_and_scripts_stay() -> None:
    assert normalised("Nusai\u0308r") == normalised("NUSA\u00cfR") == "nusa\u00efr"
    assert normalised("STRASSE") == normalised("Stra\u00dfe")
    assert normalised("حزب الله") == "حزب الله"


def test_what_only_looks_alike_is_another_name() -> None:
    assert normalised("red") != normalised("reds")
    assert normalised("r\u0435d") != normalised("red")  # the Cyrillic letter ie
