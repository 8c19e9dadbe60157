"""Names that are declared: none is a word of the language, none holds a blank, none is unknown."""

import re
from unicodedata import category

from checker.language.document import Document
from checker.language.problems import meant_name
from checker.language.region_keys import REGION_KEYS
from checker.language.ties import EDGES
from checker.values.span import Span

__all__ = ["TAKEN", "check_names", "check_reference"]

_NAMED = ("actors", "places", "events", "questions", "registers", "things", "doings")
"""What stands where a word of the language might."""

_POINTED_AT = ("clauses", "sources", "sides", "claims")
"""What is only ever pointed at, so that it may be called as a word of the language."""

_DATED = re.compile(r"\d{4}-\d{2}-\d{2}")
_JOINERS = "\u200c\u200d"
"""What joins letters, or keeps them apart, in Persian and the scripts of India."""

_MEANT = ("both", "theatre", "positions", "own", "everyone", "anyone", "each_side")
TAKEN = frozenset(
    (*_MEANT, *REGION_KEYS, *EDGES, "all_except", "except", "only", "assumed", "deferred", "why")
)
"""Words that cannot be names."""


def check_names(document: Document) -> None:
    """Refuse names that could be taken for something else."""
    for kind in (*_NAMED, *_POINTED_AT):
        for name, section in document.section(kind).items():
            if name in TAKEN and kind in _NAMED:
                message = f"{name!r} is a word of the language and cannot be a name"
                document.problems.add("L110", message, section.key.span, "choose another name")
            elif kind == "events" and _DATED.match(name):
                message = f"{name!r} is a date and cannot be the name of an event"
                document.problems.add("L110", message, section.key.span, "choose another name")
            elif not name:
                document.problems.add("L111", "a name is empty", section.key.span, "write one")
            elif any(character.isspace() for character in name):
                message = f"the name {name!r} holds a blank"
                document.problems.add("L111", message, section.key.span, "write a hyphen instead")
            elif unseen := next((c for c in name if category(c) == "Cf" and c not in _JOINERS), ""):
                message = f"the name {name!r} holds a character that nobody sees"
                hint = f"take U+{ord(unseen):04X} away"
                document.problems.add("L111", message, section.key.span, hint)


def check_reference(document: Document, kind: str, name: str, span: Span) -> None:
    """Refuse a name that nothing of its kind has; note that it is used where it is declared."""
    known = document.section(kind)
    if name in known:
        document.use(kind, name)
        return
    codes = {"actors": "L303", "sources": "L309", "clauses": "L807"}
    noun = kind.removesuffix("s")
    message = f"the {noun} {name!r} is not declared"
    document.problems.add(codes[kind], message, span, meant_name(name, known))
