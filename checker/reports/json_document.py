"""One JSON text that holds its reports in one list: at its top, or under one of its keys."""

from collections.abc import Iterator

from checker.reports.encoding import Encoding
from checker.reports.json_text import Json, JsonText
from checker.reports.source import Source, refuse

__all__ = ["Document"]


class Document:
    """Read the list of a document element by element; ``others`` is what stands beside it.

    ``key`` is where the list stands, empty at the top, None where there is none. ``named`` is the
    key where it has to stand, None for any list of objects. ``doubled`` is a key that the document
    gives twice. What stands behind the list is only known when all elements were read.
    """

    def __init__(self, source: Source, encoding: Encoding, named: str | None = None) -> None:
        self.key: str | None = None
        self.others: dict[str, Json] = {}
        self.doubled: str | None = None
        self.is_object = False
        self._name = source.name
        self._named = named
        self._text = JsonText(source, encoding)

    @property
    def is_broken(self) -> bool:
        """Say whether the element that came last holds bytes that are not text."""
        return self._text.is_broken

    @property
    def written(self) -> str:
        """Return the element that came last as it stands in the text."""
        return self._text.written

    def elements(self) -> Iterator[Json]:
        """Yield the elements; raises ``CheckerError`` where the text is no JSON, or has two lists.

        Reading two lists as one would take what is no report for one.
        """
        text = self._text
        first = text.next()
        self.is_object = first == "{"
        if self.is_object:
            yield from self._members()
        elif first == "[" and self._named is None:
            self.key = ""
            yield from text.elements()
        elif first:
            text.value()
        else:
            hint = "write a list of objects: [{...}, {...}]"
            raise refuse("R108", "the file is empty", self._name, hint)
        if text.next():
            hint = "let the file end in .ndjson where it holds one object a line"
            raise text.damaged("extra data", hint=hint if text.next() == "{" else "")

    def _members(self) -> Iterator[Json]:
        text = self._text
        text.take("{")
        if text.take("}"):
            return
        while True:
            yield from self._member()
            if text.take("}"):
                return
            if not text.take(","):
                raise text.damaged("expecting ',' delimiter")

    def _member(self) -> Iterator[Json]:
        text = self._text
        if text.next() != '"':
            raise text.damaged("expecting property name enclosed in double quotes")
        key = str(text.value()).encode("utf-8", "replace").decode()
        if key in self.others or key == self.key:
            self.doubled = self.doubled or key
        if not text.take(":"):
            raise text.damaged("expecting ':' delimiter")
        if key != self.doubled and self._is_list(key):
            if self.key is not None:
                raise refuse(
                    "R123",
                    f"the file has several lists of objects: '{self.key}' and '{key}'",
                    self._name,
                    "save the list of the reports as a file of its own",
                )
            self.key = key
            yield from text.elements()
        else:
            self.others[key] = text.value()

    def _is_list(self, key: str) -> bool:
        if self._text.next() != "[":
            return False
        return key == self._named if self._named is not None else self._text.after() == "{"
