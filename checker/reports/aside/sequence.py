"""Texts of a GeoJSON sequence as they were: the same bytes, each with its record separator."""

from collections.abc import Callable, Iterator
from typing import BinaryIO

from checker.reports.aside import Wanted
from checker.reports.encoding import Encoding
from checker.reports.raw_lines import is_by_byte, mark_of, raw_text
from checker.reports.source import Source

__all__ = ["write_texts"]

_MARK = "\x1e"


def write_texts(source: Source, encoding: Encoding, wanted: Wanted, to: BinaryIO) -> int:
    """Write the texts of the wanted rows, by their number among all that are not blank."""
    code = "latin-1" if is_by_byte(encoding) else encoding.name

    def is_blank(text: str) -> bool:
        said = text.encode(code).decode(encoding.name, "replace")
        return not said.replace(_MARK, "").strip()

    to.write(mark_of(source, encoding))
    count = 0
    for row, text in enumerate(_texts(raw_text(source, encoding), is_blank), start=1):
        if row in wanted:
            to.write(text.encode(code))
            count += 1
    return count


def _texts(lines: Iterator[str], is_blank: Callable[[str], bool]) -> Iterator[str]:
    """Yield what is read as one text each: from mark to mark, or line by line before the first."""
    parts: list[str] = []
    for line in lines:
        more, *fresh = line.split(_MARK)
        if parts:
            parts.append(more)
        elif not is_blank(more):
            yield more
        for text in fresh:
            if parts and not is_blank("".join(parts)):
                yield "".join(parts)
            parts = [_MARK, text]
    if parts and not is_blank("".join(parts)):
        yield "".join(parts)
