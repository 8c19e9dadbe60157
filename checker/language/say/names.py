"""What the names in the clauses mean: who the groups are, how the places are drawn."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checker.geography.shapes import Shape
from checker.language.core.agreement import Core
from checker.language.core.clause import Answers, Clause
from checker.language.core.pattern import Group
from checker.language.say.parts import groups_of, places_of
from checker.language.say.readings import Told, told
from checker.language.say.region import shape_text
from checker.language.say.words import Voice, is_plain, members_text, who_text

__all__ = ["Names", "names_of"]


@dataclass(frozen=True, slots=True)
class Names:
    """Hold who each group is and how each place is drawn, by the words that the clauses use."""

    core: Core
    groups: Mapping[str, Told]
    places: Mapping[str, Told]

    def in_clause(self, reading: Clause) -> Iterator[tuple[str, Told]]:
        """Yield what changes of the names in one reading, each with what the answers decide."""
        voice = Voice.of(self.core, reading.answers)
        for group in groups_of(reading).values():
            found = self.groups.get(who_text(voice, group))
            if found is not None and found.questions:
                yield f"who is of {who_text(voice, group)}", found
        for name in places_of(reading):
            if self.places[name].questions:
                yield f"how {name} is drawn", self.places[name]


def names_of(core: Core) -> Names:
    """Tell the names of all clauses; names that mean one declared actor are left out."""
    groups: dict[str, list[tuple[Answers, Group]]] = {}
    places: dict[str, list[tuple[Answers, Shape]]] = {}
    for clause in core.clauses:
        for reading in clause.readings:
            voice = Voice.of(core, reading.answers)
            for group in groups_of(reading).values():
                if not is_plain(voice, group):
                    label = who_text(voice, group)
                    groups.setdefault(label, []).append((reading.answers, group))
            for name, shape in places_of(reading).items():
                places.setdefault(name, []).append((reading.answers, shape))
    return Names(
        core,
        {name: _groups_told(core, found) for name, found in groups.items()},
        {name: _places_told(found) for name, found in places.items()},
    )


def _groups_told(core: Core, found: list[tuple[Answers, Group]]) -> Told:
    texts = {group: members_text(core, group) for _, group in found}
    return told([answers for answers, _ in found], [texts[group] for _, group in found])


def _places_told(found: list[tuple[Answers, Shape]]) -> Told:
    """Tell how a place is drawn; drawings that sound alike are numbered."""
    shapes = dict.fromkeys(shape for _, shape in found)
    texts = {shape: shape_text(shape) for shape in shapes}
    sounding = list(texts.values())
    for number, shape in enumerate(shapes, 1):
        if sounding.count(texts[shape]) > 1:
            texts[shape] = f"{texts[shape]}, drawing {number}"
    return told([answers for answers, _ in found], [texts[shape] for _, shape in found])
