"""A page of text: every line wrapped under its own start."""

from checker.language.say.page import WIDTH, Line, paragraph, rows


def test_a_long_text_goes_on_under_its_start() -> None:
    lines = paragraph("word " * 40, 3, "head  ")
    assert lines[0].startswith("   head  word word")
    assert lines[1].startswith("         word")
    assert max(map(len, lines)) <= WIDTH


def test_an_address_is_not_broken() -> None:
    address = "https://example.org/" + "very-long-" * 12
    assert paragraph(address) == [address]


def test_rows_stand_aligned_behind_the_longest_label() -> None:
    found = [("by", [Line("red")]), ("source", [Line("text"), Line("page", 2, "a  ")])]
    assert list(rows(found, 1)) == [" by      red", " source  text", "           a  page"]
