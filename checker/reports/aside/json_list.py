"""Elements of a list in JSON as they were: the same text, in a list of their own."""

from collections.abc import Callable
from typing import BinaryIO

from checker.reports.aside import Wanted
from checker.reports.encoding import Encoding
from checker.reports.json_document import Document
from checker.reports.raw_lines import mark_of
from checker.reports.source import Source

__all__ = ["FEATURES", "LIST", "ElementWriter"]

LIST = ("[", "]")
FEATURES = ('{"type": "FeatureCollection", "features": [', "]}")
"""What stands round the elements of a plain list, and round the features of a collection."""


class ElementWriter:
    """Write elements of a document between the texts ``around``, in the encoding that it has.

    What else the document holds beside its list is no report, and left out.
    """

    def __init__(
        self,
        source: Source,
        encoding: Encoding,
        read: Callable[[], Document],
        around: tuple[str, str],
    ) -> None:
        self._source = source
        self._encoding = encoding
        self._read = read
        self._around = around

    def __call__(self, wanted: Wanted, to: BinaryIO) -> int:
        """Write the wanted elements; return how many there were."""
        start, end = self._around
        to.write(mark_of(self._source, self._encoding) + self._bytes(start))
        document, count = self._read(), 0
        for row, _ in enumerate(document.elements(), start=1):
            if row in wanted:
                joint = ",\n" if count else "\n"
                to.write(self._bytes(joint + document.written))
                count += 1
        to.write(self._bytes(f"\n{end}\n"))
        return count

    def _bytes(self, text: str) -> bytes:
        return self._encoding.written(text)
