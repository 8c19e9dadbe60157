"""Clauses as written: which kind of term each is, in the words of the core, not yet resolved."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.language.bounds import check_counted
from checker.language.conditions import check_returned
from checker.language.core.clause import ClauseKind
from checker.language.document import Document, Section, entries_of, text_of
from checker.language.problems import Problems, meant, meant_name
from checker.language.text import Items, Node, Scalar, Table
from checker.language.words import expanded
from checker.language.words.obliges import BE_IN, LEAVE, stay_of
from checker.language.words.parallel_to import turned
from checker.language.words.word import added
from checker.values.span import Span

__all__ = ["Draft", "drafts_of", "words_in"]

_LIFTED = "the clause that the permission lifts"
_VERBS = ("prohibits", "confines", "obliges", "permits", "does")
_KINDS_OF: dict[str, tuple[str, tuple[ClauseKind, ...]]] = {
    "to": ("permits", ("permits",)),
    "lifts": ("permits", ("permits",)),
    "binds": (_LIFTED, ("prohibits", "leave", "be_in", "act")),
    "by": ("obliges", ("leave", "be_in", "act")),
    "at_least": ("a duty to act", ("act",)),
    "at_most": ("prohibits", ("prohibits", "leave", "be_in")),
    "unless": (_LIFTED, ("prohibits", "leave", "be_in", "act")),
    "requires_notice": (_LIFTED, ("prohibits", "leave", "be_in", "act")),
}
"""What a key belongs to, and the kinds of clause that may have it; elsewhere it says nothing."""

_LISTS = ("unless", "while")
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
    return _paired(drafts)


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
        hint = "write says:, source:, binds:, prohibits: and the like below it"
        document.problems.add("L801", f"the clause {name!r} is no mapping", key, hint)
        return None
    kind = _kind(document.problems, name, key, table)
    if kind is None:
        return None
    _check_parts(document, name, table, kind)
    return Draft(name, key, kind, table, expanded(table, "clause"))


def _kind(problems: Problems, name: str, key: Span, table: Table) -> ClauseKind | None:
    verbs = [verb for verb in _VERBS if table.get(verb) is not None]
    later = [word for word in table.keys() if word in _LATER]
    for word in later:
        hint = "take it away, and say in SOURCE.md what is left out"
        problems.add("L900", f"{word} comes in a later version", table.key(word).span, hint)
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
    duty = stay_of(table.get("obliges"))
    return "leave" if duty == LEAVE else "be_in" if duty == BE_IN else "act"


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
    if kind == "act":
        _check_acts(problems, table.get("obliges"))
    for key, (owner, kinds) in _KINDS_OF.items():
        if table.get(key) is not None and kind not in kinds:
            hint = "take it away, or change the kind of the clause"
            problems.add("L803", f"{key} belongs to {owner}", table.key(key).span, hint)
    for key in _LISTS:
        if isinstance(listed := table.get(key), Items) and not listed.items:
            message = f"the list under {key} is empty: it says nothing"
            problems.add("L810", message, listed.span, "put something into it, or take it away")
    check_counted(problems, table, is_duty=kind == "act")
    _check_notice(problems, table.get("requires_notice"))
    check_returned(problems, table)
    _check_source(document, name, table)


def _check_acts(problems: Problems, duty: Node | None) -> None:
    """Refuse to leave as one act of several: to be gone is no act, and presence would break it."""
    for item in duty.items if isinstance(duty, Items) else ():
        if stay_of(item) is not None:
            message = f"{text_of(item)} is a duty of its own, not one of several acts"
            problems.add("L802", message, item.span, "make two clauses")


def _check_notice(problems: Problems, notice: Node | None) -> None:
    """Refuse a notice that no register could hold: without its exception it would be lost."""
    if isinstance(notice, Table):
        if notice.get("register") is None:
            problems.add("L102", "'register' is missing", notice.first, "add 'register:'")
    elif notice is not None:
        hint = "write {lead: 72 h, to: ACTOR, register: NAME}"
        problems.add("L830", "a notice is a mapping", notice.span, hint)


def _check_source(document: Document, name: str, table: Table) -> None:
    """Say where a clause does not tell what it was read in."""
    problems = document.problems
    source = table.get("source")
    if source is None:
        message = f"the clause {name!r} does not say where it was read"
        problems.warn("L804", message, table.first, "add source:")
    elif text_of(source) not in document.section("sources"):
        known = document.section("sources")
        message = f"the source {text_of(source)!r} is not declared"
        problems.add("L309", message, source.span, meant_name(text_of(source) or "", known))
    else:
        document.use("sources", text_of(source) or "")


def _check_lifts(document: Document, lifts: Node | None) -> None:
    """Refuse clauses that nobody declared, under whatever answer a permission lifts them."""
    known = document.section("clauses")
    match lifts:
        case Scalar(text) if text is None or text not in known:
            said = "a clause is missing" if text is None else f"the clause {text!r} is not declared"
            document.problems.add("L807", said, lifts.span, meant_name(text or "", known))
        case Items(items):
            for item in items:
                if not isinstance(item, Scalar):
                    hint = "write the names of clauses; a question stands round the whole list"
                    document.problems.add("L103", "'lifts' takes names", item.span, hint)
                else:
                    _check_lifts(document, item)
        case Table(entries):
            for key, value in entries:
                _check_lifted(document, key, value)


def _check_lifted(document: Document, key: Scalar, value: Node) -> None:
    """Look under a question, or under what is assumed; anything else is no list of clauses."""
    forms = (*document.section("questions"), "assumed", "deferred", "why")
    if key.text not in forms:
        hint = meant(key.text or "", forms)
        document.problems.add("L101", f"unknown key {key.text!r} of lifts", key.span, hint)
    elif key.text == "assumed":
        _check_lifts(document, value)
    elif isinstance(value, Table):
        for _, answer in value.entries:
            _check_lifts(document, answer)


def _paired(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Let clauses that run beside each other hang on each other, whichever of them says so.

    What the other clause says of this one itself stands as it is written there.
    """
    found = {draft.id: draft for draft in drafts}
    for draft in drafts:
        name, condition = turned(draft.id, draft.written) or ("", None)
        other = found.get(name)
        if other is not None and condition is not None and draft.id not in _watched(other):
            core = added(other.core, "while", condition, condition.span)
            found[name] = replace(other, core=core)
    return tuple(found.values())


def _watched(draft: Draft) -> set[str | None]:
    conditions = entries_of(draft.core.get("while"))
    return {text_of(node.get("kept")) for node in conditions if isinstance(node, Table)}


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
