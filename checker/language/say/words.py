"""Who and what in words: actors by their titles, groups by their ties, acts and things."""

from collections.abc import Mapping
from dataclasses import dataclass

from checker.language.core.agreement import Core
from checker.language.core.pattern import FOREVER_US, Group, Words
from checker.language.document import entries_of, text_of
from checker.language.problems import Problems
from checker.language.say.time import instant_text
from checker.language.text import Items, Node, Scalar, Table, parse_text
from checker.language.ties import EDGES
from checker.values.span import Span
from checker.values.truth import Truth

__all__ = [
    "Voice",
    "acts_text",
    "is_plain",
    "joined",
    "members_text",
    "named_text",
    "settled",
    "things_text",
    "value_text",
    "who_text",
]

_TIES = {
    "part_of": "is part of",
    "commanded_by": "takes orders from",
    "backed_by": "is backed by",
    "embedded_in": "is embedded in",
    "wears_uniform_of": "wears the uniform of",
}
_COMPARED = {
    "at_least": "of at least",
    "at_most": "of at most",
    "above": "above",
    "below": "below",
}
_NOWHERE = Span("", 1, 1, 1, 1)


@dataclass(frozen=True, slots=True)
class Voice:
    """Hold what actors are called, which answers hold, and on which clock times are said."""

    titles: Mapping[str, str]
    answers: Mapping[str, str]
    timezone: str

    @staticmethod
    def of(core: Core, answers: tuple[tuple[str, str], ...]) -> "Voice":
        """Return the voice in which one reading of an agreement is said."""
        titles = dict(zip(core.actors, core.actor_titles, strict=True))
        return Voice(titles, dict(answers), core.timezone)


def joined(parts: list[str], word: str) -> str:
    """Join parts as a sentence does: a, b or c."""
    return f" {word} ".join(p for p in (", ".join(parts[:-1]), parts[-1]) if p) if parts else ""


def settled(said: str, answers: Mapping[str, str]) -> Node:
    """Read a value as it was written, and take the answer that holds wherever a question stands."""
    node = parse_text(said, "", Problems()) if said else None
    return _answered(node if node is not None else Scalar(said, _NOWHERE), answers)


def is_plain(voice: Voice, group: Group) -> bool:
    """Say whether a group is one actor, everyone or anyone: its words say who it is."""
    node = settled(group.said, voice.answers)
    return isinstance(node, Scalar) and (
        node.text in voice.titles or node.text in ("everyone", "anyone")
    )


def value_text(said: str) -> str:
    """Say a value much as it was written, as a sentence does and without the marks of YAML."""
    return _value(settled(said, {})) if said.startswith(("{", "[")) else said


def who_text(voice: Voice, group: Group) -> str:
    """Say whom a group means."""
    return named_text(voice, group.said)


def named_text(voice: Voice, said: str) -> str:
    """Say whom a name, or a group as it is written, means."""
    return _who(voice, settled(said, voice.answers), "or")


def acts_text(words: Words, answers: Mapping[str, str]) -> str:
    """Say what is done, to stand after "may not"."""
    return _words(settled(words.said, answers), "be present")


def things_text(words: Words, answers: Mapping[str, str]) -> str:
    """Say with what it is done."""
    return _words(settled(words.said, answers), "presence")


def members_text(core: Core, group: Group) -> str:
    """Say which declared actors are of a group, surely or perhaps, and when."""
    sure: list[str] = []
    perhaps: list[str] = []
    for title, member in zip(core.actor_titles, group.members, strict=True):
        for start_us, end_us, truth in member.spans:
            into = sure if truth == Truth.TRUE else perhaps
            into.append(f"{title}{_span(start_us, end_us, core.timezone)}")
    # Titles may hold commas, so what stands between them is a stronger mark.
    said = "; ".join(sure) if sure else "nobody for certain"
    return f"{said}. Perhaps also: {'; '.join(perhaps)}" if perhaps else said


