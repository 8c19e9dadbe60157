"""The sentences of a clause: who must do what, or may not, where and when, unless, so long as."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from checker.geography.region import Everywhere
from checker.language.core.agreement import Core
from checker.language.core.clause import Clause, CoreClause, Variant
from checker.language.core.exemption import Condition
from checker.language.say.readings import Told, told
from checker.language.say.region import region_text
from checker.language.say.terms import break_text, condition_text, exemption_text, times_text
from checker.language.say.time import edge_text, period_text
from checker.language.say.words import Voice, acts_text, things_text, who_text

__all__ = ["Readings", "rule_paragraphs", "theatre_text"]

_THEN = "and from then on may not"
_RULES = {
    "prohibits": ("who", "may not", "acts", "objects", "where"),
    "permits": ("who", "may", "acts", "objects", "where"),
    "act": ("who", "must", "acts", "objects", "where", "times", "deadline"),
    "leave": ("who", "must have left", "deadline", _THEN, "acts", "objects", "where"),
    "be_in": ("who", "must be in place", "deadline", _THEN, "acts", "objects", "where"),
}
"""What a clause of each kind says, in order: parts by their name, and words as they stand."""
_NOBODY = {"every armed actor": "no armed actor", "anyone": "nobody"}


@dataclass(frozen=True, slots=True)
class Readings:
    """Tell things of one clause under each of its readings; ``changing`` keeps what changes.

    ``theatre`` is the ground of all clauses alike, which none of them needs to say.
    """

    core: Core
    clause: CoreClause
    theatre: str = ""
    changing: list[tuple[str, Told]] = field(default_factory=list)

    def tell(self, name: str, say: Callable[[Voice, Clause], str]) -> Told:
        """Tell one thing, and keep it under ``name`` if it changes between readings.

        The name is empty for what is a sentence of its own.
        """
        readings = self.clause.readings
        said = [say(Voice.of(self.core, reading.answers), reading) for reading in readings]
        found = told([reading.answers for reading in readings], said)
        if found.questions:
            self.changing.append((name, found))
        return found


def rule_paragraphs(readings: Readings) -> Iterator[str]:
    """Say the rule, its exceptions, and what it hangs on."""
    for number, variant in enumerate(readings.clause.readings[0].variants):
        yield " ".join(_sentence(one) for one in _rule(readings, number, variant.side))
    rest = [*_exceptions(readings), *_lifts(readings)]
    if rest:
        yield " ".join(_sentence(one) for one in rest)
    if conditions := list(_conditions(readings)):
        yield " ".join(_sentence(one) for one in conditions)


def _rule(readings: Readings, number: int, side: str | None) -> Iterator[str]:
    of_side = f" of {side}" if side is not None else ""

    def part(name: str, say: Callable[[Voice, Variant], str]) -> str:
        return readings.tell(
            f"{name}{of_side}", lambda voice, clause: say(voice, clause.variants[number])
        ).said

    kind, zone = readings.clause.readings[0].kind, readings.core.timezone
    parts = {
        "who": part("who is bound", _who),
        "acts": part("what", _acts),
        "objects": part("with or against what", _objects),
        "where": part("where", lambda _, one: _where(one)),
        "times": readings.tell("how often", lambda _, clause: times_text(clause.bound)).said,
        "deadline": readings.tell("by when", lambda _, clause: _deadline(clause, zone)).said,
    }
    rule = " ".join(said for key in _RULES[kind] if (said := parts.get(key, key)))
    for every, nobody in _NOBODY.items():
        if kind == "prohibits" and rule.startswith(every):
            rule = rule.replace(every, nobody, 1).replace("may not", "may", 1)
    yield f"for {side}, {rule}" if side is not None else rule
    when = part("when", lambda _, one: period_text(one.pattern.when, zone))
    if when and (kind not in ("leave", "be_in") or "until" in when):
        yield f"this holds {when}"
    theatre = part("the theatre", lambda _, one: theatre_text(one))
    if theatre and theatre != readings.theatre:
        yield f"only what happens {theatre} counts"


def _who(voice: Voice, variant: Variant) -> str:
    return "anyone" if variant.pattern.who is None else who_text(voice, variant.pattern.who)


def _acts(voice: Voice, variant: Variant) -> str:
    does = variant.pattern.does
    return "do anything" if does is None else acts_text(does, voice.answers)


def _objects(voice: Voice, variant: Variant) -> str:
    pattern = variant.pattern
    said = []
    if pattern.things is not None:
        said.append(f"with {things_text(pattern.things, voice.answers)}")
    if pattern.against is not None:
        said.append(f"(against {who_text(voice, pattern.against)})")
    return " ".join(said)


def _where(variant: Variant) -> str:
    where = variant.pattern.where
    return "" if where is None or where == Everywhere() else region_text(where)


def theatre_text(variant: Variant) -> str:
    """Say on which ground a clause speaks at all; empty for the whole world."""
    theatre = variant.theatre
    return "" if theatre is None or theatre == Everywhere() else region_text(theatre)


def _deadline(clause: Clause, timezone: str) -> str:
    if clause.deadline is None:
        return ""
    return f"by {edge_text(clause.deadline, timezone, is_end=True) or 'a time that nobody set'}"


def _exceptions(readings: Readings) -> Iterator[str]:
    """Say what is excepted, by the clause itself or by a permission that lifts it."""
    permissions = {clause.id for clause in readings.core.clauses}
    found = []
    for name in _exempted(readings.clause):
        if name in permissions:
            found.append(f"what {name} permits{_where_answered(_lifted(readings, name))}")
        else:
            found.append(_excepted(readings, name).said)
    if found:
        yield f"excepted is {'; '.join(found)}"


def _lifted(readings: Readings, name: str) -> Told:
    return readings.tell(name, lambda _, one: _is_lifted(one, name))


def _excepted(readings: Readings, name: str) -> Told:
    label = name.replace("unless", "exception")
    return readings.tell(label, lambda voice, one: _exemption(voice, one, name))


def _lifts(readings: Readings) -> Iterator[str]:
    """Say which clauses a permission is an exception of, and under which answers."""
    name = readings.clause.id
    if readings.clause.readings[0].kind != "permits":
        return
    for other in readings.core.clauses:
        if name in _exempted(other):
            said = [_is_lifted(reading, name) for reading in other.readings]
            lifted = told([reading.answers for reading in other.readings], said)
            yield f"it is an exception of {other.id}{_where_answered(lifted)}"


def _conditions(readings: Readings) -> Iterator[str]:
    """Say what the clause hangs on, what a break does, and what stands while nothing is proved."""
    count = max(len(reading.conditions) for reading in readings.clause.readings)
    for index in range(count):
        number = f" {index + 1}" if count > 1 else ""
        holds = _condition(readings, f"condition{number}", index, condition_text)
        yield f"it stands {holds.said}"
        for say in (_broken, _unproved):
            effect = _condition(readings, "", index, say)
            if effect.questions:
                yield f"what a breach of this does, {' and '.join(effect.questions)} decides"
            elif effect.said:
                yield effect.said


def _condition(
    readings: Readings, name: str, index: int, say: Callable[[Voice, Condition], str]
) -> Told:
    def text(voice: Voice, one: Clause) -> str:
        return say(voice, one.conditions[index]) if index < len(one.conditions) else ""

    return readings.tell(name, text)


def _broken(voice: Voice, condition: Condition) -> str:
    del voice
    return next(iter(break_text(condition)), "")


def _unproved(voice: Voice, condition: Condition) -> str:
    del voice
    return next(iter(break_text(condition)[1:]), "")


def _exempted(clause: CoreClause) -> list[str]:
    names = (
        exemption.name
        for reading in clause.readings
        for variant in reading.variants
        for exemption in variant.exemptions
    )
    return list(dict.fromkeys(names))


def _is_lifted(reading: Clause, name: str) -> str:
    is_there = any(one.name == name for variant in reading.variants for one in variant.exemptions)
    return "excepted" if is_there else "not excepted"


def _exemption(voice: Voice, reading: Clause, name: str) -> str:
    texts = dict.fromkeys(
        exemption_text(voice, one)
        for variant in reading.variants
        for one in variant.exemptions
        if one.name == name
    )
    return ", or ".join(texts)


def _where_answered(lifted: Told) -> str:
    if not lifted.questions:
        return ""
    given = [
        " and ".join(f"{q} is {a}" for q, a in zip(lifted.questions, way.answers, strict=True))
        for way in lifted.ways
        if way.said == "excepted"
    ]
    return f", where {' or '.join(given)}"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
