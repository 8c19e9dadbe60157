"""Whether one ground lies wholly in another: what is proved of the wider holds for the narrower."""

from functools import lru_cache

import numpy as np

from checker.geography.discs import Discs
from checker.geography.field import compile_field
from checker.geography.region import Region
from checker.values.truth import Truth

__all__ = ["lies_in"]


@lru_cache(maxsize=4096)
def lies_in(ground: Region, wider: Region) -> bool:
    """Say whether all that a ground may cover is certainly within another.

    Every point at which something in the ground may be is asked, with the accuracies of both, as of
    a report that names the ground as its area (``Enclosed``); a border in common counts as within.
    Anything open (a vague text, an accuracy that reaches over the rim, a place not drawn) is
    no proof. A ground that cannot be bounded lies in what is equal to it alone, or everywhere.
    """
    if ground == wider:
        return True
    nowhere = np.full(1, np.nan)
    somewhere = Discs(nowhere, nowhere, nowhere, np.zeros(1, dtype=np.int32))
    truth, _ = compile_field(wider, (ground,)).test(somewhere)
    return bool(truth[0] == Truth.TRUE)
