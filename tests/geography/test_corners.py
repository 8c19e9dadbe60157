import numpy as np

from checker.geography.corners import corners_of
from checker.geography.discs import Discs
from checker.geography.region import Everywhere, Named
from tests.geography.oracle import square


def test_corners_within_the_disc_are_places_that_the_position_may_be_at() -> None:
    ground = Named("field", square(20.0, 45.0, 20.2, 45.2))
    own = np.array([0, -1, 0, 1], dtype=np.int32)
    axes = np.full(4, 20.0), np.full(4, 45.0), np.array([30_000.0, 1.0, 1_000.0, 1.0])
    discs = Discs(*axes, np.full(4, -1, dtype=np.int32), own=own, grounds=(ground, Everywhere()))
    corners, of = corners_of(discs, np.array([0, 2, 3]))
    assert of.tolist() == [0, 0, 0, 0, 0, 1, 1]
    assert set(zip(corners.lon_deg.tolist(), corners.lat_deg.tolist(), strict=True)) == {
        (20.0, 45.0),
        (20.2, 45.0),
        (20.2, 45.2),
        (20.0, 45.2),
    }
