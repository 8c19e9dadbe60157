"""An agreement's file with the shared lists that it uses: sections by name, nothing resolved."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from checker.language.lists import Lists, use_lists
from checker.language.problems import Problems, nearest
from checker.language.sections import Section, entries_of, read_table, text_of
from checker.language.structure import check_structure
from checker.language.text import Scalar, Table
from checker.values.digest import digest
from checker.values.ledger import read_bytes
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
    root = read_table(content, shown, problems)
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
    use_lists(root, Lists(lists, path.parent, shown, problems, files), sections)
    zone = _zone(root, problems)
    return Document(path, shown, root, zone, sections, problems, overrides, files)


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
