"""What lint looks at, and what one check of it is and finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from checker.language.core.agreement import Core
from checker.language.document import Document
from checker.language.places import Atlas
from checker.language.text import Table
from checker.values.span import Span

__all__ = ["Check", "Found", "Linted"]


@dataclass(frozen=True, slots=True)
class Linted:
    """Hold an agreement that can be read: its file, its core, and its drawings."""

    document: Document
    core: Core
    atlas: Atlas

    def clause(self, name: str) -> Table:
        """Return what the file says of a clause; an empty mapping where it says nothing."""
        section = self.document.section("clauses").get(name)
        value = section.value if section is not None else None
        return value if isinstance(value, Table) else Table((), self.document.root.span)


@dataclass(frozen=True, slots=True)
class Found:
    """Say one thing that deserves a second look, where it stands, and what to write instead."""

    message: str
    span: Span
    hint: str


@dataclass(frozen=True, slots=True)
class Check:
    """Look for one kind of mistake; ``is_cheap`` if ``accord check`` can afford it on every run.

    What ``tells_why`` may be the cause of errors, and is looked for beside them too.
    """

    code: str
    about: str
    run: Callable[[Linted], Iterator[Found]]
    is_cheap: bool
    tells_why: bool = False
