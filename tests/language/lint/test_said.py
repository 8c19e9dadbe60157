"""The figures of a plain sentence."""

import pytest

from checker.language.lint.said import figures_of


@pytest.mark.parametrize(
    ("sentence", "quantity"),
    [
        ("held back 15 miles from the Golan", "15 mi"),
        ("a distance that varies from 5 to 30 km", "5..30 km"),
        ("between 5 and 30 kilometres", "5..30 km"),
        ("a 10-km belt", "10 km"),
        ("within 10km of it", "10 km"),
        ("fifteen miles", "15 mi"),
        ("two and a half kilometres or 2.5 km", "2.5 km"),
        ("seventy-two hours before", "72 h"),
        ("three days before", "72 h"),
        ("two weeks after", "14 d"),
        ("a fortnight after", "14 d"),
        ("in the first fortnight", "14 d"),
        ("1,500 men", "1500"),
        ("two hundred and fifty men", "250"),
        ("a hundred men", "100"),
        ("five thousand men", "5000"),
        ("15 thousand men", "15000"),
        ("some dozen posts", "12"),
        ("about 24 km from it", "15 mi"),
        ("1.5 km", "1500 m"),
        ("2 km, give or take 200 m", "2 km +- 200 m"),
        ("guns of 100 mm and more", "100 mm"),
        ("3 nautical miles", "3 nmi"),
        ("twenty-one days", "21 d"),
        ("Красные отходят на 15 км", "15 km"),
    ],
)
def test_what_a_sentence_says_is_found_in_whatever_unit(sentence: str, quantity: str) -> None:
    assert figures_of(sentence).hold(quantity)


@pytest.mark.parametrize(
    ("sentence", "quantity"),
    [
        ("stays away from the river", "10 km"),
        ("held back 15 miles", "20 km"),
        ("from 5 km on", "5..30 km"),
        ("three days before", "15 h"),
        ("fifteen and twenty", "35"),
        ("a line", "2 km"),
        ("", "1 km"),
        ("15 km", "15.5 km"),
    ],
)
def test_what_no_sentence_says_is_not_found(sentence: str, quantity: str) -> None:
    assert not figures_of(sentence).hold(quantity)


def test_figures_of_several_sentences_are_taken_together() -> None:
    both = figures_of("10 km from the river", "20 km from the town")
    assert both.hold("10..20 km")