def _value(node: Node) -> str:
    match node:
        case Scalar(text):
            return text or ""
        case Items(items):
            return joined([_value(item) for item in items], "or")
        case Table() if node.keys() == ("any_of",):
            return _value(node.get("any_of") or node)
        case Table(entries):
            return ", ".join(_entry(key.text or "", value) for key, value in entries)


def _entry(key: str, value: Node) -> str:
    said = f"({_value(value)})" if isinstance(value, Table) else _value(value)
    return f"{key.replace('_', ' ')} {said}"


def _answered(node: Node, answers: Mapping[str, str]) -> Node:
    if isinstance(node, Items):
        return Items(tuple(_answered(item, answers) for item in node.items), node.span)
    if not isinstance(node, Table):
        return node
    keys = node.keys()
    if "assumed" in keys:
        return _answered(node.get("assumed") or node, answers)
    chosen = node.get(keys[0]) if len(keys) == 1 and keys[0] in answers else None
    if isinstance(chosen, Table) and (value := chosen.get(answers[keys[0]])) is not None:
        return _answered(value, answers)
    entries = tuple((key, _answered(value, answers)) for key, value in node.entries)
    return Table(entries, node.span)


def _who(voice: Voice, node: Node, word: str) -> str:
    match node:
        case Scalar("everyone"):
            return "every armed actor"
        case Scalar("anyone"):
            return "anyone"
        case Scalar(text):
            name = text or ""
            # A name has no space: what has one is the reason why nobody knows the group.
            unknown = (
                f"a group that nobody knows ({name})" if " " in name else f"the group “{name}”"
            )
            return voice.titles.get(name, unknown)
        case Items(items):
            return joined([_who(voice, item, word) for item in items], word)
        case Table():
            return _told(voice, node)


def _told(voice: Voice, node: Table) -> str:
    """Say a group that is told by who is left out, or by its ties."""
    excepted = node.get("all_except") or node.get("except")
    but = joined([_who(voice, one, "and") for one in entries_of(excepted)], "and")
    left_out = f" except {but}" if but else ""
    if node.get("all_except") is not None:
        return f"every armed actor{left_out}"
    kind = next((key for key in node.keys() if key in EDGES), None)
    if kind is None:
        why = text_of(node.get("deferred"))
        return f"a group that nobody knows ({why})" if why else "a group"
    patrons = joined([_who(voice, one, "and") for one in entries_of(node.get(kind))], "and")
    bar = text_of(node.get("at_least")) or "likely"
    sure = {"likely": "", "possible": " (possibly is enough)", "confirmed": " (if confirmed)"}
    return f"{patrons} and whoever {_TIES[kind]} {patrons}{sure.get(bar, '')}{left_out}"


def _words(node: Node, presence: str) -> str:
    match node:
        case Scalar("presence"):
            return presence
        case Scalar(text):
            return (text or "").replace("-", " ")
        case Items(items):
            return joined([_words(item, presence) for item in items], "or")
        case Table():
            return _described(node)


def _described(node: Table) -> str:
    if (why := text_of(node.get("deferred"))) is not None:
        return f"something that nobody knows ({why})"
    kind = node.get("class")
    said = _words(kind, "") if kind is not None else "anything"
    attributes = [
        f"a {key} {_limits(value)}"
        for key in ("calibre", "range")
        if (value := node.get(key)) is not None
    ]
    return f"{said} with {' and '.join(attributes)}" if attributes else said


def _limits(value: Node) -> str:
    if not isinstance(value, Table):
        return f"of {text_of(value)}"
    return " and ".join(
        f"{_COMPARED.get(key.text or '', key.text)} {text_of(limit)}"
        for key, limit in value.entries
    )


def _span(start_us: int, end_us: int, timezone: str) -> str:
    said = [f"from {instant_text(start_us, timezone)}"] if start_us > -FOREVER_US else []
    said += [f"until {instant_text(end_us, timezone, is_end=True)}"] if end_us < FOREVER_US else []
    return f" ({' '.join(said)})" if said else ""
