"""What every SARIF log of the program has in common: the tool, places in files, and messages.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0, Errata 01 (2023).
"""

from collections.abc import Sequence
from urllib.parse import quote

from checker import __version__
from checker.outputs.json_text import Json
from checker.values.span import Span

__all__ = ["LOG", "SarifObject", "message", "physical_location", "region", "tool"]

SarifObject = dict[str, Json]

LOG: SarifObject = {
    "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
    "version": "2.1.0",
}
"""How a log begins."""

_LITERAL = str.maketrans({"{": "{{", "}": "}}", "[": r"\[", "]": r"\]", "\\": r"\\"})
"""Braces are placeholders (3.11.5), brackets are links (3.11.6): a text's own stand escaped."""


def tool(rules: Sequence[SarifObject]) -> SarifObject:
    """Return the tool with its rules."""
    return {"driver": {"name": "accord", "version": __version__, "rules": [*rules]}}


def message(text: str) -> SarifObject:
    """Return a message that is shown as it is, whatever it quotes."""
    return {"text": text.translate(_LITERAL)}


def region(span: Span) -> SarifObject:
    """Return a stretch of a file; its columns count characters (3.14.17, unicodeCodePoints)."""
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def physical_location(file: str, within: SarifObject | None) -> SarifObject:
    """Return a place in a file, the whole file where ``within`` is None.

    The file is a reference relative to where the program ran; it names no machine.
    """
    uri = quote(file.replace("\\", "/"), errors="surrogateescape")
    place: SarifObject = {"artifactLocation": {"uri": uri}}
    return {**place, "region": within} if within is not None else place
