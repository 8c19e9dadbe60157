"""YAML as located text: every scalar is what was typed, every mistake has line and column."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from checker.language.broken import broken_by
from checker.language.problems import Problems
from checker.values.span import Span

__all__ = ["Items", "Node", "Scalar", "Table", "parse_text"]

_MOST_NODES = 50_000
"""An agreement of 5,000 clauses has fewer; what aliases expand beyond is a bomb."""
_MOST_CHARACTERS = 5_000_000
_DEEPEST = 100
"""No term is nested so deep; what is would exhaust the stack of whoever reads it."""
_PREFIX = "tag:yaml.org,2002:"
_TOO_DEEP = "this is nested deeper than any agreement"
_KNOWN_TAGS = frozenset(
    _PREFIX + name
    for name in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq", "value", "merge")
)
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """Hold one scalar as typed; ``text`` is None where the value is missing (``~`` or empty)."""

    text: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Items:
    """Hold a list."""

    items: tuple["Node", ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """Hold a mapping in the order of the file; keys are text, and none stands twice."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    span: Span
    _at: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note where each key stands."""
        at = {name.text or "": index for index, (name, _) in enumerate(self.entries)}
        object.__setattr__(self, "_at", at)

    def get(self, key: str) -> "Node | None":
        """Return the value of ``key``, None where the key is not there."""
        at = self._at.get(key)
        return self.entries[at][1] if at is not None else None

    def key(self, key: str) -> Scalar:
        """Return the key itself; raises ``KeyError`` where it is not there."""
        return self.entries[self._at[key]][0]

    def keys(self) -> tuple[str, ...]:
        """Return the keys in the order of the file."""
        return tuple(self._at)

    @property
    def first(self) -> Span:
        """Return where the first key stands; of an empty mapping, where it stands itself."""
        return self.entries[0][0].span if self.entries else self.span


Node = Scalar | Items | Table


def parse_text(text: str, file: str, problems: Problems) -> Node | None:
    """Read one YAML document; None where it cannot be read at all, which is then a problem.

    Refuses what would change or hide what was typed: duplicate keys, ``<<``, unknown tags, keys
    that are no text, aliases that expand without bound, and numbers that a comma has split.
    """
    if len(text) > _MOST_CHARACTERS:
        hint = "put drawings into places/*.geojson"
        problems.add("Y101", f"{file} is larger than an agreement can be", None, hint)
        return None
    root = _composed(text.removeprefix("\ufeff"), file, problems)
    if root is None:
        return None
    if (bomb := _bomb(root)) is not None:
        span = _span(bomb, file)
        problems.add("Y104", "aliases here expand without bound", span, "write the values out")
        return None
    if (deep := _too_deep(root)) is not None:
        problems.add("Y112", _TOO_DEEP, _span(deep, file), "write it flat")
        return None
    return _Converter(file, problems).node(root)


def _composed(text: str, file: str, problems: Problems) -> yaml.Node | None:
    start = Span(file, 1, 1, 1, 2)
    try:
        root: yaml.Node | None = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        broken = broken_by(text, error)
        span = Span(file, broken.line, broken.column, broken.line, broken.column + 1)
        problems.add("Y102", f"this is no YAML: {broken.said}", span, broken.hint)
    except yaml.reader.ReaderError as error:
        # The error counts bytes, or characters: the first character of the kind is looked for.
        found = yaml.reader.Reader.NON_PRINTABLE.search(text)
        before = text[: found.start() if found else 0].split("\n")
        line, column = len(before), len(before[-1]) + 1
        said = f"the character U+{ord(found[0]):04X} is no text" if found else str(error)
        span = Span(file, line, column, line, column + 1)
        problems.add("Y102", f"this is no YAML: {said}", span, "remove it")
    except yaml.YAMLError as error:
        problems.add("Y102", f"this is no YAML: {error}", start, "save it as plain text")
    except RecursionError:
        problems.add("Y112", _TOO_DEEP, start, "write it flat")
    else:
        if root is None:
            problems.add(
                "Y103", "the file is empty", start, "accord init DIR writes one to start from"
            )
        return root
    return None


def _bomb(root: yaml.Node) -> yaml.Node | None:
    """Return a node that expands to more than an agreement can hold, None where none does."""
    sizes: dict[int, int] = {}
    stack: list[tuple[yaml.Node, bool]] = [(root, False)]
    while stack:
        node, is_done = stack.pop()
        children = list(_children(node))
        if is_done:
            sizes[id(node)] = 1 + sum(sizes.get(id(child), _MOST_NODES) for child in children)
            if sizes[id(node)] > _MOST_NODES:
                return node
        elif id(node) not in sizes:
            sizes[id(node)] = _MOST_NODES
            stack.append((node, True))
            stack += [(child, False) for child in children]
    return None


def _too_deep(root: yaml.Node) -> yaml.Node | None:
    """Return a node nested deeper than any term; what aliases expand to is bounded already."""
    stack = [(root, 0)]
    while stack:
        node, depth = stack.pop()
        if depth > _DEEPEST:
            return node
        stack += [(child, depth + 1) for child in _children(node)]
    return None


def _children(node: yaml.Node) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key
            yield value
    elif isinstance(node, yaml.SequenceNode):
        yield from node.value


def _span(node: yaml.Node, file: str) -> Span:
    start, end = node.start_mark, node.end_mark
    return Span(file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)


class _Converter:
    """Turn composed nodes into located text."""

    def __init__(self, file: str, problems: Problems) -> None:
        self._file = file
        self._problems = problems

    def node(self, node: yaml.Node) -> Node:
        span = _span(node, self._file)
        if node.tag not in _KNOWN_TAGS:
            tag = node.tag.removeprefix(_PREFIX)
            self._problems.add("Y105", f"unknown tag {tag!r}", span, "write the plain value")
            return Scalar(None, span)
        if isinstance(node, yaml.MappingNode):
            return self._table(node, span)
        if isinstance(node, yaml.SequenceNode):
            return Items(tuple(self.node(item) for item in node.value), span)
        # A plain style is None, or "" from the C parser. The word null is text like any other.
        is_plain = isinstance(node, yaml.ScalarNode) and not node.style
        is_missing = is_plain and node.value in ("", "~")
        return Scalar(None if is_missing else str(node.value), span)

    def _table(self, node: yaml.MappingNode, span: Span) -> Table:
        entries: list[tuple[Scalar, Node]] = []
        seen: set[str] = set()
        for key_node, value_node in node.value:
            key = self.node(key_node)
            if not isinstance(key, Scalar) or key.text is None:
                self._problems.add("Y106", "a key must be text", key.span, "write a name before it")
                continue
            if entries and self._is_split(node, entries[-1], key, value_node):
                entries[-1] = self._joined(entries[-1], key)
                continue
            if key.text == "<<":
                self._problems.add("Y107", "merge keys are refused", key.span, "write the keys out")
                continue
            if key.text in seen:
                self._problems.add(
                    "Y108", f"the key {key.text!r} stands here a second time", key.span, "keep one"
                )
                self.node(value_node)
                continue
            seen.add(key.text)
            entries.append((key, self.node(value_node)))
        return Table(tuple(entries), span)

    def _is_split(
        self, node: yaml.MappingNode, last: tuple[Scalar, Node], key: Scalar, value: yaml.Node
    ) -> bool:
        """Say whether a comma has split a number: in a flow mapping, '1,000' is 1 and a key 000."""
        before = last[1]
        return (
            bool(node.flow_style)
            and isinstance(before, Scalar)
            and re.fullmatch(r"\d+", before.text or "") is not None
            and re.fullmatch(r"\d+( ?[a-z]+)?", key.text or "") is not None
            and isinstance(value, yaml.ScalarNode)
            and value.value == ""
        )

    def _joined(self, last: tuple[Scalar, Node], key: Scalar) -> tuple[Scalar, Node]:
        name, number = last
        assert isinstance(number, Scalar)
        is_thousands = re.match(r"\d{3}(?!\d)", key.text or "") is not None
        whole = f"{number.text}{key.text}" if is_thousands else f"{number.text}.{key.text}"
        self._problems.add(
            "Y109",
            f"'{number.text},{key.text}' is split in two by YAML at its comma",
            number.span,
            f"write {whole}",
        )
        return name, Scalar(whole, number.span)
