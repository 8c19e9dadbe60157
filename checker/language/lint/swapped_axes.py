"""Places drawn with longitude and latitude the wrong way round."""

from collections.abc import Iterator

import numpy as np

from checker.geography.axes import are_swapped
from checker.geography.extent import extent_of
from checker.geography.region import Named
from checker.language.lint.drawings import drawings_of
from checker.language.lint.linted import Check, Found, Linted

__all__ = ["CHECK"]

_FEWEST = 2


def run(linted: Linted) -> Iterator[Found]:
    """Find drawn places far from all the others that would lie among them with axes swapped."""
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
        if are_swapped(lon[[index]], lat[[index]], (lon[others], lat[others]))[0]:
            message = (
                f"{drawing.name!r} lies far from all the other places, and would lie among them "
                f"at longitude {lat[index]:g}, latitude {lon[index]:g}"
            )
            hint = "longitude and latitude may be swapped: longitude comes first"
            yield Found(message, drawing.span, hint)


CHECK = Check("W107", "longitude and latitude swapped", run, is_cheap=False)
