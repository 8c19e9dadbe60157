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
from checker.reports.presets import PRESETS, preset_path
from checker.reports.presets.extended import extended, idle_units
from checker.reports.spelling import did_you_mean
from checker.reports.tree import Listing, Table, Tree, Word
from checker.values.diagnostic import CheckerError, Diagnostic
from checker.values.ledger import read_bytes
from checker.values.span import Span

__all__ = ["read_mapping"]


def read_mapping(file: str | None, shown: str | None = None) -> Mapping:
    """Return what a mapping file states, the mapping that changes nothing where there is no file.

    A name of ``PRESETS`` is that preset; a file of that name is ``./NAME``. ``shown`` is how
    problems name the file. Raises ``CheckerError`` with every problem of it.
    """
    if file is None:
        return NO_MAPPING
    path = preset_path(file) if file in PRESETS else Path(file)
    name = f"{file}.yaml" if file in PRESETS else shown or file
    content = _content(path, name)
    tree = _with_preset(_located(content, name))
    return replace(mapping_from(shown or file, tree), sha256=sha256(content).hexdigest())


def _content(path: Path, name: str) -> bytes:
    try:
        return read_bytes(path)
    except OSError as error:
        said = (error.strerror or "it cannot be read").lower()
        message = f"cannot open the mapping '{name}': {said}"
        raise CheckerError(Diagnostic("U104", message, None, _nearest(name))) from error


def _nearest(name: str) -> str:
    near = did_you_mean(name, PRESETS)
    listed = "; ".join(f"{one} ({said})" for one, said in PRESETS.items())
    return f"{near}; mappings that ship: {listed}" if near else f"mappings that ship: {listed}"


def _located(content: bytes, name: str) -> Tree:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        span = Span(name, 1, 1, 1, 1)
        raise CheckerError(
            Diagnostic("Y110", "the file is not UTF-8", span, "save it as UTF-8")
        ) from error
    problems = Problems()
    node = parse_text(text, name, problems)
    problems.raise_errors()
    assert node is not None
    return _tree(node)


def _with_preset(tree: Tree) -> Tree:
    """Return a mapping with what the preset that it starts from says beside it."""
    named = tree.get("preset") if isinstance(tree, Table) else None
    if named is None or not isinstance(tree, Table):
        return tree
    if not isinstance(named, Word) or named.text not in PRESETS:
        said = named.text if isinstance(named, Word) else ""
        message = f"there is no preset '{said}'"
        raise CheckerError(Diagnostic("R109", message, named.span, _nearest(said)))
    own = Table(tuple(one for one in tree.entries if one[1] is not named), tree.span)
    base = _located(_content(preset_path(named.text), named.text), f"{named.text}.yaml")
    if idle := idle_units(base, own):
        raise CheckerError(*idle)
    return extended(base, own)


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
