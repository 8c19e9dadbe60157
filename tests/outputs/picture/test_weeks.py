"""The weekly counts in SVG."""

from collections import Counter
from datetime import date
from xml.etree import ElementTree as ET

from checker.outputs.drawing.weeks import weeks_of
from checker.outputs.picture.weeks import LANE, weeks_height, weeks_lines

NS = "{http://www.w3.org/2000/svg}"
FIRST, SECOND = date(2018, 6, 4), date(2018, 6, 11)


def drawn(found: Counter[tuple[str, date | None, str]]) -> ET.Element:
    inner = "".join(weeks_lines(weeks_of(found), 0.0, 0.0, 800.0))
    return ET.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg">{inner}</svg>')


def test_bars_are_as_high_as_their_counts() -> None:
    root = drawn(Counter({("A", FIRST, "violation"): 4, ("A", SECOND, "violation"): 2}))
    first, second = (float(one.get("height", 0)) for one in root.iter(f"{NS}rect"))
    assert first == 2 * second
    said = ["".join(one.itertext()) for one in root.iter(f"{NS}text")]
    assert {"A", "6 in all", "4", "2", "2018-06-04"} <= set(said)


def test_a_side_without_times_is_named_all_the_same() -> None:
    root = drawn(Counter({("A", None, "violation"): 4}))
    assert "4 in all, 4 without a time" in ["".join(one.itertext()) for one in root]


def test_the_height_grows_with_the_sides() -> None:
    one = weeks_of(Counter({("A", FIRST, "late"): 1}))
    two = weeks_of(Counter({("A", FIRST, "late"): 1, ("B", FIRST, "late"): 1}))
    assert weeks_height(two) - weeks_height(one) == LANE
