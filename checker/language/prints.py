"""What tells two drafts of an agreement apart, term by term: the SHA-256 of what each comes to.

A print is of the core, of what is tested: words, order and comments of the file leave no trace, nor
does what is only told (``says``, sources, ``assumed``).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from typing import TypeAlias

from checker.geography.region import Named, Region, Witness
from checker.geography.shapes import Shape
from checker.language.core.agreement import Core
from checker.language.core.clause import CoreClause
from checker.language.core.exemption import Condition
from checker.language.core.pattern import NONE_ALLOWED, Edge, Group, Words
from checker.values.digest import digest
from checker.values.span import Span
from checker.values.truth import Truth

__all__ = ["NO_PRINTS", "ClausePrint", "Prints", "prints_of"]

Form: TypeAlias = bool | int | float | str | list["Form"] | None

_TOLD = {"assumed", "why_open"}
"""Fields that are told and never tested."""


@dataclass(frozen=True, slots=True)
class ClausePrint:
    """Tell a clause: ``terms`` is of its own words, ``actors`` of who they mean.

    ``places`` names those that it tests by, ``rests_on`` the clauses that its conditions ask to be
    kept. ``looks_round`` says that other reports than the one that is judged may count.
    """

    clause: str
    terms: str
    actors: str
    places: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()
    looks_round: bool = False


@dataclass(frozen=True, slots=True)
class Prints:
    """Tell an agreement: its clauses, the drawings of its places, and all else that is tested."""

    clauses: tuple[ClausePrint, ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    rest: str = ""


NO_PRINTS = Prints()
"""What is known of an agreement of which nothing was printed."""


def prints_of(core: Core) -> Prints:
    """Return the prints of an agreement, clauses in their order and places by name."""
    drawings: dict[str, set[Shape]] = {}
    clauses = []
    for clause in core.clauses:
        printer = _Printer(core, drawings)
        terms = _print(printer.form(clause.readings))
        clauses.append(
            ClausePrint(
                clause=clause.id,
                terms=terms,
                actors=_print([*dict.fromkeys(printer.groups)]),
                places=tuple(sorted(printer.places)),
                rests_on=tuple(sorted(printer.rests_on - {clause.id})),
                looks_round=printer.looks_round or _looks_round(clause),
            )
        )
    rest = _print(_Printer(core, drawings).rest())
    # What is drawn is numbers and texts alone, so that its repr tells all of it.
    drawn = {name: [*sorted(map(repr, shapes))] for name, shapes in sorted(drawings.items())}
    places = tuple((name, digest(repr(shapes).encode())) for name, shapes in drawn.items())
    return Prints(tuple(clauses), places, rest)


def _looks_round(clause: CoreClause) -> bool:
    """Say whether a number of reports, or a report of another act, may count."""
    bounds = [one.bound for one in clause.readings if one.bound != NONE_ALLOWED]
    exemptions = (
        exemption
        for reading in clause.readings
        for variant in reading.variants
        for exemption in variant.exemptions
    )
    return bool(bounds) or any(exemption.bound is not None for exemption in exemptions)


@dataclass(slots=True)
class _Printer:
    """Write values of the core as plain lists, and note what they name on the way."""

    core: Core
    drawings: dict[str, set[Shape]]
    places: set[str] = field(default_factory=set)
    groups: list[str] = field(default_factory=list)
    rests_on: set[str] = field(default_factory=set)
    looks_round: bool = False

    def form(self, value: object, key: str = "") -> Form:
        """Return a value without what is only told; what is named stands for itself elsewhere."""
        match value:
            case None | bool() | int() | float() | str():
                return value
            case tuple():
                return [self.form(one, key) for one in value]
            case Named() | Witness():
                return ["place", self._place(value.name, value.shape)]
            case Group():
                return ["group", self._group(value)]
            case Words():
                return ["words", *self._words(value, key)]
            case _:
                return self._fields(value)

    def rest(self) -> Form:
        """Return what is tested and is of no clause: names, the standard of proof, coverage."""
        core = self.core
        names = (
            *((spelling, core.actors[index]) for spelling, index in core.actor_names),
            *((spelling, core.doings[index]) for spelling, index in core.doing_names),
            *((spelling, core.things[index]) for spelling, index in core.thing_names),
            *((spelling, self._reportable(index)) for spelling, index in core.place_names),
        )
        answers = tuple(
            (question.name, tuple(one.name for one in question.answers))
            for question in core.questions
        )
        whole = (core.timezone, core.standard, core.coverage, answers, tuple(sorted(names)))
        return [self.form(one) for one in whole]

    def _fields(self, value: object) -> Form:
        assert is_dataclass(value), f"the core has no {type(value).__name__}"
        if isinstance(value, Condition):
            self.looks_round |= value.event is None
            self.rests_on |= {value.kept} if value.kept is not None else set()
        if isinstance(value, Edge) and value.first is not None:
            self.looks_round = True
            return ["edge", *self._members(value), self._first(value.first)]
        return [type(value).__name__, *self._members(value)]

    def _members(self, value: object) -> list[Form]:
        assert is_dataclass(value), "only what has fields has members"
        given = ((one.name, getattr(value, one.name)) for one in fields(value))
        return [
            [name, self.form(part, name)]
            for name, part in given
            if name not in _TOLD and not isinstance(part, Span)
        ]

    def _first(self, name: str) -> Form:
        """Return the pattern of the report that dates an event."""
        return next(self.form(one.pattern) for one in self.core.firsts if one.name == name)

    def _place(self, name: str, shape: Shape) -> str:
        self.places.add(name)
        self.drawings.setdefault(name, set()).add(shape)
        return name

    def _reportable(self, index: int) -> str:
        """Return how a place that reports may name is told, and note its drawing."""
        region: Region = self.core.places[index] or self.core.place_regions[index]
        return json.dumps(self.form(region))

    def _group(self, group: Group) -> str:
        members: list[Form] = [
            [actor, [[*span] for span in member.spans]]
            for actor, member in zip(self.core.actors, group.members, strict=True)
            if any(truth != Truth.FALSE for _, _, truth in member.spans)
        ]
        members += [group.undeclared, group.needs_attribution]
        self.groups.append(json.dumps([group.said, members]))
        return group.said

    def _words(self, words: Words, key: str) -> Sequence[Form]:
        declared = self.core.things if key == "things" else self.core.doings
        meant: list[Form] = [
            [name, truth]
            for name, truth in zip(declared, words.truths, strict=True)
            if truth != Truth.FALSE
        ]
        return [words.said, meant]


def _print(form: Form) -> str:
    return digest(json.dumps(form, ensure_ascii=True).encode())
