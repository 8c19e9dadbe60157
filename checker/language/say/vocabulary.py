"""The words that reports may use: whom, what and where the agreement knows by name."""

from checker.language.core.agreement import Core
from checker.language.say.page import Line, Row

__all__ = ["vocabulary_rows"]


def vocabulary_rows(core: Core) -> list[Row]:
    """Say which ids a report may write; names and aliases of them mean the same."""
    places: dict[int, str] = {}
    for spelling, index in core.place_names:
        places.setdefault(index, spelling)
    # A list names hundreds of systems; what they are of is enough on a page.
    systems = {one.thing for one in core.figures if one.attribute == "class"}
    things = [word for word in core.things if word not in systems]
    things += [f"and {len(systems)} named systems (accord things)"] if systems else []
    found = (
        ("actors", core.actors),
        ("doings", core.doings),
        ("things", things),
        ("places", tuple(places.values())),
    )
    return [(kind, [Line(", ".join(words))]) for kind, words in found if words]
