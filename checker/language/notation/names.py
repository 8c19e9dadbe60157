"""What names stand for, in the notation of the core: members of groups, drawings of places."""

import json

from pydantic import JsonValue

from checker.language.core.agreement import Core
from checker.language.core.clause import Answers
from checker.language.core.pattern import Edge, Group, Period
from checker.language.notation.times import period_form
from checker.language.say.parts import groups_of, places_of
from checker.language.say.readings import Told, told
from checker.language.say.region import shape_text
from checker.language.say.words import Voice, is_plain, settled
from checker.language.structure import plain
from checker.language.text import Items, Node, Scalar, Table
from checker.values.truth import Truth

__all__ = ["alike", "names_form"]

Form = dict[str, JsonValue]


def names_form(core: Core) -> Form:
    """Return who the groups of the clauses are and how their places are drawn.

    What hangs on a question stands under its answers, as it does in an agreement.
    """
    groups: dict[str, list[tuple[Answers, JsonValue]]] = {}
    places: dict[str, list[tuple[Answers, JsonValue]]] = {}
    for clause in core.clauses:
        for reading in clause.readings:
            voice = Voice.of(core, reading.answers)
            for group in groups_of(reading).values():
                node = settled(group.said, voice.answers)
                if not is_plain(voice, group) and _needs_telling(node, voice):
                    told_of = groups.setdefault(_name(node), [])
                    told_of.append((reading.answers, _members(core, group)))
            for name, shape in places_of(reading).items():
                places.setdefault(name, []).append((reading.answers, shape_text(shape)))
    found: Form = {
        "groups": {name: _answered(one) for name, one in groups.items()},
        "places": {name: _answered(one) for name, one in places.items()},
    }
    return {key: value for key, value in found.items() if value}


def alike(found: list[tuple[Answers, JsonValue]]) -> tuple[Told, list[JsonValue]]:
    """Return the fewest answers that tell values apart, and the value of each way."""
    texts = [json.dumps(value, ensure_ascii=False) for _, value in found]
    one = told([answers for answers, _ in found], texts)
    return one, [json.loads(way.said) for way in one.ways]


def _answered(found: list[tuple[Answers, JsonValue]]) -> JsonValue:
    """Write a value once, or under each answer that changes it."""
    one, values = alike(found)
    if not one.questions:
        return values[0]
    under: JsonValue = {
        " and ".join(way.answers): value for way, value in zip(one.ways, values, strict=True)
    }
    return {" and ".join(one.questions): under}


def _needs_telling(node: Node, voice: Voice) -> bool:
    """Say whether the words of a group leave open who is of it."""
    match node:
        case Scalar(text):
            return text not in voice.titles
        case Items(items):
            return any(_needs_telling(item, voice) for item in items)
        case Table():
            return "all_except" not in node.keys()


def _name(node: Node) -> str:
    value = plain(node)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _members(core: Core, group: Group) -> Form:
    """Say who is of a group at some time, surely or perhaps."""
    sure: list[JsonValue] = []
    perhaps: list[JsonValue] = []
    for actor, member in zip(core.actors, group.members, strict=True):
        for start_us, end_us, truth in member.spans:
            span = Period(Edge(start_us, start_us), Edge(end_us, end_us))
            when = period_form(span, core.timezone)
            into = sure if truth == Truth.TRUE else perhaps
            into.append({actor: when} if when else actor)
    form: Form = {"surely": sure}
    return {**form, "perhaps": perhaps} if perhaps else form
