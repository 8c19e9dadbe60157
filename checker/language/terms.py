"""What the clauses of one agreement are read with: its map, its actors, its words."""

from dataclasses import dataclass

from checker.language.actors import Actors
from checker.language.core.pattern import Pattern, Period
from checker.language.document import Document, entries_of
from checker.language.places import Atlas
from checker.language.reading import Reading
from checker.language.regions import ground_of
from checker.language.roster import actors_of
from checker.language.taxonomy import Taxonomy, doings_of, things_of
from checker.language.text import Items, Node, Table
from checker.language.times import period_of

__all__ = ["PATTERN_KEYS", "Terms", "terms_of"]

PATTERN_KEYS = ("who", "does", "things", "against", "where", "when")


@dataclass(frozen=True, slots=True)
class Terms:
    """Hold the parts of the document that clauses refer to."""

    document: Document
    atlas: Atlas
    actors: Actors
    doings: Taxonomy
    things: Taxonomy

    def pattern(self, reading: Reading, node: Table, path: str) -> Pattern:
        """Read the keys of a pattern; a key that is absent restricts nothing."""
        who, against = node.get("who"), node.get("against")
        does, things, where = node.get("does"), node.get("things"), node.get("where")
        return Pattern(
            who=self.actors.group(reading, who, f"{path}.who") if who else None,
            does=self.doings.named(reading, does, f"{path}.does") if does else None,
            things=self.things.named(reading, things, f"{path}.things") if things else None,
            against=self.actors.group(reading, against, f"{path}.against") if against else None,
            where=ground_of(reading, self.atlas, where, f"{path}.where") if where else None,
            when=self.periods(reading, node.get("when")),
        )

    def periods(self, reading: Reading, node: Node | None) -> tuple[Period, ...]:
        """Read one period or a list of them, all of which must hold; none says nothing."""
        match node:
            case Items(()) | Table(()):
                hint = "write {from: 2018-05-25}, or the like, or take it away"
                reading.say("L601", "the period says nothing", node, hint)
        return tuple(p for item in entries_of(node) for p in period_of(reading, item))


def terms_of(document: Document) -> Terms:
    """Read actors, doings and things; places are drawn when they are asked for."""
    actors, doings, things = actors_of(document), doings_of(document), things_of(document)
    return Terms(document, Atlas(document), actors, doings, things)
