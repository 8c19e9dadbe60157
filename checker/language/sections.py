"""The parts of an agreement's file, and of a list: mappings as they are read, nothing resolved."""

from dataclasses import dataclass

from checker.language.problems import Problems
from checker.language.text import Items, Node, Scalar, Table, parse_text
from checker.values.span import Span

__all__ = ["Section", "entries_of", "read_table", "text_of"]


@dataclass(frozen=True, slots=True)
class Section:
    """Hold one named part: its key, its value, and whether the agreement's own file holds it."""

    key: Scalar
    value: Node
    is_own: bool


def entries_of(node: Node | None) -> tuple[Node, ...]:
    """Return the items of a list, or the one value that stands for a list of one."""
    if node is None:
        return ()
    return node.items if isinstance(node, Items) else (node,)


def text_of(node: Node | None) -> str | None:
    """Return the text of a scalar, None for anything else."""
    return node.text if isinstance(node, Scalar) else None


def read_table(content: bytes, shown: str, problems: Problems) -> Table | None:
    """Read a file of YAML as a mapping; None where it is none, which is told."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        # What stands before the first bad byte is UTF-8, so its characters can be counted.
        column = len(content[: error.start].rpartition(b"\n")[2].decode("utf-8-sig")) + 1
        span = Span(shown, line, column, line, column + 1)
        problems.add("Y110", "the file is not UTF-8", span, "save it as UTF-8")
        return None
    node = parse_text(text, shown, problems)
    if node is None or isinstance(node, Table):
        return node
    message, hint = "an agreement is a mapping of keys to values", "write accord: 1 and so on"
    problems.add("Y111", message, node.span, hint)
    return None
