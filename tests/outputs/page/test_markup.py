"""HTML in which no text is markup."""

from checker.outputs.page.markup import attribute, badge, cells, icon, section, table, tag, text
from tests.outputs.page.reader import fragment, said

EVIL = "</bdi><script>alert(1)</script>\"'>&amp;\u202e"


def test_a_text_is_read_back_as_it_was_and_is_nothing_else() -> None:
    element = fragment(text(EVIL))
    assert [one.tag for one in element.iter()] == ["div", "bdi"]
    assert said(element) == EVIL.replace("\u202e", "\ufffd")


def test_an_attribute_does_not_end_early() -> None:
    element = fragment(tag("p", "", title=EVIL, data_a_b="x", class_="y"))[0]
    assert element.get("title") == EVIL.replace("\u202e", "\ufffd")
    assert (element.get("data-a-b"), element.get("class")) == ("x", "y")
    assert '"' not in attribute('"')


def test_a_standing_is_told_by_its_name_beside_its_mark() -> None:
    assert said(fragment(badge("apparent_violation"))) == "apparent violation"
    assert 'aria-hidden="true"' in icon("compliant")
    assert "stroke-width" in icon("compliant")


def test_a_part_that_holds_nothing_is_left_out() -> None:
    assert section("a", "A", "", "") == ""
    assert table(["A"], []) == ""
    row = fragment(f"<table>{cells('a', 'b')}</table>")
    assert [one.tag for one in row.iter("th", "td")] == ["th", "td"]
    assert "<h2>A &amp; B</h2>" in section("a", "A & B", "<p>x</p>")
    assert "<caption>C</caption>" in table(["A"], [cells("a")], "C")
