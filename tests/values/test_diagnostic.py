"""Problems of inputs, and their order."""

import pickle

from checker.values.diagnostic import CheckerError, Diagnostic, place_in_file
from checker.values.span import Span


def at(file: str, line: int, column: int) -> Diagnostic:
    return Diagnostic("L101", "wrong", Span(file, line, column, line, column + 1))


def test_problems_are_sorted_by_their_places_and_those_without_one_come_last() -> None:
    nowhere = Diagnostic("U104", "wrong")
    placed = [at("a.yaml", 2, 9), at("a.yaml", 10, 1), at("a.yaml", 10, 3), at("b.yaml", 1, 1)]
    found = [nowhere, placed[3], placed[1], placed[2], placed[0]]
    assert sorted(found, key=place_in_file) == [*placed, nowhere]


def test_problems_stay_apart_where_another_process_raised_them() -> None:
    error = CheckerError(at("a.yaml", 2, 9), Diagnostic("U104", "wrong"))
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - what was pickled here
    assert (again.diagnostics, str(again)) == (error.diagnostics, str(error))
