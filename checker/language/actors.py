"""Actors and what ties them: from dated, graded edges to who is of a group, and when."""

from dataclasses import dataclass, field, replace

from checker.language.core.pattern import Group, Membership
from checker.language.document import entries_of, text_of
from checker.language.keys import check_keys
from checker.language.memberships import always, joined, merged, negated
from checker.language.problems import meant, meant_name
from checker.language.reading import Deferred, Reading, written
from checker.language.sided import sided, unsided
from checker.language.text import Items, Node, Scalar, Table
from checker.language.ties import CONFIDENCES, EDGES, OWN, Ties, refuse_patron
from checker.values.spelling import normalised
from checker.values.truth import Truth

__all__ = ["GROUP_KEYS", "Actors"]

GROUP_KEYS = (*EDGES, "at_least", "only", "except")
_EACH_SIDE = "each_side"


@dataclass(frozen=True, slots=True)
class Actors:
    """Hold the declared actors in order, their ties, and who is armed.

    ``names`` maps every spelling, as it is compared, to the actor's id.
    """

    ids: tuple[str, ...]
    titles: tuple[str, ...]
    aliases: tuple[tuple[str, ...], ...]
    ties: Ties
    unarmed: frozenset[str]
    names: dict[str, str] = field(default_factory=dict)

    def group(self, reading: Reading, node: Node, path: str) -> Group:
        """Resolve whoever a value names: an actor, a group, a list of them, or everybody.

        A reported name that is wider than a member's (the army, for a division) leaves the test
        open, and so does one that is wider than somebody excepted.
        """
        raw = self._raw(reading, node, path)
        members = list(raw.group.members)
        places = {actor: index for index, actor in enumerate(self.ids)}
        for index, actor in enumerate(self.ids):
            if actor in raw.excluded:
                continue
            under = [other for other in self.ties.reaching(actor, OWN) if other != actor]
            if any(raw.group.members[places[other]].spans for other in under):
                members[index] = merged([members[index], always(Truth.UNKNOWN)], max)
            if any(other in raw.excluded for other in under):
                members[index] = merged([members[index], always(Truth.UNKNOWN)], min)
        group = raw.group
        return Group(group.said, tuple(members), group.undeclared, group.needs_attribution)

    def plain(self, actor: str) -> Group:
        """Return the group of one declared actor: itself and what is part of or commanded by it."""
        return self._reached(actor, actor, OWN, CONFIDENCES.index("likely"))

    def named(self, text: str) -> str | None:
        """Return the id of the actor with this id, name or alias; None where there is none."""
        return self.names.get(normalised(text))

    def _raw(self, reading: Reading, node: Node, path: str) -> "_Raw":
        said = written(node)
        settled = reading.settle(node, path)
        if isinstance(settled, Deferred):
            return self._unknown_group(settled.why)
        match settled:
            case Items(()):
                reading.say("L301", "the list names nobody", settled, "name one, or everyone")
                return self._unknown_group(said)
            case Items(items):
                return _any_of(said, [self._raw(reading, item, path) for item in items], self.ids)
            case Table():
                return self._defined(reading, settled, said, path)
            case Scalar(text):
                return self._named(reading, settled, text, path)

    def _unknown_group(self, said: str) -> "_Raw":
        return _Raw(Group(said, tuple(always(Truth.UNKNOWN) for _ in self.ids)))

    def _named(self, reading: Reading, node: Scalar, text: str | None, path: str) -> "_Raw":
        if text == "anyone":
            spans = tuple(always(Truth.TRUE) for _ in self.ids)
            return _Raw(Group("anyone", spans, int(Truth.TRUE), needs_attribution=False))
        if text == "everyone":
            return _Raw(self._everyone())
        document = reading.document
        if text is not None and (bound := sided(reading, text)) is not None:
            return self._raw(reading, bound, path)
        section = document.section("actors").get(text or "")
        if section is None or text is None or text in reading.stack:
            self._unknown(reading, node, text)
            return self._unknown_group(text or "")
        document.use("actors", text)
        if text in self.ties.of:
            return _Raw(self.plain(text))
        raw = self._raw(reading.within(text), section.value, f"actors.{text}")
        return replace(raw, group=replace(raw.group, said=text))

    def _unknown(self, reading: Reading, node: Scalar, text: str | None) -> None:
        if text is None:
            reading.say("L301", "an actor is missing", node, "name one, or everyone")
        elif text in reading.stack:
            hint = "break the circle: take it out here"
            reading.say("L302", f"the group {text!r} is defined by itself", node, hint)
        elif text == _EACH_SIDE:
            hint = "name the actors, or write own_forces or other_forces where each_side is bound"
            reading.say("L303", "each_side stands alone under binds or to", node, hint)
        else:
            known = (*reading.document.section("actors"), "everyone", "anyone")
            hint = unsided(reading, text) or meant_name(text, known)
            reading.say("L303", f"the actor {text!r} is not declared", node, hint)

    def _everyone(self) -> Group:
        spans = tuple(
            always(Truth.FALSE if actor in self.unarmed else Truth.TRUE) for actor in self.ids
        )
        return Group("everyone", spans)

    def _defined(self, reading: Reading, node: Table, said: str, path: str) -> "_Raw":
        keys = node.keys()
        if "all_except" in keys:
            check_keys(reading.document, node, ("all_except",), "a group that is all but some")
            excepted = self._excepted(reading, node, "all_except", path)
            return self._minus(said, _Raw(self._everyone()), excepted)
        for key in keys:
            if key not in GROUP_KEYS:
                reading.document.problems.add(
                    "L101",
                    f"unknown key {key!r} of a group",
                    node.key(key).span,
                    meant(key, (*GROUP_KEYS, "all_except", *reading.document.section("questions"))),
                )
        kinds = [key for key in keys if key in EDGES]
        if len(kinds) != 1:
            # A misspelt edge has its own problem.
            if kinds or all(key in GROUP_KEYS for key in keys):
                message, hint = f"a group is told by one of {', '.join(EDGES)}", "keep or add one"
                reading.document.problems.add("L304", message, node.first, hint)
            return self._unknown_group(said)
        patron = node.get(kinds[0])
        if isinstance(patron, Items) and not patron.items:
            reading.say("L301", "the list names nobody", patron, "name one")
        allowed = self._allowed(reading, node, kinds[0])
        bar = self._bar(reading, node)
        patrons = [
            _Raw(self._reached(name, said, allowed, bar))
            for item in entries_of(patron)
            if (name := self._patron(reading, item)) is not None
        ]
        raw = _any_of(said, patrons, self.ids)
        if "except" in keys:
            raw = self._minus(said, raw, self._excepted(reading, node, "except", path))
        return raw

    def _patron(self, reading: Reading, node: Node) -> str | None:
        name = text_of(node)
        if name is not None and name in self.ties.of:
            reading.document.use("actors", name)
            return name
        refuse_patron(reading.document, node, self.ids)
        return None

    def _allowed(self, reading: Reading, node: Table, kind: str) -> tuple[str, ...]:
        only = entries_of(node.get("only"))
        if not only:
            return tuple(dict.fromkeys((kind, *OWN)))
        allowed = []
        for item in only:
            name = text_of(item)
            if name in EDGES:
                allowed.append(name)
            else:
                said = f"{written(item)!r} is no kind of edge"
                reading.say("L305", said, item, meant(name or "", EDGES))
        return tuple(allowed)

    def _bar(self, reading: Reading, node: Table) -> int:
        value = node.get("at_least")
        if value is None:
            return CONFIDENCES.index("likely")
        name = text_of(value)
        if name not in CONFIDENCES:
            hint = meant(name or "", CONFIDENCES)
            reading.say("L306", f"{written(value)!r} is no degree of confidence", value, hint)
            return CONFIDENCES.index("likely")
        return CONFIDENCES.index(name)

    def _excepted(self, reading: Reading, node: Table, key: str, path: str) -> "_Raw":
        value = node.get(key)
        assert value is not None
        raws = [self._raw(reading, item, f"{path}.{key}") for item in entries_of(value)]
        return _any_of(key, raws, self.ids)

    def _minus(self, said: str, raw: "_Raw", excepted: "_Raw") -> "_Raw":
        """Take the excepted out: certain exceptions are out, possible ones are open."""
        members = tuple(
            merged([member, negated(out)], min)
            for member, out in zip(raw.group.members, excepted.group.members, strict=True)
        )
        certain = frozenset(
            actor
            for actor, out in zip(self.ids, excepted.group.members, strict=True)
            if any(truth == Truth.TRUE for _, _, truth in out.spans)
        )
        return _Raw(Group(said, members, raw.group.undeclared), raw.excluded | certain)

    def _reached(self, target: str, said: str, kinds: tuple[str, ...], bar: int) -> Group:
        """Find who has a path to ``target``, and when it is sure enough."""
        levels = self.ties.reaching(target, kinds)
        members = tuple(
            Membership(
                joined(
                    (start, end, int(Truth.TRUE if level >= bar else Truth.UNKNOWN))
                    for start, end, level in levels.get(actor, ())
                ),
                self.ties.on_paths(actor, target, kinds, bar) if actor in levels else (),
            )
            for actor in self.ids
        )
        return Group(said, members)


@dataclass(frozen=True, slots=True)
class _Raw:
    """Hold a group before names wider than its members' are looked at, and who is taken out."""

    group: Group
    excluded: frozenset[str] = frozenset()


def _any_of(said: str, raws: list[_Raw], ids: tuple[str, ...]) -> _Raw:
    """Join groups: whoever is of one of them; excluded is who is certainly of none."""
    if not raws:
        return _Raw(Group(said, tuple(Membership() for _ in ids)))
    if len(raws) == 1:
        return replace(raws[0], group=replace(raws[0].group, said=said))
    members = tuple(
        merged([raw.group.members[index] for raw in raws], max) for index in range(len(ids))
    )
    group = Group(
        said,
        members,
        max(raw.group.undeclared for raw in raws),
        all(raw.group.needs_attribution for raw in raws),
    )
    excluded = frozenset.union(*(raw.excluded for raw in raws))
    is_member = {actor for actor, member in zip(ids, members, strict=True) if member.spans}
    return _Raw(group, excluded - is_member)
