"""What the planar peers share: the command line, the line in UTM, and its buffer of each radius.

The zone is that of the middle of the box, which GeoPandas chooses for such data too. A buffer has
64 segments a quarter turn, so that its corners are no worse than the projection.
"""

import sys
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import shapely
from pyproj import Transformer

from benchmarks.question import RADII_M, Question

__all__ = ["UTM", "arguments", "bands", "in_utm"]

UTM = "EPSG:32637"


def arguments() -> tuple[str, Question, str]:
    """Return the file of reports, the question and the file for the findings."""
    _, reports, question, out = sys.argv
    return reports, Question.read(Path(question)), out


def in_utm(question: Question) -> shapely.LineString:
    """Return the line in metres."""
    to_utm = Transformer.from_crs("EPSG:4326", UTM, always_xy=True)
    return shapely.LineString(np.stack(to_utm.transform(*np.array(question.path).T), axis=-1))


def bands(question: Question) -> Mapping[float, shapely.Geometry]:
    """Return the ground on which a report may lie within the limit, by its radius."""
    drawn = in_utm(question)
    return {one: drawn.buffer(question.reach_m(one), quad_segs=64) for one in RADII_M}
