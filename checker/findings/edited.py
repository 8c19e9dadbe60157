"""Which edition of a result this is: how coarse it is, said in one sentence."""

from dataclasses import dataclass

__all__ = ["Edition"]

_KILOMETRE = 1_000.0


@dataclass(frozen=True, slots=True)
class Edition:
    """Hold the size of the cells to which an edition for the public coarsens places."""

    cell_m: float

    @property
    def size(self) -> str:
        """Return the size as people write it, exactly."""
        if self.cell_m >= _KILOMETRE:
            return f"{self.cell_m / _KILOMETRE:,.15g} km"
        return f"{self.cell_m:.15g} m"

    @property
    def said(self) -> str:
        """Return what an edition says of itself."""
        return (
            f"this is a public edition: places are coarsened to cells of {self.size} or more, and "
            "what names reports, their sources and files is left out; all totals are those of the "
            "whole result"
        )
