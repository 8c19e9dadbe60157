"""The core in its own notation: what the words of each clause expand into, reading by reading."""

import math
from collections.abc import Iterable, Mapping, Sequence

from pydantic import JsonValue

from checker.language.core.agreement import Core
from checker.language.core.clause import Clause, CoreClause, Variant
from checker.language.core.exemption import Condition, Exemption
from checker.language.core.pattern import FOREVER_US, Bound, Pattern
from checker.language.notation.layout import block
from checker.language.notation.names import alike, names_form
from checker.language.notation.region import region_form
from checker.language.notation.times import duration_form, edge_form, period_form
from checker.language.say.readings import Told
from checker.language.say.words import settled
from checker.language.structure import plain
from checker.values.civil import iso_of_us

__all__ = ["core_text"]

Form = dict[str, JsonValue]
_HEAD = "# clause = pattern + bound, unless*, while*"


def core_text(core: Core) -> str:
    """Return every clause in the notation of the core, as YAML.

    Readings that come to the same stand together, under the fewest answers that tell them apart.
    Periods are half-open: the instant under ``until`` is not in them any more. What the names of
    groups and places stand for is told once, at the end.
    """
    lines = [_HEAD]
    for clause in core.clauses:
        lines += ["", *block({clause.id: _clause(core, clause)})]
    events: Form = {
        first.name: {"first": _Writer(core, {}).pattern(first.pattern)} for first in core.firsts
    }
    for section, names in {"events": events, **names_form(core)}.items():
        lines += ["", *block({section: names})] if names else []
    return "\n".join(lines) + "\n"


def _clause(core: Core, clause: CoreClause) -> JsonValue:
    """Write a clause: its one reading, or a list of what its readings come to."""
    found, forms = alike([(one.answers, _reading(core, one)) for one in clause.readings])
    if not found.questions:
        return forms[0]
    listed: list[JsonValue] = []
    for form in forms:
        assert isinstance(form, dict)
        same = [way.answers for way, other in zip(found.ways, forms, strict=True) if other == form]
        written = {"reading": _one_or_all(_given(found, same)), **form}
        if written not in listed:
            listed.append(written)
    return listed


def _given(found: Told, same: Sequence[tuple[str, ...]]) -> list[JsonValue]:
    """Return the answers that lead to one form, without questions that don't matter to it."""
    given = [dict(zip(found.questions, answers, strict=True)) for answers in same]
    for number, question in enumerate(found.questions):
        answers = {way.answers[number] for way in found.ways}
        rest = [{key: one[key] for key in one if key != question} for one in given]
        fewer = [one for index, one in enumerate(rest) if one not in rest[:index]]
        if len(fewer) * len(answers) == len(given):
            given = fewer
    return [{**one} for one in given]


def _reading(core: Core, reading: Clause) -> Form:
    writer = _Writer(core, dict(reading.answers))
    form: Form = {"kind": reading.kind}
    if [variant.side for variant in reading.variants] == [None]:
        form |= writer.variant(reading.variants[0])
    else:
        form["sides"] = {one.side or "": writer.variant(one) for one in reading.variants}
    if reading.kind != "permits":
        form["bound"] = _bound(reading.bound)
    if reading.deadline is not None:
        form["deadline"] = edge_form(reading.deadline, core.timezone)
    if reading.conditions:
        form["while"] = [writer.condition(one) for one in reading.conditions]
    if reading.assumed:
        form["assumed"] = [
            {"at": one.path, "value": one.value, "why": one.why} for one in reading.assumed
        ]
    return form


class _Writer:
    """Write the parts of one reading: names under its answers, times on the agreement's clock."""

    def __init__(self, core: Core, answers: Mapping[str, str]) -> None:
        self._zone = core.timezone
        self._answers = answers

    def variant(self, variant: Variant) -> Form:
        form: Form = {"pattern": self.pattern(variant.pattern)}
        if variant.theatre is not None:
            form["theatre"] = region_form(variant.theatre)
        if variant.exemptions:
            form["unless"] = [self.exemption(one) for one in variant.exemptions]
        return form

    def pattern(self, pattern: Pattern) -> Form:
        form: Form = {}
        for key, named in (
            ("who", pattern.who),
            ("does", pattern.does),
            ("things", pattern.things),
            ("against", pattern.against),
        ):
            if named is not None:
                form[key] = plain(settled(named.said, self._answers))
        if pattern.where is not None:
            form["where"] = region_form(pattern.where)
        if pattern.when:
            form["when"] = _one_or_all(period_form(one, self._zone) for one in pattern.when)
        return form

    def exemption(self, exemption: Exemption) -> Form:
        form: Form = {"name": exemption.name, **self.pattern(exemption.pattern)}
        if exemption.bound is not None:
            form["bound"] = _bound(exemption.bound)
        registered = exemption.registered
        if registered is not None:
            form["registered"] = registered.register.name
            until_us = registered.register.complete_until_us
            if abs(until_us) < FOREVER_US:
                form["complete_until"] = iso_of_us(until_us, self._zone)
            if registered.to is not None:
                form["to"] = registered.to
            if registered.lead is not None:
                form["lead"] = duration_form(registered.lead)
        if exemption.conditions:
            form["while"] = [self.condition(one) for one in exemption.conditions]
        return form

    def condition(self, condition: Condition) -> Form:
        form: Form = {}
        for key, pattern in (("none", condition.none), ("some", condition.some)):
            if pattern is not None:
                form[key] = self.pattern(pattern)
        if condition.kept is not None:
            form["kept"] = condition.kept
        if condition.event is not None:
            form["event"] = edge_form(condition.event, self._zone)
            return form
        form["lapse"] = condition.lapse
        if condition.lasts is not None:
            form["lasts"] = duration_form(condition.lasts)
        form["unproved"] = condition.unproved
        return form


def _one_or_all(forms: Iterable[JsonValue]) -> JsonValue:
    listed = list(forms)
    return listed[0] if len(listed) == 1 else listed


def _bound(bound: Bound) -> Form:
    form: Form = {
        key: _number(limits)
        for key, limits in (("at_most", bound.at_most), ("at_least", bound.at_least))
        if limits is not None
    }
    return {**form, "of": bound.of}


def _number(limits: tuple[float, float]) -> str:
    low, high = limits
    if low == high:
        return f"{low:.15g}"
    return f"{low:.15g}..{high:.15g}" if math.isfinite(high) else f"{low:.15g} or more, unknown"
