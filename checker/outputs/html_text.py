"""A text from somebody's file in HTML: no markup, on its own in its direction."""

import re
from html import escape

from checker.outputs.printable import printable

__all__ = ["html_text", "set_apart"]

_MARKS = ("\u200e", "\u200f", "\u061c")
"""Marks of direction that names in Arabic or Hebrew carry: inside of a ``bdi`` they turn no other
text, unlike overrides and embeddings, which are replaced."""


_LETTER = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_TURNED = re.compile(f"[«“\u2018(\\[]*{_LETTER}(?:[^A-Za-z0-9&;,]*{_LETTER})*[»”\u2019)\\]]*")
"""Hebrew, Arabic and their kin with what stands between their words and quotes them."""


def html_text(said: str, *, is_sentence: bool = False) -> str:
    """Return a text as an element that keeps its direction to itself.

    A sentence of ours runs from left to right, even if it begins with a name that does not.
    """
    shown = printable(said)
    if any(mark in said for mark in _MARKS):
        shown = "".join(one if one in _MARKS else printable(one) for one in said)
    if not is_sentence:
        return f"<bdi>{escape(shown)}</bdi>"
    return f'<bdi dir="ltr">{set_apart(escape(shown), "<bdi>", "</bdi>")}</bdi>'


def set_apart(said: str, begin: str, end: str) -> str:
    """Return a sentence with ``begin`` and ``end`` about each stretch from right to left.

    So the quotes of a name stay with it, and numbers after it with the sentence.
    """
    return _TURNED.sub(lambda found: f"{begin}{found[0]}{end}", said)
