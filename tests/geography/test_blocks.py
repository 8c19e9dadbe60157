import numpy as np

from checker.geography.blocks import Blocks
from checker.geography.chords import Chords, axes_of
from checker.geography.geodesic import chord_slack_m, ecef
from tests.geography.test_strokes import LINES, strokes_of


def test_no_piece_that_may_be_nearest_is_left_out() -> None:
    rng = np.random.default_rng(7)
    for paths in LINES.values():
        strokes = strokes_of(*paths)
        chords = Chords(strokes.start_m, strokes.end_m)
        spots = np.array(paths[0][0]) + rng.uniform(-0.2, 0.2, size=(40, 2))
        here_m = ecef(spots[:, 0], np.minimum(spots[:, 1], 90.0))
        pairs = Blocks(chords, strokes.start_m, strokes.end_m).pairs(here_m)
        pieces = np.arange(len(chords))
        for row in range(len(spots)):
            at = np.full(len(pieces), row)
            chord_m = chords.nearness(axes_of(here_m), at, pieces).chord_m
            wanted = pieces[chord_m <= chord_m.min() + chord_slack_m(chord_m.min())]
            assert np.setdiff1d(wanted, pairs.piece[pairs.point == row]).size == 0
