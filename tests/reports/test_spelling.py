"""Cells that hold lists of words, and the nearest known word to one that is none."""

from checker.reports.spelling import did_you_mean, split_list, zone_meant


def test_a_list_is_split_at_semicolons_and_blank_parts_are_none() -> None:
    assert split_list(" red ;; green brigade; ") == ("red", "green brigade")
    assert split_list(" ; ") == ()


def test_the_nearest_word_is_named_or_all_of_them() -> None:
    known = ("position", "incident")
    assert did_you_mean("Positon", known) == "did you mean 'position'?"
    assert did_you_mean("xyz", known) == "write one of position, incident"


def test_a_time_zone_is_hinted_by_the_nearest() -> None:
    assert zone_meant("asia/damascu") == "did you mean 'Asia/Damascus'?"
    assert zone_meant("??") == "write one such as Asia/Damascus, or UTC"
