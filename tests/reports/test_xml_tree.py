"""XML: one element of a kind after the other, with its line, within bounds."""

import pytest

from checker.reports import source, xml_tree
from checker.reports.source import Source
from checker.reports.xml_tree import Element, SeveralRootsError, elements_of, root_of
from checker.values.diagnostic import CheckerError, Diagnostic


def read(content: str | bytes, *names: str) -> list[Element]:
    raw = content.encode() if isinstance(content, str) else content
    return list(elements_of(Source("r.xml", None, raw, "", raw[:4096]), names or ("p",)))


def refused(content: str | bytes) -> Diagnostic:
    with pytest.raises(CheckerError) as error:
        read(content)
    (one,) = error.value.diagnostics
    assert one.hint
    return one


@pytest.mark.parametrize("size", [1, 7, 1 << 20])
def test_elements_come_with_line_text_and_what_is_in_them(
    size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "PIECE_BYTES", size)
    first, second = read('<a xmlns="x"><p k="1">t<q>u</q></p>\n\n<b><p><p>in</p></p></b></a>')
    assert (first.line, first.attributes, first.text, first.said("q")) == (1, {"k": "1"}, "t", "u")
    assert (second.line, second.said("p"), second.child("p", "q")) == (3, "in", None)


def test_the_names_of_what_an_element_stands_in_are_kept() -> None:
    text = "<d><name>A</name><f><name> B\n</name><p><name>own</name></p></f><f><p/></f></d>"
    first, second = read(text)
    assert (first.within, first.said("name"), second.within) == (("A", "B"), "own", ("A",))


def test_other_encodings_are_read_as_they_are_declared() -> None:
    text = '<?xml version="1.0" encoding="windows-1251"?><a><p>Нусайр</p></a>'
    assert read(text.encode("cp1251"))[0].text == "Нусайр"
    assert read("<a><p>Nusaïr</p></a>".encode("utf-16"))[0].text == "Nusaïr"


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        ("", "R108", 1),
        ("<a>\n<p>", "R108", 2),
        ("<a>\n<p></a>", "R108", 2),
        ("<a>\n\n<p k=1/></a>", "R108", 3),
        (b"<a>\n<p>\xff</p></a>", "R108", 2),
        ("<a>\n&b;</a>", "R108", 2),
        ('<?xml version="1.0" encoding="x-9"?><a/>', "R103", 1),
        ('<?xml version="1.0" encoding="utf-7"?><a/>', "R103", 1),
        ("\n<!DOCTYPE a [\n<!ENTITY b 'c'>]><a/>", "R122", 2),
        ("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "R122", 1),
    ],
)
def test_what_is_damaged_or_declares_entities_is_refused_with_its_line(
    content: str | bytes, code: str, line: int
) -> None:
    one = refused(content)
    assert one.span is not None
    assert (one.code, one.span.line) == (code, line)


def test_nesting_without_end_is_refused() -> None:
    assert refused("<a>" * 100_000).message == "the file is nested too deeply"
    assert refused("<a><p>" + "<b>" * 100_000).message == "the file is nested too deeply"


def test_an_element_that_is_too_long_is_not_held_and_the_next_one_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(xml_tree, "MOST_CHARACTERS", 1000)
    monkeypatch.setattr(source, "PIECE_BYTES", 100)
    long = "<q>x</q>" * 1000
    first, second, third = read(f"<a><p>{long}</p><p>{'x' * 5000}</p><p>y</p></a>")
    assert (first.is_cut, first.children, second.is_cut, second.text) == (True, [], True, "")
    assert (third.is_cut, third.text) == (False, "y")


def test_a_tag_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_tree, "MOST_CHARACTERS", 1000)
    monkeypatch.setattr(source, "PIECE_BYTES", 100)
    assert "a tag of more than" in refused('<a><p k="' + "x" * 100_000).message


def test_one_document_behind_the_other_is_told_apart() -> None:
    with pytest.raises(SeveralRootsError, match=r"^r\.xml:2:1: R108: the file is damaged: junk"):
        read("<p/>\n<p/>")


@pytest.mark.parametrize(
    ("head", "root"),
    [
        (b"<kml>", "kml"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- <gpx> -->\n<k:kml xmlns:k='x'>", "kml"),
        ("<gpx\nversion='1.1'>".encode("utf-16"), "gpx"),
        (b"<event/>", "event"),
        (b"<!DOCTYPE k [<!ENTITY a 'x]>'><!ENTITY b \"&a;\">] >\n<kml>", "kml"),
        (b"id,kind\n1,2\n", ""),
        (b"<", ""),
        (b"<>", ""),
        (b"<!-- ", ""),
    ],
)
def test_the_first_element_is_told_by_the_first_bytes(head: bytes, root: str) -> None:
    assert root_of(head) == root


def test_a_byte_of_another_encoding_says_how_to_name_that() -> None:
    text = "<l>\n<p>\u00e4</p></l>".encode("cp1252")
    told = refused(text)
    assert (told.code, told.message) == (
        "R108",
        "the file is damaged: a byte that is not UTF-8 at column 4",
    )
    declared = told.hint.partition("such as ")[2].encode()
    assert [one.text for one in read(declared + text)] == ["\u00e4"]
    for other in (declared + text.replace(b"<p>", b"<p>\1"), "<p>\1</p>".encode("utf-16")):
        assert "invalid token" in refused(other).message
