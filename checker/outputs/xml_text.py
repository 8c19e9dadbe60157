"""Text in XML: nothing in it is markup, and what no document may hold is replaced."""

import re
from xml.sax.saxutils import escape, quoteattr

__all__ = ["attributes", "element", "text"]

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is no character of XML 1.0 (5th ed., production 2): most control characters, surrogates."""


def text(said: str) -> str:
    """Return a text as it stands between tags; a lone carriage return survives too."""
    return escape(_allowed(said), {"\r": "&#13;"})


def attributes(**given: str | float | None) -> str:
    """Return attributes, each with a blank before it; None is left out."""
    pairs = ((name, value) for name, value in given.items() if value is not None)
    return "".join(f" {name}={quoteattr(_allowed(str(value)))}" for name, value in pairs)


def element(name: str, said: str, **given: str | float | None) -> str:
    """Return an element that holds nothing but a text."""
    return f"<{name}{attributes(**given)}>{text(said)}</{name}>"


def _allowed(said: str) -> str:
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", said)
