"""Doings and things: words that include narrower words, and things with a calibre and a range."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checker.language.core.pattern import Words
from checker.language.document import Document, entries_of, text_of
from checker.language.keys import check_keys, check_source, check_texts
from checker.language.problems import meant, meant_name
from checker.language.reading import Deferred, Reading, written
from checker.language.text import Items, Node, Scalar, Table
from checker.values.quantity import Quantity, QuantityError, parse_quantity
from checker.values.spelling import normalised
from checker.values.truth import Truth

__all__ = ["PRESENCE", "Taxonomy", "doings_of", "things_of"]

PRESENCE = "presence"
_ATTRIBUTES = ("calibre", "range")
_SOURCES = ("source", *(f"{name}_source" for name in _ATTRIBUTES))
_KEYS = ("includes", "class", "name", "aliases", "note", *_SOURCES, *_ATTRIBUTES)
_COMPARISONS = ("at_least", "at_most", "above", "below")


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """Hold declared words in order; ``wider`` maps each to the words that include it, all the way.

    ``names`` are spellings of each word. ``attributes`` maps (word, attribute) to its length.
    """

    kind: str
    words: tuple[str, ...]
    names: Mapping[str, tuple[str, ...]]
    wider: Mapping[str, frozenset[str]]
    attributes: Mapping[tuple[str, str], Quantity]

    def named(self, reading: Reading, node: Node, path: str) -> Words:
        """Resolve what a clause names: a word, a list of them, or a class with attributes."""
        settled = reading.settle(node, path)
        said = written(node)
        if isinstance(settled, Deferred):
            return Words(said, tuple(int(Truth.UNKNOWN) for _ in self.words))
        match settled:
            case Items(items):
                if not items:
                    self._of_word(reading, Scalar(None, settled.span), None)
                parts = [self.named(reading, item, path) for item in items]
                joined = tuple(
                    max(column) for column in zip(*(p.truths for p in parts), strict=True)
                )
                asks = tuple(name for name in _ATTRIBUTES if any(name in p.asks for p in parts))
                return Words(said, joined if parts else tuple(0 for _ in self.words), asks)
            case Table(entries) if not entries:
                return Words(said, self._of_word(reading, Scalar(None, settled.span), None))
            case Table():
                asks = tuple(name for name in _ATTRIBUTES if settled.get(name) is not None)
                return Words(said, self._described(reading, settled), asks)
            case Scalar(text):
                return Words(said, self._of_word(reading, settled, text))

    def called(self, text: str) -> str | None:
        """Return the word that has a spelling, as reports may write it; None where none has."""
        spelling = normalised(text)
        spellings = ((word, (word, *self.names.get(word, ()))) for word in self.words)
        return next((w for w, all_ in spellings if spelling in map(normalised, all_)), None)

    def _of_word(self, reading: Reading, node: Scalar, text: str | None) -> tuple[int, ...]:
        if text not in self.words:
            noun = self.kind.removesuffix("s")
            said = "is missing" if text is None else f"{text!r} is not declared"
            hint = meant_name(text, self.words) if text is not None else f"name a {noun}"
            reading.say("L401", f"the {noun} {said}", node, hint)
            return tuple(int(Truth.UNKNOWN) for _ in self.words)
        reading.document.use(self.kind, text)
        wider = self._open(text)
        return tuple(int(self._answer(word, text, wider)) for word in self.words)

    def _open(self, wanted: str) -> frozenset[str]:
        """Return the words that leave a wanted one open: the wider ones.

        Of things so do those that have some narrower word in common: mortars may be heavy ones.
        """
        if self.kind != "things":
            return self.wider[wanted]
        narrower = (of for of in self.wider.values() if wanted in of)
        return self.wider[wanted].union(*narrower)

    def _answer(self, reported: str, wanted: str, wider: frozenset[str]) -> Truth:
        """Say what a reported word tells of a wanted one: narrower proves, wider leaves open."""
        if reported == wanted or wanted in self.wider[reported]:
            return Truth.TRUE
        return Truth.UNKNOWN if reported in wider else Truth.FALSE

    def _described(self, reading: Reading, node: Table) -> tuple[int, ...]:
        known = ("class", *_ATTRIBUTES) if self.kind == "things" else ()
        for key in node.keys():
            if key not in known:
                noun = self.kind.removesuffix("s")
                hint = meant(key, known) if known else f"name a {noun}, or a list of them"
                message = f"unknown key {key!r} of a {noun}"
                reading.document.problems.add("L101", message, node.key(key).span, hint)
        truths = [int(Truth.TRUE)] * len(self.words)
        wanted = node.get("class")
        if wanted is not None:
            truths = [
                min(pair)
                for pair in zip(truths, self.named(reading, wanted, "class").truths, strict=True)
            ]
        for attribute in _ATTRIBUTES:
            limit = node.get(attribute)
            if limit is not None:
                bounds = _bounds(reading, limit)
                truths = [
                    min(truth, _compare(self.attributes.get((word, attribute)), bounds))
                    for truth, word in zip(truths, self.words, strict=True)
                ]
        return tuple(truths)


Bounds = tuple[tuple[str, Quantity], ...]


def doings_of(document: Document) -> Taxonomy:
    """Read the doings; ``presence`` is built in, and first."""
    return _taxonomy(document, "doings", (PRESENCE,))


def things_of(document: Document) -> Taxonomy:
    """Read the things."""
    return _taxonomy(document, "things", ())


def _taxonomy(document: Document, kind: str, built_in: tuple[str, ...]) -> Taxonomy:
    parents: dict[str, set[str]] = {word: set() for word in built_in}
    names: dict[str, tuple[str, ...]] = {}
    attributes: dict[tuple[str, str], Quantity] = {}
    for word, section in document.section(kind).items():
        parents.setdefault(word, set())
        node = _word(document, kind, section.value)
        if node is not None:
            _relate(parents, word, node)
            names[word] = _spellings(node)
            attributes |= {(word, name): value for name, value in _own(document, node)}
    words = tuple(parents)
    _check_spellings(document, kind, words, names)
    ancestors = {word: _ancestors(word, parents) for word in words}
    told: set[str] = set()
    for word, section in document.section(kind).items():
        if word in ancestors[word] and told.isdisjoint(ancestors[word]):
            told.add(word)
            hint = "take one includes: or class: of the circle away"
            document.problems.add("L402", f"{word!r} includes itself", section.key.span, hint)
    return Taxonomy(kind, words, names, ancestors, attributes)


def _word(document: Document, kind: str, node: Node) -> Table | None:
    """Return what is said of a word, None for nothing; a misspelt key is read as it was meant.

    Refuse what says nothing of a word: another form, other keys, names that are no text.
    """
    noun = f"a {kind.removesuffix('s')}"
    if isinstance(node, Table):
        node = check_keys(document, node, _KEYS, noun)
        check_texts(document, node, one=("name", "note"), many=("aliases", "includes", "class"))
        for key in _SOURCES if kind == "things" else ("source",):
            check_source(document, node, key)
        return node
    if text_of(node) is not None or isinstance(node, Items):
        hint = "write {includes: [...]}, or {} for a word that includes none"
        document.problems.add("L103", f"{noun} is a mapping", node.span, hint)
    return None


def _check_spellings(
    document: Document, kind: str, words: tuple[str, ...], names: Mapping[str, tuple[str, ...]]
) -> None:
    """Refuse a spelling of two words: a report of it would be taken for the wrong one."""
    owners: dict[str, str] = {}
    for word in words:
        for spelling in (word, *names.get(word, ())):
            owner = owners.setdefault(normalised(spelling), word)
            section = document.section(kind).get(word)
            if owner != word and section is not None:
                message = f"{spelling!r} is a name of {owner!r} and of {word!r}"
                hint = "take it from one of them"
                document.problems.add("L403", message, section.key.span, hint)


def _relate(parents: dict[str, set[str]], word: str, table: Table) -> None:
    """Note which words are wider, from either end: what a word includes, and its own class."""
    for item in entries_of(table.get("includes")):
        if (narrower := text_of(item)) is not None:
            parents.setdefault(narrower, set()).add(word)
    for item in entries_of(table.get("class")):
        if (wider := text_of(item)) is not None:
            parents.setdefault(wider, set())
            parents[word].add(wider)


def _spellings(table: Table) -> tuple[str, ...]:
    return tuple(
        text_of(a) or "" for key in ("name", "aliases") for a in entries_of(table.get(key))
    )


def _own(document: Document, table: Table) -> Iterator[tuple[str, Quantity]]:
    for name in _ATTRIBUTES:
        value = table.get(name)
        quantity = _length(document, value) if value is not None else None
        if quantity is not None:
            yield name, quantity


def _ancestors(word: str, parents: Mapping[str, set[str]]) -> frozenset[str]:
    found: set[str] = set()
    queue = list(parents[word])
    while queue:
        here = queue.pop()
        if here not in found:
            found.add(here)
            queue += parents.get(here, ())
    return frozenset(found)


def _bounds(reading: Reading, node: Node) -> Bounds:
    """Read a bound on an attribute: a plain length means exactly that."""
    if not isinstance(node, Table):
        quantity = _length(reading.document, node)
        return (("equals", quantity),) if quantity is not None else ()
    found = []
    if not node.entries:
        hint = f"write {_COMPARISONS[0]}: 100 mm, or the like"
        reading.say("L502", "a length is missing", node, hint)
    for key, value in node.entries:
        if key.text not in _COMPARISONS:
            hint = meant(key.text or "", _COMPARISONS)
            reading.document.problems.add("L101", f"unknown key {key.text!r}", key.span, hint)
            continue
        quantity = _length(reading.document, value)
        if quantity is not None:
            found.append((key.text, quantity))
    return tuple(found)


def _length(document: Document, node: Node) -> Quantity | None:
    try:
        return parse_quantity(text_of(node) or "", "length")
    except QuantityError as error:
        document.problems.add("L501", str(error), node.span, error.hint)
        return None


def _compare(value: Quantity | None, bounds: Bounds) -> int:
    """Compare an attribute with its bounds; one that is not known leaves the test UNKNOWN."""
    if value is None:
        return int(Truth.UNKNOWN)
    truth = Truth.TRUE
    for comparison, bound in bounds:
        truth = min(truth, _compared(comparison, value, bound))
    return int(truth)


def _compared(comparison: str, value: Quantity, bound: Quantity) -> Truth:
    certain, impossible = {
        "at_least": (value.low >= bound.high, value.high < bound.low),
        "at_most": (value.high <= bound.low, value.low > bound.high),
        "above": (value.low > bound.high, value.high <= bound.low),
        "below": (value.high < bound.low, value.low >= bound.high),
        "equals": (
            value.low == value.high == bound.low == bound.high,
            value.high < bound.low or value.low > bound.high,
        ),
    }[comparison]
    return Truth.TRUE if certain else Truth.FALSE if impossible else Truth.UNKNOWN
