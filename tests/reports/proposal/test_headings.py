"""Headings of columns that are likely ours, by language."""

from pathlib import Path

import pytest

from checker.reports.columns import BY_NAME
from checker.reports.proposal.headings import LIKELY, SURE
from checker.reports.spelling import normalised
from tests.reports.proposal.test_proposed import proposed


def test_every_word_is_of_a_column_and_as_headings_are_compared() -> None:
    for ours, words in (*LIKELY.items(), *SURE.items()):
        assert ours in BY_NAME
        for word in words:
            assert normalised(word) == word


def test_no_word_is_of_two_columns() -> None:
    of = [(word, ours) for ours, words in LIKELY.items() for word in {*words}]
    assert len({word for word, _ in of}) == len(of)


@pytest.mark.parametrize(
    ("heading", "cell", "ours"),
    [
        ("Breite", "33.1", "  lat"),
        ("Länge", "36.1", "  lon"),
        ("Längengrad", "36.1", "  lon"),
        ("Datum", "02.06.2018", "  # seen_from"),
        ("Uhrzeit", "14:30", "  # seen_from"),
        ("Ort", "Nawa", "  # place"),
        ("Einheit", "1. Div", "  # unit"),
        ("Quelle", "SANA", "  # source"),
        ("Bemerkungen", "x", "  # note"),
        ("Genauigkeit(m)", "50", "  # radius_m"),
        ("Lfd. Nr.", "7", "  # id"),
        ("Fecha del evento", "02/06/2018", "  # seen_from"),
        ("Lieu", "Nawa", "  # place"),
        ("Широта", "33.1", "  lat"),
        ("Долгота", "36.1", "  lon"),
        ("Дата", "02.06.2018", "  # seen_from"),
        ("خط الطول", "36.1", "  lon"),
        ("التاريخ", "2018-06-02", "  # seen_from"),
        ("distance_quoted_in_source", "7", "  # quoted_distance_m"),
        ("date of event", "2018-06-02", "  # seen_from"),
        ("source of information", "SANA", "  # source"),
        ("Datum der Meldung", "02.06.2018", "  # seen_from"),
    ],
)
def test_a_heading_is_proposed_for_what_it_is_of(
    tmp_path: Path, heading: str, cell: str, ours: str
) -> None:
    assert f'\n{ours}: "{heading}"' in proposed(tmp_path, f"{heading};z\n{cell};z\n")
