"""A text from somebody's file in HTML: no markup, on its own in its direction."""

from html import escape

from checker.outputs.printable import printable

__all__ = ["html_text"]

_MARKS = ("\u200e", "\u200f", "\u061c")
"""Marks of direction that names in Arabic or Hebrew carry: inside of a ``bdi`` they turn no other
text, unlike overrides and embeddings, which are replaced."""


def html_text(said: str) -> str:
    """Return a text as an element that keeps its direction to itself."""
    shown = printable(said)
    if any(mark in said for mark in _MARKS):
        shown = "".join(one if one in _MARKS else printable(one) for one in said)
    return f"<bdi>{escape(shown)}</bdi>"
