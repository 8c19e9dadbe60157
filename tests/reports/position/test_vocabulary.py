import pytest

from checker.reports.position.vocabulary import COMPASS, METRES, NUMBERS


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("n", (0.0, 45.0)),
        ("south", (180.0, 45.0)),
        ("southwest", (225.0, 22.5)),
        ("south-west", (225.0, 22.5)),
        ("south west", (225.0, 22.5)),
        ("s.w.", (225.0, 22.5)),
        ("north-north-east", (22.5, 11.25)),
        ("north-northeast", (22.5, 11.25)),
        ("north-western", (315.0, 22.5)),
        ("wnw", (292.5, 11.25)),
    ],
)
def test_a_point_of_the_compass_is_as_broad_as_its_rose(
    word: str, found: tuple[float, float]
) -> None:
    assert COMPASS[word] == found


def test_no_word_has_two_meanings() -> None:
    assert len({azimuth for azimuth, _ in COMPASS.values()}) == 16
    assert not COMPASS.keys() & METRES.keys()


def test_numbers_in_words_are_those_in_digits() -> None:
    digits = {int(text) for text in NUMBERS.values() if "." not in text}
    assert digits == {*range(1, 101)}
    assert (NUMBERS["forty-two"], NUMBERS["forty two"], NUMBERS["half a"]) == ("42", "42", "0.5")
