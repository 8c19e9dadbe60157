"""A mapping file, from YAML to the located text that the reports layer takes."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from checker.language import parse_text
from checker.language.problems import Problems
from checker.language.text import Items, Node, Scalar
from checker.language.text import Table as TextTable
from checker.reports import Mapping, mapping_from
from checker.reports.mapping import NO_MAPPING
from checker.reports.tree import Listing, Table, Tree, Word
from checker.values.diagnostic import CheckerError, Diagnostic
from checker.values.ledger import read_bytes
from checker.values.span import Span

__all__ = ["read_mapping"]


def read_mapping(file: str | None, shown: str | None = None) -> Mapping:
    """Return what a mapping file states, the mapping that changes nothing where there is no file.

    ``shown`` is how problems name it. Raises ``CheckerError`` with every problem of the file.
    """
    if file is None:
        return NO_MAPPING
    name = shown or file
    try:
        content = read_bytes(Path(file))
        text = content.decode("utf-8-sig")
    except OSError as error:
        said = (error.strerror or "it cannot be read").lower()
        raise CheckerError(
            Diagnostic("U104", f"cannot open the mapping '{name}': {said}", None, "check its name")
        ) from error
    except UnicodeDecodeError as error:
        span = Span(name, 1, 1, 1, 1)
        raise CheckerError(
            Diagnostic("Y110", "the file is not UTF-8", span, "save it as UTF-8")
        ) from error
    problems = Problems()
    node = parse_text(text, name, problems)
    problems.raise_errors()
    assert node is not None
    return replace(mapping_from(name, _tree(node)), sha256=sha256(content).hexdigest())


def _tree(node: Node) -> Tree:
    match node:
        case Scalar():
            return _word(node)
        case Items(items, span):
            return Listing(tuple(_tree(item) for item in items), span)
        case TextTable(entries, span):
            return Table(tuple((_word(key), _tree(value)) for key, value in entries), span)


def _word(scalar: Scalar) -> Word:
    return Word(scalar.text or "", scalar.span)
