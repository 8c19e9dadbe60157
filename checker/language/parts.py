"""What an agreement holds beside its clauses: events by report, places to name, claims."""

from checker.geography.region import Named, Region
from checker.language.core.agreement import Claim, FirstEvent, Source, Standard
from checker.language.document import Document, entries_of, text_of
from checker.language.keys import check_keys
from checker.language.names import check_reference
from checker.language.published import check_published
from checker.language.reading import Reading, Unanswered, written
from checker.language.regions import named_place
from checker.language.taxonomy import Taxonomy
from checker.language.terms import PATTERN_KEYS, Terms
from checker.language.text import Scalar, Table
from checker.values.span import Span
from checker.values.spelling import normalised

__all__ = [
    "claims_of",
    "codes_of",
    "firsts_of",
    "nameable_places",
    "sources_of",
    "spellings_of",
    "standard_of",
]


def firsts_of(terms: Terms) -> tuple[FirstEvent, ...]:
    """Read the events that a report starts; their patterns hang on no question."""
    document, found = terms.document, []
    for name, section in document.section("events").items():
        table = section.value
        first = table.get("first") if isinstance(table, Table) else None
        if first is None:
            continue
        if not isinstance(first, Table) or not first.entries:
            hint = "write {who: ACTOR, does: DOING}, or the like"
            document.problems.add("L607", "first takes a pattern", first.span, hint)
            continue
        check_keys(document, first, PATTERN_KEYS, "a pattern")
        try:
            pattern = terms.pattern(Reading(document, {}), first, f"events.{name}")
        except Unanswered as error:
            message = f"the event {name!r} hangs on the question {error.question!r}"
            document.problems.add("L608", message, first.span, "make it two events")
            continue
        found.append(FirstEvent(name, pattern))
    return tuple(found)


def nameable_places(
    terms: Terms,
) -> tuple[tuple[tuple[str, int], ...], tuple[Named | None, ...], tuple[Region, ...]]:
    """Read the places that a report may name: those that are the same under every answer."""
    names: dict[str, int] = {}
    regions: list[Region] = []
    for name, section in terms.document.section("places").items():
        reading = Reading(terms.document, {})
        is_used = ("places", name) in terms.document.used
        try:
            region = named_place(reading, terms.atlas, Scalar(name, section.key.span))
        except Unanswered:
            continue
        finally:
            if not is_used:
                terms.document.used.discard(("places", name))
        if region is None:
            continue
        table = section.value if isinstance(section.value, Table) else Table((), section.key.span)
        for spelling in (name, text_of(table.get("name"))):
            if spelling is not None:
                _call(terms.document, names, spelling, (len(regions), section.key.span))
        regions.append(region)
    named = tuple(region if isinstance(region, Named) else None for region in regions)
    return tuple(names.items()), named, tuple(regions)


def _call(
    document: Document, names: dict[str, int], spelling: str, place: tuple[int, Span]
) -> None:
    """Note the spelling of a place; one that means two would put a report into the wrong one."""
    index, span = place
    if names.setdefault(normalised(spelling), index) != index:
        message = f"{spelling!r} is a name of another place too"
        document.problems.add("L716", message, span, "take it from one of them")


def codes_of(names: dict[str, str], ids: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """Return the index of the actor that each spelling names."""
    place = {name: index for index, name in enumerate(ids)}
    return tuple((spelling, place[actor]) for spelling, actor in names.items())


def spellings_of(taxonomy: Taxonomy) -> tuple[tuple[str, int], ...]:
    """Return the index of the word that each spelling names."""
    found: dict[str, int] = {}
    for index, word in enumerate(taxonomy.words):
        for spelling in (word, *taxonomy.names.get(word, ())):
            found.setdefault(normalised(spelling), index)
    return tuple(found.items())


def standard_of(document: Document) -> Standard:
    """Return the bar of proof; a grade that is left out sets none."""
    node = document.root.get("standard_of_proof")
    if not isinstance(node, Table):
        return Standard()
    credibility = text_of(node.get("credibility"))
    return Standard(
        reliability=text_of(node.get("reliability")),
        credibility=int(credibility) if credibility in ("1", "2", "3", "4", "5") else None,
        attribution=text_of(node.get("attribution")),
    )


def sources_of(document: Document) -> tuple[Source, ...]:
    """Return where the terms were read."""
    found = []
    for name, section in document.section("sources").items():
        table = section.value
        if isinstance(table, Table):
            check_published(document, table)
            texts = (text_of(table.get(k)) for k in ("title", "publisher", "published", "url"))
            found.append(Source(name, text_of(table.get("kind")) or "", *texts))
    return tuple(found)


def claims_of(document: Document) -> tuple[Claim, ...]:
    """Return what was said about the deal, or against it."""
    found = []
    for name, section in document.section("claims").items():
        table = section.value
        if not isinstance(table, Table):
            continue
        check_published(document, table)
        against = tuple(text_of(item) or "" for item in entries_of(table.get("contradicts")))
        by, source = table.get("by"), table.get("source")
        for kind, node in (("actors", by), ("sources", source)):
            if (named := text_of(node)) is not None and node is not None:
                check_reference(document, kind, named, node.span)
        for item in entries_of(table.get("contradicts")):
            check_reference(document, "clauses", written(item), item.span)
        says = " ".join((text_of(table.get("says")) or "").split())
        found.append(Claim(name, says, text_of(by), text_of(source), against))
    return tuple(found)
