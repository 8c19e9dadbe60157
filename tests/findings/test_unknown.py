"""Undeclared words with the declared ones that look like them; never taken for them."""

import pytest

from checker.findings import unknown
from checker.findings.finding import UnknownWord
from checker.findings.unknown import unknown_in
from checker.reports.unknown import words_in
from tests.handmade import clause, core_of_clauses, opened

CORE = core_of_clauses(clause("c1"))


def told(*rows: dict[str, str]) -> tuple[UnknownWord, ...]:
    reports = opened(*rows)
    (batch,) = reports.batches()
    return unknown_in(CORE, words_in(batch), reports.batches, ())


@pytest.mark.parametrize(
    ("cells", "nearest"),
    [
        ({"actor": "REED"}, ("red", "green")),
        ({"does": "fier"}, ("fire",)),
        ({"supersedes": "r11"}, ("r1",)),
        ({"thing": "zzz"}, ()),
    ],
)
def test_the_nearest_declared_words_are_told(
    cells: dict[str, str], nearest: tuple[str, ...]
) -> None:
    (one,) = told(cells)
    assert (one.nearest, one.first.line, one.first.id) == (nearest, 2, "r1")


def test_of_very_many_words_only_the_most_frequent_are_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(unknown, "_MOST_COMPARED", 1)
    words = told({"actor": "gren"}, {"actor": "gren"}, {"actor": "rde"})
    assert [one.nearest for one in words] == [("green",), ()]
