"""The words that reports may use: whom, what and where the agreement knows by name."""

from checker.language.core.agreement import Core
from checker.language.say.page import Line, Row

__all__ = ["vocabulary_rows"]


def vocabulary_rows(core: Core) -> list[Row]:
    """Say which ids a report may write; names and aliases of them mean the same."""
    places: dict[int, str] = {}
    for spelling, index in core.place_names:
        places.setdefault(index, spelling)
    found = (
        ("actors", core.actors),
        ("doings", core.doings),
        ("things", core.things),
        ("places", tuple(places.values())),
    )
    return [(kind, [Line(", ".join(words))]) for kind, words in found if words]
