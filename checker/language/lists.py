"""Lists that an agreement uses: those that ship, and its own, which may add names to what is there.

The agreement's own parts come before those of any list. A part of its own list that holds nothing
but `aliases` declares nobody: it adds spellings to who is declared elsewhere.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

from checker.language.problems import Problems, meant, meant_name, nearest
from checker.language.sections import Section, entries_of, read_table, text_of
from checker.language.text import Items, Node, Scalar, Table
from checker.values.digest import digest
from checker.values.ledger import read_bytes
from checker.values.span import Span

__all__ = ["Lists", "use_lists"]

_LISTED = frozenset({"use", "sources", "actors", "things", "doings"})
_NAMED = ("actors", "things", "doings")
_OWN = (".yaml", ".yml")

Sections = dict[str, dict[str, Section]]


@dataclass(frozen=True, slots=True)
class Lists:
    """Say where lists lie: those that ship in ``shipped``, the agreement's own in ``folder``.

    ``files`` takes the digest of each that is read; ``shown`` is the agreement's file as problems
    name it.
    """

    shipped: Path | None
    folder: Path
    shown: str
    problems: Problems
    files: dict[str, str]


def use_lists(root: Table, lists: Lists, sections: Sections) -> None:
    """Add what the named lists hold, those that ship first."""
    wanted = [(text_of(item), item.span) for item in entries_of(root.get("use"))]
    if "doings" not in sections and lists.shipped is not None:
        # The shipped doings are used unless the file says otherwise.
        wanted.append(("lists/doings", root.span))
    for name, span in wanted:
        if name is not None and not name.endswith(_OWN):
            _use_shipped(name, span, lists, sections)
    for name, span in wanted:
        if name is not None and name.endswith(_OWN):
            _use_own(name, span, lists, sections)


def _use_shipped(name: str, span: Span, lists: Lists, sections: Sections) -> None:
    shipped = lists.shipped
    path = shipped / f"{name.removeprefix('lists/')}.yaml" if shipped is not None else None
    is_named = name.startswith("lists/") and "/" not in name.removeprefix("lists/")
    if path is None or not is_named or not path.is_file():
        known = sorted(shipped.glob("*.yaml")) if shipped is not None else []
        hint = f"known: {', '.join(f'lists/{p.stem}' for p in known) or 'none'}"
        hint += "; a list of your own is named with its ending, such as names.yaml"
        lists.problems.add("L105", f"there is no shared list {name!r}", span, hint)
        return
    content = read_bytes(path)
    lists.files[name] = digest(content)
    _take(read_table(content, f"{name}.yaml", lists.problems), lists, sections)


def _use_own(name: str, span: Span, lists: Lists, sections: Sections) -> None:
    """Add what a list in the agreement's folder holds; one without a line adds nothing."""
    root = lists.folder.resolve()
    path = (root / name).resolve()
    if not path.is_relative_to(root):
        message = f"the list {name!r} lies outside the agreement's folder"
        lists.problems.add("L740", message, span, "copy it beside agreement.yaml")
        return
    if not path.is_file():
        known = sorted(p.relative_to(root).as_posix() for p in root.rglob("*.y*ml"))
        hint = nearest(name, known) or "put it beside agreement.yaml"
        lists.problems.add("L740", f"there is no list {name!r}", span, hint)
        return
    content = read_bytes(lists.folder / name)
    lists.files[name] = digest(content)
    if all(not line.strip() or line.startswith(b"#") for line in content.splitlines()):
        return  # a draft of which nothing was confirmed
    shown = (Path(lists.shown).parent / name).as_posix()
    _take(read_table(content, shown, lists.problems), lists, sections, is_own=True)


def _take(table: Table | None, lists: Lists, sections: Sections, *, is_own: bool = False) -> None:
    for kind, value in table.entries if table is not None else ():
        name = kind.text or ""
        if name not in _LISTED:
            hint = meant(name, sorted(_LISTED))
            lists.problems.add("L101", f"a shared list holds no {name!r}", kind.span, hint)
        elif isinstance(value, Table):
            into = sections.setdefault(name, {})
            for key, part in value.entries:
                if is_own and name in _NAMED and _is_addition(part):
                    _add_names((name, key), part, into, lists.problems)
                else:
                    into.setdefault(key.text or "", Section(key, part, is_own=False))


def _is_addition(part: Node) -> TypeGuard[Table]:
    return isinstance(part, Table) and part.keys() == ("aliases",)


def _add_names(
    named: tuple[str, Scalar], part: Table, into: dict[str, Section], problems: Problems
) -> None:
    """Add the aliases of a part to those of whoever has its name already."""
    kind, key = named
    name, noun = key.text or "", kind.removesuffix("s")
    known = into.get(name)
    if known is None:
        message = f"aliases of the {noun} {name!r}, which is not declared"
        hint = meant_name(name, into) + "; or give it a name: to declare it here"
        problems.add("L741", message, key.span, hint)
        return
    value = known.value
    if isinstance(value, Scalar) and value.text is None:
        value = Table((), value.span)
    if not isinstance(value, Table):
        message = f"{name!r} is a group, and has no aliases"
        problems.add("L742", message, key.span, "name an actor of it instead")
        return
    added = part.entries[0]
    items = (*entries_of(value.get("aliases")), *entries_of(added[1]))
    own = value.key("aliases") if value.get("aliases") is not None else added[0]
    rest = tuple(entry for entry in value.entries if entry[0].text != "aliases")
    joined = Table((*rest, (own, Items(items, added[1].span))), value.span)
    into[name] = Section(known.key, joined, known.is_own)
