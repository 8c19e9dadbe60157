"""Cells that hold names: each distinct cell is split and looked up once, then spread over rows."""

from checker.reports.batch import MISSING, UNDECLARED
from checker.reports.cells import texts_of
from checker.reports.lists import Spellings, list_column, name_codes, text_column

NAMES = {"red": 0, "green": 1}


def test_each_row_has_its_own_list_in_the_order_written() -> None:
    spellings = Spellings()
    lists = list_column(texts_of(["red;Umber", "", "green", "red;Umber"]), NAMES, spellings)
    assert lists.offsets.tolist() == [0, 2, 2, 3, 5]
    assert lists.codes.tolist() == [0, UNDECLARED, 1, 0, UNDECLARED]
    written = [spellings.all()[index] for index in lists.written]
    assert written == ["red", "Umber", "green", "red", "Umber"]


def test_blank_parts_of_a_list_are_no_names() -> None:
    lists = list_column(texts_of([";red; ;"]), NAMES, Spellings())
    assert lists.codes.tolist() == [0]


def test_a_column_of_single_names_has_one_code_a_row() -> None:
    assert name_codes(texts_of(["RED", "Umber", ""]), NAMES).tolist() == [0, UNDECLARED, MISSING]


def test_a_text_is_numbered_once_however_often_it_comes() -> None:
    spellings = Spellings()
    first = text_column(texts_of(["a", "b", "a", ""]), spellings)
    second = text_column(texts_of(["b", "c"]), spellings)
    assert first.written.tolist() == [0, 1, 0, -1]
    assert second.written.tolist() == [1, 2]
    assert spellings.all() == ("a", "b", "c")


def test_no_rows_make_no_lists() -> None:
    lists = list_column(texts_of([]), NAMES, Spellings())
    assert lists.offsets.tolist() == [0]
