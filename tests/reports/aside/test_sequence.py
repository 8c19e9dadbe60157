"""Texts of a GeoJSON sequence as they were: the same bytes, each with its record separator."""

from typing import Any

ONE = '{"type": "Feature", "geometry": null, "properties": {"place": "%s", %s}}'
ROW = ONE.replace("%s}}", '"seen_from": "2018", "actor": "é"}}')


def test_texts_are_written_with_their_marks_over_all_their_lines(apart: Any) -> None:
    first, second = (f"\x1e{(ROW % name).replace(', ', ',' + chr(10))}\n" for name in "ab")
    text = f"{first}\x1e\n\x1ebroken\n{second}"
    assert apart(text, "r.geojsons", 2, 3).decode() == f"\x1ebroken\n{second}"


def test_without_marks_a_line_is_a_text(apart: Any) -> None:
    text = f"{ROW % 'a'}\r\n\r\n{ROW % 'b'}\r\n"
    assert apart(text, "r.geojsons", 2).decode() == f"{ROW % 'b'}\r\n"
