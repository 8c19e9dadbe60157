"""The keys of a region: each that says nothing is told once, and the rest is read."""

from pathlib import Path

import pytest

from checker.language.region_keys import readable
from checker.language.text import Table
from tests.language.written import document, said, value


def left(folder: Path, region: str) -> tuple[tuple[str, ...], list[str]]:
    """Return the keys that are left to read, and the problems of a region in line 8, column 10."""
    read = document(folder, f"theatre: {region}\nquestions: {{far: [yes, no]}}\n")
    node = value(read, "theatre")
    assert isinstance(node, Table)
    keys = readable(read, node).keys()
    return keys, [problem for problem in said(read) if problem.startswith("L")]


@pytest.mark.parametrize(
    ("region", "keys", "problems"),
    [
        ("{within: 5 km, of: a, toward: b}", ("within", "of", "toward"), []),
        ("{of: a}", ("of",), []),
        ("{}", (), ["L723 8:10"]),
        ("{witin: 5 km, of: a, toward: b}", ("within", "of", "toward"), ["L101 8:11"]),
        ("{depth: 5 km, of: a, toward: b}", (), ["L101 8:11"]),
        ("{depth: 5 km, of: a, beyond: 1 km}", ("of", "beyond"), ["L101 8:11"]),
        ("{ring: 5 km, of: a, toward: b}", (), ["L728 8:17"]),
        ("{ring: [], of: a, side_of: c, toward: b}", ("side_of", "toward"), ["L728 8:17"]),
        ("{between: a}", (), ["L728 8:20"]),
        ("{ring: [2 km, 1 km], of: a}", ("ring", "of"), ["L734 8:18"]),
        ("{far: {yes: a, no: b}, not: c}", ("not",), ["L101 8:11"]),
    ],
)
def test_what_hangs_on_a_refused_key_is_not_told_a_second_time(
    region: str, keys: tuple[str, ...], problems: list[str], tmp_path: Path
) -> None:
    assert left(tmp_path, region) == (keys, problems)
