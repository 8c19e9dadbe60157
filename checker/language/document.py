"""An agreement's file with the shared lists that it uses: sections by name, nothing resolved."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from checker.language.problems import Problems, meant, nearest
from checker.language.structure import check_structure
from checker.language.text import Items, Node, Scalar, Table, parse_text
from checker.values.digest import digest
from checker.values.ledger import read_bytes
from checker.values.span import Span
from checker.values.zones import zone_of

__all__ = ["Document", "Override", "Section", "entries_of", "read_document", "text_of"]

_UTC = "Etc/UTC"
_UNDECLARED = {
    "sources": ("L309",),
    "actors": ("L303",),
    "doings": ("L401",),
    "things": ("L401",),
    "places": ("L721",),
    "registers": ("L833",),
    "clauses": ("L807", "L823"),
}
"""The problems of names that a section, which is no mapping, may have been meant to declare."""

_LISTED = frozenset({"use", "sources", "actors", "things", "doings"})


@dataclass(frozen=True, slots=True)
class Section:
    """Hold one named part: its key, its value, and whether the agreement's own file holds it."""

    key: Scalar
    value: Node
    is_own: bool


@dataclass(frozen=True, slots=True)
class Override:
    """Replace a place by a file of the user's, under every answer or under one."""

    place: str
    answer: str | None
    file: Path
    accuracy: str


@dataclass(frozen=True, slots=True)
class Document:
    """Hold what the files say.

    ``files`` has the digest of every file read so far, by the name it has in the folder; reading
    places and registers adds theirs. ``used`` collects the names that something refers to.
    """

    path: Path
    shown: str
    root: Table
    zone: ZoneInfo
    sections: Mapping[str, Mapping[str, Section]]
    problems: Problems
    overrides: tuple[Override, ...] = ()
    files: dict[str, str] = field(default_factory=dict)
    used: set[tuple[str, str]] = field(default_factory=set)

    @property
    def folder(self) -> Path:
        """Return the agreement's folder; no file outside it is read."""
        return self.path.parent

    def section(self, kind: str) -> Mapping[str, Section]:
        """Return the parts of one kind by name; empty where there are none."""
        return self.sections.get(kind, MappingProxyType({}))

    def use(self, kind: str, name: str) -> None:
        """Note that something refers to a name."""
        self.used.add((kind, name))

    def text(self, key: str, default: str = "") -> str:
        """Return a top-level text."""
        node = self.root.get(key)
        return node.text or default if isinstance(node, Scalar) else default


def read_document(
    path: Path, shown: str, lists: Path | None, problems: Problems, overrides: tuple[Override, ...]
) -> Document | None:
    """Read the file and the lists that it uses; None where it cannot be read as a mapping."""
    content = read_bytes(path)
    root = _table(content, shown, problems)
    if root is None:
        return None
    # The models cost an import that only the reading of rules needs.
    from checker.language.models import AgreementModel  # noqa: PLC0415

    root = check_structure(root, AgreementModel, problems)
    sections: dict[str, dict[str, Section]] = {}
    for name, value in root.entries:
        if not isinstance(value, Table):
            # What it would have declared is not told to be unknown wherever it is named.
            problems.mute(_UNDECLARED.get(name.text or "", ()))
        else:
            sections[name.text or ""] = {
                key.text or "": Section(key, part, is_own=True) for key, part in value.entries
            }
    files = {path.name: digest(content)}
    _use_lists(root, lists, sections, problems, files)
    zone = _zone(root, problems)
    return Document(path, shown, root, zone, sections, problems, overrides, files)


def entries_of(node: Node | None) -> tuple[Node, ...]:
    """Return the items of a list, or the one value that stands for a list of one."""
    if node is None:
        return ()
    return node.items if isinstance(node, Items) else (node,)


def text_of(node: Node | None) -> str | None:
    """Return the text of a scalar, None for anything else."""
    return node.text if isinstance(node, Scalar) else None


def _table(content: bytes, shown: str, problems: Problems) -> Table | None:
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


def _zone(root: Table, problems: Problems) -> ZoneInfo:
    node = root.get("timezone")
    name = text_of(node)
    if node is None or not name:
        return ZoneInfo(_UTC)  # the structure has told it
    try:
        return zone_of(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        hint = nearest(name, available_timezones())
        hint = hint or "write a name of the IANA database, such as Asia/Damascus"
        problems.add("L104", f"unknown time zone {name!r}", node.span, hint)
        return ZoneInfo(_UTC)


def _use_lists(
    root: Table,
    lists: Path | None,
    sections: dict[str, dict[str, Section]],
    problems: Problems,
    files: dict[str, str],
) -> None:
    """Add what the named lists hold; the agreement's own parts come before theirs."""
    wanted = [(text_of(item), item.span) for item in entries_of(root.get("use"))]
    if "doings" not in sections and lists is not None:
        # The shipped doings are used unless the file says otherwise.
        wanted.append(("lists/doings", root.span))
    for name, span in wanted:
        if name is None:
            continue
        path = lists / f"{name.removeprefix('lists/')}.yaml" if lists is not None else None
        is_named = name.startswith("lists/") and "/" not in name.removeprefix("lists/")
        if path is None or not is_named or not path.is_file():
            known = (
                ", ".join(f"lists/{p.stem}" for p in sorted(lists.glob("*.yaml"))) if lists else ""
            )
            problems.add("L105", f"there is no shared list {name!r}", span, f"known: {known}")
            continue
        content = read_bytes(path)
        files[name] = digest(content)
        shared = _table(content, f"{name}.yaml", problems)
        for kind, value in shared.entries if shared is not None else ():
            if kind.text not in _LISTED:
                hint = meant(kind.text or "", sorted(_LISTED))
                problems.add("L101", f"a shared list holds no {kind.text!r}", kind.span, hint)
            elif isinstance(value, Table):
                into = sections.setdefault(kind.text or "", {})
                for key, part in value.entries:
                    into.setdefault(key.text or "", Section(key, part, is_own=False))
