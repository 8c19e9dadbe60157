"""How much of a list has room on a page."""

import pytest

from checker.outputs.cut import shortened, shown_of


@pytest.mark.parametrize(("count", "shown"), [(0, 0), (3, 3), (4, 4), (5, 3), (9, 3)])
def test_a_list_is_cut_where_more_than_one_would_be_left_out(count: int, shown: int) -> None:
    items = list(range(count))
    assert shown_of(items, 3, is_full=False) == items[:shown]
    assert shown_of(items, 3, is_full=True) == items


def test_a_text_says_how_much_of_it_is_missing() -> None:
    assert shortened("abcdef", 4) == "abcd [2 characters more]"
    assert shortened("abcd", 4) == "abcd"
