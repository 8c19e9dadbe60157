"""Actors and what ties them: from dated, graded edges to who is of a group, and when."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from checker.language.core import FOREVER_US, Group, Membership
from checker.language.document import Document, Section, entries_of, text_of
from checker.language.problems import meant
from checker.language.reading import Deferred, Reading, written
from checker.language.text import Items, Node, Scalar, Table
from checker.values.instant import InstantError, parse_moment
from checker.values.truth import Truth

__all__ = ["CONFIDENCES", "EDGES", "Actors", "Tie", "actors_of"]

EDGES = ("part_of", "commanded_by", "backed_by", "embedded_in", "wears_uniform_of")
CONFIDENCES = ("possible", "likely", "confirmed")
_OWN = ("part_of", "commanded_by")
_GROUP_KEYS = (*EDGES, "at_least", "only", "except")
_ACTOR_KEYS = ("name", "aliases", "armed", "edges", "note")
_EDGE_KEYS = (*EDGES, "confidence", "from", "until", "source", "note")
_RESERVED = ("everyone", "anyone", "each_side")

Spans = tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """Hold one edge from an actor to another; it holds over [from_us, until_us)."""

    kind: str
    to: str
    confidence: int
    from_us: int
    until_us: int


@dataclass(frozen=True, slots=True)
class Actors:
    """Hold the declared actors in order, their ties, and who is armed."""

    ids: tuple[str, ...]
    titles: tuple[str, ...]
    aliases: tuple[tuple[str, ...], ...]
    ties: Mapping[str, tuple[Tie, ...]]
    unarmed: frozenset[str]

    def group(self, reading: Reading, node: Node, path: str) -> Group:
        """Resolve whoever a value names: an actor, a group, a list of them, or everybody.

        A reported name that is wider than a member's (the army, for a division) leaves the test
        open, and so does one that is wider than somebody excepted.
        """
        raw = self._raw(reading, node, path)
        members = list(raw.group.members)
        for index, actor in enumerate(self.ids):
            if actor in raw.excluded:
                continue
            under = [i for i, other in enumerate(self.ids) if self._is_under(other, actor)]
            if any(raw.group.members[i].spans for i in under):
                members[index] = _merged([members[index], _always(Truth.UNKNOWN)], max)
            if any(self.ids[i] in raw.excluded for i in under):
                members[index] = _merged([members[index], _always(Truth.UNKNOWN)], min)
        group = raw.group
        return Group(group.said, tuple(members), group.undeclared, group.needs_attribution)

    def plain(self, actor: str) -> Group:
        """Return the group of one declared actor: itself and what is part of or commanded by it."""
        return self._reached(actor, actor, _OWN, CONFIDENCES.index("likely"))

    def _raw(self, reading: Reading, node: Node, path: str) -> "_Raw":
        said = written(node)
        settled = reading.settle(node, path)
        if isinstance(settled, Deferred):
            return self._unknown_group(settled.why)
        match settled:
            case Items(items):
                return _any_of(said, [self._raw(reading, item, path) for item in items], self.ids)
            case Table():
                return self._defined(reading, settled, said, path)
            case Scalar(text):
                return self._named(reading, settled, text, path)

    def _unknown_group(self, said: str) -> "_Raw":
        return _Raw(Group(said, tuple(_always(Truth.UNKNOWN) for _ in self.ids)))

    def _named(self, reading: Reading, node: Scalar, text: str | None, path: str) -> "_Raw":
        if text == "anyone":
            spans = tuple(_always(Truth.TRUE) for _ in self.ids)
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
        if text in self.ties:
            return _Raw(self.plain(text))
        raw = self._raw(reading.within(text), section.value, f"actors.{text}")
        return replace(raw, group=replace(raw.group, said=text))

    def _unknown(self, reading: Reading, node: Scalar, text: str | None) -> None:
        if text is None:
            reading.say("L301", "an actor is missing", node)
        elif text in reading.stack:
            reading.say("L302", f"the group {text!r} is defined by itself", node)
        else:
            known = (*reading.document.section("actors"), *_RESERVED)
            reading.say("L303", f"the actor {text!r} is not declared", node, meant(text, known))

    def _everyone(self) -> Group:
        spans = tuple(
            _always(Truth.FALSE if actor in self.unarmed else Truth.TRUE) for actor in self.ids
        )
        return Group("everyone", spans)

    def _defined(self, reading: Reading, node: Table, said: str, path: str) -> "_Raw":
        keys = node.keys()
        if "all_except" in keys:
            excepted = self._excepted(reading, node, "all_except", path)
            return self._minus(said, _Raw(self._everyone()), excepted)
        for key in keys:
            if key not in _GROUP_KEYS:
                reading.document.problems.add(
                    "L101",
                    f"unknown key {key!r} of a group",
                    node.key(key).span,
                    meant(
                        key, (*_GROUP_KEYS, "all_except", *reading.document.section("questions"))
                    ),
                )
        kinds = [key for key in keys if key in EDGES]
        if len(kinds) != 1:
            reading.document.problems.add(
                "L304", f"a group is told by one of {', '.join(EDGES)}", node.first
            )
            return self._unknown_group(said)
        allowed = self._allowed(reading, node, kinds[0])
        bar = self._bar(reading, node)
        patrons = [
            _Raw(self._reached(name, said, allowed, bar))
            for item in entries_of(node.get(kinds[0]))
            if (name := self._patron(reading, item)) is not None
        ]
        raw = _any_of(said, patrons, self.ids)
        if "except" in keys:
            raw = self._minus(said, raw, self._excepted(reading, node, "except", path))
        return raw

    def _patron(self, reading: Reading, node: Node) -> str | None:
        name = text_of(node)
        if name is not None and name in self.ties:
            reading.document.use("actors", name)
            return name
        hint = meant(name or "", self.ids)
        reading.say("L303", f"the actor {name!r} is not declared", node, hint)
        return None

    def _allowed(self, reading: Reading, node: Table, kind: str) -> tuple[str, ...]:
        only = entries_of(node.get("only"))
        if not only:
            return tuple(dict.fromkeys((kind, *_OWN)))
        allowed = []
        for item in only:
            name = text_of(item)
            if name in EDGES:
                allowed.append(name)
            else:
                reading.say("L305", f"{name!r} is no kind of edge", item, meant(name or "", EDGES))
        return tuple(allowed)

    def _bar(self, reading: Reading, node: Table) -> int:
        value = node.get("at_least")
        if value is None:
            return CONFIDENCES.index("likely")
        name = text_of(value)
        if name not in CONFIDENCES:
            hint = meant(name or "", CONFIDENCES)
            reading.say("L306", f"{name!r} is no degree of confidence", value, hint)
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
            _merged([member, _negated(out)], min)
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
        members = tuple(
            Membership(_truths(self._levels(actor, target, kinds), bar)) for actor in self.ids
        )
        return Group(said, members)

    def _is_under(self, actor: str, above: str) -> bool:
        """Say whether ``actor`` is part of or commanded by ``above``, by whatever path."""
        if actor == above:
            return False
        return bool(self._levels(actor, above, _OWN))

    def _levels(self, actor: str, target: str, kinds: tuple[str, ...]) -> Spans:
        """Return how sure the best path is, over time: spans of (from, until, confidence)."""
        if actor == target:
            return ((-FOREVER_US, FOREVER_US, len(CONFIDENCES) - 1),)
        cuts = sorted(
            {-FOREVER_US, FOREVER_US}
            | {us for ties in self.ties.values() for t in ties for us in (t.from_us, t.until_us)}
        )
        spans = []
        for start, end in zip(cuts, cuts[1:], strict=False):
            level = self._best(actor, target, kinds, start)
            if level is not None:
                spans.append((start, end, level))
        return _joined(spans)

    def _best(self, actor: str, target: str, kinds: tuple[str, ...], at_us: int) -> int | None:
        """Return the confidence of the best path at an instant: its weakest edge; None for none."""
        best: dict[str, int] = {actor: len(CONFIDENCES) - 1}
        queue = [actor]
        while queue:
            here = queue.pop()
            for tie in self.ties.get(here, ()):
                if tie.kind in kinds and tie.from_us <= at_us < tie.until_us:
                    level = min(best[here], tie.confidence)
                    if level > best.get(tie.to, -1):
                        best[tie.to] = level
                        queue.append(tie.to)
        return best.get(target)


@dataclass(frozen=True, slots=True)
class _Raw:
    """Hold a group before names wider than its members' are looked at, and who is taken out."""

    group: Group
    excluded: frozenset[str] = frozenset()


