"""What formats in XML have in common: the root that tells them, and reports that are too long."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from checker.reports.items import Item
from checker.reports.rejected import Fault
from checker.reports.source import Source, refuse
from checker.reports.xml_tree import MOST_CHARACTERS, Element, elements_of, root_of

__all__ = ["Row", "cut_fault", "items_of", "refuse_other_root"]

Row = Callable[[Element], Mapping[str, str] | Fault]
"""Return the cells of an element, or why it is no report."""


def refuse_other_root(source: Source, suffix: str, roots: Sequence[str]) -> None:
    """Raise ``CheckerError`` for a file whose first element is none of ``roots``.

    A file in which no element begins is told where it is read.
    """
    root = root_of(source.head)
    if root and root not in roots:
        raise refuse(
            "R102",
            f"the file is no .{suffix}: its first element is <{root}>",
            source.name,
            "let its name end as its format does, such as .kml, .gpx or .cot",
        )


def items_of(
    source: Source, names: Sequence[str], row: Row, pieces: Iterator[bytes] | None = None
) -> Iterator[Item]:
    """Yield the elements of some names as reports; ``pieces`` are read in place of the source's."""
    for element in elements_of(source, names, pieces):
        yield Item(row(element), element.line)


def cut_fault(name: str) -> Fault:
    """Return what is wrong with an element that is longer than may be held."""
    said = f"the {name} is longer than {MOST_CHARACTERS >> 20} MiB"
    return Fault("R237", said, "take away what is no part of the report")
