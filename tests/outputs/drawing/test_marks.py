"""Marks: each group of standings has its own, told apart without colours."""

import re

from checker.outputs.colours import LOOKS
from checker.outputs.drawing.marks import COLOURS, STROKED, mark_path


def test_every_mark_is_a_path_of_its_own_about_its_spot() -> None:
    paths = {look.mark: mark_path(look.mark, 10.0, 20.0, 5.0) for look in LOOKS.values()}
    assert len(set(paths.values())) == len(paths) >= 8
    for mark, path in paths.items():
        assert path.endswith("Z") == (mark not in STROKED)
    diamond = re.findall(r"([\d.]+),([\d.]+)", paths["diamond"])
    spots = {(float(x), float(y)) for x, y in diamond}
    assert spots == {(10, 15), (5, 20), (10, 25), (15, 20)}


def test_every_standing_has_a_colour() -> None:
    assert set(COLOURS) == set(LOOKS)
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in COLOURS.values())
