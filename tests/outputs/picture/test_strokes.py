"""Paths and texts of SVG."""

from xml.etree import ElementTree as ET

import numpy as np

from checker.outputs.picture.strokes import Frame, fitted, mark, path, words

FRAME = Frame((1_000.0, 2_000.0), 10.0, (100.0, 100.0))


def test_north_is_up_and_the_middle_is_in_the_middle() -> None:
    assert FRAME.spot(1_000.0, 2_000.0) == (100.0, 100.0)
    assert FRAME.spot(1_100.0, 2_300.0) == (110.0, 70.0)


def test_bends_that_nobody_would_see_are_left_out_and_ends_stay() -> None:
    east = np.array([1_000.0, 1_001.0, 1_002.0, 1_500.0, 1_501.0])
    assert FRAME.line((east, np.full(5, 2_000.0))) == "M100.0,100.0L150.0,100.0L150.1,100.0"
    assert FRAME.line((east[:1], east[:1])) == ""
    ring = (np.array([0.0, 100.0, 100.0, 0.0]), np.array([0.0, 0.0, 100.0, 0.0]))
    assert FRAME.ground([(ring,)]).endswith("Z")


def test_a_text_is_no_markup_and_steers_nothing() -> None:
    drawn = words("<script>\u202ealert(1)</script>&\x00", 1, 2, font_size=10)
    element = ET.fromstring(drawn)
    assert element.tag == "text"
    assert (
        element.text
        == "<script>\N{REPLACEMENT CHARACTER}alert(1)</script>&\N{REPLACEMENT CHARACTER}"
    )
    assert element.get("font-size") == "10"


def test_a_name_in_arabic_keeps_its_order() -> None:
    assert ET.fromstring(words("حزب «الله»", 1, 2)).text == "\u2068حزب «الله»\u2069"
    assert ET.fromstring(words("Hezbollah", 1, 2)).text == "Hezbollah"


def test_long_texts_are_cut_by_their_width() -> None:
    assert fitted("short", 100, 12) == "short"
    assert fitted("m" * 50, 100, 12).endswith("…")
    assert len(fitted("伊" * 50, 100, 12)) < len(fitted("m" * 50, 100, 12))
    assert fitted("", 100, 12) == ""


def test_an_empty_path_is_nothing_and_marks_have_a_rim() -> None:
    assert path("") == ""
    assert mark("violation", 1, 2, 5).count("<path") == 1
    assert mark("compliant", 1, 2, 5).count("<path") == 2