def actors_of(document: Document) -> Actors:
    """Read the declared actors; groups are told from actors by their keys."""
    sections = document.section("actors")
    ids = tuple(name for name, section in sections.items() if not _is_group(document, section))
    titles, aliases, ties, unarmed = [], [], {}, set()
    for name in ids:
        value = sections[name].value
        table = value if isinstance(value, Table) else Table((), value.span)
        if sections[name].is_own or isinstance(value, Table):
            _check_actor(document, table)
        titles.append(text_of(table.get("name")) or name)
        aliases.append(tuple(text_of(a) or "" for a in entries_of(table.get("aliases"))))
        ties[name] = _ties(document, table, ids)
        if text_of(table.get("armed")) == "false":
            unarmed.add(name)
    return Actors(ids, tuple(titles), tuple(aliases), ties, frozenset(unarmed))


def sided(reading: Reading, name: str) -> Node | None:
    """Return what ``own_KEY`` or ``other_KEY`` stands for on the side that is meant, or None."""
    sides = reading.document.section("sides")
    whose, _, key = name.partition("_")
    if whose not in ("own", "other") or not key or not sides or reading.side is None:
        return None
    side = reading.side
    if whose == "other":
        others = [other for other in sides if other != side]
        if len(others) != 1:
            return None
        side = others[0]
    value = sides[side].value
    if not isinstance(value, Table):
        return None
    return value.get(f"own_{key}") or value.get(key)


