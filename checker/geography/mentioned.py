"""What a region speaks of: its drawn places and its limits, in the order of the text."""

from collections.abc import Iterable, Iterator

from checker.geography.region import (
    AllOf,
    AnyOf,
    Everywhere,
    Named,
    Not,
    Region,
    SideOf,
    Within,
    Witness,
)

__all__ = ["each_place", "limits_in", "places_in"]


def places_in(regions: Iterable[Region]) -> tuple[Named, ...]:
    """Return the places of some regions, witnesses among them, each drawing once."""
    return tuple(dict.fromkeys(place for region in regions for place in each_place(region)))


def limits_in(regions: Iterable[Region]) -> tuple[Within, ...]:
    """Return the parts that set a limit to a distance, each once."""
    return tuple(dict.fromkeys(limit for region in regions for limit in _limits(region)))


def each_place(region: Region) -> Iterator[Named]:
    """Yield the places of a region as often as it names them; a witness is a place too."""
    match region:
        case Named():
            yield region
        case Within(_, of, toward) | SideOf(of, toward):
            for part in of:
                yield from each_place(part)
            if isinstance(toward, Witness):
                yield Named(toward.name, toward.shape, toward.source)
        case AnyOf(parts) | AllOf(parts):
            for part in parts:
                yield from each_place(part)
        case Not(part):
            yield from each_place(part)
        case Everywhere():
            return


def _limits(region: Region) -> Iterator[Within]:
    match region:
        case Within(_, of, _):
            yield region
            for part in of:
                yield from _limits(part)
        case AnyOf(parts) | AllOf(parts) | SideOf(parts, _):
            for part in parts:
                yield from _limits(part)
        case Not(part):
            yield from _limits(part)
        case _:
            return
