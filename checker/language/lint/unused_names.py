"""Names that the agreement's own file declares and nothing refers to."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator

from checker.language.core.agreement import Core
from checker.language.core.pattern import Group, Words
from checker.language.document import Document
from checker.language.lint.linted import Check, Found, Linted
from checker.language.lint.patterns import patterns_of
from checker.values.ledger import note_absent, read_bytes
from checker.values.spelling import normalised
from checker.values.truth import Truth

__all__ = ["CHECK"]

_NOUNS = {
    "actors": "actor",
    "doings": "doing",
    "things": "thing",
    "places": "place",
    "events": "event",
    "questions": "question",
    "sources": "source",
    "registers": "register",
    "sides": "side",
}
_WORDS = ("doings", "things")
_CASES = "cases.csv"
_HINT = "remove it, or add a case to cases.csv that reports it"
_OTHER_HINTS = {
    "events": "remove it, or date a term by it",
    "questions": "remove it, or write where its answers differ",
    "sources": "remove it, or name it where it was read",
    "registers": "remove it, or write unless: [{registered: NAME}]",
    "sides": "remove it, or write binds: each_side",
}

Names = frozenset[tuple[str, str]]


def run(linted: Linted) -> Iterator[Found]:
    """Find names that no term, no other name and no case of ``cases.csv`` refers to.

    Who or what a term means without naming it counts as referred to: a division of an army that is
    bound, every armed actor where everyone is, a word that is wider or narrower than one named.
    """
    document, core = linted.document, linted.core
    used = document.used | _referred(core) | _meant(core) | _in_cases(document, core)
    for kind, noun in _NOUNS.items():
        hint = _OTHER_HINTS.get(kind, _HINT)
        unused = {
            name: section.key.span
            for name, section in document.section(kind).items()
            if section.is_own and (kind, name) not in used
        }
        if kind in _WORDS and len(unused) > 1:
            # A list of words is there for reports too: one warning tells them all.
            listed = ", ".join(repr(name) for name in unused)
            yield Found(f"nothing refers to the {kind} {listed}", next(iter(unused.values())), hint)
            continue
        for name, span in unused.items():
            yield Found(f"nothing refers to the {noun} {name!r}", span, hint)


def _referred(core: Core) -> Names:
    """Return the names that are carried into findings only."""
    actors = [name for clause in core.clauses for name in (*clause.guarantor, *clause.owed_to)]
    actors += [*core.parties, *(claim.by for claim in core.claims if claim.by)]
    sources = [clause.source for clause in core.clauses]
    sources += [claim.source for claim in core.claims if claim.source]
    return frozenset(
        (kind, name) for kind, names in (("actors", actors), ("sources", sources)) for name in names
    )


def _meant(core: Core) -> Names:
    """Return the actors, doings and things that some term means, whether or not it names them."""
    found: set[tuple[str, str]] = set()
    for pattern in patterns_of(core):
        for group in (pattern.who, pattern.against):
            found |= {("actors", core.actors[index]) for index in _tested(group)}
        found |= {("doings", core.doings[index]) for index in _answering(pattern.does)}
        found |= {("things", core.things[index]) for index in _answering(pattern.things)}
    return frozenset(found)


def _tested(group: Group | None) -> Iterable[int]:
    """Return whom a group's answer was made for; of all but some, everybody."""
    if group is None:
        return ()
    is_for_all = group.said == "everyone" or "all_except" in group.said
    return (index for index, member in enumerate(group.members) if is_for_all or member.spans)


def _answering(words: Words | None) -> Iterable[int]:
    if words is None:
        return ()
    return (index for index, truth in enumerate(words.truths) if truth != Truth.FALSE)


def _in_cases(document: Document, core: Core) -> Names:
    """Return the names that a row of ``cases.csv`` holds, by any of their spellings."""
    path = document.folder / _CASES
    if not path.is_file():
        note_absent(path)
        return frozenset()
    text = read_bytes(path).decode("utf-8-sig", "replace")
    with io.StringIO(text, newline="") as stream:
        cells = {cell for row in csv.reader(stream) for cell in row}
    said = {normalised(name) for cell in cells for name in cell.split(";")}
    spellings: tuple[tuple[str, Iterable[tuple[str, int]], Callable[[int], str]], ...] = (
        ("actors", core.actor_names, core.actors.__getitem__),
        ("doings", core.doing_names, core.doings.__getitem__),
        ("things", core.thing_names, core.things.__getitem__),
    )
    found = {
        (kind, name_of(index))
        for kind, names, name_of in spellings
        for spelling, index in names
        if spelling in said
    }
    return frozenset(found | {("places", name) for name, _ in core.place_names if name in said})


CHECK = Check("W101", "names that nothing refers to", run, is_cheap=True)