def _is_group(document: Document, section: Section) -> bool:
    if isinstance(section.value, Items):
        return True
    if not isinstance(section.value, Table):
        return False
    keys = section.value.keys()
    special = (*_GROUP_KEYS, "all_except", "assumed", "deferred")
    is_choice = len(keys) == 1 and keys[0] not in _ACTOR_KEYS
    return any(key in special for key in keys) or (
        is_choice and isinstance(section.value.get(keys[0]), Table)
    )


def _check_actor(document: Document, table: Table) -> None:
    for key in table.keys():
        if key not in _ACTOR_KEYS:
            document.problems.add(
                "L101",
                f"unknown key {key!r} of an actor",
                table.key(key).span,
                meant(key, (*_ACTOR_KEYS, *_GROUP_KEYS)),
            )
    armed = table.get("armed")
    if armed is not None and text_of(armed) not in ("true", "false"):
        document.problems.add("L307", "armed is true or false", armed.span)


def _ties(document: Document, table: Table, ids: Iterable[str]) -> tuple[Tie, ...]:
    found = []
    for item in entries_of(table.get("edges")):
        if not isinstance(item, Table):
            document.problems.add("L308", "an edge is a mapping such as {part_of: x}", item.span)
            continue
        kinds = [key for key in item.keys() if key in EDGES]
        for key in item.keys():
            if key not in _EDGE_KEYS:
                document.problems.add(
                    "L101",
                    f"unknown key {key!r} of an edge",
                    item.key(key).span,
                    meant(key, _EDGE_KEYS),
                )
        if len(kinds) != 1:
            document.problems.add("L308", f"an edge has one of {', '.join(EDGES)}", item.first)
            continue
        found.append(_tie(document, item, kinds[0], tuple(ids)))
    return tuple(tie for tie in found if tie is not None)


