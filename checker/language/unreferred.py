"""The parts that no clause may refer to, read so that their problems are told too."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import partial

from checker.language.answering import TooManyReadingsError, explored
from checker.language.reading import Reading
from checker.language.regions import named_place, region_of, theatre_of
from checker.language.registers import register_of
from checker.language.sided import part_of_side
from checker.language.terms import Terms
from checker.language.text import Items, Node, Scalar, Table
from checker.language.ties import EDGES
from checker.language.times import check_event, period_of

__all__ = ["check_unreferred"]

Read = Callable[[Reading], object]


def check_unreferred(terms: Terms) -> None:
    """Read what stands for all clauses, and what nothing refers to, under every answer.

    What is declared and used is read where it is used. To be read here is not to be referred to.
    """
    document = terms.document
    _read(terms, lambda reading: period_of(reading, document.root.get("in_force")))
    _read(terms, lambda reading: theatre_of(reading, terms.atlas))
    used = set(document.used)
    for kind, name, read in _parts(terms):
        if (kind, name) not in document.used:
            _read(terms, read)
    document.used.intersection_update(used)


def _read(terms: Terms, read: Read) -> None:
    document = terms.document
    # So many readings are no problem of a part that nothing refers to.
    with suppress(TooManyReadingsError):
        explored(document, lambda answers: read(Reading(document, dict(answers))))


def _parts(terms: Terms) -> Iterator[tuple[str, str, Read]]:
    """Yield every declared part that is read only where something refers to it, and its reader."""
    document = terms.document
    readers: Mapping[str, Callable[[Reading, Scalar], object]] = {
        "actors": lambda reading, key: terms.actors.group(reading, key, "actors"),
        "places": lambda reading, key: named_place(reading, terms.atlas, key),
        "events": lambda reading, key: check_event(reading, key.text or ""),
        "registers": lambda reading, key: register_of(terms, reading, key.text or ""),
    }
    for kind, read in readers.items():
        for name, section in document.section(kind).items():
            # An actor that is no group is read with the others.
            if name not in terms.actors.ids:
                yield kind, name, partial(_keyed, read, section.key)
    for side, section in document.section("sides").items():
        for key, value in section.value.entries if isinstance(section.value, Table) else ():
            reader = partial(_side_part, terms, key.text or "", value)
            yield "sides", part_of_side(side, key.text or ""), reader


def _keyed(read: Callable[[Reading, Scalar], object], key: Scalar, reading: Reading) -> None:
    read(reading, key)


def _side_part(terms: Terms, key: str, value: Node, reading: Reading) -> None:
    """Read what stands under a key of a side: its forces, or a place or actors of any name."""
    settled = reading.settle(value, f"sides.{key}")
    match settled:
        case Items(items) if key != "forces":
            for item in items:
                _side_part(terms, key, item, reading)
        case Scalar(text) if key != "forces" and text not in terms.document.section("actors"):
            named_place(reading, terms.atlas, settled)
        case Table() if key != "forces" and not any(
            word in (*EDGES, "all_except") for word in settled.keys()
        ):
            region_of(reading, terms.atlas, settled, f"sides.{key}")
        case Scalar() | Items() | Table():
            terms.actors.group(reading, settled, f"sides.{key}")
