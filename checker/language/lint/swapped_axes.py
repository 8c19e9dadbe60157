"""Places drawn with longitude and latitude the wrong way round."""

from collections.abc import Iterator

import numpy as np

from checker.geography.discs import FloatArray
from checker.geography.extent import extent_of
from checker.geography.geodesic import inverse
from checker.geography.region import Named
from checker.language.lint.drawings import drawings_of
from checker.language.lint.linted import Check, Found, Linted

__all__ = ["CHECK"]

_MARGIN_M = 20_000.0
_MOST_LATITUDE_DEG = 90.0
_FEWEST = 2


def run(linted: Linted) -> Iterator[Found]:
    """Find a drawn place far from all the others that would lie among them with its axes swapped.

    Among them is within twice the median distance of the others from the most central of them, and
    20 km; far is more than twice that.
    """
    drawings = drawings_of(linted)
    middles = [extent_of(Named(drawing.name, drawing.shape)) for drawing in drawings]
    known = [(d, m) for d, m in zip(drawings, middles, strict=True) if m is not None]
    if len(known) < _FEWEST:
        return
    lon, lat = np.array([m[0] for _, m in known]), np.array([m[1] for _, m in known])
    for index, (drawing, _) in enumerate(known):
        others = np.arange(len(known)) != index
        # Of two alone, nobody can say which is swapped: the later one is told.
        if len(known) == _FEWEST and index == 0:
            continue
        if _is_swapped((lon[index], lat[index]), lon[others], lat[others]):
            message = (
                f"{drawing.name!r} lies far from all the other places, and would lie among them "
                f"at longitude {lat[index]:g}, latitude {lon[index]:g}"
            )
            hint = "longitude and latitude may be swapped: longitude comes first"
            yield Found(message, drawing.span, hint)


def _is_swapped(place: tuple[float, float], lon: FloatArray, lat: FloatArray) -> bool:
    here_lon, here_lat = place
    if abs(here_lon) > _MOST_LATITUDE_DEG:
        return False
    count = len(lon)
    each = [
        inverse(np.full(count, a), np.full(count, b), lon, lat)[1]
        for a, b in zip(lon, lat, strict=True)
    ]
    centre = int(np.argmin([away_m.sum() for away_m in each]))
    among_m = 2.0 * float(np.median(each[centre])) + _MARGIN_M
    from_lon, from_lat = np.full(2, lon[centre]), np.full(2, lat[centre])
    ends_lon, ends_lat = np.array([here_lon, here_lat]), np.array([here_lat, here_lon])
    as_drawn_m, swapped_m = inverse(from_lon, from_lat, ends_lon, ends_lat)[1]
    return bool(swapped_m <= among_m and as_drawn_m > 2.0 * among_m)


CHECK = Check("W107", "longitude and latitude swapped", run, is_cheap=False)
