"""Clauses as written: which kind of term each is, in the words of the core, not yet resolved."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from checker.language.core.clause import ClauseKind
from checker.language.document import Document, Section, entries_of, text_of
from checker.language.problems import Problems, meant
from checker.language.text import Items, Node, Scalar, Table
from checker.language.words import expanded
from checker.language.words.obliges import BE_IN, LEAVE
from checker.values.span import Span

__all__ = ["Draft", "drafts_of", "words_in"]

_VERBS = ("prohibits", "confines", "obliges", "permits", "does")
_LATER = ("limits", "others", "per", "counted_over", "replaces", "inside", "apart")


@dataclass(frozen=True, slots=True)
class Draft:
    """Hold one clause: ``written`` as typed, ``core`` with its words expanded.

    A clause that cannot be judged (one that is no mapping, or of two kinds at once) is no draft;
    one that says no kind of term is read on as a prohibition, so that its other problems are told.
    """

    id: str
    key: Span
    kind: ClauseKind
    written: Table
    core: Table

    def text(self, key: str) -> str | None:
        """Return a text that the clause carries."""
        return text_of(self.written.get(key))

    def names(self, key: str) -> tuple[str, ...]:
        """Return the names that stand under a key."""
        return tuple(text_of(item) or "" for item in entries_of(self.written.get(key)))


def drafts_of(document: Document) -> tuple[Draft, ...]:
    """Expand every clause, and refuse what no clause can be."""
    found = (_draft(document, name, part) for name, part in document.section("clauses").items())
    drafts = tuple(draft for draft in found if draft is not None)
    _refuse_circles(document.problems, drafts)
    return drafts


def words_in(node: Node | None) -> Iterator[str]:
    """Yield every scalar below a value, so that what may be named is seen without resolving it."""
    match node:
        case Scalar(text):
            if text is not None:
                yield text
        case Items(items):
            for item in items:
                yield from words_in(item)
        case Table(entries):
            for _, value in entries:
                yield from words_in(value)


def _draft(document: Document, name: str, section: Section) -> Draft | None:
    table, key = section.value, section.key.span
    if not isinstance(table, Table):
        document.problems.add("L801", f"the clause {name!r} is no mapping", key)
        return None
    kind = _kind(document.problems, name, key, table)
    if kind is None:
        return None
    _check_parts(document, name, table, kind)
    return Draft(name, key, kind, table, expanded(table, "clause"))


def _kind(problems: Problems, name: str, key: Span, table: Table) -> ClauseKind | None:
    verbs = [verb for verb in _VERBS if table.get(verb) is not None] or _misspelt(table)
    later = [word for word in table.keys() if word in _LATER]
    for word in later:
        problems.add("L900", f"{word} comes in a later version", table.key(word).span)
    if not verbs:
        if not later:
            message = f"the clause {name!r} neither prohibits, confines, obliges nor permits"
            problems.add("L801", message, key, "add prohibits: presence, or an act")
        return "prohibits"
    if len(verbs) > 1:
        message = f"a clause is one kind of term: {verbs[0]!r} stands here too"
        problems.add("L802", message, table.key(verbs[1]).span, "make two clauses")
        return None
    if verbs[0] == "permits":
        return "permits"
    if verbs[0] != "obliges":
        is_floor = verbs[0] == "does" and table.get("at_least") is not None
        return "act" if is_floor else "prohibits"
    duty = text_of(table.get("obliges"))
    return "leave" if duty == LEAVE else "be_in" if duty == BE_IN else "act"


def _misspelt(table: Table) -> list[str]:
    """Return the kind that an unknown key was probably meant to say; that key is a problem already.

    Without it the clause would be called one of no kind, and nothing else of it would be read.
    """
    near = (get_close_matches(key, _VERBS, n=1, cutoff=0.75) for key in table.keys())
    return [verb for found in near for verb in found][:1]


def _check_parts(document: Document, name: str, table: Table, kind: ClauseKind) -> None:
    """Say which parts a clause of this kind lacks, or has in vain."""
    problems = document.problems
    needed = {
        "permits": ("to", "lifts"),
        "leave": ("binds", "where", "by"),
        "be_in": ("binds", "where", "by"),
        "act": ("binds", "by"),
        "prohibits": ("binds", "where") if table.get("confines") is not None else ("binds",),
    }[kind]
    for key in needed:
        if table.get(key) is None:
            problems.add("L102", f"{key!r} is missing", table.first, f"add '{key}:'")
    if kind == "permits":
        _check_lifts(document, table.get("lifts"))
    vain = {"to": "permits", "lifts": "permits", "by": "obliges", "at_least": "obliges"}
    for key, verb in vain.items():
        is_meant = (
            verb == "permits" if kind == "permits" else verb == "obliges" and kind != "prohibits"
        )
        if table.get(key) is not None and not is_meant:
            problems.add("L803", f"{key} belongs to {verb}", table.key(key).span)
    source = table.get("source")
    if source is None:
        message = f"the clause {name!r} does not say where it was read"
        problems.warn("L804", message, table.first, "add source:")
    elif text_of(source) not in document.section("sources"):
        known = document.section("sources")
        message = f"the source {text_of(source)!r} is not declared"
        problems.add("L309", message, source.span, meant(text_of(source) or "", known))
    else:
        document.use("sources", text_of(source) or "")


def _check_lifts(document: Document, lifts: Node | None) -> None:
    """Refuse clauses that nobody declared, under whatever answer a permission lifts them."""
    known = document.section("clauses")
    match lifts:
        case Scalar(text) if text is not None and text not in known:
            message = f"the clause {text!r} is not declared"
            document.problems.add("L807", message, lifts.span, meant(text, known))
        case Items(items):
            for item in items:
                _check_lifts(document, item)
        case Table(entries):
            for key, value in entries:
                if key.text not in ("why", "deferred"):
                    _check_lifts(document, value)


def _refuse_circles(problems: Problems, drafts: tuple[Draft, ...]) -> None:
    """Refuse permissions that lift each other in a circle: nobody could say which one stands."""
    permissions = {draft.id for draft in drafts if draft.kind == "permits"}
    lifts = {
        draft.id: {word for word in words_in(draft.written.get("lifts")) if word in permissions}
        for draft in drafts
        if draft.kind == "permits"
    }
    for draft in drafts:
        if draft.id in lifts and draft.id in _reached(lifts, draft.id):
            message = f"the permission {draft.id!r} lifts itself, by way of what it lifts"
            problems.add("L805", message, draft.written.key("lifts").span, "break the circle")


def _reached(lifts: dict[str, set[str]], start: str) -> set[str]:
    found: set[str] = set()
    queue = list(lifts[start])
    while queue:
        here = queue.pop()
        if here not in found:
            found.add(here)
            queue += lifts.get(here, ())
    return found
