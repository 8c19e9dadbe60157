"""What ties actors to each other: dated, graded edges, and how sure a path of them is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from checker.language.core.pattern import FOREVER_US, Link
from checker.language.document import Document, entries_of, text_of
from checker.language.keys import check_keys, check_source
from checker.language.memberships import Spans, joined
from checker.language.problems import meant, meant_name
from checker.language.text import Node, Table
from checker.values.instant import InstantError, parse_moment

__all__ = ["CONFIDENCES", "EDGES", "OWN", "Tie", "Ties", "refuse_patron", "ties_of"]

EDGES = ("part_of", "commanded_by", "backed_by", "embedded_in", "wears_uniform_of")
OWN = ("part_of", "commanded_by")
"""The edges that count wherever an actor stands by name."""

CONFIDENCES = ("possible", "likely", "confirmed")
_KEYS = (*EDGES, "confidence", "from", "until", "source", "note")


@dataclass(frozen=True, slots=True)
class Tie:
    """Hold one edge from an actor to another; it holds over [from_us, until_us)."""

    kind: str
    to: str
    confidence: int
    from_us: int
    until_us: int
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Ties:
    """Hold the edges of every actor; ``known`` keeps what was worked out before."""

    of: Mapping[str, tuple[Tie, ...]]
    known: dict[tuple[str, tuple[str, ...]], dict[str, Spans]] = field(default_factory=dict)

    def reaching(self, target: str, kinds: tuple[str, ...]) -> Mapping[str, Spans]:
        """Return who has a path of such edges to ``target``, and how sure the best one is, when.

        Each span carries the confidence (an index of ``CONFIDENCES``) of the weakest edge of the
        best path; the target itself is confirmed at all times.
        """
        key = (target, kinds)
        if key not in self.known:
            self.known[key] = self._found(target, kinds)
        return self.known[key]

    def on_paths(
        self, actor: str, target: str, kinds: tuple[str, ...], bar: int
    ) -> tuple[Link, ...]:
        """Return the edges on the paths from an actor to ``target``, the nearest first.

        ``bar`` is the confidence from which on an edge is sure enough.
        """
        reaching = self.reaching(target, kinds)
        found: dict[Link, None] = {}
        walked, queue = {actor, target}, [actor]
        while queue:
            here = queue.pop(0)
            for tie in self.of.get(here, ()):
                if tie.kind not in kinds or tie.to not in reaching:
                    continue
                word, is_enough = CONFIDENCES[tie.confidence], tie.confidence >= bar
                dates = (tie.from_us, tie.until_us)
                found[Link(here, tie.kind, tie.to, word, tie.source, *dates, is_enough)] = None
                if tie.to not in walked:
                    walked.add(tie.to)
                    queue.append(tie.to)
        return tuple(found)

    def _found(self, target: str, kinds: tuple[str, ...]) -> dict[str, Spans]:
        back: dict[str, list[tuple[str, Tie]]] = {}
        cuts = {-FOREVER_US, FOREVER_US}
        for actor, ties in self.of.items():
            for tie in ties:
                if tie.kind in kinds:
                    back.setdefault(tie.to, []).append((actor, tie))
                    cuts |= {tie.from_us, tie.until_us}
        spans: dict[str, list[tuple[int, int, int]]] = {}
        ordered = sorted(cuts)
        for start, end in pairwise(ordered):
            for actor, level in _levels(target, back, start).items():
                spans.setdefault(actor, []).append((start, end, level))
        return {actor: joined(found) for actor, found in spans.items()}


def _levels(target: str, back: Mapping[str, list[tuple[str, Tie]]], at_us: int) -> dict[str, int]:
    """Return the confidence of everybody's best path at an instant: its weakest edge."""
    best = {target: len(CONFIDENCES) - 1}
    queue = [target]
    while queue:
        here = queue.pop()
        for actor, tie in back.get(here, ()):
            if tie.from_us <= at_us < tie.until_us:
                level = min(best[here], tie.confidence)
                if level > best.get(actor, -1):
                    best[actor] = level
                    queue.append(actor)
    return best


def ties_of(document: Document, actor: Table, ids: tuple[str, ...]) -> tuple[Tie, ...]:
    """Read the edges of one actor; what is no edge is a problem and left out."""
    found = []
    for item in entries_of(actor.get("edges")):
        if not isinstance(item, Table):
            hint = "write {part_of: ACTOR, confidence: confirmed}, or the like"
            document.problems.add("L308", "an edge is a mapping", item.span, hint)
            continue
        edge = check_keys(document, item, _KEYS, "an edge")
        kinds = [key for key in edge.keys() if key in EDGES]
        if not kinds and any(key not in _KEYS for key in edge.keys()):
            continue  # an unknown edge has its own problem
        if len(kinds) != 1:
            hint = "keep one, and make the others edges of their own" if kinds else "add one"
            message = f"an edge has one of {', '.join(EDGES)}"
            document.problems.add("L308", message, edge.first, hint)
            continue
        found.append(_tie(document, edge, kinds[0], ids))
    return tuple(tie for tie in found if tie is not None)


def _tie(document: Document, item: Table, kind: str, ids: tuple[str, ...]) -> Tie | None:
    to, said = item.get(kind), item.get("confidence")
    name, confidence = text_of(to), text_of(said)
    assert to is not None
    if name is None or name not in ids:
        refuse_patron(document, to, ids)
        return None
    document.use("actors", name or "")
    if confidence not in CONFIDENCES:
        span = said.span if said is not None else item.first
        message = "an edge says how sure it is"
        document.problems.add("L306", message, span, meant(confidence or "", CONFIDENCES))
        return None
    check_source(document, item)
    start, end = _instants(document, item)
    source = text_of(item.get("source"))
    return Tie(kind, name or "", CONFIDENCES.index(confidence), start, end, source)


def refuse_patron(document: Document, node: Node, ids: tuple[str, ...]) -> None:
    """Say that what an edge leads to is no actor."""
    name = text_of(node)
    if name is None:
        document.problems.add("L301", "an actor is missing", node.span, "name one")
    elif name in document.section("actors"):
        message, hint = f"{name!r} is a group, and an edge leads to an actor", "name an actor"
        document.problems.add("L303", message, node.span, hint)
    else:
        message = f"the actor {name!r} is not declared"
        document.problems.add("L303", message, node.span, meant_name(name, ids))


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
    if bounds[0] >= bounds[1]:
        message = "the edge ends before it starts"
        document.problems.add("L310", message, item.first, "swap from and until")
    return bounds[0], bounds[1]