def _tie(document: Document, item: Table, kind: str, ids: tuple[str, ...]) -> Tie | None:
    to, said = item.get(kind), item.get("confidence")
    name, confidence = text_of(to), text_of(said)
    assert to is not None
    if name not in ids:
        hint = meant(name or "", ids)
        document.problems.add("L303", f"the actor {name!r} is not declared", to.span, hint)
        return None
    document.use("actors", name or "")
    if confidence not in CONFIDENCES:
        span = said.span if said is not None else item.first
        message = f"an edge says how sure it is: {', '.join(CONFIDENCES)}"
        document.problems.add("L306", message, span, meant(confidence or "", CONFIDENCES))
        return None
    source = item.get("source")
    if source is not None and text_of(source) not in document.section("sources"):
        known = document.section("sources")
        hint = meant(text_of(source) or "", known)
        document.problems.add(
            "L309", f"the source {text_of(source)!r} is not declared", source.span, hint
        )
    elif source is not None:
        document.use("sources", text_of(source) or "")
    start, end = _instants(document, item)
    return Tie(kind, name or "", CONFIDENCES.index(confidence), start, end)


def _instants(document: Document, item: Table) -> tuple[int, int]:
    """Read the dates of an edge: from is a date's start, until its end."""
    bounds = [-FOREVER_US, FOREVER_US]
    for index, key in enumerate(("from", "until")):
        node = item.get(key)
        if node is None:
            continue
        try:
            moment = parse_moment(text_of(node) or "", document.zone)
        except InstantError as error:
            document.problems.add("L310", str(error), node.span, error.hint)
            continue
        bounds[index] = moment.start_us if index == 0 else moment.end_us
    return bounds[0], bounds[1]


def _always(truth: Truth) -> Membership:
    return Membership(((-FOREVER_US, FOREVER_US, int(truth)),) if truth else ())


def _truths(levels: Spans, bar: int) -> Spans:
    return _joined(
        (start, end, int(Truth.TRUE if level >= bar else Truth.UNKNOWN))
        for start, end, level in levels
    )


def _joined(spans: Iterable[tuple[int, int, int]]) -> Spans:
    joined: list[tuple[int, int, int]] = []
    for start, end, value in spans:
        if joined and joined[-1][1] == start and joined[-1][2] == value:
            joined[-1] = (joined[-1][0], end, value)
        else:
            joined.append((start, end, value))
    return tuple(joined)


def _any_of(said: str, raws: list[_Raw], ids: tuple[str, ...]) -> _Raw:
    """Join groups: whoever is of one of them; excluded is who is certainly of none."""
    if not raws:
        return _Raw(Group(said, tuple(Membership() for _ in ids)))
    if len(raws) == 1:
        return replace(raws[0], group=replace(raws[0].group, said=said))
    members = tuple(
        _merged([raw.group.members[index] for raw in raws], max) for index in range(len(ids))
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


def _negated(member: Membership) -> Membership:
    pieces = []
    cursor = -FOREVER_US
    for start, end, truth in member.spans:
        pieces += [(cursor, start, 2), (start, end, 2 - truth)]
        cursor = end
    pieces.append((cursor, FOREVER_US, 2))
    return Membership(_joined(p for p in pieces if p[0] < p[1] and p[2]))


def _merged(members: list[Membership], fold: Callable[[Iterable[int]], int]) -> Membership:
    cuts = sorted(
        {-FOREVER_US, FOREVER_US} | {us for m in members for s in m.spans for us in s[:2]}
    )
    pieces = []
    for start, end in zip(cuts, cuts[1:], strict=False):
        value = fold([_at(member, start) for member in members])
        if value:
            pieces.append((start, end, value))
    return Membership(_joined(pieces))


def _at(member: Membership, us: int) -> int:
    return next((truth for start, end, truth in member.spans if start <= us < end), 0)
