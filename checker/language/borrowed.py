"""What an agreement takes from lists of things: class, calibre, range of each, and its sources."""

from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from checker.language.core.agreement import Figure, Source
from checker.language.document import Document, entries_of, text_of
from checker.language.lists import Lists, use_lists
from checker.language.parts import sources_of
from checker.language.problems import Problems
from checker.language.sections import Section
from checker.language.taxonomy import Taxonomy, things_of
from checker.language.text import Items, Scalar, Table
from checker.values.diagnostic import CheckerError
from checker.values.span import Span

__all__ = ["ATTRIBUTES", "Listed", "figures_of", "listed_things"]

ATTRIBUTES = ("class", "calibre", "range")
_NOWHERE = Span("", 1, 1, 1, 1)


@dataclass(frozen=True, slots=True)
class Listed:
    """Hold a list of things that ships: its words, what it says of each, and where that stands.

    ``notes`` are the remarks of its rows, by thing.
    """

    things: Taxonomy
    figures: tuple[Figure, ...]
    sources: tuple[Source, ...]
    notes: dict[str, str]


def figures_of(document: Document) -> tuple[Figure, ...]:
    """Return what lists say of named systems; those that the agreement declares are its own."""
    found = []
    for thing, section in document.section("things").items():
        table = section.value
        if section.is_own or not isinstance(table, Table):
            continue
        name = section.key.span.file.removesuffix(".yaml")
        sha256 = document.files.get(name) or document.files.get(f"{name}.yaml") or ""
        for attribute in ATTRIBUTES:
            value = ", ".join(text_of(one) or "" for one in entries_of(table.get(attribute)))
            if value:
                source = text_of(table.get(f"{attribute}_source")) or text_of(table.get("source"))
                found.append(Figure(thing, attribute, value, name, sha256, source))
    return tuple(found)


def listed_things(lists: Path, name: str) -> Listed:
    """Read the things of a list that ships; raises ``CheckerError`` with what is wrong with it."""
    problems, files = Problems(), dict[str, str]()
    # No agreement stands beside it, so that the list declares all that there is.
    sections: dict[str, dict[str, Section]] = {"doings": {}}
    used = Items((Scalar(name, _NOWHERE),), _NOWHERE)
    root = Table(((Scalar("use", _NOWHERE), used),), _NOWHERE)
    use_lists(root, Lists(lists, lists, "", problems, files), sections)
    path = lists / name
    document = Document(path, "", root, ZoneInfo("Etc/UTC"), sections, problems, (), files)
    things = things_of(document)
    notes = {
        thing: note
        for thing, section in document.section("things").items()
        if isinstance(section.value, Table) and (note := text_of(section.value.get("note")))
    }
    found = Listed(things, figures_of(document), sources_of(document), notes)
    if problems.has_errors:
        raise CheckerError(*problems.sorted())
    return found
